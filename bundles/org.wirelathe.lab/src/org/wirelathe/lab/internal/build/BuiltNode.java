package org.wirelathe.lab.internal.build;

import java.util.List;
import java.util.Optional;
import org.wirelathe.api.link.Bridge;
import org.wirelathe.api.link.Link;
import org.wirelathe.api.net.Network;
import org.wirelathe.api.nic.NetworkInterface;
import org.wirelathe.api.node.NodeContext;
import org.wirelathe.api.socket.Sockets;
import org.wirelathe.api.transport.Datagrams;
import org.wirelathe.api.transport.Transport;
import org.wirelathe.lab.NodeAccess;
import org.wirelathe.model.Node;

/**
 * A node with its layers.
 *
 * @param model what the lab file says of it
 * @param context what its layers share
 * @param counters its counters
 * @param nics its interfaces, in the order of the lab file
 * @param links the link layer on each of them; a switch has none
 * @param bridge what joins the interfaces of a switch; empty for hosts and routers
 * @param network its network layer; a switch, which does not look into packets, has one without interfaces
 * @param transport its transport layer
 * @param datagrams its datagram transport
 * @param sockets its sockets
 */
public record BuiltNode(Node model, NodeContext context, NodeCounters counters, List<NetworkInterface> nics,
        List<Link> links, Optional<Bridge> bridge, Network network, Transport transport, Datagrams datagrams,
        Sockets sockets) {
    public String name() {
        return model.name();
    }

    /** For those outside of the lab. */
    public NodeAccess access() {
        return new NodeAccess(context, nics, links, bridge, network, datagrams, sockets);
    }

    /** Releases every packet, from the top down. */
    void close() {
        sockets.close();
        transport.close();
        datagrams.close();
        network.close();
        links.forEach(Link::close);
        bridge.ifPresent(Bridge::close);
        nics.forEach(NetworkInterface::close);
    }
}
