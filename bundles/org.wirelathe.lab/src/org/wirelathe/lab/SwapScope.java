package org.wirelathe.lab;

import org.wirelathe.api.transport.Endpoint;

/** Which live connections change their congestion control. */
public sealed interface SwapScope {
    /** Every connection of every node. */
    record All() implements SwapScope {
    }

    /** Every connection of a node. */
    record OfNode(String node) implements SwapScope {
    }

    /** The connections of a node to one remote end. */
    record ToRemote(String node, Endpoint remote) implements SwapScope {
    }

    /** One connection of a node. */
    record OfConnection(String node, Endpoint local, Endpoint remote) implements SwapScope {
    }
}
