package org.wirelathe.model.internal.check;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.wirelathe.model.Interface;
import org.wirelathe.model.Node;
import org.wirelathe.model.NodeType;
import org.wirelathe.model.PortRef;
import org.wirelathe.model.Route;
import org.wirelathe.model.ShortestWays;
import org.wirelathe.model.Subnet;
import org.wirelathe.model.Topology;
import org.wirelathe.wire.Ipv4;

/** Follows a packet through the lab by the routing tables, without running it. */
final class Ways {
    /** Where a node sends a packet. */
    private record Step(Interface out, int nextHop) {}

    private final Topology topology;
    private final ShortestWays shortest;
    private final Map<Integer, List<Subnet>> networks = new HashMap<>();

    Ways(Topology topology) {
        this.topology = topology;
        this.shortest = new ShortestWays(topology);
    }

    /**
     * Why a packet from {@code node} does not reach {@code address}, in a sentence; empty when it
     * does.
     */
    Optional<String> fault(Node node, int address) {
        Set<String> visited = new HashSet<>();
        Node here = node;
        while (!owns(here, address)) {
            String name = here.name();
            if (!visited.isEmpty() && here.type() != NodeType.ROUTER) {
                return Optional.of(name + " is a host and forwards nothing: let a router do it");
            }
            if (!visited.add(name)) {
                return Optional.of("the routes lead in a circle through " + name);
            }
            Optional<Step> step = step(here, address);
            if (step.isEmpty()) {
                return Optional.of(
                        name
                                + " has no route to "
                                + Ipv4.format(address)
                                + ": give it a `gateway` or `routes`");
            }
            Optional<Node> next = follow(here, step.get());
            if (next.isEmpty()) {
                String hop = Ipv4.format(step.get().nextHop);
                return Optional.of(
                        hop
                                + " is not at the other end of the cable in "
                                + name
                                + ":"
                                + step.get().out.name());
            }
            here = next.get();
        }
        return Optional.empty();
    }

    /** The address that {@code node} sends from. */
    OptionalInt source(Node node, int address) {
        Optional<Step> step = owns(node, address) ? Optional.empty() : step(node, address);
        return step.map(s -> OptionalInt.of(s.out.address())).orElse(OptionalInt.empty());
    }

    private static boolean owns(Node node, int address) {
        return node.interfaces().stream().anyMatch(i -> i.address() == address);
    }

    /**
     * The next step by longest prefix; a connected network goes before a route of the same length.
     */
    private Optional<Step> step(Node node, int address) {
        Optional<Interface> connected = connected(node, address);
        int length = connected.map(Interface::prefixLength).orElse(-1);
        Optional<Route> route =
                routes(node, address).stream()
                        .filter(r -> r.to().contains(address) && r.to().prefixLength() > length)
                        .max(Comparator.comparingInt(r -> r.to().prefixLength()));
        if (route.isPresent()) {
            int via = route.get().via();
            return connected(node, via).map(out -> new Step(out, via));
        }
        return connected.map(out -> new Step(out, address));
    }

    private static Optional<Interface> connected(Node node, int address) {
        return node.interfaces().stream()
                .filter(i -> i.subnet().contains(address))
                .max(Comparator.comparingInt(Interface::prefixLength));
    }

    private List<Route> routes(Node node, int address) {
        List<Route> routes = new ArrayList<>(node.routes());
        if (node.type() == NodeType.ROUTER && routes.isEmpty()) {
            for (Subnet subnet : networksOf(address)) {
                Integer via = shortest.towards(subnet).get(node.name());
                if (via != null) {
                    routes.add(new Route(subnet, via));
                }
            }
        }
        node.gateway().ifPresent(via -> routes.add(new Route(new Subnet(0, 0), via)));
        return routes;
    }

    private List<Subnet> networksOf(int address) {
        return networks.computeIfAbsent(
                address,
                a ->
                        topology.lab().nodes().stream()
                                .flatMap(n -> n.interfaces().stream())
                                .filter(Interface::hasAddress)
                                .map(Interface::subnet)
                                .filter(s -> s.contains(a))
                                .distinct()
                                .toList());
    }

    private Optional<Node> follow(Node node, Step step) {
        PortRef port = new PortRef(node.name(), step.out.name());
        return topology.segment(port).stream()
                .filter(
                        peer ->
                                !peer.equals(port)
                                        && topology.iface(peer)
                                                .filter(i -> i.address() == step.nextHop)
                                                .isPresent())
                .findFirst()
                .flatMap(peer -> topology.node(peer.node()));
    }
}
