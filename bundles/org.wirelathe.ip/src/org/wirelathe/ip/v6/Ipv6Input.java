package org.wirelathe.ip.v6;

import org.wirelathe.api.net.FilterRule.Action;
import org.wirelathe.api.net.RouteEntry.Kind;
import org.wirelathe.api.packet.Packet;
import org.wirelathe.ip.PacketFilter.Place;
import org.wirelathe.ip.PacketFilters;
import org.wirelathe.ip.PacketTrace;
import org.wirelathe.wire.Fault;
import org.wirelathe.wire.Icmpv6Message;
import org.wirelathe.wire.IpAddress;
import org.wirelathe.wire.Ipv6Extensions;
import org.wirelathe.wire.Ipv6Header;

/** Takes packets from the links: checks them, and delivers or forwards them (RFC 8200 §3, RFC 4291). */
final class Ipv6Input {
    private final Ipv6Interfaces interfaces;
    private final Ipv6Ways ways;
    private final Ipv6Delivery delivery;
    private final Ipv6Forwarding forwarding;
    private final Icmp6Errors errors;
    private final PacketFilters filters;
    private final Ipv6Counters counters;
    private final PacketTrace trace;
    private final Ipv6Header header = new Ipv6Header();
    private final Ipv6Extensions extensions = new Ipv6Extensions();
    private boolean router;

    Ipv6Input(Ipv6Interfaces interfaces, Ipv6Ways ways, Ipv6Delivery delivery, Ipv6Forwarding forwarding,
            Icmp6Errors errors, PacketFilters filters, Ipv6Counters counters, PacketTrace trace) {
        this.interfaces = interfaces;
        this.ways = ways;
        this.delivery = delivery;
        this.forwarding = forwarding;
        this.errors = errors;
        this.filters = filters;
        this.counters = counters;
        this.trace = trace;
    }

    void router(boolean forwards) {
        router = forwards;
    }

    /** A packet from a link; {@code group} when its frame was for a group or all stations. */
    void received(Packet packet, Ipv6Interface in, boolean group) {
        if (!sound(packet)) {
            return;
        }
        if (!in.settings().ipv6()) {
            trace.drop(counters.inDisabled, packet);
        } else if (!mayComeFromAWire(header.sourceHigh(), header.sourceLow(), in)) {
            trace.drop(counters.inMartianSource, packet);
        } else if (!mayGoOverAWire(header.destinationHigh(), header.destinationLow())) {
            trace.drop(counters.inMartianDestination, packet);
        } else if (filters.filter == null || looked(packet, in)) {
            route(packet, in, group);
        }
    }

    private void route(Packet packet, Ipv6Interface in, boolean group) {
        long high = header.destinationHigh();
        long low = header.destinationLow();
        if (Scope.isGroup(high)) {
            counters.inMcastPkts.increment();
            if (interfaces.groups(in).has(high, low, router)) {
                delivery.deliver(packet, in, group, false);
            } else {
                trace.drop(counters.inNotJoined, packet);
            }
            return;
        }
        if (Scope.isLinkLocal(high)) { // an address of another link is another address
            if (isMine(high, low, in)) {
                delivery.deliver(packet, in, group, true);
            } else {
                pass(packet, null, in, group);
            }
            return;
        }
        int label = header.flowLabel();
        Ipv6Route route = ways.find(header.sourceHigh(), header.sourceLow(), high, low, 0, label);
        if (route != null && route.kind == Kind.LOCAL) {
            delivery.deliver(packet, in, group, true);
        } else {
            pass(packet, route, in, group);
        }
    }

    /** A packet for another node. */
    private void pass(Packet packet, Ipv6Route route, Ipv6Interface in, boolean group) {
        if (!router) {
            trace.drop(counters.inNotForMe, packet);
            return;
        }
        Fault fault = extensions.walkHopByHop(header);
        if (fault != Fault.NONE) {
            if (extensions.icmpCode() != Ipv6Extensions.NONE) {
                errors.send(packet, in, group, Icmpv6Message.PARAMETER_PROBLEM, extensions.icmpCode(),
                        extensions.pointer());
            }
            trace.drop(counters.inFaults.of(fault), packet);
            return;
        }
        forwarding.forward(packet, route, in, group);
    }

    /** A packet that this node sent to itself, or a copy of one to a group that it listens to. */
    void fromSelf(Packet packet) {
        counters.inLoopbacks.increment();
        if (sound(packet)) {
            delivery.deliver(packet, null, false, !header.isToGroup());
        }
    }

    /** Whether the header holds; if so, the view lies over it and link padding is cut off, else the packet is gone. */
    private boolean sound(Packet packet) {
        counters.inReceives.increment();
        Fault fault = header.over(packet.bytes, packet.head).check(packet.tail);
        if (fault != Fault.NONE) {
            trace.drop(counters.inFaults.of(fault), packet);
            return false;
        }
        packet.trim(header.totalLength());
        return true;
    }

    /** RFC 4291 §2.5.3, §2.5.5.2, §2.7: a source is one node, not this one; as in Linux, no IPv4 address. */
    private boolean mayComeFromAWire(long high, long low, Ipv6Interface in) {
        return high == 0 && low == 0 || Scope.isUnicast(high, low) && !isMine(high, low, in);
    }

    private boolean isMine(long high, long low, Ipv6Interface in) {
        if (Scope.isLinkLocal(high)) { // another link may have the same
            Ipv6Address mine = in.address(high, low);
            return mine != null && mine.isUsable();
        }
        Ipv6Route back = ways.find(0, 0, high, low);
        return back != null && back.kind == Kind.LOCAL;
    }

    /** RFC 4291 §2.5.2, §2.5.3, §2.7: not to nobody, not to oneself, not to a group of scope 0 or 1. */
    private static boolean mayGoOverAWire(long high, long low) {
        return Scope.isGroup(high) ? Scope.of(high, low) > Scope.INTERFACE_LOCAL
                : !(high == 0 && (low == 0 || low == 1 || IpAddress.isV4(high, low)));
    }

    /** Whether the filter lets a packet in; it may have changed the destination. */
    private boolean looked(Packet packet, Ipv6Interface in) {
        if (filters.filter.look(Place.PREROUTING, packet, in.name(), null) != Action.ACCEPT) {
            trace.drop(counters.inFiltered, packet);
            return false;
        }
        header.over(packet.bytes, packet.head);
        return true;
    }
}
