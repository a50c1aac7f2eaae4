package org.wirelathe.api.socket;

import org.wirelathe.api.transport.Connection;

/** A connected, or connecting, stream socket. */
public interface StreamSocket {
    /** Its file descriptor. */
    int fd();

    /**
     * Copies bytes to the send buffer (B24, B33).
     *
     * @return how many were taken; 0 when the buffer is full (EAGAIN): the writable callback will come
     * @throws SocketException ECONNRESET once after a reset, then EPIPE (B43); EPIPE after {@link #shutdownOutput}
     */
    int write(byte[] source, int at, int length) throws SocketException;

    /**
     * Takes bytes from the receive buffer (B25, B26).
     *
     * @return how many; 0 when there are none now (EAGAIN): the readable callback will come; -1 at the end of the
     *        stream
     * @throws SocketException ECONNRESET once after a reset, then the end of the stream (B43)
     */
    int read(byte[] target, int at, int length) throws SocketException;

    /** Bytes that can be read now. */
    int available();

    /**
     * Called when reading would not answer 0: bytes, end of stream or error. One callback; {@code null} for none.
     *
     * <p>Readiness is told at the edge, as epoll does with EPOLLET: once when it begins, not again before {@link #read}
     * has emptied the buffer, except for an error. So read until it answers 0. Who registers while it is ready is told
     * once, from the loop.
     */
    void onReadable(Runnable callback);

    /**
     * Called when writing would not answer 0: established, room again, or error. At the edge, as {@link #onReadable}:
     * again only after {@link #write} has taken less than it was given, and then when a third of the buffer is free
     * (Linux).
     */
    void onWritable(Runnable callback);

    /** The pending error, which is thereby taken (SO_ERROR); {@code null} when there is none. */
    Errno error();

    /** Sends FIN behind what is buffered; reading goes on (SHUT_WR, B44). */
    void shutdownOutput();

    /** Closes: what is buffered still goes out; unread input makes it a reset (B46). */
    void close();

    /** Whether the connection has ended, in order or not. */
    boolean isDone();

    /** The connection underneath (B22). */
    Connection connection();
}
