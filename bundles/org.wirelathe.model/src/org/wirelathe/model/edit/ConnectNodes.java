package org.wirelathe.model.edit;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.wirelathe.model.Interface;
import org.wirelathe.model.Node;
import org.wirelathe.model.NodeType;
import org.wirelathe.model.PortRef;
import org.wirelathe.model.Quantity;
import org.wirelathe.model.Subnet;
import org.wirelathe.model.Topology;
import org.wirelathe.model.internal.yaml.Yaml.Mapping;
import org.wirelathe.model.internal.yaml.Yaml;
import org.wirelathe.wire.Ipv4;

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
        int address;
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
        Subnet subnet = end.iface.orElseThrow().subnet();
        boolean used = end.node.routes().stream().anyMatch(route -> subnet.contains(route.via()));
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
                        && !a.iface.get().subnet().equals(b.iface.get().subnet());
        if (clash && keeps(a, b) == a) {
            b = movable(b);
        } else if (clash) {
            a = movable(a);
        }
        Subnet subnet = keeps(a, b) == a ? address(a, b) : address(b, a);
        writeInterface(a, subnet);
        writeInterface(b, subnet);
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
        Optional<Subnet> there = network(other.node.name(), new HashSet<>());
        boolean fits =
                end.iface.isPresent()
                        && there.map(end.iface.get().subnet()::equals).orElse(true);
        if (fits) {
            return end;
        }
        End moved = end.iface.isPresent() ? movable(end) : end;
        Subnet subnet = there.orElseGet(suggest::subnet);
        take(moved, subnet, false);
        writeInterface(moved, subnet);
        return moved;
    }

    private void writePort(End end) {
        if (end.iface.isEmpty() && !end.write) {
            end.write = true;
            text.add(targets.node(end.node.name()), "interfaces", Map.of(end.name, Fresh.table()));
        }
    }

    /** The network of the first station that is found behind a switch. */
    private Optional<Subnet> network(String name, Set<String> visited) {
        if (!visited.add(name)) {
            return Optional.empty();
        }
        for (Interface port : node(name).interfaces()) {
            PortRef here = new PortRef(name, port.name());
            Optional<PortRef> peer = topology.link(here).flatMap(link -> link.peer(here));
            Optional<Subnet> found =
                    peer.flatMap(topology::iface)
                            .filter(Interface::hasAddress)
                            .map(Interface::subnet);
            if (found.isEmpty() && peer.isPresent()) {
                boolean further =
                        topology.node(peer.get().node())
                                .filter(n -> n.type() == NodeType.SWITCH)
                                .isPresent();
                found = further ? network(peer.get().node(), visited) : found;
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
    private Subnet address(End keeps, End other) {
        Subnet subnet = keeps.iface.map(Interface::subnet).orElseGet(suggest::subnet);
        boolean fit =
                other.iface.isPresent()
                        && keeps.iface.isPresent()
                        && other.iface.get().subnet().equals(subnet);
        take(keeps, subnet, keeps.iface.isPresent());
        take(other, subnet, fit);
        return subnet;
    }

    private void take(End end, Subnet subnet, boolean keep) {
        end.address =
                keep ? end.iface.orElseThrow().address() : suggest.address(subnet, end.node.type());
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

    private void writeInterface(End end, Subnet subnet) {
        if (!end.write) {
            return;
        }
        Fresh address = AddNode.address(end.address, subnet);
        if (end.iface.isEmpty()) {
            text.add(targets.node(end.node.name()), "interfaces", Map.of(end.name, address));
            return;
        }
        Yaml written = targets.iface(new PortRef(end.node.name(), end.name));
        Yaml old = written instanceof Mapping table ? table.get("address").orElseThrow() : written;
        text.replace(old, address, true);
    }

    private void writeGateway(End end, End other) {
        Mapping table = targets.node(end.node.name());
        Optional<Yaml.Entry> old = table.entry("gateway");
        boolean wanted = end.node.type() == NodeType.HOST && other.node.type() == NodeType.ROUTER;
        Fresh gateway = Fresh.text(Ipv4.format(other.address));
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
        if (!end.write || end.iface.isEmpty() || end.node.gateway().isEmpty()) {
            return false;
        }
        int gateway = end.node.gateway().getAsInt();
        return end.node.interfaces().stream()
                .filter(i -> i.subnet().contains(gateway))
                .allMatch(i -> i.name().equals(end.name));
    }
}
