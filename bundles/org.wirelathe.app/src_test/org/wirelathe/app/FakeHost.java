package org.wirelathe.app;

import java.io.ByteArrayOutputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.wirelathe.api.app.AppContext;
import org.wirelathe.api.app.ByteSink;
import org.wirelathe.api.app.ByteSource;
import org.wirelathe.api.app.ParameterException;
import org.wirelathe.api.net.Network;
import org.wirelathe.api.node.NodeContext;
import org.wirelathe.api.packet.PacketPool;
import org.wirelathe.api.socket.DatagramSocket;
import org.wirelathe.api.socket.Errno;
import org.wirelathe.api.socket.ListenSocket;
import org.wirelathe.api.socket.SocketException;
import org.wirelathe.api.socket.SocketRow;
import org.wirelathe.api.socket.Sockets;
import org.wirelathe.api.socket.StreamSocket;
import org.wirelathe.api.transport.Endpoint;
import org.wirelathe.wire.IpAddress;

/** A host without a network: tests play the other end. */
final class FakeHost implements AppContext, Sockets {
    static final Endpoint LOCAL = new Endpoint(IpAddress.parse("10.0.1.1"), 49152);

    final FakeClock clock = new FakeClock();
    final FakeEcho network = new FakeEcho();
    final List<FakeStream> connected = new ArrayList<>();
    final List<FakeDatagramSocket> bound = new ArrayList<>();
    final Map<String, ByteArrayOutputStream> saved = new HashMap<>();
    private final Deque<StreamSocket> waiting = new ArrayDeque<>();
    private Runnable acceptable;
    Errno refusal;
    int rested;

    /** Somebody connects; the connection waits to be accepted. */
    FakeStream guest(int port) {
        FakeStream stream = new FakeStream(new Endpoint(LOCAL.address(), 5001),
                new Endpoint(IpAddress.parse("10.0.2.1"), port));
        waiting.add(stream);
        acceptable.run();
        return stream;
    }

    @Override
    public NodeContext node() {
        return new NodeContext("alice", 1, clock, new PacketPool(), null, null);
    }

    @Override
    public Sockets sockets() {
        return this;
    }

    @Override
    public Network network() {
        return network.network;
    }

    @Override
    public ByteSource file(String name) {
        return new Bytes(name.getBytes());
    }

    /** Bytes 0, 1, 2 and so on. */
    @Override
    public ByteSource seeded(long bytes) {
        byte[] data = new byte[(int) bytes];
        for (int i = 0; i < data.length; i++) {
            data[i] = (byte) i;
        }
        return new Bytes(data);
    }

    @Override
    public ByteSink save(String name) throws ParameterException {
        if ("../escape".equals(name)) {
            throw new ParameterException("outside");
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        saved.put(name, bytes);
        return new ByteSink() {
            @Override
            public void write(byte[] source, int at, int length) {
                bytes.write(source, at, length);
            }

            @Override
            public long size() {
                return bytes.size();
            }

            @Override
            public String sha256() {
                return "hash of " + bytes.size();
            }

            @Override
            public void close() {
                // Nothing to close.
            }
        };
    }

    @Override
    public void rested() {
        rested++;
    }

    @Override
    public StreamSocket connect(Endpoint remote) throws SocketException {
        refuse();
        FakeStream stream = new FakeStream(LOCAL, remote);
        connected.add(stream);
        return stream;
    }

    @Override
    public DatagramSocket datagram(Endpoint local) throws SocketException {
        return bind(local, false);
    }

    @Override
    public DatagramSocket sharedDatagram(Endpoint local) throws SocketException {
        return bind(local, true);
    }

    private DatagramSocket bind(Endpoint local, boolean shared) throws SocketException {
        refuse();
        bound.add(new FakeDatagramSocket(clock, local, shared));
        return bound.getLast();
    }

    @Override
    public ListenSocket listen(int port, int backlog) throws SocketException {
        refuse();
        return new ListenSocket() {
            @Override
            public int fd() {
                return 3;
            }

            @Override
            public StreamSocket accept() {
                return waiting.poll();
            }

            @Override
            public void onAcceptable(Runnable callback) {
                acceptable = callback;
            }

            @Override
            public void close() {
                acceptable = null;
            }
        };
    }

    private void refuse() throws SocketException {
        if (refusal != null) {
            throw new SocketException(refusal);
        }
    }

    @Override
    public List<SocketRow> table() {
        return List.of();
    }

    @Override
    public void close() {
        waiting.clear();
    }

    private static final class Bytes implements ByteSource {
        private final byte[] data;
        private int taken;

        Bytes(byte[] data) {
            this.data = data;
        }

        @Override
        public long size() {
            return data.length;
        }

        @Override
        public int read(byte[] target, int at, int length) {
            int run = Math.min(length, data.length - taken);
            System.arraycopy(data, taken, target, at, run);
            taken += run;
            return run == 0 ? -1 : run;
        }

        @Override
        public String sha256() {
            return "hash of " + taken;
        }

        @Override
        public void close() {
            // Nothing to close.
        }
    }
}
