package org.wirelathe.lab;

import java.util.List;
import java.util.Optional;
import org.wirelathe.api.link.Bridge;
import org.wirelathe.api.link.Link;
import org.wirelathe.api.net.Network;
import org.wirelathe.api.nic.NetworkInterface;
import org.wirelathe.api.node.NodeContext;
import org.wirelathe.api.socket.Sockets;
import org.wirelathe.api.transport.Datagrams;

/**
 * The layers of one node, for whoever asks or changes something on the run's thread: {@link LabRun#onNode}. Nothing of
 * it may be kept or used elsewhere.
 *
 * @param context what the layers share
 * @param interfaces its interfaces, in the order of the lab file
 * @param links the link layer on each of them; a switch has none
 * @param bridge what joins the interfaces of a switch; empty for hosts and routers
 * @param network its network layer
 * @param datagrams its datagram transport
 * @param sockets its sockets
 */
public record NodeAccess(NodeContext context, List<NetworkInterface> interfaces, List<Link> links,
        Optional<Bridge> bridge, Network network, Datagrams datagrams, Sockets sockets) {
}
