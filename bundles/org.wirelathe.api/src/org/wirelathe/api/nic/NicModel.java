package org.wirelathe.api.nic;

import org.wirelathe.api.node.NodeContext;
import org.wirelathe.api.queue.PacketQueue;

/** Service: makes cards and the interfaces that hold them. */
public interface NicModel {
    /** Fits a node with a card plugged into {@code port}, run by {@code driver}, behind {@code queue}. */
    NetworkInterface create(NodeContext node, NicSpec spec, LinePort port, NicDriver driver, PacketQueue queue);
}
