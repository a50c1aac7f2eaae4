package org.wirelathe.api.net;

import org.wirelathe.api.node.NodeContext;

/** Service: a network layer, e.g. IPv4 and IPv6 with ICMP. */
public interface NetworkLayer {
    /** Name in lab files, e.g. {@code ip}. */
    String name();

    /** Runs the layer on one node. */
    Network create(NodeContext node, NetworkSettings settings);
}
