package org.wirelathe.lab.internal.trace;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.wirelathe.api.nic.LineTap;
import org.wirelathe.api.packet.Packet;
import org.wirelathe.api.probe.Probes;
import org.wirelathe.api.probe.Stage;
import org.wirelathe.api.time.Scheduler;
import org.wirelathe.lab.LabException;
import org.wirelathe.lab.Trace;
import org.wirelathe.lab.Trace.Step;
import org.wirelathe.lab.Trace.Way;
import org.wirelathe.lab.TraceRequest;
import org.wirelathe.model.Lab;
import org.wirelathe.model.PortRef;

/**
 * Follows one byte. Which packets carry it is decided when they come by: the transport says so when it makes a segment,
 * and from then on sequence numbers tell it of every packet, also of one of the many that a card has cut from a segment
 * or a driver has put together. So nothing is kept but the byte's own stages, however long the run.
 */
public final class ByteTrace extends Probes {
    private static final int MOST_WAYS = 64;
    private static final int MOST_STEPS = 512;
    private static final int MOST_FLOWS = 8;

    private final Scheduler clock;
    private final TraceRequest request;
    private final FlowEnds ends;
    private final long position;
    /** How many bytes of each flow that is meant were seen. */
    private final Map<String, Long> seen = new LinkedHashMap<>();

    private String flow = "";
    private SegmentView view;
    /** Sequence number of the byte; known once {@link #numbered}. */
    private int sequence;
    private boolean numbered;
    private Step announced;

    private Step written;
    private final Map<Long, List<Step>> ways = new LinkedHashMap<>();
    private final List<Step> delivered = new ArrayList<>();

    /** @throws LabException when the lab has no such nodes */
    public ByteTrace(Scheduler clock, TraceRequest request, Lab lab) throws LabException {
        super(true);
        this.clock = clock;
        this.request = request;
        ends = new FlowEnds(request, lab);
        position = request.position();
    }

    @Override
    public void stream(Stage stage, String node, String of, long from, long to, long packet) {
        boolean mine = of.equals(flow);
        if (!mine && (!flow.isEmpty() || !ends.match(of))) {
            return;
        }
        if (seen.containsKey(of) || seen.size() < MOST_FLOWS) {
            seen.merge(of, to, Math::max);
        }
        if (position < from || position >= to) {
            return;
        }
        if (!mine) {
            flow = of;
            view = new SegmentView(of);
        }
        Step step = new Step(stage, clock.now(), node, "", packet, from, to);
        switch (stage) {
            case WRITE -> written = written == null ? step : written;
            case SEGMENT -> begin(step);
            default -> deliver(step);
        }
    }

    private void begin(Step segment) {
        announced = segment;
        if (ways.size() < MOST_WAYS) {
            ways.computeIfAbsent(segment.packet(), id -> new ArrayList<>()).add(segment);
        }
    }

    private void deliver(Step step) {
        if (delivered.stream().noneMatch(before -> before.stage() == step.stage())) {
            delivered.add(step);
        }
    }

    @Override
    public void packet(Stage stage, String node, String place, Packet packet) {
        if (view != null) {
            packet(stage, clock.now(), node, place, packet);
        }
    }

    private void packet(Stage stage, long time, String node, String place, Packet packet) {
        List<Step> way = ways.get(packet.id);
        boolean known = view.over(packet);
        if (known && !numbered) {
            number(packet);
        }
        if (known && numbered) {
            int into = sequence - view.sequence();
            if (into < 0 || into >= view.length()) {
                return; // another piece of the same segment, or of the same flow
            }
            way = way == null ? wayOf(node) : way;
        }
        if (way != null && way.size() < MOST_STEPS) {
            long from = known && numbered ? position - (sequence - view.sequence()) : -1;
            way.add(new Step(stage, time, node, place, packet.id, from, known ? from + view.length() : -1));
        }
    }

    /** The packet that was announced begins with the first byte that was announced. */
    private void number(Packet packet) {
        if (announced != null && packet.id == announced.packet()) {
            sequence = view.sequence() + (int) (position - announced.from());
            numbered = true;
        }
    }

    /** The byte goes on in another packet than it came in: that of the last way that has come to this node. */
    private List<Step> wayOf(String node) {
        List<Step> last = null;
        for (List<Step> way : ways.values()) {
            if (last == null || way.getLast().node().equals(node)) {
                last = way;
            }
        }
        return last;
    }

    /** The tap for the cable between {@code a} and {@code b}. */
    public LineTap wire(PortRef a, PortRef b) {
        return (direction, start, arrival, frame) -> {
            if (view != null) {
                PortRef sender = direction == 0 ? a : b;
                packet(Stage.WIRE, start, sender.node(), sender.iface(), frame);
                if (arrival == LineTap.LOST) {
                    packet(Stage.DROP, start, sender.node(), "lost on the cable " + a + "-" + b, frame);
                }
            }
        };
    }

    /** What is known by now. */
    public Trace trace() {
        List<Way> all = new ArrayList<>();
        ways.forEach((packet, steps) -> {
            List<Step> inOrder = new ArrayList<>(steps);
            inOrder.sort(Comparator.comparingLong(Step::time)); // the wire is told of when a frame has arrived
            all.add(new Way(packet, inOrder));
        });
        return new Trace(request, flow, Optional.ofNullable(written), all, List.copyOf(delivered), trouble());
    }

    private Optional<String> trouble() {
        if (!flow.isEmpty()) {
            return Optional.empty();
        }
        if (seen.isEmpty()) {
            return Optional.of("no connection " + request.flow() + " carried data in this run");
        }
        List<String> lengths = new ArrayList<>();
        seen.forEach((name, bytes) -> lengths.add(name + " carried " + bytes + " bytes"));
        return Optional.of("byte " + position + " of " + request.flow() + " was never written: "
                + String.join(", ", lengths) + ", counted from 0");
    }
}
