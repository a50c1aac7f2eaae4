package org.wirelathe.api.socket;

/** A listening socket. */
public interface ListenSocket {
    /** Its file descriptor. */
    int fd();

    /** The next completed connection, or {@code null} when none waits (EAGAIN; B42). */
    StreamSocket accept();

    /** Called when {@link #accept} would answer a socket. */
    void onAcceptable(Runnable callback);

    /** Stops listening; connections that wait are reset. */
    void close();
}
