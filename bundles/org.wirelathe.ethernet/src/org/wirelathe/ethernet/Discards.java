package org.wirelathe.ethernet;

import org.wirelathe.api.node.NodeContext;
import org.wirelathe.api.packet.Packet;
import org.wirelathe.api.probe.Counter;
import org.wirelathe.api.probe.Probes;
import org.wirelathe.api.probe.Stage;

/** Where packets of one node end: counted by reason, shown to whoever follows them, and released. */
final class Discards {
    private final String node;
    private final Probes probes;

    Discards(NodeContext node) {
        this.node = node.name();
        probes = node.probes();
    }

    /** Ends a packet; returns false, which is what became of it. */
    boolean drop(Packet packet, Counter reason) {
        reason.increment();
        if (probes.on) {
            probes.packet(Stage.DROP, node, reason.name(), packet);
        }
        packet.release();
        return false;
    }
}
