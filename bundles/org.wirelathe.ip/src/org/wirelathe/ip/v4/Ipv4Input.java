package org.wirelathe.ip.v4;

import org.wirelathe.api.net.FilterRule.Action;
import org.wirelathe.api.net.NetworkError;
import org.wirelathe.api.net.RouteEntry;
import org.wirelathe.api.packet.Packet;
import org.wirelathe.ip.Loopback;
import org.wirelathe.ip.PacketFilter.Place;
import org.wirelathe.ip.PacketFilters;
import org.wirelathe.ip.PacketTrace;
import org.wirelathe.ip.Route;
import org.wirelathe.ip.Routes;
import org.wirelathe.wire.Fault;
import org.wirelathe.wire.IcmpMessage;
import org.wirelathe.wire.Ipv4;
import org.wirelathe.wire.Ipv4Header;

/** Takes packets from the links, checks them and finds out whom they are for (RFC 1122 §3.2.1, RFC 1812 §5.2). */
final class Ipv4Input {
    private final Routes routes;
    private final Forwarding forwarding;
    private final Delivery delivery;
    private final OptionProcessing options;
    private final PacketFilters filters;
    private final IcmpErrors errors;
    private final ErrorReports reports;
    private final Ipv4Counters counters;
    private final PacketTrace trace;
    private final Ipv4Header header = new Ipv4Header();

    Ipv4Input(Routes routes, Forwarding forwarding, Delivery delivery, OptionProcessing options, PacketFilters filters,
            IcmpErrors errors, ErrorReports reports, Ipv4Counters counters, PacketTrace trace) {
        this.routes = routes;
        this.forwarding = forwarding;
        this.delivery = delivery;
        this.options = options;
        this.filters = filters;
        this.errors = errors;
        this.reports = reports;
        this.counters = counters;
        this.trace = trace;
    }

    /** A packet from a link; {@code linkBroadcast} when the frame was for all stations or a group. */
    void received(Packet packet, Ipv4Interface in, boolean linkBroadcast) {
        if (!sound(packet)) {
            return;
        }
        if (!mayComeFromAWire(header.source())) {
            trace.drop(counters.inMartianSource, packet);
            return;
        }
        if (header.headerLength() > Ipv4Header.LEAST && !optionsSound(packet, linkBroadcast)) {
            return;
        }
        if (filters.filter != null && filters.filter.look(Place.PREROUTING, packet, in.name, null) != Action.ACCEPT) {
            trace.drop(counters.inFiltered, packet);
            return;
        }
        int destination = header.destination();
        if (Ipv4.isMulticast(destination)) {
            receivedByGroup(packet, in, destination);
            return;
        }
        Route route = routes.find(header.source(), destination);
        boolean forMe = route != null && route.isForThisNode();
        boolean toOne = !forMe || route.kind == RouteEntry.Kind.LOCAL;
        if (toOne && linkBroadcast || Ipv4.isLoopback(destination)) { // RFC 1122 §3.3.6, RFC 1812 §5.3.4
            trace.drop(counters.inMartianDestination, packet);
        } else if (forMe) {
            delivery.deliver(packet, in.name, in.index, toOne, destination);
        } else {
            forwarding.forward(packet, route, in);
        }
    }

    /** RFC 1112 §7.2: a host takes what is sent to its groups. Routing of groups between links would begin here. */
    private void receivedByGroup(Packet packet, Ipv4Interface in, int group) {
        if (in.isIn(group)) {
            delivery.deliver(packet, in.name, in.index, false, in.primary());
        } else {
            trace.drop(counters.inNotJoined, packet);
        }
    }

    /** A packet that this node sent to itself. */
    void fromSelf(Packet packet) {
        if (sound(packet)) {
            int destination = header.destination();
            delivery.deliver(packet, Loopback.NAME, -1, routes.isLocal(destination), destination);
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

    /** RFC 1122 §3.2.1.3, RFC 1812 §5.3.7: a source is one node, not this one, and not all stations of a link. */
    private boolean mayComeFromAWire(int source) {
        if (!Ipv4.isUnicast(source)) {
            return false;
        }
        Route back = routes.find(source);
        return back == null || !back.isForThisNode();
    }

    /**
     * Whether options hold. The source of a packet with a bad one hears at which octet it is (RFC 1122 §3.2.2.5, RFC
     * 1812 §4.3.3.5). One with a source route goes without a word, as in Linux by default and by the advice of RFC 7126
     * §4.3: "source route failed" would tell a scanner about the filters in between.
     */
    private boolean optionsSound(Packet packet, boolean linkBroadcast) {
        if (options.check(header) != Fault.NONE) {
            if (!linkBroadcast) {
                errors.send(packet, IcmpMessage.PARAMETER_PROBLEM, IcmpMessage.CODE_POINTER, options.pointer() << 24);
            }
            trace.drop(counters.inFaults.of(Fault.OPTION), packet);
            return false;
        }
        if (options.hasSourceRoute()) {
            trace.drop(counters.inSourceRoute, packet);
            return false;
        }
        return true;
    }

    /** The next hop did not answer. The sender hears of it, be it this node or another (RFC 1812 §5.2.7.1). */
    void unresolved(Packet packet) {
        if (filters.filter != null) {
            filters.filter.undo(packet);
        }
        int source = header.over(packet.bytes, packet.head).source();
        if (routes.isLocal(source)) {
            reports.report(NetworkError.Kind.HOST_UNREACHABLE, source, source, packet.bytes, packet.head, packet.tail,
                    0);
        } else {
            errors.send(packet, IcmpMessage.UNREACHABLE, IcmpMessage.CODE_HOST_UNREACHABLE, 0);
        }
        trace.drop(counters.unresolved, packet);
    }
}
