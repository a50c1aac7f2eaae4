package org.wirelathe.tcp;

import org.wirelathe.api.packet.Packet;
import org.wirelathe.api.probe.Counter;
import org.wirelathe.api.probe.Probes;
import org.wirelathe.api.probe.Stage;

/** Tells whoever follows packets what TCP does with them; while nobody does, it looks at a field. */
final class Trace {
    private static final String PLACE = "tcp";

    private final Probes probes;
    private final String node;

    Trace(Probes probes, String node) {
        this.probes = probes;
        this.node = node;
    }

    /** A connection or a listener was found for a segment. */
    void found(Segment seg) {
        if (probes.on) {
            probes.packet(Stage.DEMUX, node, PLACE, seg.packet());
        }
    }

    /** Counts a segment, or a part of it, that is of no use. */
    void drop(Counter reason, Packet packet) {
        reason.increment();
        if (probes.on) {
            probes.packet(Stage.DROP, node, PLACE + ':' + reason.name(), packet);
        }
    }

    /** What is told of one connection's two streams. */
    StreamTrace streams(TcpConnection c) {
        return probes.on ? new StreamTrace(probes, node, c.local(), c.remote()) : StreamTrace.OFF;
    }
}
