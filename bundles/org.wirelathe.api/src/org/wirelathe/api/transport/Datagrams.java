package org.wirelathe.api.transport;

import java.util.List;

/** The datagram transport of one node (RFC 768, RFC 1122 §4.1, RFC 8085). Belongs to the loop's thread. */
public interface Datagrams {
    /**
     * Takes a port.
     *
     * @param local wildcards: any local address, a port of the ephemeral range (RFC 6056)
     * @throws TransportException when the port is in use, none is left, or the address is not this node's
     */
    DatagramPort open(Endpoint local, DatagramHandler handler) throws TransportException;

    /**
     * As {@link #open}, but others that say so too may have the same port (SO_REUSEADDR): a datagram for a group or for
     * all stations goes to each of them, any other to the one that was opened last.
     */
    DatagramPort share(Endpoint local, DatagramHandler handler) throws TransportException;

    /** All ports that are open, in the order in which they were opened. */
    List<DatagramPort> ports();

    /** Closes all of them: the run is over. */
    void close();
}
