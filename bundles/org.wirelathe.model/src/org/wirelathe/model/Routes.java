package org.wirelathe.model;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.SortedSet;
import java.util.TreeSet;

/** What each node's routing table holds beside its connected networks. */
public final class Routes {
    private static final Subnet EVERYWHERE = new Subnet(0, 0);

    private Routes() {}

    /**
     * The routes of every node, in the order of the lab.
     *
     * <p>A node with static routes keeps them. A router without any gets a route to each network
     * that it is not connected to and can reach: over the fewest hops, and of equally short ways
     * over the neighbour whose name comes first, then over the own interface whose name comes
     * first; its list is in the order of {@link Subnet}. A gateway is the default route, at the
     * end.
     */
    public static Map<String, List<Route>> compute(Lab lab) {
        Topology topology = Topology.of(lab);
        Map<String, List<Route>> tables = new LinkedHashMap<>();
        for (Node node : lab.nodes()) {
            tables.put(node.name(), new ArrayList<>(node.routes()));
        }
        ShortestWays ways = new ShortestWays(topology);
        for (Subnet subnet : subnets(lab)) {
            for (Map.Entry<String, Integer> hop : ways.towards(subnet).entrySet()) {
                if (topology.node(hop.getKey()).orElseThrow().routes().isEmpty()) {
                    tables.get(hop.getKey()).add(new Route(subnet, hop.getValue()));
                }
            }
        }
        for (Node node : lab.nodes()) {
            OptionalInt gateway = node.gateway();
            if (gateway.isPresent()) {
                tables.get(node.name()).add(new Route(EVERYWHERE, gateway.getAsInt()));
            }
        }
        return tables;
    }

    private static SortedSet<Subnet> subnets(Lab lab) {
        SortedSet<Subnet> subnets = new TreeSet<>();
        for (Node node : lab.nodes()) {
            node.interfaces().stream()
                    .filter(Interface::hasAddress)
                    .forEach(i -> subnets.add(i.subnet()));
        }
        return subnets;
    }
}
