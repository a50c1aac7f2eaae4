package org.wirelathe.ethernet;

import org.osgi.service.component.annotations.Component;
import org.wirelathe.api.link.Link;
import org.wirelathe.api.link.LinkLayer;
import org.wirelathe.api.link.LinkSettings;
import org.wirelathe.api.nic.NetworkInterface;
import org.wirelathe.api.node.NodeContext;

/** Ethernet with VLANs and ARP. */
@Component
public final class EthernetLayer implements LinkLayer {
    @Override
    public String name() {
        return "ethernet";
    }

    @Override
    public Link attach(NodeContext node, NetworkInterface nic, LinkSettings settings) {
        return new EthernetPort(node, nic).open(settings);
    }
}
