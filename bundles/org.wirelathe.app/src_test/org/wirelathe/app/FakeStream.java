package org.wirelathe.app;

import java.io.ByteArrayOutputStream;
import org.wirelathe.api.probe.Gauges;
import org.wirelathe.api.socket.Errno;
import org.wirelathe.api.socket.SocketException;
import org.wirelathe.api.socket.StreamSocket;
import org.wirelathe.api.transport.Connection;
import org.wirelathe.api.transport.ConnectionReport;
import org.wirelathe.api.transport.ConnectionState;
import org.wirelathe.api.transport.Endpoint;

/** A socket whose other end is the test. */
final class FakeStream implements StreamSocket, Connection {
    final ByteArrayOutputStream written = new ByteArrayOutputStream();
    private final Endpoint local;
    private final Endpoint remote;
    private byte[] arrived = {};
    private int room;
    private boolean ended;
    private Errno pending;
    private Runnable readable;
    private Runnable writable;
    boolean outputShut;
    boolean closed;

    FakeStream(Endpoint local, Endpoint remote) {
        this.local = local;
        this.remote = remote;
    }

    /** Makes room for more bytes. */
    void room(int bytes) {
        room += bytes;
        writable.run();
    }

    void arrive(byte[] bytes) {
        arrived = bytes;
        readable.run();
    }

    /** The other end closes its direction. */
    void end() {
        ended = true;
        readable.run();
    }

    void fail(Errno errno) {
        pending = errno;
        readable.run();
        writable.run();
    }

    /** The next read or write throws, without a callback before. */
    void failSilently(Errno errno) {
        pending = errno;
    }

    @Override
    public int fd() {
        return 3;
    }

    @Override
    public int write(byte[] source, int at, int length) throws SocketException {
        raise();
        int taken = Math.min(length, room);
        written.write(source, at, taken);
        room -= taken;
        return taken;
    }

    @Override
    public int read(byte[] target, int at, int length) throws SocketException {
        raise();
        int taken = Math.min(length, arrived.length);
        System.arraycopy(arrived, 0, target, at, taken);
        arrived = java.util.Arrays.copyOfRange(arrived, taken, arrived.length);
        return taken == 0 && ended ? -1 : taken;
    }

    private void raise() throws SocketException {
        Errno errno = error();
        if (errno != null) {
            throw new SocketException(errno);
        }
    }

    @Override
    public int available() {
        return arrived.length;
    }

    @Override
    public void onReadable(Runnable callback) {
        readable = callback;
    }

    @Override
    public void onWritable(Runnable callback) {
        writable = callback;
    }

    @Override
    public Errno error() {
        Errno errno = pending;
        pending = null;
        return errno;
    }

    @Override
    public void shutdownOutput() {
        outputShut = true;
    }

    @Override
    public void close() {
        closed = true;
    }

    @Override
    public boolean isDone() {
        return closed;
    }

    @Override
    public Connection connection() {
        return this;
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
        return ConnectionState.ESTABLISHED;
    }

    @Override
    public void written() {
        throw new UnsupportedOperationException();
    }

    @Override
    public void consumed() {
        throw new UnsupportedOperationException();
    }

    @Override
    public void finish() {
        throw new UnsupportedOperationException();
    }

    @Override
    public void release() {
        throw new UnsupportedOperationException();
    }

    @Override
    public void abort() {
        throw new UnsupportedOperationException();
    }

    @Override
    public String congestion() {
        return "reno";
    }

    @Override
    public void congestion(String name) {
        throw new UnsupportedOperationException();
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
