package org.wirelathe.app;

import java.util.ArrayList;
import java.util.List;
import org.wirelathe.api.link.Link;
import org.wirelathe.api.net.EchoListener;
import org.wirelathe.api.net.Network;
import org.wirelathe.api.net.ProtocolHandler;
import org.wirelathe.api.net.Sent;
import org.wirelathe.api.packet.Packet;

/** A network that remembers echo requests, and says what the test wants. */
final class FakeEcho implements Network {
    /** A request. */
    record Request(int destination, int identifier, int sequence, int size) {
    }

    final List<Request> requests = new ArrayList<>();
    EchoListener listener;
    Sent answer = Sent.YES;

    @Override
    public Sent echo(int destination, int identifier, int sequence, int size) {
        requests.add(new Request(destination, identifier, sequence, size));
        return answer;
    }

    @Override
    public void echoListener(int identifier, EchoListener listener) {
        this.listener = listener;
    }

    @Override
    public void addInterface(Link link, int address, int prefixLength) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void addRoute(int prefix, int prefixLength, int nextHop) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void forwarding(boolean forward) {
        throw new UnsupportedOperationException();
    }

    @Override
    public boolean isLocal(int address) {
        throw new UnsupportedOperationException();
    }

    @Override
    public int sourceFor(int destination) {
        throw new UnsupportedOperationException();
    }

    @Override
    public int mtuTo(int destination) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Sent send(Packet packet, int source, int destination, int protocol) {
        throw new UnsupportedOperationException();
    }

    @Override
    public int headroom() {
        throw new UnsupportedOperationException();
    }

    @Override
    public void handler(int protocol, ProtocolHandler handler) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void close() {
        listener = null;
    }
}
