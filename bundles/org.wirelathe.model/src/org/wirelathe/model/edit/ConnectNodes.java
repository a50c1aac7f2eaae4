package org.wirelathe.model.edit;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.wirelathe.api.net.InterfaceAddress;
import org.wirelathe.model.Interface;
import org.wirelathe.model.Node;
import org.wirelathe.model.NodeType;
import org.wirelathe.model.PortRef;
import org.wirelathe.model.Quantity;
import org.wirelathe.model.Topology;
import org.wirelathe.model.internal.check.Families;
import org.wirelathe.model.internal.yaml.Yaml;
import org.wirelathe.model.internal.yaml.Yaml.Mapping;
import org.wirelathe.wire.IpAddress;
import org.wirelathe.wire.IpPrefix;

/**
 * Lays a cable. Each end takes the first interface without a cable, or gets a new one; addresses
 * that do not fit are changed on one side. A host without a gateway that is joined to a router gets
 * that router.
 */
final class ConnectNodes {
    /** What a new cable is like. */
    static final long RATE = 1_000_000_000;

    static final long DELAY = 1_000_000;

    /**
     * One end: an interface that is there, or the name of a new one; and its address, when that is
     * to be written.
     */
    private static final class End {
        final Node node;
        final String name;
        final Optional<Interface> iface;
        List<InterfaceAddress> addresses = List.of();
        boolean write;

        End(Node node, String name, Optional<Interface> iface) {
            this.node = node;
            this.name = name;
            this.iface = iface;
        }
    }

    private final LabText text;
    private final Targets targets;
    private final Topology topology;
    private final Suggest suggest;

    private ConnectNodes(LabDocument document) {
        this.text = new LabText(document.yaml());
        this.targets = new Targets(text, document.lab());
        this.topology = Topology.of(document.sound());
        this.suggest = new Suggest(document.sound(), Set.of());
    }

    static List<TextChange> plan(LabDocument document, String a, String b) {
        if (a.equals(b)) {
            throw new EditException(
                    "a cable joins two nodes: choose another node for its other end");
        }
        ConnectNodes plan = new ConnectNodes(document);
        plan.join(plan.end(a), plan.end(b));
        return plan.text.changes();
    }

    static List<TextChange> plan(LabDocument document, PortRef a, PortRef b) {
        if (a.node().equals(b.node())) {
            throw new EditException(
                    "a cable joins two nodes: choose another node for its other end");
        }
        ConnectNodes plan = new ConnectNodes(document);
        plan.join(plan.end(a), plan.end(b));
        return plan.text.changes();
    }

    private Node node(String name) {
        return topology.node(name)
                .orElseThrow(() -> new EditException("there is no node '" + name + "'"));
    }

    private End end(String name) {
        Node node = node(name);
        for (Interface iface : node.interfaces()) {
            if (topology.link(new PortRef(name, iface.name())).isEmpty()) {
                return new End(node, iface.name(), Optional.of(iface));
            }
        }
        return fresh(node);
    }

    private End fresh(Node node) {
        Set<String> taken = new HashSet<>(targets.interfaceNames(node.name()));
        node.interfaces().forEach(iface -> taken.add(iface.name()));
        String name =
                node.type() == NodeType.SWITCH
                        ? Suggest.portName(taken)
                        : Suggest.interfaceName(taken);
        return new End(node, name, Optional.empty());
    }

    private End end(PortRef port) {
        Node node = node(port.node());
        Interface iface =
                node.iface(port.iface())
                        .orElseThrow(() -> new EditException("there is no interface " + port));
        if (topology.link(port).isPresent()) {
            throw new EditException(port + " has a cable already: an interface takes one");
        }
        return new End(node, iface.name(), Optional.of(iface));
    }

    /** The end with another interface when static routes lead over the network of this one. */
    private End movable(End end) {
        Interface iface = end.iface.orElseThrow();
        boolean used =
                end.node.routes().stream()
                        .flatMap(route -> route.hops().stream())
                        .flatMap(hop -> hop.gateway().stream())
                        .anyMatch(via -> iface.subnet(via).isPresent());
        return used
                ? fresh(end.node)
                : end;
    }

    private void join(End first, End second) {
        End a = first;
        End b = second;
        if (isSwitch(a) || isSwitch(b)) {
            a = isSwitch(b) ? onSwitch(a, b) : a;
            b = isSwitch(a) ? onSwitch(b, a) : b;
            writeGateway(a, b);
            writeGateway(b, a);
            writeLink(a, b);
            return;
        }
        boolean clash =
                a.iface.isPresent()
                        && b.iface.isPresent()
                        && Families.clash(a.iface.get(), b.iface.get()).isPresent();
        if (clash && keeps(a, b) == a) {
            b = movable(b);
        } else if (clash) {
            a = movable(a);
        }
        if (keeps(a, b) == a) {
            address(a, b);
        } else {
            address(b, a);
        }
        writeInterface(a);
        writeInterface(b);
        writeGateway(a, b);
        writeGateway(b, a);
        writeLink(a, b);
    }

    private static boolean isSwitch(End end) {
        return end.node.type() == NodeType.SWITCH;
    }

    /** The end of a cable into a switch, with an address of the network that is there. */
    private End onSwitch(End end, End other) {
        if (isSwitch(end)) {
            writePort(end);
            writePort(other);
            return end;
        }
        writePort(other);
        Optional<Interface> there = station(other.node.name(), new HashSet<>());
        boolean fits =
                end.iface.isPresent()
                        && there.map(s -> Families.clash(end.iface.get(), s).isEmpty()).orElse(true);
        if (fits) {
            return end;
        }
        End moved = end.iface.isPresent() ? movable(end) : end;
        take(moved, subnets(there), false);
        writeInterface(moved);
        return moved;
    }

    private void writePort(End end) {
        if (end.iface.isEmpty() && !end.write) {
            end.write = true;
            text.add(targets.node(end.node.name()), "interfaces", Map.of(end.name, Fresh.table()));
        }
    }

    /** The first interface with an address that is found behind a switch. */
    private Optional<Interface> station(String name, Set<String> visited) {
        if (!visited.add(name)) {
            return Optional.empty();
        }
        for (Interface port : node(name).interfaces()) {
            PortRef here = new PortRef(name, port.name());
            Optional<PortRef> peer = topology.link(here).flatMap(link -> link.peer(here));
            Optional<Interface> found =
                    peer.flatMap(topology::iface).filter(Interface::hasAddress);
            if (found.isEmpty() && peer.isPresent()) {
                boolean further =
                        topology.node(peer.get().node())
                                .filter(n -> n.type() == NodeType.SWITCH)
                                .isPresent();
                found = further ? station(peer.get().node(), visited) : found;
            }
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private void writeLink(End a, End b) {
        Fresh.Table link = Fresh.table();
        link.entries()
                .put(
                        "between",
                        Fresh.items(
                                new PortRef(a.node.name(), a.name),
                                new PortRef(b.node.name(), b.name)));
        link.entries().put("rate", Fresh.text(Quantity.RATE.format(RATE)));
        link.entries().put("delay", Fresh.text(Quantity.TIME.format(DELAY)));
        text.addItem("links", link);
    }

    /** Gives both ends addresses of one network: that of the end that keeps its own. */
    private void address(End keeps, End other) {
        List<IpPrefix> subnets = subnets(keeps.iface);
        boolean fit =
                other.iface.isPresent()
                        && keeps.iface.isPresent()
                        && Families.clash(other.iface.get(), keeps.iface.get()).isEmpty();
        take(keeps, subnets, keeps.iface.isPresent());
        take(other, subnets, fit);
    }

    /** The networks of an interface; a free one when it has none. */
    private List<IpPrefix> subnets(Optional<Interface> iface) {
        List<IpPrefix> subnets =
                iface.map(Interface::subnets).orElse(List.of()).stream()
                        .filter(s -> !s.network().isLinkLocal())
                        .toList();
        return subnets.isEmpty() ? List.of(suggest.subnet()) : subnets;
    }

    private void take(End end, List<IpPrefix> subnets, boolean keep) {
        end.addresses =
                keep
                        ? end.iface.orElseThrow().addresses()
                        : subnets.stream().map(s -> suggest.address(s, end.node.type())).toList();
        end.write = !keep;
    }

    /**
     * An interface that is there before a new one, a host's before a router's, the first before the
     * second.
     */
    private static End keeps(End a, End b) {
        if (a.iface.isPresent() != b.iface.isPresent()) {
            return a.iface.isPresent() ? a : b;
        }
        return a.node.type() != NodeType.HOST && b.node.type() == NodeType.HOST ? b : a;
    }

    private void writeInterface(End end) {
        if (!end.write) {
            return;
        }
        Fresh address = oneOrMany(end.addresses);
        if (end.iface.isEmpty()) {
            text.add(targets.node(end.node.name()), "interfaces", Map.of(end.name, address));
            return;
        }
        Yaml written = targets.iface(new PortRef(end.node.name(), end.name));
        if (written instanceof Mapping table && table.get("address").isEmpty()) {
            text.add(table, Map.of("address", address));
            return;
        }
        Yaml old = written instanceof Mapping table ? table.get("address").orElseThrow() : written;
        text.replace(old, address, true);
    }

    private static Fresh oneOrMany(List<?> values) {
        return values.size() == 1 ? Fresh.text(values.getFirst()) : Fresh.items(values.toArray());
    }

    private void writeGateway(End end, End other) {
        Mapping table = targets.node(end.node.name());
        Optional<Yaml.Entry> old = table.entry("gateway");
        List<IpAddress> gateways = gateways(other);
        boolean wanted =
                end.node.type() == NodeType.HOST
                        && other.node.type() == NodeType.ROUTER
                        && !gateways.isEmpty();
        Fresh gateway = oneOrMany(gateways.isEmpty() ? List.of("") : gateways);
        if (old.isEmpty() && wanted) {
            text.add(table, Map.of("gateway", gateway));
        } else if (old.isPresent() && stranded(end) && wanted) {
            text.replace(old.get().value(), gateway, table.flow());
        } else if (old.isPresent() && stranded(end)) {
            text.remove(table, Set.of(table.entries().indexOf(old.get())));
        }
    }

    /**
     * True when the node's gateway was only reachable through the interface that moves to another
     * network.
     */
    private static boolean stranded(End end) {
        if (!end.write || end.iface.isEmpty() || end.node.gateways().isEmpty()) {
            return false;
        }
        return end.node.gateways().stream()
                .anyMatch(
                        gateway ->
                                end.node.interfaces().stream()
                                        .filter(i -> i.subnet(gateway).isPresent())
                                        .allMatch(i -> i.name().equals(end.name)));
    }

    /** The first address of each family that a neighbour may send to. */
    private static List<IpAddress> gateways(End router) {
        List<IpAddress> found = new ArrayList<>();
        for (InterfaceAddress own : router.addresses) {
            boolean known = found.stream().anyMatch(a -> a.isV4() == own.address().isV4());
            if (!known && !own.address().isLinkLocal()) {
                found.add(own.address());
            }
        }
        return found;
    }
}
