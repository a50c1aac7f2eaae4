package org.wirelathe.model.internal.check;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.wirelathe.api.net.InterfaceAddress;
import org.wirelathe.api.net.RouteEntry;
import org.wirelathe.model.Interface;
import org.wirelathe.model.Node;
import org.wirelathe.model.NodeType;
import org.wirelathe.model.PortRef;
import org.wirelathe.model.Routes;
import org.wirelathe.model.ShortestWays;
import org.wirelathe.model.Topology;
import org.wirelathe.wire.IpAddress;
import org.wirelathe.wire.IpPrefix;

/** Follows a packet through the lab by the routing tables, without running it. */
final class Ways {
    /**
     * How far a packet comes.
     *
     * @param fault why it does not arrive, in a sentence; empty when it does
     * @param source the address that it comes from in the end; empty when that is not known
     */
    record Way(Optional<String> fault, Optional<IpAddress> source) {
        private static Way fails(String sentence) {
            return new Way(Optional.of(sentence), Optional.empty());
        }
    }

    /** Where a node sends a packet. */
    private record Step(Interface out, IpAddress nextHop) {}

    private final Topology topology;
    private final ShortestWays shortest;
    private final Map<IpAddress, List<IpPrefix>> networks = new HashMap<>();
    /** {@code null} until somebody asks. */
    private List<IpPrefix> all;

    Ways(Topology topology) {
        this.topology = topology;
        this.shortest = new ShortestWays(topology);
    }

    /** The way of a packet from {@code node} to {@code address}. */
    Way follow(Node node, IpAddress address) {
        Set<String> visited = new HashSet<>();
        Optional<IpAddress> source = Optional.empty();
        Node here = node;
        while (!here.owns(address)) {
            String name = here.name();
            if (!visited.isEmpty() && here.type() != NodeType.ROUTER) {
                return Way.fails(name + " is a host and forwards nothing: let a router do it");
            }
            if (!visited.add(name)) {
                return Way.fails("the routes lead in a circle through " + name);
            }
            Optional<Step> step = step(here, address);
            if (step.isEmpty()) {
                return Way.fails(
                        name + " has no route to " + address + ": give it a `gateway` or `routes`");
            }
            Optional<Node> next = next(here, step.get());
            if (next.isEmpty()) {
                return Way.fails(
                        step.get().nextHop
                                + " is not at the other end of the cable in "
                                + name
                                + ":"
                                + step.get().out.name());
            }
            source = source(here, step.get(), source);
            here = next.get();
        }
        return new Way(Optional.empty(), source);
    }

    /** The address that a packet has when it leaves: its sender's, or that of a router that translates it. */
    private static Optional<IpAddress> source(Node node, Step step, Optional<IpAddress> before) {
        boolean v4 = step.nextHop.isV4();
        boolean translated =
                v4 && node.nat().filter(n -> n.outside().equals(step.out.name())).isPresent();
        return before.isPresent() && !translated
                ? before
                : step.out.addresses().stream()
                        .map(InterfaceAddress::address)
                        .filter(a -> a.isV4() == v4 && !a.isLinkLocal())
                        .findFirst();
    }

    /**
     * The next step by longest prefix; a connected network goes before a route of the same length, and among routes
     * to one network that with the smallest metric.
     */
    private Optional<Step> step(Node node, IpAddress address) {
        Optional<Interface> connected = connected(node, address);
        int length = connected.flatMap(i -> i.subnet(address)).map(IpPrefix::length).orElse(-1);
        Optional<RouteEntry> route =
                routes(node, address).stream()
                        .filter(r -> r.to().contains(address) && r.to().length() > length)
                        .filter(r -> r.from().isEmpty())
                        .min(
                                Comparator.<RouteEntry>comparingInt(r -> -r.to().length())
                                        .thenComparingInt(RouteEntry::metric));
        if (route.isEmpty()) {
            return connected.map(out -> new Step(out, address));
        }
        if (route.get().hops().isEmpty()) {
            return Optional.empty();
        }
        RouteEntry.NextHop hop = route.get().hops().getFirst();
        IpAddress via = hop.gateway().orElse(address);
        Optional<Interface> out = hop.device().flatMap(node::iface).or(() -> connected(node, via));
        return out.map(it -> new Step(it, via));
    }

    private static Optional<Interface> connected(Node node, IpAddress address) {
        return node.interfaces().stream()
                .filter(i -> i.subnet(address).isPresent())
                .max(Comparator.comparingInt(i -> i.subnet(address).orElseThrow().length()));
    }

    private List<RouteEntry> routes(Node node, IpAddress address) {
        List<RouteEntry> routes = new ArrayList<>(node.routes());
        boolean computed = topology.lab().routing().computed();
        for (IpPrefix subnet : networksOf(address)) {
            if (!Routes.learns(node, subnet)) {
                continue;
            }
            Optional<IpAddress> via = Optional.empty();
            if (node.type() == NodeType.ROUTER) {
                via = Optional.ofNullable(shortest.towards(subnet).get(node.name()));
            } else if (computed) {
                via = shortest.from(node, subnet);
            }
            via.ifPresent(hop -> routes.add(RouteEntry.via(subnet, hop)));
        }
        node.gateways().forEach(via -> routes.add(Routes.gateway(node, via)));
        return routes;
    }

    private List<IpPrefix> networksOf(IpAddress address) {
        return networks.computeIfAbsent(address, a -> all().stream().filter(s -> s.contains(a)).toList());
    }

    /** Every network of the lab once: there are fewer than interfaces. */
    private List<IpPrefix> all() {
        if (all == null) {
            Set<IpPrefix> each = new LinkedHashSet<>();
            for (Node node : topology.lab().nodes()) {
                node.interfaces().forEach(iface -> each.addAll(iface.subnets()));
            }
            all = List.copyOf(each);
        }
        return all;
    }

    private Optional<Node> next(Node node, Step step) {
        PortRef port = new PortRef(node.name(), step.out.name());
        for (PortRef peer : topology.segment(port)) {
            boolean owns = topology.iface(peer).filter(i -> i.owns(step.nextHop)).isPresent();
            if (owns && !peer.equals(port)) {
                return topology.node(peer.node());
            }
        }
        // A router's own link-local address is not in the file.
        return step.nextHop.isLinkLocal() ? router(port) : Optional.empty();
    }

    private Optional<Node> router(PortRef port) {
        return topology.segment(port).stream()
                .filter(peer -> !peer.equals(port))
                .flatMap(peer -> topology.node(peer.node()).stream())
                .filter(node -> node.type() == NodeType.ROUTER)
                .findFirst();
    }
}
