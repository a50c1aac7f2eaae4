package org.wirelathe.ip.v4;

import org.wirelathe.api.link.Link;
import org.wirelathe.api.packet.Packet;
import org.wirelathe.api.probe.Counter;
import org.wirelathe.ip.PacketTrace;
import org.wirelathe.ip.Route;
import org.wirelathe.wire.IcmpMessage;
import org.wirelathe.wire.Ipv4;
import org.wirelathe.wire.Ipv4Header;

/** What a router does with packets for others (RFC 1812 §5.3). */
final class Forwarding {
    private final IcmpErrors errors;
    private final Ipv4Counters counters;
    private final PacketTrace trace;
    private final LargePackets large;
    private final Ipv4Header header = new Ipv4Header();
    private boolean enabled;

    Forwarding(IcmpErrors errors, Ipv4Counters counters, PacketTrace trace, LargePackets large) {
        this.errors = errors;
        this.counters = counters;
        this.trace = trace;
        this.large = large;
    }

    void enable(boolean enable) {
        enabled = enable;
    }

    /** Takes a sound packet that is not for this node; {@code route} is {@code null} when there is none. */
    void forward(Packet packet, Route route) {
        header.over(packet.bytes, packet.head);
        int destination = header.destination();
        if (!enabled) { // a host says nothing: RFC 1122 §3.2.1.3
            trace.drop(counters.inNotForMe, packet);
        } else if (!Ipv4.isUnicast(destination)) {
            trace.drop(counters.inMartianDestination, packet);
        } else if (route == null) {
            refuse(packet, counters.inNoRoutes, IcmpMessage.UNREACHABLE, IcmpMessage.CODE_NET_UNREACHABLE, 0);
        } else if (header.timeToLive() <= 1) {
            refuse(packet, counters.inTimeExceeded, IcmpMessage.TIME_EXCEEDED, 0, 0);
        } else if (packet.length() > route.mtu && large.longest(packet) > route.mtu) {
            refuse(packet, counters.inTooBig, IcmpMessage.UNREACHABLE, IcmpMessage.CODE_FRAGMENTATION_NEEDED,
                    route.mtu);
        } else {
            header.decrementTimeToLive();
            counters.inForwards.increment();
            trace.found(packet);
            trace.routed(packet);
            send(packet, route.hop().link, route.hop().nextHop(destination));
        }
    }

    /** What a card has verified or a driver put together on the way in says nothing about the way out. */
    private void send(Packet packet, Link link, int nextHop) {
        packet.checksum = Packet.CHECKSUM_NONE;
        if (packet.segmentSize > 0) {
            large.send(packet, link, nextHop);
        } else {
            counters.outTransmits.increment();
            link.send(packet, nextHop);
        }
    }

    private void refuse(Packet packet, Counter reason, int type, int code, int mtu) {
        errors.send(packet, type, code, mtu);
        trace.drop(reason, packet);
    }
}
