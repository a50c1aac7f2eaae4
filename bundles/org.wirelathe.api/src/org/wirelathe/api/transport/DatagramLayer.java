package org.wirelathe.api.transport;

import org.wirelathe.api.net.Network;
import org.wirelathe.api.node.NodeContext;

/** Service: a datagram transport, e.g. UDP. */
public interface DatagramLayer {
    /** Name in lab files, e.g. {@code udp}. */
    String name();

    /** Runs the transport on one node. */
    Datagrams create(NodeContext node, Network network);
}
