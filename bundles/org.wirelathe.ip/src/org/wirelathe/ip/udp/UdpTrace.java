package org.wirelathe.ip.udp;

import org.wirelathe.api.node.NodeContext;
import org.wirelathe.api.packet.Packet;
import org.wirelathe.api.probe.Counter;
import org.wirelathe.api.probe.Probes;
import org.wirelathe.api.probe.Stage;

/** Tells whoever follows packets what UDP does with them; while nobody does, it looks at a field. */
final class UdpTrace {
    private final Probes probes;
    private final String node;

    UdpTrace(NodeContext node) {
        this.probes = node.probes();
        this.node = node.name();
    }

    /** A port was found for a datagram. */
    void found(Packet packet) {
        if (probes.on) {
            probes.packet(Stage.DEMUX, node, UdpMib.PLACE, packet);
        }
    }

    /** Counts a datagram that goes no further, and gives it back. */
    void drop(Counter reason, Packet packet) {
        reason.increment();
        if (probes.on) {
            probes.packet(Stage.DROP, node, UdpMib.PLACE + ':' + reason.name(), packet);
        }
        packet.release();
    }
}
