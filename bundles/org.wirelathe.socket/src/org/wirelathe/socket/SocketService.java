package org.wirelathe.socket;

import org.osgi.service.component.annotations.Component;
import org.wirelathe.api.node.NodeContext;
import org.wirelathe.api.socket.SocketLayer;
import org.wirelathe.api.socket.SocketSettings;
import org.wirelathe.api.socket.Sockets;
import org.wirelathe.api.transport.Datagrams;
import org.wirelathe.api.transport.Transport;

/** Sockets as a service. */
@Component
public final class SocketService implements SocketLayer {
    @Override
    public String name() {
        return "socket";
    }

    @Override
    public Sockets create(NodeContext node, Transport transport, Datagrams datagrams,
            SocketSettings defaults) {
        return new SocketTable(node, transport, datagrams, defaults);
    }
}
