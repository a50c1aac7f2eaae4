package org.wirelathe.api.link;

import org.wirelathe.api.nic.NetworkInterface;
import org.wirelathe.api.node.NodeContext;

/** Service: a link layer, e.g. Ethernet with ARP. */
public interface LinkLayer {
    /** Name in lab files, e.g. {@code ethernet}. */
    String name();

    /** Runs the layer on one interface, as {@link LinkSettings#DEFAULT} says. */
    default Link attach(NodeContext node, NetworkInterface nic) {
        return attach(node, nic, LinkSettings.DEFAULT);
    }

    /** Runs the layer on one interface; {@link Link#beside} gives it more VLANs. */
    Link attach(NodeContext node, NetworkInterface nic, LinkSettings settings);
}
