package org.wirelathe.api.transport;

import java.util.List;

/** The transport layer of one node. Belongs to the loop's thread. */
public interface Transport {
    /**
     * Begins a connection; the SYN is on its way when this returns.
     *
     * @param local wildcards are filled in: the address by the route, the port from the ephemeral range (RFC 6056)
     * @throws TransportException when it cannot be begun: no route, port in use, no port left
     */
    Connection connect(Endpoint local, Endpoint remote, ConnectionConfig config) throws TransportException;

    /**
     * Listens on a port.
     *
     * @throws TransportException when the port is in use
     */
    Listener listen(Endpoint local, ListenHandler handler) throws TransportException;

    /** All connections that are not CLOSED, in the order in which they were begun. */
    List<Connection> connections();

    /** Every connection so far, closed ones included, in the order in which they were begun. */
    List<ConnectionReport> reports();

    /** Providers came or went: every connection looks whether it has the algorithm it asked for. */
    void algorithmsChanged();

    /** Releases every packet it holds and forgets all connections: the run is over. */
    void close();
}
