package org.wirelathe.lab.internal.record;

import java.nio.file.Path;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.wirelathe.api.nic.Cable;
import org.wirelathe.api.nic.NetworkInterface;
import org.wirelathe.api.transport.Connection;
import org.wirelathe.api.transport.ConnectionState;
import org.wirelathe.api.transport.Transport;
import org.wirelathe.lab.internal.io.Workers;

/**
 * Looks at every gauge at regular times and writes down what it says. It is asked between events and is none itself:
 * a run is the same whether anybody looks or not.
 */
public final class Recorder {
    /** A lab with more interfaces has no curves of their rings: each look makes a few objects. */
    static final int MOST_CARDS = 64;

    private final Curves curves;
    private final SeriesFile file;
    private final Map<Connection, FlowCurves> flows = new IdentityHashMap<>();

    private final List<Queue> queues;
    private final List<Lane> lanes;
    private final List<Stack> stacks;

    /** A node's transport. */
    public record Stack(String node, Transport transport) {
    }

    /** A node's interface. */
    public record Queue(String node, NetworkInterface nic) {
    }

    /** A cable and its name. */
    public record Lane(String name, Cable cable) {
    }

    private final int[] queueTracks;
    private final int[] laneTracks;
    private final CardCurves[] cards;

    /** @param place of the file with all samples; {@code null} for none */
    public Recorder(Curves curves, Workers workers, Path place, List<Stack> stacks, List<Queue> queues,
            List<Lane> lanes) {
        this.curves = curves;
        this.stacks = stacks;
        this.queues = queues;
        this.lanes = lanes;
        file = place == null ? null : new SeriesFile(workers, place, curves);
        queueTracks = queues.stream().mapToInt(q -> open(q.node(), q.nic().name(), "backlog", "frames")).toArray();
        cards = queues.size() > MOST_CARDS ? new CardCurves[0]
                : queues.stream().map(q -> new CardCurves(this, q.node(), q.nic())).toArray(CardCurves[]::new);
        laneTracks = lanes.stream().mapToInt(l -> open("", l.name(), "inFlight", "frames")).toArray();
    }

    /** Samples everything; at a time between two events. */
    public void sample(long now) {
        for (int s = 0; s < stacks.size(); s++) { // by index: a sample makes no iterators
            Stack stack = stacks.get(s);
            List<Connection> connections = stack.transport().connections();
            for (int c = 0; c < connections.size(); c++) {
                Connection connection = connections.get(c);
                if (connection.state() != ConnectionState.TIME_WAIT) {
                    curves(stack, connection, now).sample(connection, now);
                }
            }
        }
        for (int i = 0; i < queueTracks.length; i++) {
            add(queueTracks[i], now, queues.get(i).nic().backlog());
        }
        for (int i = 0; i < cards.length; i++) {
            cards[i].sample(now);
        }
        for (int i = 0; i < laneTracks.length; i++) {
            add(laneTracks[i], now, lanes.get(i).cable().inFlight());
        }
    }

    private FlowCurves curves(Stack stack, Connection connection, long now) {
        FlowCurves known = flows.get(connection);
        if (known == null) {
            known = new FlowCurves(this, stack.node(), connection, now);
            flows.put(connection, known);
        }
        return known;
    }

    int open(String node, String flow, String name, String unit) {
        return curves.open(node, flow, name, unit);
    }

    void add(int track, long time, long value) {
        curves.add(track, time, value);
        if (file != null) {
            file.add(track, time, value);
        }
    }

    /** No sample will be taken any more. */
    public void close() {
        flows.clear();
        if (file != null) {
            file.close();
        }
    }

    /** Waits until the file is in its place. */
    public void awaitEnd() {
        if (file != null) {
            file.awaitEnd();
        }
    }
}
