package org.wirelathe.tcp;

import java.util.function.Consumer;

import org.wirelathe.api.transport.ConnectionListener;
import org.wirelathe.api.transport.Failure;

/** A socket that passes on, in words, what its connection tells. */
record Ear(Consumer<String> listener) implements ConnectionListener {
    @Override
    public void established() {
        listener.accept("established");
    }

    @Override
    public void received() {
        listener.accept("received");
    }

    @Override
    public void acknowledged() {
        listener.accept("acknowledged");
    }

    @Override
    public void finished() {
        listener.accept("finished");
    }

    @Override
    public void closed() {
        listener.accept("closed");
    }

    @Override
    public void failed(Failure why) {
        listener.accept("failed " + why);
    }
}
