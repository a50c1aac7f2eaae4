package org.wirelathe.lab.internal.build;

import org.wirelathe.api.app.AppContext;
import org.wirelathe.api.app.ByteSink;
import org.wirelathe.api.app.ByteSource;
import org.wirelathe.api.app.ParameterException;
import org.wirelathe.api.net.Network;
import org.wirelathe.api.node.NodeContext;
import org.wirelathe.api.socket.Sockets;

/** What one application on one node works with. */
final class HostContext implements AppContext {
    private final BuiltNode host;
    private final AppFiles files;
    private final int place;
    private final Runnable rested;
    private int seeded;

    /** @param place how many applications stand before it on its node */
    HostContext(BuiltNode host, AppFiles files, int place, Runnable rested) {
        this.host = host;
        this.files = files;
        this.place = place;
        this.rested = rested;
    }

    @Override
    public NodeContext node() {
        return host.context();
    }

    @Override
    public Sockets sockets() {
        return host.sockets();
    }

    @Override
    public Network network() {
        return host.network();
    }

    @Override
    public ByteSource file(String name) throws ParameterException {
        return files.file(name);
    }

    @Override
    public ByteSource seeded(long bytes) {
        return files.seeded(node().random("app/" + place + "/data/" + seeded++), bytes);
    }

    @Override
    public ByteSink save(String name) throws ParameterException {
        return files.save(name);
    }

    @Override
    public void rested() {
        rested.run();
    }
}
