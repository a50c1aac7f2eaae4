package org.wirelathe.ip;

import org.wirelathe.api.node.NodeContext;
import org.wirelathe.api.packet.Packet;
import org.wirelathe.api.probe.Counter;
import org.wirelathe.api.probe.Probes;
import org.wirelathe.api.probe.Stage;

/** Tells whoever follows packets what a protocol of this layer does with them; else it only looks at a field. */
public final class PacketTrace {
    private final Probes probes;
    private final String node;
    private final String place;

    /** @param place the protocol: {@code ip}, {@code icmp} */
    public PacketTrace(NodeContext node, String place) {
        this.probes = node.probes();
        this.node = node.name();
        this.place = place;
    }

    /** It is clear whom the packet is for. */
    public void found(Packet packet) {
        if (probes.on) {
            probes.packet(Stage.DEMUX, node, place, packet);
        }
    }

    /** Next hop and interface have been chosen. */
    public void routed(Packet packet) {
        if (probes.on) {
            probes.packet(Stage.ROUTE, node, place, packet);
        }
    }

    /** Counts a packet that goes no further, and gives it back. */
    public void drop(Counter reason, Packet packet) {
        reason.increment();
        if (probes.on) {
            probes.packet(Stage.DROP, node, place + ':' + reason.name(), packet);
        }
        packet.release();
    }
}
