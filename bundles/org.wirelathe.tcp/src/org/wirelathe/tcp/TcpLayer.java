package org.wirelathe.tcp;

import java.util.List;

import org.osgi.service.component.annotations.Component;
import org.wirelathe.api.congestion.Algorithms;
import org.wirelathe.api.net.Network;
import org.wirelathe.api.node.NodeContext;
import org.wirelathe.api.transport.Transport;
import org.wirelathe.api.transport.TransportLayer;
import org.wirelathe.api.transport.TransportSettings;
import org.wirelathe.wire.Protocol;

/** TCP as a service. */
@Component
public final class TcpLayer implements TransportLayer {
    @Override
    public String name() {
        return "tcp";
    }

    @Override
    public List<String> builtIn() {
        return List.of(Reno.NAME);
    }

    @Override
    public Transport create(NodeContext node, Network network, Algorithms algorithms, TransportSettings settings) {
        Tcp tcp = new Tcp(node, network, algorithms, settings);
        network.handler(Protocol.TCP, tcp);
        return tcp;
    }
}
