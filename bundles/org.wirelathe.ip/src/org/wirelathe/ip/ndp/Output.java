package org.wirelathe.ip.ndp;

import org.wirelathe.api.link.Link;
import org.wirelathe.api.node.NodeContext;
import org.wirelathe.api.packet.Packet;
import org.wirelathe.api.probe.Counter;
import org.wirelathe.api.probe.Probes;
import org.wirelathe.api.probe.Stage;
import org.wirelathe.ip.v6.Ipv6Core;
import org.wirelathe.ip.v6.Ipv6Interface;

/** Where packets leave neighbour discovery on their way down: onto the link, back up, or dropped for a reason. */
final class Output {
    private final String node;
    private final Probes probes;
    private final Ipv6Core core;
    private final Ipv6Interface at;
    private final Link link;

    private final Counter requests;
    private final Counter transmits;
    private final Counter unresolved;
    final Counter pendingFull;
    final Counter cacheFull;
    final Counter disabled;

    Output(NodeContext node, Ipv6Core core, Ipv6Interface at) {
        this.node = node.name();
        probes = node.probes();
        this.core = core;
        this.at = at;
        link = at.link();
        String place = at.name();
        requests = node.counters().counter(place, "ndRequests");
        transmits = node.counters().counter(place, "ndTransmits");
        unresolved = node.counters().counter(place, "ndUnresolved");
        pendingFull = node.counters().drop(place, "ndPendingFull");
        cacheFull = node.counters().drop(place, "ndCacheFull");
        disabled = node.counters().drop(place, "ndDisabled");
    }

    /** A packet came from above. */
    void requested() {
        requests.increment();
    }

    /** Sends a packet to a station; returns false when the device below dropped it. */
    boolean transmit(Packet packet, long mac) {
        transmits.increment();
        return link.send6(packet, mac);
    }

    /** Nobody answered: whoever sent the packet hears of it. */
    void unresolved(Packet packet) {
        unresolved.increment();
        core.unresolved(packet, at);
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
