package org.wirelathe.ui.run;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.wirelathe.lab.LabRun;
import org.wirelathe.lab.Snapshot;
import org.wirelathe.model.Link;
import org.wirelathe.model.PortRef;
import org.wirelathe.model.Queue;
import org.wirelathe.model.edit.EditTarget;
import org.wirelathe.ui.topology.Traffic;

/** Turns snapshots of a run into what moves on the canvas. */
final class RunTraffic {
    /** How long a dropped packet is to be seen, ns of our time. */
    private static final double FADE = 600e6;

    /** Bytes of a full frame, for queues that count bytes. */
    private static final int FRAME_BYTES = 1514;

    private record End(int link, boolean a) {
    }

    private final LabRun run;
    private final Traffic traffic;
    private final List<Link> links;
    private final Map<PortRef, End> ends = new HashMap<>();
    private final Map<PortRef, Long> dropped = new HashMap<>();
    private final Map<PortRef, Long> lastDrop = new HashMap<>();
    private final long[] lost;
    private final long[] lastLoss;

    RunTraffic(LabRun run) {
        this.run = run;
        this.links = run.lab().links();
        List<EditTarget.OfLink> targets = new ArrayList<>();
        for (int i = 0; i < links.size(); i++) {
            Link link = links.get(i);
            targets.add(new EditTarget.OfLink(link.a(), link.b()));
            ends.put(link.a(), new End(i, true));
            ends.put(link.b(), new End(i, false));
        }
        traffic = new Traffic(targets);
        lost = new long[links.size()];
        lastLoss = new long[links.size()];
    }

    LabRun run() {
        return run;
    }

    /** @param now {@link System#nanoTime} */
    Traffic fill(Snapshot snapshot, long now) {
        traffic.clear();
        for (Snapshot.InterfaceRow row : snapshot.interfaces()) {
            End end = ends.get(row.port());
            if (end != null) {
                traffic.queue(end.link(), end.a(), (float) row.backlog() / limit(row.queue()));
            }
        }
        packets(snapshot);
        drops(snapshot, now);
        losses(snapshot, now);
        return traffic;
    }

    private void packets(Snapshot snapshot) {
        for (int link = 0; link < snapshot.cables().size(); link++) {
            for (Snapshot.FrameRow frame : snapshot.cables().get(link).frames()) {
                if (frame.start() <= snapshot.time()) {
                    double way = (double) (snapshot.time() - frame.start())
                            / Math.max(1, frame.arrival() - frame.start());
                    traffic.packet(link, frame.fromA(), (float) Math.min(1, way), kind(frame.content()));
                }
            }
        }
    }

    private static Traffic.Kind kind(Snapshot.Content content) {
        return switch (content) {
            case DATA -> Traffic.Kind.DATA;
            case ACK -> Traffic.Kind.ACK;
            case OTHER -> Traffic.Kind.OTHER;
        };
    }

    private static long limit(Queue queue) {
        return queue.unit() == Queue.Unit.PACKETS ? queue.limit() : Math.max(1, queue.limit() / FRAME_BYTES);
    }

    private void drops(Snapshot snapshot, long now) {
        Map<PortRef, Long> sums = new HashMap<>();
        for (Snapshot.CounterRow row : snapshot.counters()) {
            PortRef port = new PortRef(row.node(), row.place());
            if (row.drop() && ends.containsKey(port)) {
                sums.merge(port, row.value(), Long::sum);
            }
        }
        sums.forEach((port, sum) -> {
            if (sum > dropped.getOrDefault(port, 0L)) {
                lastDrop.put(port, now);
            }
        });
        dropped.putAll(sums);
        lastDrop.forEach((port, since) -> {
            End end = ends.get(port);
            traffic.drop(end.link(), end.a(), (float) Math.max(0, 1 - (now - since) / FADE));
        });
    }

    private void losses(Snapshot snapshot, long now) {
        for (int link = 0; link < lost.length; link++) {
            Snapshot.CableRow cable = snapshot.cables().get(link);
            long sum = cable.lostThere() + cable.lostBack();
            if (sum > lost[link]) {
                lastLoss[link] = now;
            }
            lost[link] = sum;
            if (sum > 0) {
                traffic.loss(link, (float) Math.max(0, 1 - (now - lastLoss[link]) / FADE));
            }
        }
    }
}
