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
        return addresses(from).thenCombine(addresses(to), TrailFinder::pair)
                .thenCompose(pair -> pair.isEmpty() ? CompletableFuture.completedFuture(Optional.empty())
                        : follow(from, pair.get()));
    }

    private CompletableFuture<List<AddressRow>> addresses(String node) {
        return run.onNode(node, access -> List.copyOf(access.network().addresses()));
    }

    /** IPv4 where both have it, else IPv6; an address that is good on one link only when there is no other. */
    static Optional<Pair> pair(List<AddressRow> from, List<AddressRow> to) {
        for (boolean v4 : new boolean[] {true, false}) {
            for (boolean linkLocal : new boolean[] {false, true}) {
                Optional<IpAddress> source = first(from, v4, linkLocal);
                Optional<IpAddress> destination = first(to, v4, linkLocal);
                if (source.isPresent() && destination.isPresent()) {
                    return Optional.of(new Pair(source.get(), destination.get()));
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<IpAddress> first(List<AddressRow> rows, boolean v4, boolean linkLocal) {
        return rows.stream().filter(row -> row.state() != AddressRow.State.DUPLICATE)
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
