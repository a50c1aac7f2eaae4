package org.wirelathe.api.transport;

/** The passive side of a socket: what a listener asks and tells. */
public interface ListenHandler {
    /** Buffers and settings for a connection that a SYN asks for. */
    ConnectionConfig configure();

    /** Whether another completed connection can be taken: the accept queue has room (B40, B41). */
    boolean hasRoom();

    /**
     * A connection completed its handshake; it waits to be accepted. Its listener has heard {@code established}
     * already.
     *
     * @param config what {@link #configure} answered for it
     */
    void completed(Connection connection, ConnectionConfig config);
}
