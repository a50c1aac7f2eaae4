package org.wirelathe.model;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The way of fewest hops from every router to a network; looked for when somebody asks. */
public final class ShortestWays {
    /** A way to a neighbouring router. */
    private record Hop(String neighbour, String iface, int address) {}

    private static final Comparator<Hop> ORDER =
            Comparator.comparing(Hop::neighbour).thenComparing(Hop::iface);

    private final Map<String, List<Hop>> hops = new LinkedHashMap<>();
    private final Map<Subnet, List<String>> attached = new HashMap<>();
    private final Map<Subnet, Map<String, Integer>> known = new HashMap<>();

    public ShortestWays(Topology topology) {
        for (Node node : topology.lab().nodes()) {
            if (node.type() == NodeType.ROUTER) {
                hops.put(node.name(), hops(topology, node));
                node.interfaces().stream()
                        .map(Interface::subnet)
                        .distinct()
                        .forEach(
                                s ->
                                        attached.computeIfAbsent(s, k -> new ArrayList<>())
                                                .add(node.name()));
            }
        }
    }

    /**
     * The next hop's address by router, for every router that reaches {@code subnet} but is not
     * connected to it.
     */
    public Map<String, Integer> towards(Subnet subnet) {
        return known.computeIfAbsent(subnet, this::search);
    }

    private Map<String, Integer> search(Subnet subnet) {
        Map<String, Integer> distance = distances(attached.getOrDefault(subnet, List.of()));
        Map<String, Integer> next = new LinkedHashMap<>();
        for (Map.Entry<String, List<Hop>> router : hops.entrySet()) {
            int away = distance.getOrDefault(router.getKey(), 0);
            if (away > 0) {
                next.put(router.getKey(), towards(router.getValue(), distance, away - 1));
            }
        }
        return next;
    }

    private static int towards(List<Hop> hops, Map<String, Integer> distance, int wanted) {
        for (Hop hop : hops) {
            if (distance.getOrDefault(hop.neighbour, -1) == wanted) {
                return hop.address;
            }
        }
        throw new AssertionError("a router at a distance has a neighbour that is nearer");
    }

    /**
     * Hops from the nearest of {@code from}; cables work both ways, so this is also the distance
     * back.
     */
    private Map<String, Integer> distances(List<String> from) {
        Map<String, Integer> distance = new HashMap<>();
        ArrayDeque<String> reached = new ArrayDeque<>(from);
        from.forEach(router -> distance.put(router, 0));
        while (!reached.isEmpty()) {
            String router = reached.poll();
            for (Hop hop : hops.get(router)) {
                if (distance.putIfAbsent(hop.neighbour, distance.get(router) + 1) == null) {
                    reached.add(hop.neighbour);
                }
            }
        }
        return distance;
    }

    private static List<Hop> hops(Topology topology, Node router) {
        List<Hop> found = new ArrayList<>();
        for (Interface iface : router.interfaces()) {
            PortRef port = new PortRef(router.name(), iface.name());
            for (PortRef peer : topology.segment(port)) {
                if (!peer.node().equals(router.name()) && isRouter(topology, peer.node())) {
                    topology.iface(peer)
                            .filter(i -> i.subnet().contains(iface.address()))
                            .map(i -> new Hop(peer.node(), iface.name(), i.address()))
                            .ifPresent(found::add);
                }
            }
        }
        found.sort(ORDER);
        return found;
    }

    private static boolean isRouter(Topology topology, String node) {
        return topology.node(node).filter(n -> n.type() == NodeType.ROUTER).isPresent();
    }
}
