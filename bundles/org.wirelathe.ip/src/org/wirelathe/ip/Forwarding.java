package org.wirelathe.ip;

import org.wirelathe.api.packet.Packet;
import org.wirelathe.wire.IcmpMessage;
import org.wirelathe.wire.Ipv4;
import org.wirelathe.wire.Ipv4Header;

/** What a router does with packets for others (RFC 1812 §5.3). */
final class Forwarding {
    private final IcmpErrors errors;
    private final IpCounters counters;
    private final Ipv4Header header = new Ipv4Header();
    private boolean enabled;

    Forwarding(IcmpErrors errors, IpCounters counters) {
        this.errors = errors;
        this.counters = counters;
    }

    void enable(boolean enable) {
        enabled = enable;
    }

    /** Takes a sound packet that is not for this node; {@code route} is {@code null} when there is none. */
    void forward(Packet packet, Route route) {
        header.over(packet.bytes, packet.head);
        int destination = header.destination();
        if (!enabled) { // a host says nothing: RFC 1122 §3.2.1.3
            counters.inNotForMe.increment();
            packet.release();
        } else if (!Ipv4.isUnicast(destination)) {
            counters.inMartianDestination.increment();
            packet.release();
        } else if (route == null) {
            counters.inNoRoutes.increment();
            refuse(packet, IcmpMessage.UNREACHABLE, IcmpMessage.CODE_NET_UNREACHABLE, 0);
        } else if (header.timeToLive() <= 1) {
            counters.inTimeExceeded.increment();
            refuse(packet, IcmpMessage.TIME_EXCEEDED, 0, 0);
        } else if (packet.length() > route.mtu) {
            counters.inTooBig.increment();
            refuse(packet, IcmpMessage.UNREACHABLE, IcmpMessage.CODE_FRAGMENTATION_NEEDED, route.mtu);
        } else {
            header.decrementTimeToLive();
            counters.inForwards.increment();
            route.link.send(packet, route.nextHop(destination));
        }
    }

    private void refuse(Packet packet, int type, int code, int mtu) {
        errors.send(packet, type, code, mtu);
        packet.release();
    }
}
