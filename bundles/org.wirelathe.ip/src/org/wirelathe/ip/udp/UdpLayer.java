package org.wirelathe.ip.udp;

import org.osgi.service.component.annotations.Component;
import org.wirelathe.api.net.Network;
import org.wirelathe.api.node.NodeContext;
import org.wirelathe.api.transport.DatagramLayer;
import org.wirelathe.api.transport.Datagrams;
import org.wirelathe.wire.Protocol;

/** UDP as a service. */
@Component
public final class UdpLayer implements DatagramLayer {
    @Override
    public String name() {
        return "udp";
    }

    @Override
    public Datagrams create(NodeContext node, Network network) {
        Udp udp = new Udp(node, network);
        network.handler(Protocol.UDP, udp);
        return udp;
    }
}
