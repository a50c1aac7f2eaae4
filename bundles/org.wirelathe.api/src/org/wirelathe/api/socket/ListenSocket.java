package org.wirelathe.api.socket;

/** A listening socket. */
public interface ListenSocket {
    /** Its file descriptor. */
    int fd();

    /**
     * The next completed connection, or {@code null} when none waits (EAGAIN; B42). While no descriptor is free
     * (EMFILE; B23) connections stay in the queue, and the callback comes when one is closed.
     */
    StreamSocket accept();

    /** Called when {@link #accept} would answer a socket; at the edge, so accept until it answers {@code null}. */
    void onAcceptable(Runnable callback);

    /** Stops listening; connections that wait are reset. */
    void close();
}
