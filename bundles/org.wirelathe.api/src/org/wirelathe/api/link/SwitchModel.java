package org.wirelathe.api.link;

import java.util.List;

import org.wirelathe.api.nic.NetworkInterface;
import org.wirelathe.api.node.NodeContext;

/** Service: a switch, which joins interfaces into one Ethernet. */
public interface SwitchModel {
    /** Name in lab files, e.g. {@code switch}. */
    String name();

    /**
     * Makes a switch of a node's interfaces; it takes every frame that they receive.
     *
     * @param ports its interfaces, 1 to 1024, in the order of the lab file
     */
    Bridge create(NodeContext node, List<NetworkInterface> ports, SwitchSettings settings);
}
