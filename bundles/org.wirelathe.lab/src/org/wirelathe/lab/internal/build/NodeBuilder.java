package org.wirelathe.lab.internal.build;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.wirelathe.api.congestion.Algorithms;
import org.wirelathe.api.link.Link;
import org.wirelathe.api.link.LinkLayer;
import org.wirelathe.api.net.Network;
import org.wirelathe.api.net.NetworkLayer;
import org.wirelathe.api.nic.LinePort;
import org.wirelathe.api.nic.NetDevice;
import org.wirelathe.api.nic.NetworkInterface;
import org.wirelathe.api.nic.NicDriver;
import org.wirelathe.api.nic.NicModel;
import org.wirelathe.api.nic.NicSpec;
import org.wirelathe.api.node.NodeContext;
import org.wirelathe.api.queue.PacketQueue;
import org.wirelathe.api.queue.QueueDiscipline;
import org.wirelathe.api.queue.QueueSpec;
import org.wirelathe.api.socket.SocketLayer;
import org.wirelathe.api.socket.SocketSettings;
import org.wirelathe.api.socket.Sockets;
import org.wirelathe.api.transport.Transport;
import org.wirelathe.api.transport.TransportLayer;
import org.wirelathe.lab.LabException;
import org.wirelathe.model.Interface;
import org.wirelathe.model.Node;
import org.wirelathe.model.NodeType;
import org.wirelathe.model.PortRef;
import org.wirelathe.model.Queue;
import org.wirelathe.model.Route;
import org.wirelathe.model.Subnet;
import org.wirelathe.wire.Mac;

/** Builds nodes: for each interface card, driver and queue, above them the layers, each from the service of its name. */
final class NodeBuilder {
    private final Parts parts;
    private final Algorithms algorithms;
    private final Map<PortRef, Plug> plugs;
    private final NicModel cards;
    private final LinkLayer linkLayer;
    private final NetworkLayer networkLayer;
    private final TransportLayer transportLayer;
    private final SocketLayer socketLayer;
    private final Map<String, NicDriver> drivers = new HashMap<>();
    private final Map<String, QueueDiscipline> disciplines = new HashMap<>();
    private long addresses;

    /** Where an interface is plugged in, and the queue that the cable puts in front of it. */
    record Plug(LinePort port, Queue queue) {
    }

    /** Sees each interface once it is built: to record it. */
    interface Fitting {
        /** How the device is to be decorated; {@code null} for not at all. */
        UnaryOperator<NetDevice> of(NodeContext node, NetworkInterface nic, LinePort port);
    }

    NodeBuilder(Parts parts, Algorithms algorithms, Map<PortRef, Plug> plugs) throws LabException {
        this.parts = parts;
        this.algorithms = algorithms;
        this.plugs = plugs;
        cards = parts.any(Kind.NIC);
        linkLayer = parts.named(Kind.LINK, "ethernet");
        networkLayer = parts.named(Kind.NETWORK, "ip");
        transportLayer = parts.named(Kind.TRANSPORT, "tcp");
        socketLayer = parts.named(Kind.SOCKET, "socket");
    }

    BuiltNode build(Node model, NodeContext context, NodeCounters counters, List<Route> routes, Fitting fitting)
            throws LabException {
        Network network = networkLayer.create(context);
        List<NetworkInterface> nics = new ArrayList<>();
        List<Link> links = new ArrayList<>();
        for (Interface iface : model.interfaces()) {
            NetworkInterface nic = fit(context, iface, fitting);
            Link link = linkLayer.attach(context, nic);
            network.addInterface(link, iface.address(), iface.prefixLength());
            nics.add(nic);
            links.add(link);
        }
        network.forwarding(model.type() == NodeType.ROUTER);
        for (Route route : routes) {
            Subnet to = route.to();
            try {
                network.addRoute(to.network(), to.prefixLength(), route.via());
            } catch (IllegalArgumentException e) {
                throw new LabException("the route " + route + " of " + model.name() + " leads nowhere: " + e.getMessage(),
                        "nodes", model.name());
            }
        }
        Transport transport = transportLayer.create(context, network, algorithms);
        SocketSettings settings = new SocketSettings((int) model.tcp().sendBuffer(), (int) model.tcp().receiveBuffer(),
                model.tcp().congestion());
        Sockets sockets = socketLayer.create(context, transport, settings);
        return new BuiltNode(model, context, counters, nics, links, network, transport, sockets);
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
                iface.rings().tx(), iface.rings().rx());
        PacketQueue queue = discipline(plug.queue().type())
                .create(context, new QueueSpec(iface.name(), (int) plug.queue().limit()));
        NicDriver driver = driver(iface.driver());
        NetworkInterface nic = cards.create(context, spec, plug.port(), driver, queue);
        UnaryOperator<NetDevice> decorate = fitting.of(context, nic, plug.port());
        if (decorate != null) {
            nic.driver(driver, decorate);
        }
        return nic;
    }

    private NicDriver driver(String name) throws LabException {
        NicDriver driver = drivers.get(name);
        if (driver == null) {
            driver = parts.named(Kind.DRIVER, name);
            drivers.put(name, driver);
        }
        return driver;
    }

    private QueueDiscipline discipline(String name) throws LabException {
        QueueDiscipline discipline = disciplines.get(name);
        if (discipline == null) {
            discipline = parts.named(Kind.QUEUE, name);
            disciplines.put(name, discipline);
        }
        return discipline;
    }
}
