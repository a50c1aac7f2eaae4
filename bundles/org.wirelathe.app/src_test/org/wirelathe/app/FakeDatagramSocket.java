package org.wirelathe.app;

import java.lang.reflect.Proxy;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import org.wirelathe.api.net.NetworkError;
import org.wirelathe.api.net.SendOptions;
import org.wirelathe.api.socket.DatagramSocket;
import org.wirelathe.api.socket.Errno;
import org.wirelathe.api.socket.SocketException;
import org.wirelathe.api.transport.DatagramPort;
import org.wirelathe.api.transport.Endpoint;
import org.wirelathe.wire.IpAddress;

/** A datagram socket whose other ends are the test. */
final class FakeDatagramSocket implements DatagramSocket {
    /** A datagram that was sent; {@code to} is {@code null} for to the peer. */
    record Out(byte[] data, Endpoint to, SendOptions options, long time) {
    }

    private record In(byte[] data, Endpoint from) {
    }

    final List<Out> out = new ArrayList<>();
    final List<String> joined = new ArrayList<>();
    final boolean shared;
    private final FakeClock clock;
    private final Endpoint local;
    private final Deque<In> arrived = new ArrayDeque<>();
    private final Deque<NetworkError> errors = new ArrayDeque<>();
    private Runnable readable;
    private SendOptions options = SendOptions.DATAGRAM;
    Endpoint from;
    Endpoint peer;
    boolean full;
    boolean closed;
    boolean broadcast;
    long drops;
    /** What the next call throws. */
    Errno pending;

    FakeDatagramSocket(FakeClock clock, Endpoint local, boolean shared) {
        this.clock = clock;
        this.local = local;
        this.shared = shared;
    }

    void arrive(byte[] data, Endpoint sender) {
        arrived.add(new In(data.clone(), sender));
        readable.run();
    }

    void fail(NetworkError error) {
        errors.add(error);
        readable.run();
    }

    int waiting() {
        return arrived.size();
    }

    @Override
    public int fd() {
        return 3;
    }

    @Override
    public void connect(Endpoint remote) throws SocketException {
        raise();
        peer = remote;
    }

    @Override
    public boolean send(byte[] source, int at, int length, Endpoint to) throws SocketException {
        raise();
        if (!full) {
            out.add(new Out(Arrays.copyOfRange(source, at, at + length), to, options, clock.now()));
        }
        return !full;
    }

    private void raise() throws SocketException {
        if (pending != null) {
            Errno errno = pending;
            pending = null;
            throw new SocketException(errno);
        }
    }

    @Override
    public int receive(byte[] target, int at, int length) throws SocketException {
        raise();
        In in = arrived.poll();
        if (in == null) {
            return -1;
        }
        from = in.from();
        int taken = Math.min(length, in.data().length);
        System.arraycopy(in.data(), 0, target, at, taken);
        return taken;
    }

    @Override
    public Endpoint from() {
        return from;
    }

    @Override
    public IpAddress to() {
        return FakeHost.LOCAL.address();
    }

    @Override
    public void onReadable(Runnable callback) {
        readable = callback;
    }

    @Override
    public NetworkError networkError() {
        return errors.poll();
    }

    @Override
    public void options(SendOptions newOptions) {
        options = newOptions;
    }

    @Override
    public void broadcast(boolean allowed) {
        broadcast = allowed;
    }

    @Override
    public long drops() {
        return drops;
    }

    @Override
    public int available() {
        return arrived.stream().mapToInt(in -> in.data().length).sum();
    }

    @Override
    public DatagramPort port() {
        return (DatagramPort) Proxy.newProxyInstance(DatagramPort.class.getClassLoader(),
                new Class<?>[] {DatagramPort.class}, (proxy, method, given) -> join(method.getName(), given));
    }

    private Object join(String method, Object[] given) {
        if (!"join".equals(method)) {
            throw new UnsupportedOperationException(method);
        }
        if ("nowhere".equals(given[0])) {
            throw new IllegalArgumentException("there is no interface nowhere");
        }
        joined.add(given[0] + " " + given[1]);
        return null;
    }

    @Override
    public void close() {
        closed = true;
    }

    Endpoint local() {
        return local;
    }
}
