package org.wirelathe.ip.v6;

import org.wirelathe.api.net.FilterRule.Action;
import org.wirelathe.api.net.RouteEntry.Kind;
import org.wirelathe.api.packet.Packet;
import org.wirelathe.api.probe.Counter;
import org.wirelathe.ip.PacketFilter.Place;
import org.wirelathe.ip.PacketFilters;
import org.wirelathe.ip.PacketTrace;
import org.wirelathe.wire.Icmpv6Message;
import org.wirelathe.wire.Ipv6Header;

/** What a router does with packets for others (RFC 8200 §3 and §5, RFC 4291 §2.5.6, RFC 4443 §3). */
final class Ipv6Forwarding {
    private final Ipv6Output output;
    private final Icmp6Errors errors;
    private final Ipv6Neighbours neighbours;
    private final PacketFilters filters;
    private final Ipv6Counters counters;
    private final PacketTrace trace;
    private final Ipv6Header header = new Ipv6Header();
    private Ipv6Interface in;
    private boolean group;
    private boolean redirects;

    Ipv6Forwarding(Ipv6Output output, Icmp6Errors errors, Ipv6Neighbours neighbours, PacketFilters filters,
            Ipv6Counters counters, PacketTrace trace) {
        this.output = output;
        this.errors = errors;
        this.neighbours = neighbours;
        this.filters = filters;
        this.counters = counters;
        this.trace = trace;
    }

    /** @param redirects whether senders are told of a better first hop */
    void settings(boolean redirects) {
        this.redirects = redirects;
    }

    /**
     * Takes a sound packet for another node, its hop-by-hop options looked at.
     *
     * @param route {@code null} for none
     * @param group whether its frame was for a group or all stations
     */
    void forward(Packet packet, Ipv6Route route, Ipv6Interface in, boolean group) {
        this.in = in;
        this.group = group;
        header.over(packet.bytes, packet.head);
        if (group || header.sourceHigh() == 0 && header.sourceLow() == 0) { // RFC 4291 §2.5.2
            trace.drop(group ? counters.inMartianDestination : counters.inMartianSource, packet);
        } else if (Scope.isLinkLocal(header.destinationHigh()) || Scope.isLinkLocal(header.sourceHigh())) {
            unreachable(packet, counters.inBeyondScope, Icmpv6Message.CODE_BEYOND_SCOPE);
        } else if (hasWay(packet, route) && mayTake(packet, route)) {
            send(packet, route);
        }
    }

    /** Whether a route leads out; if not, the packet is gone. As in Linux, this comes before the hop limit. */
    private boolean hasWay(Packet packet, Ipv6Route route) {
        switch (route == null ? Kind.UNREACHABLE : route.kind) {
            case UNICAST:
                return true;
            case BLACKHOLE:
                trace.drop(counters.inBlackhole, packet);
                return false;
            case PROHIBIT:
                unreachable(packet, counters.inProhibited, Icmpv6Message.CODE_PROHIBITED);
                return false;
            default: // as Linux says it of a route of the type unreachable, too
                unreachable(packet, counters.inNoRoutes, Icmpv6Message.CODE_NO_ROUTE);
                return false;
        }
    }

    private boolean mayTake(Packet packet, Ipv6Route route) {
        if (header.hopLimit() <= 1) {
            refuse(packet, counters.inTimeExceeded, Icmpv6Message.TIME_EXCEEDED, Icmpv6Message.CODE_HOP_LIMIT, 0);
            return false;
        }
        if (packet.length() > route.out.mtu() && output.longest(packet) > route.out.mtu()) {
            refuse(packet, counters.inTooBig, Icmpv6Message.PACKET_TOO_BIG, 0, route.out.mtu());
            return false;
        }
        return filters.filter == null || passes(packet, route);
    }

    private boolean passes(Packet packet, Ipv6Route route) {
        Action action = filters.filter.look(Place.FORWARD, packet, in.name(), route.out.name());
        if (action == Action.ACCEPT) {
            action = filters.filter.look(Place.POSTROUTING, packet, in.name(), route.out.name());
        }
        if (action == Action.REJECT) {
            unreachable(packet, counters.inFiltered, Icmpv6Message.CODE_PROHIBITED);
        } else if (action == Action.DROP) {
            trace.drop(counters.inFiltered, packet);
        }
        return action == Action.ACCEPT;
    }

    private void send(Packet packet, Ipv6Route route) {
        long high = header.destinationHigh();
        long low = header.destinationLow();
        if (route.out == in && redirects) {
            neighbours.discovery.redirect(packet, in, route.nextHopHigh(high), route.nextHopLow(low));
        }
        header.decrementHopLimit();
        counters.inForwards.increment();
        trace.found(packet);
        trace.routed(packet);
        // What a card has verified on the way in says nothing about the way out.
        packet.checksum = Packet.CHECKSUM_NONE;
        output.transmit(packet, route, high, low);
    }

    private void unreachable(Packet packet, Counter reason, int code) {
        refuse(packet, reason, Icmpv6Message.UNREACHABLE, code, 0);
    }

    private void refuse(Packet packet, Counter reason, int type, int code, int word) {
        errors.send(packet, in, group, type, code, word);
        trace.drop(reason, packet);
    }
}
