package org.wirelathe.socket;

import java.util.ArrayList;
import java.util.List;

import org.wirelathe.api.probe.Gauges;
import org.wirelathe.api.transport.Connection;
import org.wirelathe.api.transport.ConnectionConfig;
import org.wirelathe.api.transport.ConnectionReport;
import org.wirelathe.api.transport.ConnectionState;
import org.wirelathe.api.transport.Endpoint;
import org.wirelathe.api.transport.Failure;
import org.wirelathe.api.transport.ListenHandler;
import org.wirelathe.api.transport.Listener;
import org.wirelathe.api.transport.Transport;
import org.wirelathe.api.transport.TransportException;
import org.wirelathe.wire.IpAddress;

/** A transport that does what the test says, and keeps what its sockets ask of it. */
final class FakeTransport implements Transport {
    final List<FakeConnection> begun = new ArrayList<>();
    final List<FakeListener> listening = new ArrayList<>();
    Failure refusal;
    private int nextPort = 40_000;

    /** A connection in whatever state the test puts it. */
    static final class FakeConnection implements Connection {
        final List<String> calls = new ArrayList<>();
        final ConnectionConfig config;
        ConnectionState state;
        private final Endpoint local;
        private final Endpoint remote;

        FakeConnection(Endpoint local, Endpoint remote, ConnectionConfig config, ConnectionState state) {
            this.local = local;
            this.remote = remote;
            this.config = config;
            this.state = state;
        }

        /** The handshake completes. */
        void establish() {
            state = ConnectionState.ESTABLISHED;
            config.listener().established();
        }

        /** Bytes 1, 2, 3 ... arrive. */
        void receive(int bytes) {
            byte[] text = new byte[bytes];
            for (int i = 0; i < bytes; i++) {
                text[i] = (byte) (config.receive().end() + i + 1);
            }
            if (config.receive().append(text, 0, bytes) != bytes) {
                throw new AssertionError("no room");
            }
            config.listener().received();
        }

        /** So many of the bytes written are acknowledged. */
        void acknowledge(int bytes) {
            config.send().discardTo(config.send().start() + bytes);
            config.listener().acknowledged();
        }

        void finishedByPeer() {
            state = ConnectionState.CLOSE_WAIT;
            config.listener().finished();
        }

        void end(ConnectionState last) {
            state = last;
            config.listener().closed();
        }

        void fail(Failure failure) {
            state = ConnectionState.CLOSED;
            config.listener().failed(failure);
        }

        @Override
        public Endpoint local() {
            return local;
        }

        @Override
        public Endpoint remote() {
            return remote;
        }

        @Override
        public ConnectionState state() {
            return state;
        }

        @Override
        public void written() {
            calls.add("written");
        }

        @Override
        public void consumed() {
            calls.add("consumed");
        }

        @Override
        public void finish() {
            calls.add("finish");
        }

        @Override
        public void release() {
            calls.add("release");
        }

        @Override
        public void abort() {
            calls.add("abort");
        }

        @Override
        public String congestion() {
            return config.congestion();
        }

        @Override
        public void congestion(String name) {
            calls.add("congestion " + name);
        }

        @Override
        public ConnectionReport report() {
            throw new UnsupportedOperationException();
        }

        @Override
        public void gauges(Gauges out) {
            throw new UnsupportedOperationException();
        }
    }

    /** A port that is listened on. */
    final class FakeListener implements Listener {
        final ListenHandler handler;
        boolean closed;
        private final Endpoint local;

        FakeListener(Endpoint local, ListenHandler handler) {
            this.local = local;
            this.handler = handler;
        }

        /** A client's handshake completes; null when there is no room for it. */
        FakeConnection complete() {
            FakeConnection connection = halfOpen();
            if (!handler.hasRoom()) {
                begun.remove(connection);
                return null;
            }
            complete(connection);
            return connection;
        }

        FakeConnection halfOpen() {
            FakeConnection connection = new FakeConnection(new Endpoint(IpAddress.parse("10.0.0.1"), local.port()),
                    new Endpoint(IpAddress.parse("10.0.0.2"), nextPort++), handler.configure(),
                    ConnectionState.SYN_RECEIVED);
            begun.add(connection);
            return connection;
        }

        void complete(FakeConnection connection) {
            connection.establish();
            handler.completed(connection, connection.config);
        }

        @Override
        public Endpoint local() {
            return local;
        }

        @Override
        public void close() {
            closed = true;
        }
    }

    @Override
    public Connection connect(Endpoint local, Endpoint remote, ConnectionConfig config) throws TransportException {
        refuse();
        FakeConnection connection = new FakeConnection(new Endpoint(IpAddress.parse("10.0.0.1"), nextPort++), remote, config,
                ConnectionState.SYN_SENT);
        begun.add(connection);
        return connection;
    }

    @Override
    public Listener listen(Endpoint local, ListenHandler handler) throws TransportException {
        refuse();
        listening.add(new FakeListener(local, handler));
        return listening.getLast();
    }

    private void refuse() throws TransportException {
        if (refusal != null) {
            throw new TransportException(refusal, "the test says no");
        }
    }

    @Override
    public List<Connection> connections() {
        List<Connection> live = new ArrayList<>(begun);
        live.removeIf(c -> c.state() == ConnectionState.CLOSED);
        return live;
    }

    @Override
    public List<ConnectionReport> reports() {
        throw new UnsupportedOperationException();
    }

    @Override
    public void algorithmsChanged() {
        throw new UnsupportedOperationException();
    }

    @Override
    public void close() {
        throw new UnsupportedOperationException();
    }
}
