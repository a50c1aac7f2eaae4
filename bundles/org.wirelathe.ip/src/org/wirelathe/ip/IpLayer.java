package org.wirelathe.ip;

import org.osgi.service.component.annotations.Component;
import org.wirelathe.api.net.Network;
import org.wirelathe.api.net.NetworkLayer;
import org.wirelathe.api.net.NetworkSettings;
import org.wirelathe.api.node.NodeContext;

/** IPv4 with ICMP. */
@Component
public final class IpLayer implements NetworkLayer {
    @Override
    public String name() {
        return "ip";
    }

    @Override
    public Network create(NodeContext node, NetworkSettings settings) {
        return new IpNetwork(node, settings);
    }
}
