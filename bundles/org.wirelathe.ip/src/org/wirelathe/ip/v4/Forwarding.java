package org.wirelathe.ip.v4;

import org.wirelathe.api.link.Link;
import org.wirelathe.api.net.FilterRule.Action;
import org.wirelathe.api.packet.Packet;
import org.wirelathe.api.probe.Counter;
import org.wirelathe.ip.Hop;
import org.wirelathe.ip.PacketFilter.Place;
import org.wirelathe.ip.PacketFilters;
import org.wirelathe.ip.PacketTrace;
import org.wirelathe.ip.Route;
import org.wirelathe.wire.IcmpMessage;
import org.wirelathe.wire.Ipv4;
import org.wirelathe.wire.Ipv4Header;

/** What a router does with packets for others (RFC 1812 §5.3). */
final class Forwarding {
    /** 169.254.0.0/16: on one link only, whatever routes say (RFC 3927 §2.7). */
    private static final int LINK_LOCAL = 0xA9FE;

    private final Ipv4Interfaces interfaces;
    private final OptionProcessing options;
    private final PacketFilters filters;
    private final IcmpErrors errors;
    private final Ipv4Counters counters;
    private final PacketTrace trace;
    private final LargePackets large;
    private final Ipv4Transmit transmit;
    private final Ipv4Header header = new Ipv4Header();
    private boolean enabled;
    private boolean redirects;

    Forwarding(Ipv4Interfaces interfaces, OptionProcessing options, PacketFilters filters, IcmpErrors errors,
            Ipv4Counters counters, PacketTrace trace, LargePackets large, Ipv4Transmit transmit) {
        this.interfaces = interfaces;
        this.options = options;
        this.filters = filters;
        this.errors = errors;
        this.counters = counters;
        this.trace = trace;
        this.large = large;
        this.transmit = transmit;
    }

    void enable(boolean enable, boolean redirect) {
        enabled = enable;
        redirects = redirect;
    }

    /** Takes a sound packet that is not for this node; {@code route} is {@code null} when there is none. */
    void forward(Packet packet, Route route, Ipv4Interface in) {
        header.over(packet.bytes, packet.head);
        if (!enabled) { // a host says nothing: RFC 1122 §3.2.1.3
            trace.drop(counters.inNotForMe, packet);
        } else if (!mayPass(header.source()) || !mayPass(header.destination())) {
            trace.drop(counters.inMartianDestination, packet);
        } else if (route == null || route.leadsNowhere()) {
            noWay(packet, route);
        } else if (header.timeToLive() <= 1) {
            refuse(packet, counters.inTimeExceeded, IcmpMessage.TIME_EXCEEDED, IcmpMessage.CODE_TIME_TO_LIVE, 0);
        } else {
            Hop hop = transmit.hop(packet, route);
            if (filters.filter == null || passes(Place.FORWARD, packet, in, hop)) {
                pass(packet, hop, in);
            }
        }
    }

    private static boolean mayPass(int address) {
        return Ipv4.isUnicast(address) && address >>> 16 != LINK_LOCAL;
    }

    /** RFC 1812 §5.2.7.1; what a route says that leads nowhere, as in Linux. */
    private void noWay(Packet packet, Route route) {
        if (route == null) {
            refuse(packet, counters.inNoRoutes, IcmpMessage.UNREACHABLE, IcmpMessage.CODE_NET_UNREACHABLE, 0);
            return;
        }
        switch (route.kind) {
            case UNREACHABLE -> refuse(packet, counters.inNoRoutes, IcmpMessage.UNREACHABLE,
                    IcmpMessage.CODE_HOST_UNREACHABLE, 0);
            case PROHIBIT -> refuse(packet, counters.inProhibited, IcmpMessage.UNREACHABLE,
                    IcmpMessage.CODE_PROHIBITED, 0);
            default -> trace.drop(counters.inBlackhole, packet);
        }
    }

    private boolean passes(Place place, Packet packet, Ipv4Interface in, Hop hop) {
        Action action = filters.filter.look(place, packet, in.name, hop.link.name());
        if (action == Action.REJECT) {
            errors.send(packet, IcmpMessage.UNREACHABLE, IcmpMessage.CODE_PROHIBITED, 0);
        }
        if (action != Action.ACCEPT) {
            trace.drop(counters.inFiltered, packet);
        }
        return action == Action.ACCEPT;
    }

    /** The packet may go; what remains is whether it fits. */
    private void pass(Packet packet, Hop hop, Ipv4Interface in) {
        int nextHop = hop.nextHop(header.destination());
        boolean fits = packet.length() <= hop.mtu || large.longest(packet) <= hop.mtu;
        boolean mayBeCut = (header.flagsAndOffset() & Ipv4Header.DONT_FRAGMENT) == 0 && packet.segmentSize == 0;
        if (!fits && !mayBeCut) {
            refuse(packet, counters.inTooBig, IcmpMessage.UNREACHABLE, IcmpMessage.CODE_FRAGMENTATION_NEEDED, hop.mtu);
            return;
        }
        if (redirects && hop.link == in.link && in.isOneSubnet(header.source(), nextHop)) {
            // RFC 1812 §5.2.7.2: the sender could have given it to the next hop itself.
            errors.send(packet, IcmpMessage.REDIRECT, IcmpMessage.CODE_REDIRECT_HOST, nextHop);
        }
        if (filters.filter != null && !passes(Place.POSTROUTING, packet, in, hop)) {
            return;
        }
        if (header.headerLength() > Ipv4Header.LEAST) {
            options.pass(packet, interfaces.of(hop.link).primary());
        }
        header.decrementTimeToLive();
        trace.found(packet);
        trace.routed(packet);
        send(packet, hop.link, nextHop, fits ? 0 : hop.mtu);
    }

    /** What a card has verified or a driver put together on the way in says nothing about the way out. */
    private void send(Packet packet, Link link, int nextHop, int cutTo) {
        packet.checksum = Packet.CHECKSUM_NONE;
        if (cutTo > 0) {
            if (transmit.cut(packet, link, nextHop, cutTo)) { // RFC 1812 §5.2.6
                counters.inForwards.increment();
            } else {
                refuse(packet, counters.inTooBig, IcmpMessage.UNREACHABLE, IcmpMessage.CODE_FRAGMENTATION_NEEDED,
                        cutTo);
            }
            return;
        }
        counters.inForwards.increment();
        if (packet.segmentSize > 0) {
            large.send(packet, link, nextHop);
        } else {
            transmit.give(packet, link, nextHop);
        }
    }

    private void refuse(Packet packet, Counter reason, int type, int code, int word) {
        errors.send(packet, type, code, word);
        trace.drop(reason, packet);
    }
}
