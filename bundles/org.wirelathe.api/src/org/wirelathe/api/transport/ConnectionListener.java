package org.wirelathe.api.transport;

/** What a connection tells its socket; on the loop, never from inside a call that the socket makes. */
public interface ConnectionListener {
    /** The handshake is complete. */
    void established();

    /** Bytes were added to the receive buffer. */
    void received();

    /** Bytes were acknowledged: the send buffer has room. */
    void acknowledged();

    /** The other end will send no more; what is in the receive buffer is the rest. */
    void finished();

    /** The connection ended in order: both ends closed, everything acknowledged. It may linger in TIME-WAIT. */
    void closed();

    /** The connection is gone and will not come back. */
    void failed(Failure failure);
}
