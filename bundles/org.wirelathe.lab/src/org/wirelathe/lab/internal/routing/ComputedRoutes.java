package org.wirelathe.lab.internal.routing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.wirelathe.api.net.RouteEntry;
import org.wirelathe.api.net.RouteEntry.Kind;
import org.wirelathe.api.net.RouteEntry.NextHop;
import org.wirelathe.api.net.RouteEntry.Origin;
import org.wirelathe.model.Interface;
import org.wirelathe.model.Lab;
import org.wirelathe.model.Link;
import org.wirelathe.model.Node;
import org.wirelathe.model.NodeType;
import org.wirelathe.model.PortRef;
import org.wirelathe.model.Prefixes;
import org.wirelathe.model.Routes;
import org.wirelathe.model.ShortestWays;
import org.wirelathe.model.Topology;
import org.wirelathe.wire.IpAddress;
import org.wirelathe.wire.IpPrefix;

/**
 * The shortest ways of a lab, over those of its cables that are whole. What they cost is what the cables cost that
 * packets leave by; all that are equally short share the flows. A network is where routers have a whole cable on it, or
 * an interface without any.
 */
final class ComputedRoutes {
    /** Above that of routes that somebody has written, which go before. */
    static final int METRIC = 20;

    /** A next hop, with what decides its place among several. */
    private record Step(String neighbour, String iface, IpAddress address, int to, int cost) {
        private static final Comparator<Step> ORDER = Comparator.comparing(Step::neighbour)
                .thenComparing(Step::iface).thenComparing(Step::address);

        NextHop hop() {
            return new NextHop(Optional.of(address), Optional.of(iface), 1);
        }
    }

    private final List<Node> nodes;
    private final Topology topology;
    private final Set<PortRef> dead;
    private final Map<IpPrefix, List<Integer>> attached = new TreeMap<>(Prefixes.ORDER);

    private ComputedRoutes(Lab lab, Topology topology, Set<PortRef> dead) {
        nodes = lab.nodes();
        this.topology = topology;
        this.dead = dead;
        for (int i = 0; i < nodes.size(); i++) {
            for (Interface iface : nodes.get(i).interfaces()) {
                if (!dead.contains(new PortRef(nodes.get(i).name(), iface.name()))) {
                    attach(iface, i);
                }
            }
        }
    }

    private void attach(Interface iface, int node) {
        for (IpPrefix subnet : iface.subnets()) {
            List<Integer> there = attached.computeIfAbsent(subnet, s -> new ArrayList<>());
            if (!subnet.network().isLinkLocal() && !there.contains(node)) {
                there.add(node);
            }
        }
    }

    /**
     * The routes of every node, in the order of {@link Prefixes#ORDER}.
     *
     * @param cut the cables that are cut
     */
    static Map<String, List<RouteEntry>> of(Lab lab, Set<Link> cut) {
        List<Link> whole = lab.links().stream().filter(link -> !cut.contains(link)).toList();
        Lab rest = new Lab(lab.name(), lab.nodes(), whole, List.of(), List.of(), List.of(), lab.run(), lab.routing(),
                Map.of());
        Set<PortRef> dead = new HashSet<>();
        cut.forEach(link -> {
            dead.add(link.a());
            dead.add(link.b());
        });
        return new ComputedRoutes(lab, Topology.of(rest), dead).compute();
    }

    private Map<String, List<RouteEntry>> compute() {
        Map<String, List<RouteEntry>> tables = new LinkedHashMap<>();
        nodes.forEach(node -> tables.put(node.name(), new ArrayList<>()));
        Graph<NextHop> v4 = graph(true);
        Graph<NextHop> v6 = graph(false);
        attached.forEach((subnet, there) -> {
            Graph<NextHop> graph = subnet.isV4() ? v4 : v6;
            long[] distance = graph.distances(there);
            for (int i = 0; i < nodes.size(); i++) {
                List<NextHop> hops = learns(nodes.get(i), subnet) ? graph.steps(i, distance) : List.of();
                if (!hops.isEmpty()) {
                    tables.get(nodes.get(i).name()).add(new RouteEntry(subnet, Kind.UNICAST, hops, METRIC,
                            Optional.empty(), Optional.empty(), Origin.COMPUTED));
                }
            }
        });
        return tables;
    }

    /** Whether a node takes a route to a network: it is not on it, and nothing is written that says otherwise. */
    private static boolean learns(Node node, IpPrefix subnet) {
        return Routes.learns(node, subnet)
                && node.interfaces().stream().noneMatch(iface -> iface.subnets().contains(subnet))
                && (node.type() == NodeType.ROUTER
                        || node.gateways().stream().noneMatch(gateway -> gateway.isV4() == subnet.isV4()));
    }

    private Graph<NextHop> graph(boolean v4) {
        boolean[] forwards = new boolean[nodes.size()];
        Map<String, Integer> numbers = new LinkedHashMap<>();
        for (int i = 0; i < nodes.size(); i++) {
            forwards[i] = nodes.get(i).type() == NodeType.ROUTER;
            numbers.put(nodes.get(i).name(), i);
        }
        Graph<NextHop> graph = new Graph<>(forwards);
        for (int i = 0; i < nodes.size(); i++) {
            List<Step> steps = steps(nodes.get(i), v4, numbers);
            for (Step step : steps) {
                graph.edge(i, step.to, step.cost, step.hop());
            }
        }
        return graph;
    }

    private List<Step> steps(Node node, boolean v4, Map<String, Integer> numbers) {
        List<Step> steps = new ArrayList<>();
        for (Interface iface : node.type() == NodeType.SWITCH ? List.<Interface>of() : node.interfaces()) {
            PortRef port = new PortRef(node.name(), iface.name());
            int cost = topology.link(port).map(Link::cost).orElse(1);
            for (PortRef peer : dead.contains(port) ? List.<PortRef>of() : topology.segment(port)) {
                Optional<IpAddress> address =
                        topology.iface(peer).flatMap(other -> ShortestWays.neighbour(other, iface, v4));
                if (address.isPresent() && !peer.node().equals(node.name())) {
                    steps.add(new Step(peer.node(), iface.name(), address.get(), numbers.get(peer.node()), cost));
                }
            }
        }
        steps.sort(Step.ORDER);
        return steps;
    }
}
