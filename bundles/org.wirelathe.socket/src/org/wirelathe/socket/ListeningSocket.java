package org.wirelathe.socket;

import java.util.ArrayDeque;
import java.util.Deque;

import org.wirelathe.api.socket.ListenSocket;
import org.wirelathe.api.socket.SocketRow;
import org.wirelathe.api.socket.StreamSocket;
import org.wirelathe.api.transport.Connection;
import org.wirelathe.api.transport.ConnectionConfig;
import org.wirelathe.api.transport.ConnectionState;
import org.wirelathe.api.transport.Endpoint;
import org.wirelathe.api.transport.ListenHandler;
import org.wirelathe.api.transport.Listener;
import org.wirelathe.wire.IpAddress;

/** A listening socket and its accept queue: completed connections that wait for a descriptor (B40). */
final class ListeningSocket implements ListenSocket, ListenHandler {
    private static final Endpoint ANYONE = new Endpoint(IpAddress.ANY, 0);

    private final SocketTable table;
    private final int backlog;
    private final int fd;
    private final Deque<ConnectedSocket> waiting = new ArrayDeque<>();
    private final Readiness acceptable = new Readiness(this::isAcceptable);
    private Listener listener;
    private boolean closed;

    ListeningSocket(SocketTable table, int backlog, int fd) {
        this.table = table;
        this.backlog = Math.max(1, backlog);
        this.fd = fd;
    }

    void listener(Listener newListener) {
        listener = newListener;
    }

    @Override
    public int fd() {
        return fd;
    }

    /** Of a listener, Recv-Q is the accept queue and Send-Q the backlog (B27). */
    SocketRow row() {
        return new SocketRow(ConnectedSocket.PROTOCOL, fd, waiting.size(), backlog, listener.local(), ANYONE,
                ConnectionState.LISTEN);
    }

    @Override
    public StreamSocket accept() {
        ConnectedSocket socket = isAcceptable() ? waiting.removeFirst() : null;
        if (socket != null) {
            table.describe(socket);
        }
        if (!isAcceptable()) {
            acceptable.exhausted();
        }
        return socket;
    }

    @Override
    public void onAcceptable(Runnable callback) {
        acceptable.register(callback);
        table.lookLater(acceptable);
    }

    Readiness acceptable() {
        return acceptable;
    }

    private boolean isAcceptable() {
        return !closed && !waiting.isEmpty() && table.hasDescriptor();
    }

    @Override
    public void close() {
        if (closed) {
            return;
        }
        closed = true;
        acceptable.register(null);
        listener.close();
        for (ConnectedSocket socket : waiting) {
            socket.connection().abort();
        }
        waiting.clear();
        table.closed(this);
    }

    // ---- what the transport asks and tells ----

    @Override
    public ConnectionConfig configure() {
        return new ConnectedSocket(table).config();
    }

    @Override
    public boolean hasRoom() {
        return waiting.size() < backlog;
    }

    @Override
    public void completed(Connection connection, ConnectionConfig config) {
        ConnectedSocket socket = (ConnectedSocket) config.listener();
        socket.connection(connection);
        table.began(socket);
        waiting.addLast(socket);
        acceptable.look();
    }
}
