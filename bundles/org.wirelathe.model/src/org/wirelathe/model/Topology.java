package org.wirelathe.model;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.wirelathe.wire.IpAddress;

/** Look-ups over a lab in constant time; not for several threads at once. */
public final class Topology {
    private final Lab lab;
    private final Map<String, Node> nodes = new HashMap<>();
    private final Map<PortRef, Interface> interfaces = new HashMap<>();
    private final Map<PortRef, Link> links = new HashMap<>();
    private final Map<IpAddress, PortRef> addresses = new HashMap<>();
    private final Segments segments = new Segments(this);

    private Topology(Lab lab) {
        this.lab = lab;
        for (Node node : lab.nodes()) {
            nodes.putIfAbsent(node.name(), node);
            for (Interface iface : node.interfaces()) {
                PortRef port = new PortRef(node.name(), iface.name());
                interfaces.putIfAbsent(port, iface);
                iface.addresses().forEach(own -> addresses.putIfAbsent(own.address(), port));
            }
        }
        for (Link link : lab.links()) {
            links.putIfAbsent(link.a(), link);
            links.putIfAbsent(link.b(), link);
        }
    }

    /** The topology of {@code lab}; of things that wrongly share a name the first one counts. */
    public static Topology of(Lab lab) {
        return new Topology(lab);
    }

    /** The lab itself. */
    public Lab lab() {
        return lab;
    }

    /** The node of that name. */
    public Optional<Node> node(String name) {
        return Optional.ofNullable(nodes.get(name));
    }

    /** The interface that {@code port} names. */
    public Optional<Interface> iface(PortRef port) {
        return Optional.ofNullable(interfaces.get(port));
    }

    /** The cable in that port. */
    public Optional<Link> link(PortRef port) {
        return Optional.ofNullable(links.get(port));
    }

    /**
     * Every interface that hears that one's Ethernet frames, itself among them: those at the other
     * end of its cable, and over switches those of the same VLAN. Ports of switches are not among
     * them.
     */
    public List<PortRef> segment(PortRef port) {
        return segments.of(port);
    }

    /** The queue in front of that port: its own, or its cable's, or the one that is usual. */
    public Queue queue(PortRef port) {
        return iface(port)
                .flatMap(Interface::queue)
                .or(() -> link(port).map(Link::queue))
                .orElse(Queue.DEFAULT);
    }

    /** The port that has that address. */
    public Optional<PortRef> owner(IpAddress address) {
        return Optional.ofNullable(addresses.get(address));
    }

    /** Every cable between two nodes, in the order of the file. */
    public List<Link> between(String a, String b) {
        List<Link> found = new ArrayList<>();
        for (Link link : lab.links()) {
            boolean same = link.a().node().equals(a) && link.b().node().equals(b);
            boolean turned = link.a().node().equals(b) && link.b().node().equals(a);
            if (same || turned) {
                found.add(link);
            }
        }
        return found;
    }
}
