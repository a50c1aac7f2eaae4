package org.wirelathe.ui.network;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import org.wirelathe.api.net.AddressRow;
import org.wirelathe.lab.LabRun;
import org.wirelathe.model.Node;
import org.wirelathe.model.NodeType;
import org.wirelathe.model.Topology;
import org.wirelathe.ui.topology.Trail;
import org.wirelathe.wire.IpAddress;

/** Finds the way that packets from one node to another take at this moment of a run. */
public final class TrailFinder {
    /** Where packets come from, and where they go. */
    record Pair(IpAddress source, IpAddress destination) {
    }

    private final LabRun run;
    private final Topology topology;

    public TrailFinder(LabRun run) {
        this.run = run;
        topology = Topology.of(run.lab());
    }

    public LabRun run() {
        return run;
    }

    /** The way; empty when the nodes have no addresses of the same family. */
    public CompletableFuture<Optional<Trail>> find(String from, String to) {
        return addresses(from).thenCombine(addresses(to), TrailFinder::pairs).thenCompose(pairs -> first(from, pairs));
    }

    /** The way between the first addresses; where it does not arrive, that of the next ones if it does. */
    private CompletableFuture<Optional<Trail>> first(String from, List<Pair> pairs) {
        if (pairs.isEmpty()) {
            return CompletableFuture.completedFuture(Optional.empty());
        }
        List<Pair> others = pairs.subList(1, pairs.size());
        return follow(from, pairs.getFirst()).thenCompose(trail -> arrives(trail) || others.isEmpty()
                ? CompletableFuture.completedFuture(trail)
                : first(from, others).thenApply(other -> arrives(other) ? other : trail));
    }

    private static boolean arrives(Optional<Trail> trail) {
        return trail.map(way -> way.ends().stream().allMatch(Trail.End::isGood)).orElse(false);
    }

    private CompletableFuture<List<AddressRow>> addresses(String node) {
        return run.onNode(node, access -> List.copyOf(access.network().addresses()));
    }

    /** IPv6 before IPv4 (RFC 6724 §2.1), and last addresses that are good on one link only. */
    static List<Pair> pairs(List<AddressRow> from, List<AddressRow> to) {
        List<Pair> pairs = new ArrayList<>();
        for (boolean linkLocal : new boolean[] {false, true}) {
            for (boolean v4 : new boolean[] {false, true}) {
                Optional<IpAddress> source = first(from, v4, linkLocal);
                Optional<IpAddress> destination = first(to, v4, linkLocal);
                if (source.isPresent() && destination.isPresent()) {
                    pairs.add(new Pair(source.get(), destination.get()));
                }
            }
        }
        return pairs;
    }

    private static Optional<IpAddress> first(List<AddressRow> rows, boolean v4, boolean linkLocal) {
        return rows.stream().filter(row -> row.state() == AddressRow.State.PREFERRED)
                .map(row -> row.address().address())
                .filter(address -> address.isV4() == v4 && address.isLinkLocal() == linkLocal).findFirst();
    }

    private CompletableFuture<Optional<Trail>> follow(String from, Pair pair) {
        Map<String, Station> stations = new ConcurrentHashMap<>();
        List<CompletableFuture<?>> answers = new ArrayList<>();
        for (Node node : run.lab().nodes()) {
            if (node.type() != NodeType.SWITCH) {
                answers.add(run.onNode(node.name(), access -> Station.of(access, pair.source(), pair.destination()))
                        .thenAccept(station -> stations.put(node.name(), station)));
            }
        }
        return CompletableFuture.allOf(answers.toArray(CompletableFuture[]::new))
                .thenApply(all -> Optional.of(trail(Way.follow(topology, stations, from, pair.destination()))));
    }

    private Trail trail(Way way) {
        List<Trail.Leg> legs = new ArrayList<>();
        way.legs().forEach(leg -> legs.addAll(Cables.between(topology, leg.from(), leg.to(), leg.shared())));
        return new Trail(legs, way.ends().stream().map(end -> new Trail.End(end.node(), end.outcome().word())).toList(),
                way.text());
    }
}
