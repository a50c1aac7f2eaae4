package org.wirelathe.api.transport;

import org.wirelathe.api.congestion.Algorithms;
import org.wirelathe.api.net.Network;
import org.wirelathe.api.node.NodeContext;

/** Service: a transport layer, e.g. TCP. */
public interface TransportLayer {
    /** Name in lab files, e.g. {@code tcp}. */
    String name();

    /** Algorithms that are part of it and cannot be removed; the first is the fallback. */
    java.util.List<String> builtIn();

    /** Runs the layer on one node. */
    Transport create(NodeContext node, Network network, Algorithms algorithms, TransportSettings settings);

    /** Runs the layer on one node, with the settings that hosts have when nobody says otherwise. */
    default Transport create(NodeContext node, Network network, Algorithms algorithms) {
        return create(node, network, algorithms, TransportSettings.DEFAULT);
    }
}
