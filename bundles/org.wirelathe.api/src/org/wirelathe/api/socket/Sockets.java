package org.wirelathe.api.socket;

import java.util.List;

import org.wirelathe.api.transport.Endpoint;

/** The sockets of one node. All of them are non-blocking; readiness is told by callbacks on the loop. */
public interface Sockets {
    /**
     * Begins a connection (B36): writable once it is established; {@link StreamSocket#error} when it failed.
     *
     * @throws SocketException when it cannot be begun
     */
    StreamSocket connect(Endpoint remote) throws SocketException;

    /**
     * Listens on a port of all local addresses.
     *
     * @param backlog most connections waiting to be accepted (B40)
     * @throws SocketException when the port is taken
     */
    ListenSocket listen(int port, int backlog) throws SocketException;

    /**
     * Opens a datagram socket.
     *
     * @param local wildcards: any local address, any port
     * @throws SocketException EADDRINUSE, EADDRNOTAVAIL, EMFILE
     */
    DatagramSocket datagram(Endpoint local) throws SocketException;

    /**
     * As {@link #datagram}, but others that say so too may have the same port (SO_REUSEADDR): each of them gets what is
     * sent to a group or to all stations.
     */
    DatagramSocket sharedDatagram(Endpoint local) throws SocketException;

    /** The table that netstat prints (B27), by file descriptor. */
    List<SocketRow> table();

    /** Forgets all sockets: the run is over. */
    void close();
}
