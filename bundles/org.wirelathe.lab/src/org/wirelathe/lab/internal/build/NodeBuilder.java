package org.wirelathe.lab.internal.build;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.wirelathe.api.congestion.Algorithms;
import org.wirelathe.api.link.Bridge;
import org.wirelathe.api.link.Link;
import org.wirelathe.api.link.LinkLayer;
import org.wirelathe.api.link.LinkSettings;
import org.wirelathe.api.link.SwitchModel;
import org.wirelathe.api.link.SwitchPort;
import org.wirelathe.api.link.SwitchSettings;
import org.wirelathe.api.net.Network;
import org.wirelathe.api.net.NetworkLayer;
import org.wirelathe.api.net.RouteEntry;
import org.wirelathe.api.nic.LinePort;
import org.wirelathe.api.nic.NetDevice;
import org.wirelathe.api.nic.NetworkInterface;
import org.wirelathe.api.nic.NicDriver;
import org.wirelathe.api.nic.NicModel;
import org.wirelathe.api.nic.NicSpec;
import org.wirelathe.api.node.NodeContext;
import org.wirelathe.api.queue.PacketQueue;
import org.wirelathe.api.socket.SocketLayer;
import org.wirelathe.api.socket.SocketSettings;
import org.wirelathe.api.socket.Sockets;
import org.wirelathe.api.transport.DatagramLayer;
import org.wirelathe.api.transport.Datagrams;
import org.wirelathe.api.transport.Transport;
import org.wirelathe.api.transport.TransportLayer;
import org.wirelathe.api.transport.TransportSettings;
import org.wirelathe.lab.LabException;
import org.wirelathe.model.Interface;
import org.wirelathe.model.Node;
import org.wirelathe.model.NodeType;
import org.wirelathe.model.PortRef;
import org.wirelathe.model.Queue;
import org.wirelathe.model.RouteText;
import org.wirelathe.model.Vlans;
import org.wirelathe.wire.Mac;

/** Builds nodes: for each interface card, driver and queue, above them the layers, each from the service of its name. */
final class NodeBuilder {
    private final Parts parts;
    private final Algorithms algorithms;
    private final DriverMaker drivers;
    private final Map<PortRef, Plug> plugs;
    private final NicModel cards;
    private final QueueMaker queues;
    private final LinkLayer linkLayer;
    private final NetworkLayer networkLayer;
    private final TransportLayer transportLayer;
    private final DatagramLayer datagramLayer;
    private final SocketLayer socketLayer;
    private final Map<PortRef, Alterations.Fitted> fitted = new HashMap<>();
    private SwitchModel switches;
    private long addresses;

    /** Where an interface is plugged in, and the queue that the cable puts in front of it. */
    record Plug(LinePort port, Queue queue) {
    }

    /** Sees each interface once it is built: to record it. */
    interface Fitting {
        /** How the device is to be decorated; {@code null} for not at all. */
        UnaryOperator<NetDevice> of(NodeContext node, NetworkInterface nic, LinePort port) throws LabException;
    }

    NodeBuilder(Parts parts, Algorithms algorithms, DriverMaker drivers, Map<PortRef, Plug> plugs)
            throws LabException {
        this.parts = parts;
        this.algorithms = algorithms;
        this.drivers = drivers;
        this.plugs = plugs;
        cards = parts.any(Kind.NIC);
        queues = new QueueMaker(parts);
        linkLayer = parts.named(Kind.LINK, "ethernet");
        networkLayer = parts.named(Kind.NETWORK, "ip");
        transportLayer = parts.named(Kind.TRANSPORT, "tcp");
        datagramLayer = parts.named(Kind.DATAGRAM, "udp");
        socketLayer = parts.named(Kind.SOCKET, "socket");
    }

    BuiltNode build(Node model, NodeContext context, NodeCounters counters, List<RouteEntry> routes, Fitting fitting)
            throws LabException {
        Network network = networkLayer.create(context, model.ip());
        List<NetworkInterface> nics = new ArrayList<>();
        List<Link> links = new ArrayList<>();
        for (Interface iface : model.interfaces()) {
            NetworkInterface nic = fit(context, iface, fitting);
            nics.add(nic);
            if (model.type() != NodeType.SWITCH) {
                Link link = linkLayer.attach(context, nic, LinkSettings.vlan(iface.vlans().own()));
                network.addInterface(link, iface.ip());
                links.add(link);
            }
        }
        Optional<Bridge> bridge = model.type() != NodeType.SWITCH || nics.isEmpty() ? Optional.empty()
                : Optional.of(switches().create(context, nics, switching(model)));
        for (RouteEntry route : routes) {
            try {
                network.addRoute(route);
            } catch (IllegalArgumentException e) {
                throw new LabException("the route " + RouteText.of(route) + " of " + model.name() + " leads nowhere: "
                        + e.getMessage(), "nodes", model.name());
            }
        }
        passage(model, network);
        Transport transport = transportLayer.create(context, network, algorithms,
                new TransportSettings(model.tcp().delayedAck()));
        Datagrams datagrams = datagramLayer.create(context, network);
        SocketSettings settings = new SocketSettings((int) model.tcp().sendBuffer(), (int) model.tcp().receiveBuffer(),
                model.tcp().congestion());
        Sockets sockets = socketLayer.create(context, transport, datagrams, settings);
        return new BuiltNode(model, context, counters, nics, links, bridge, network, transport, datagrams,
                sockets);
    }

    /** What the node's network layer does with packets beside sending them on. */
    private static void passage(Node model, Network network) throws LabException {
        try {
            if (!model.firewall().isEmpty()) {
                network.firewall(model.firewall());
            }
            if (model.nat().isPresent()) {
                network.nat(model.nat().get());
            }
        } catch (IllegalArgumentException e) {
            throw new LabException(e.getMessage(), "nodes", model.name());
        }
    }

    private NetworkInterface fit(NodeContext context, Interface iface, Fitting fitting) throws LabException {
        Plug plug = plugs.get(new PortRef(context.name(), iface.name()));
        if (plug == null) {
            LinePort nowhere = new UnpluggedPort(context.scheduler(),
                    context.counters().drop(iface.name(), "noCarrier"));
            plug = new Plug(nowhere, Queue.DEFAULT);
        }
        // Every interface takes a number, also one with an address of its own: that one more has it shifts no other.
        addresses++;
        NicSpec spec = new NicSpec(iface.name(), iface.mac().orElse(Mac.local(addresses)), iface.mtu(),
                iface.rings().tx(), iface.rings().rx(), iface.card().coalescing(), iface.card().offloads(),
                iface.card().pause(), (int) iface.card().buffer());
        Queue discipline = iface.queue().orElse(plug.queue());
        PacketQueue queue = queues.create(context, iface.name(), discipline, plug.port().bitsPerSecond());
        NicDriver driver = drivers.make(iface.driver(), "nodes", context.name(), "interfaces", iface.name());
        NetworkInterface nic = cards.create(context, spec, plug.port(), driver, queue);
        UnaryOperator<NetDevice> decorate = fitting.of(context, nic, plug.port());
        if (decorate != null) {
            nic.driver(driver, decorate);
        }
        fitted.put(new PortRef(context.name(), iface.name()), new Alterations.Fitted(context, nic,
                plug.port().bitsPerSecond(), decorate == null ? UnaryOperator.identity() : decorate,
                discipline, iface.driver().type()));
        return nic;
    }

    /** Every interface that was built, for events to change. */
    Map<PortRef, Alterations.Fitted> fitted() {
        return fitted;
    }

    /** A switch is looked for when the first one is built: most labs have none. */
    private SwitchModel switches() throws LabException {
        if (switches == null) {
            switches = parts.any(Kind.SWITCH);
        }
        return switches;
    }

    /** A switch knows VLANs when one of its ports does: then the others are on the first. */
    private static SwitchSettings switching(Node model) {
        Map<String, SwitchPort> ports = new HashMap<>();
        if (model.interfaces().stream().anyMatch(port -> !port.vlans().equals(Vlans.NONE))) {
            for (Interface port : model.interfaces()) {
                ports.put(port.name(), new SwitchPort(port.vlans().untagged(), Set.copyOf(port.vlans().trunk())));
            }
        }
        return new SwitchSettings(model.switching().table(), model.switching().ageing(),
                model.switching().loopDetection(), SwitchSettings.DEFAULT.recovery(), ports);
    }
}
