package org.wirelathe.ui.network;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.Set;
import org.wirelathe.api.net.RouteEntry;
import org.wirelathe.model.Node;
import org.wirelathe.model.NodeType;
import org.wirelathe.model.PortRef;
import org.wirelathe.model.Topology;
import org.wirelathe.wire.IpAddress;

/** The way of packets across a lab, from node to node by what each would do with them. */
final class Way {
    /**
     * From one node to the next.
     *
     * @param shared whether it has one of several shares of the packets
     */
    record Leg(PortRef from, PortRef to, boolean shared) {
    }

    /** Where it ends. */
    record End(String node, Outcome outcome) {
    }

    /** How it ends. */
    enum Outcome {
        ARRIVES(""),
        LOOPS("loops"),
        NO_ROUTE("has no route"),
        REFUSED("refuses it"),
        NO_ROUTER("is no router"),
        NOBODY("finds no next hop");

        private final String word;

        Outcome(String word) {
            this.word = word;
        }

        /** What is wrong; empty when nothing is. */
        String word() {
            return word;
        }
    }

    private final Topology topology;
    private final Map<String, Station> stations;
    private final IpAddress destination;
    private final List<Leg> legs = new ArrayList<>();
    private final SequencedSet<End> ends = new LinkedHashSet<>();
    private final Set<String> visited = new HashSet<>();
    private final SequencedSet<String> names = new LinkedHashSet<>();

    private Way(Topology topology, Map<String, Station> stations, IpAddress destination) {
        this.topology = topology;
        this.stations = stations;
        this.destination = destination;
    }

    static Way follow(Topology topology, Map<String, Station> stations, String start, IpAddress destination) {
        Way way = new Way(topology, stations, destination);
        way.from(start, new HashSet<>());
        return way;
    }

    List<Leg> legs() {
        return legs;
    }

    List<End> ends() {
        return List.copyOf(ends);
    }

    /** In words: the nodes in their order, or where the way divides; and what is wrong. */
    String text() {
        Set<String> splits = new LinkedHashSet<>();
        legs.stream().filter(Leg::shared).forEach(leg -> splits.add(leg.from().node()));
        List<End> wrong = ends.stream().filter(end -> end.outcome() != Outcome.ARRIVES).toList();
        String last = ends.isEmpty() ? "" : " \u2192 " + ends.getLast().node();
        String path = splits.isEmpty() ? String.join(" \u2192 ", names)
                : names.getFirst() + " \u2192 \u2026" + last + ", divided at " + String.join(", ", splits);
        return path + (wrong.isEmpty() ? "" : ": " + wrong.getFirst().node() + " " + wrong.getFirst().outcome().word());
    }

    /** @param behind the nodes between the start and this one */
    private void from(String node, Set<String> behind) {
        names.add(node);
        Station station = stations.get(node);
        if (behind.contains(node)) {
            ends.add(new End(node, Outcome.LOOPS));
        } else if (visited.add(node)) {
            Optional<Outcome> end = end(node, station, behind.isEmpty());
            if (end.isPresent()) {
                ends.add(new End(node, end.get()));
            } else {
                behind.add(node);
                List<RouteEntry.NextHop> hops = station.route().orElseThrow().hops();
                hops.forEach(hop -> along(node, hop, hops.size() > 1, behind));
                behind.remove(node);
            }
        }
    }

    private Optional<Outcome> end(String node, Station station, boolean first) {
        if (station == null) {
            return Optional.of(Outcome.NOBODY);
        } else if (station.arrived()) {
            return Optional.of(Outcome.ARRIVES);
        } else if (!first && topology.node(node).map(Node::type).orElse(NodeType.HOST) != NodeType.ROUTER) {
            return Optional.of(Outcome.NO_ROUTER);
        } else if (station.route().isEmpty()) {
            return Optional.of(Outcome.NO_ROUTE);
        }
        return station.route().get().kind() == RouteEntry.Kind.UNICAST ? Optional.empty()
                : Optional.of(Outcome.REFUSED);
    }

    private void along(String node, RouteEntry.NextHop hop, boolean shared, Set<String> behind) {
        IpAddress next = hop.gateway().orElse(destination);
        Optional<PortRef> out = hop.device().map(device -> new PortRef(node, device.split("\\.")[0]));
        Optional<PortRef> in = out.filter(port -> topology.iface(port).isPresent()).flatMap(port -> topology.segment(port)
                .stream().filter(other -> !other.equals(port)).filter(other -> stations.containsKey(other.node())
                        && stations.get(other.node()).has(other.iface(), next)).findFirst());
        if (in.isEmpty()) {
            ends.add(new End(node, Outcome.NOBODY));
            return;
        }
        legs.add(new Leg(out.get(), in.get(), shared));
        from(in.get().node(), behind);
    }
}
