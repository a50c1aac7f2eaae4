package org.wirelathe.api.socket;

import org.wirelathe.api.node.NodeContext;
import org.wirelathe.api.transport.Datagrams;
import org.wirelathe.api.transport.Transport;

/** Service: a socket layer. */
public interface SocketLayer {
    /** Name in lab files, e.g. {@code socket}. */
    String name();

    /** Runs the layer on one node. */
    Sockets create(NodeContext node, Transport transport, Datagrams datagrams,
            SocketSettings defaults);
}
