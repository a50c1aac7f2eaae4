package org.wirelathe.model;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.wirelathe.api.net.InterfaceAddress;
import org.wirelathe.wire.IpAddress;
import org.wirelathe.wire.IpPrefix;

/** The way of fewest hops from every router to a network; looked for when somebody asks. */
public final class ShortestWays {
    /** A way to a neighbouring router. */
    private record Hop(String neighbour, String iface, IpAddress address) {}

    private static final Comparator<Hop> ORDER =
            Comparator.comparing(Hop::neighbour).thenComparing(Hop::iface);

    private final Topology topology;
    private final Map<String, List<Hop>> v4 = new LinkedHashMap<>();
    private final Map<String, List<Hop>> v6 = new LinkedHashMap<>();
    private final Map<IpPrefix, List<String>> attached = new HashMap<>();
    private final Map<IpPrefix, Map<String, IpAddress>> known = new HashMap<>();

    public ShortestWays(Topology topology) {
        this.topology = topology;
        for (Node node : topology.lab().nodes()) {
            if (node.type() == NodeType.ROUTER) {
                v4.put(node.name(), hops(topology, node, true));
                v6.put(node.name(), hops(topology, node, false));
                node.interfaces().stream()
                        .flatMap(i -> i.subnets().stream())
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
    public Map<String, IpAddress> towards(IpPrefix subnet) {
        return known.computeIfAbsent(subnet, this::search);
    }

    /**
     * The next hop of a host to {@code subnet}, when it is to know one: the nearest of the routers next to it, and of
     * equally near ones the first by name; empty when it is connected to it, or none of them reaches it.
     */
    public Optional<IpAddress> from(Node host, IpPrefix subnet) {
        if (host.interfaces().stream().anyMatch(i -> i.subnets().contains(subnet))) {
            return Optional.empty();
        }
        Map<String, Integer> distance =
                distances(subnet.isV4() ? v4 : v6, attached.getOrDefault(subnet, List.of()));
        return hops(topology, host, subnet.isV4()).stream()
                .filter(hop -> distance.containsKey(hop.neighbour))
                .min(Comparator.comparing((Hop hop) -> distance.get(hop.neighbour)).thenComparing(ORDER))
                .map(Hop::address);
    }

    private Map<String, IpAddress> search(IpPrefix subnet) {
        Map<String, List<Hop>> hops = subnet.isV4() ? v4 : v6;
        Map<String, Integer> distance = distances(hops, attached.getOrDefault(subnet, List.of()));
        Map<String, IpAddress> next = new LinkedHashMap<>();
        for (Map.Entry<String, List<Hop>> router : hops.entrySet()) {
            int away = distance.getOrDefault(router.getKey(), 0);
            if (away > 0) {
                next.put(router.getKey(), towards(router.getValue(), distance, away - 1));
            }
        }
        return next;
    }

    private static IpAddress towards(List<Hop> hops, Map<String, Integer> distance, int wanted) {
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
    private static Map<String, Integer> distances(
            Map<String, List<Hop>> hops, List<String> from) {
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

    private static List<Hop> hops(Topology topology, Node router, boolean v4) {
        List<Hop> found = new ArrayList<>();
        for (Interface iface : router.interfaces()) {
            PortRef port = new PortRef(router.name(), iface.name());
            for (PortRef peer : topology.segment(port)) {
                if (!peer.node().equals(router.name()) && isRouter(topology, peer.node())) {
                    topology.iface(peer)
                            .flatMap(i -> neighbour(i, iface, v4))
                            .map(address -> new Hop(peer.node(), iface.name(), address))
                            .ifPresent(found::add);
                }
            }
        }
        found.sort(ORDER);
        return found;
    }

    /** The first address of that family of an interface that another one sees as a neighbour's. */
    public static Optional<IpAddress> neighbour(Interface other, Interface from, boolean v4) {
        for (InterfaceAddress address : other.addresses()) {
            boolean family = address.address().isV4() == v4 && (v4 || !address.address().isLinkLocal());
            if (family && sees(address, from)) {
                return Optional.of(address.address());
            }
        }
        return Optional.empty();
    }

    private static boolean sees(InterfaceAddress other, Interface from) {
        for (InterfaceAddress own : from.addresses()) {
            if (other.subnet().contains(own.address())) {
                return true;
            }
        }
        return false;
    }

    private static boolean isRouter(Topology topology, String node) {
        return topology.node(node).filter(n -> n.type() == NodeType.ROUTER).isPresent();
    }
}
