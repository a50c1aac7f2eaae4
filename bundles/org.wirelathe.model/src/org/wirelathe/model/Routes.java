package org.wirelathe.model;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.wirelathe.api.net.RouteEntry;
import org.wirelathe.wire.IpAddress;
import org.wirelathe.wire.IpPrefix;

/** What each node's routing table holds beside its connected networks. */
public final class Routes {
    private Routes() {}

    /**
     * The routes of every node that stay as they are, in the order of the lab.
     *
     * <p>A node with static routes keeps them. A router without any of a family gets a route to each network of that
     * family that it is not connected to and can reach, unless the lab has its routes computed while it runs: over the
     * fewest hops, and of equally short ways over the neighbour whose name comes first, then over the own interface
     * whose name comes first; they are in the order of {@link Prefixes#ORDER}. A gateway is the default route, at the
     * end.
     */
    public static Map<String, List<RouteEntry>> compute(Lab lab) {
        Topology topology = Topology.of(lab);
        Map<String, List<RouteEntry>> tables = new LinkedHashMap<>();
        for (Node node : lab.nodes()) {
            tables.put(node.name(), new ArrayList<>(node.routes()));
        }
        if (!lab.routing().computed()) {
            shortest(topology, tables);
        }
        for (Node node : lab.nodes()) {
            node.gateways().forEach(via -> tables.get(node.name()).add(gateway(node, via)));
        }
        return tables;
    }

    private static void shortest(Topology topology, Map<String, List<RouteEntry>> tables) {
        ShortestWays ways = new ShortestWays(topology);
        for (IpPrefix subnet : subnets(topology.lab())) {
            for (Map.Entry<String, IpAddress> hop : ways.towards(subnet).entrySet()) {
                if (learns(topology.node(hop.getKey()).orElseThrow(), subnet)) {
                    tables.get(hop.getKey()).add(RouteEntry.via(subnet, hop.getValue()));
                }
            }
        }
    }

    /** Whether nobody has written a route of that family for a node. */
    public static boolean learns(Node node, IpPrefix subnet) {
        return node.routes().stream().noneMatch(route -> route.to().isV4() == subnet.isV4());
    }

    /** The default route over a gateway; a link-local one is on the node's only interface. */
    public static RouteEntry gateway(Node node, IpAddress via) {
        RouteEntry plain = RouteEntry.via(Prefixes.everywhere(via), via);
        if (!via.isLinkLocal() || node.interfaces().size() != 1) {
            return plain;
        }
        RouteEntry.NextHop hop =
                new RouteEntry.NextHop(
                        Optional.of(via), Optional.of(node.interfaces().getFirst().name()), 1);
        return new RouteEntry(
                plain.to(),
                plain.kind(),
                List.of(hop),
                plain.metric(),
                plain.from(),
                plain.source(),
                plain.origin());
    }

    /** Every network of a lab. */
    public static SortedSet<IpPrefix> subnets(Lab lab) {
        SortedSet<IpPrefix> subnets = new TreeSet<>(Prefixes.ORDER);
        for (Node node : lab.nodes()) {
            node.interfaces().forEach(i -> subnets.addAll(i.subnets()));
        }
        return subnets;
    }
}
