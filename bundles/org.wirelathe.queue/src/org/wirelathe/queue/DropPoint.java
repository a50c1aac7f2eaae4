package org.wirelathe.queue;

import org.wirelathe.api.node.NodeContext;
import org.wirelathe.api.packet.Packet;
import org.wirelathe.api.probe.Counter;
import org.wirelathe.api.probe.Probes;
import org.wirelathe.api.probe.Stage;

/** One reason for which a queue drops frames that it had accepted: counts, tells who listens, releases. */
final class DropPoint {
    private final Counter counter;
    private final Probes probes;
    private final String node;
    private final String where;

    DropPoint(NodeContext node, String place, String reason) {
        counter = node.counters().drop(place, reason);
        probes = node.probes();
        this.node = node.name();
        where = place + ' ' + reason;
    }

    void drop(Packet frame) {
        counter.increment();
        if (probes.on) {
            probes.packet(Stage.DROP, node, where, frame);
        }
        frame.release();
    }
}
