package org.wirelathe.socket;

import org.wirelathe.api.socket.Errno;
import org.wirelathe.api.socket.SocketException;
import org.wirelathe.api.socket.SocketRow;
import org.wirelathe.api.socket.SocketSettings;
import org.wirelathe.api.socket.StreamSocket;
import org.wirelathe.api.transport.Connection;
import org.wirelathe.api.transport.ConnectionConfig;
import org.wirelathe.api.transport.ConnectionListener;
import org.wirelathe.api.transport.Failure;
import org.wirelathe.api.transport.StreamBuffer;

/** A stream socket: two buffers, the connection between them, and what the application still has to hear. */
final class ConnectedSocket implements StreamSocket, ConnectionListener {
    /** {@link #fd} before accept and after close. */
    static final int NO_DESCRIPTOR = -1;
    /** What netstat calls what is underneath. */
    static final String PROTOCOL = "tcp";

    private final SocketTable table;
    private final StreamBuffer send;
    private final StreamBuffer receive;
    private final String congestion;
    private final Readiness readable = new Readiness(this::isReadable);
    private final Readiness writable = new Readiness(this::isWritable);
    private Connection connection;
    private StreamTrace trace = StreamTrace.OFF;
    private int fd = NO_DESCRIPTOR;

    private boolean established;
    /** The peer will send no more, or can no longer. */
    private boolean inputEnded;
    /** Nothing more may be written. */
    private boolean outputEnded;
    private boolean closed;
    private boolean done;
    private Errno pending;

    ConnectedSocket(SocketTable table) {
        SocketSettings settings = table.defaults();
        this.table = table;
        this.send = new StreamBuffer(settings.sendBuffer());
        this.receive = new StreamBuffer(settings.receiveBuffer());
        this.congestion = settings.congestion();
    }

    /** What the transport makes this socket's connection with. */
    ConnectionConfig config() {
        return new ConnectionConfig(send, receive, congestion, this);
    }

    void connection(Connection newConnection) {
        connection = newConnection;
        trace = StreamTrace.of(table.node(), newConnection);
    }

    void descriptor(int number) {
        fd = number;
    }

    @Override
    public int fd() {
        return fd;
    }

    @Override
    public Connection connection() {
        return connection;
    }

    @Override
    public boolean isDone() {
        return done;
    }

    SocketRow row() {
        return new SocketRow(PROTOCOL, fd, receive.length(), send.length(), connection.local(), connection.remote(),
                connection.state());
    }

    // ---- calls of the application ----

    @Override
    public int write(byte[] source, int at, int length) throws SocketException {
        requireOpen();
        raise();
        if (outputEnded) {
            throw new SocketException(Errno.EPIPE);                     // B43, B44
        }
        if (!established) {
            writable.exhausted();
            return 0;
        }
        int taken = send.append(source, at, length);
        if (taken < length) {
            writable.exhausted();
        }
        if (taken > 0) {
            trace.written(send.end(), taken);
            connection.written();
        }
        return taken;
    }

    @Override
    public int read(byte[] target, int at, int length) throws SocketException {
        requireOpen();
        int taken = receive.take(target, at, length);
        if (taken > 0) {
            trace.read(receive.start(), taken);
            connection.consumed();
        } else if (length > 0) {
            raise();
            taken = inputEnded ? -1 : 0;
        }
        if (receive.length() == 0) {
            readable.exhausted();
        }
        return taken;
    }

    @Override
    public int available() {
        return receive.length();
    }

    @Override
    public void onReadable(Runnable callback) {
        readable.register(callback);
        table.lookLater(readable);
    }

    @Override
    public void onWritable(Runnable callback) {
        writable.register(callback);
        table.lookLater(writable);
    }

    @Override
    public Errno error() {
        Errno taken = pending;
        pending = null;
        return taken;
    }

    @Override
    public void shutdownOutput() {
        if (!closed && !outputEnded) {
            outputEnded = true;
            connection.finish();
        }
    }

    @Override
    public void close() {
        if (closed) {
            return;
        }
        closed = true;
        outputEnded = true;
        readable.register(null);
        writable.register(null);
        int number = fd;
        fd = NO_DESCRIPTOR;
        connection.release();
        table.closed(this, number);
    }

    private void requireOpen() throws SocketException {
        if (closed) {
            throw new SocketException(Errno.EBADF);
        }
    }

    /** An error that nobody has been told of is told once. */
    private void raise() throws SocketException {
        if (pending != null) {
            throw new SocketException(error());
        }
    }

    private boolean isReadable() {
        return receive.length() > 0 || inputEnded || pending != null;
    }

    /** As Linux has it, room means a third of the buffer: a writer that is woken for every segment is slow. */
    private boolean isWritable() {
        return pending != null || outputEnded || established && 2L * send.room() >= send.length();
    }

    // ---- what the connection tells ----

    @Override
    public void established() {
        established = true;
        writable.look();
    }

    @Override
    public void received() {
        readable.look();
    }

    @Override
    public void acknowledged() {
        writable.look();
    }

    @Override
    public void finished() {
        inputEnded = true;
        readable.look();
    }

    @Override
    public void closed() {
        end();
    }

    /** An error is news even to who has been told that the socket is ready. */
    @Override
    public void failed(Failure failure) {
        pending = Errors.of(failure);
        readable.exhausted();
        writable.exhausted();
        end();
    }

    private void end() {
        done = true;
        inputEnded = true;
        outputEnded = true;
        table.ended(this);
        readable.look();
        writable.look();
    }
}
