package org.wirelathe.ip.v4;

import org.wirelathe.api.net.Arrival;
import org.wirelathe.api.net.NetworkError;
import org.wirelathe.api.net.ProtocolHandler;
import org.wirelathe.api.net.RouteEntry;
import org.wirelathe.api.packet.Packet;
import org.wirelathe.ip.Loopback;
import org.wirelathe.ip.PacketTrace;
import org.wirelathe.ip.Protocols;
import org.wirelathe.ip.Route;
import org.wirelathe.ip.Routes;
import org.wirelathe.wire.Fault;
import org.wirelathe.wire.IcmpMessage;
import org.wirelathe.wire.IpAddress;
import org.wirelathe.wire.Ipv4;
import org.wirelathe.wire.Ipv4Header;
import org.wirelathe.wire.Protocol;

/** Takes packets from the links: checks them, and delivers or forwards them (RFC 1122 §3.2.1, RFC 1812 §5.2). */
final class Ipv4Input {
    private final Routes routes;
    private final Protocols protocols;
    private final Forwarding forwarding;
    private final IcmpInput icmp;
    private final IcmpErrors errors;
    private final ErrorReports reports;
    private final Ipv4Counters counters;
    private final PacketTrace trace;
    private final Ipv4Header header = new Ipv4Header();
    private final Arrival arrival = new Arrival();

    Ipv4Input(Routes routes, Protocols protocols, Forwarding forwarding, IcmpInput icmp, IcmpErrors errors,
            ErrorReports reports, Ipv4Counters counters, PacketTrace trace) {
        this.routes = routes;
        this.protocols = protocols;
        this.forwarding = forwarding;
        this.icmp = icmp;
        this.errors = errors;
        this.reports = reports;
        this.counters = counters;
        this.trace = trace;
    }

    /** A packet from a link; {@code linkBroadcast} when the frame was for all stations. */
    void received(Packet packet, Ipv4Interface in, boolean linkBroadcast) {
        if (!sound(packet)) {
            return;
        }
        int destination = header.destination();
        if (!mayComeFromAWire(header.source())) {
            trace.drop(counters.inMartianSource, packet);
            return;
        }
        Route route = routes.find(destination);
        boolean forMe = route != null && route.isForThisNode();
        boolean toOne = !forMe || route.kind == RouteEntry.Kind.LOCAL;
        if (toOne && linkBroadcast || Ipv4.isLoopback(destination)) { // RFC 1122 §3.3.6, RFC 1812 §5.3.4
            trace.drop(counters.inMartianDestination, packet);
        } else if (forMe) {
            deliver(packet, toOne);
        } else {
            forwarding.forward(packet, route);
        }
    }

    /** A packet that this node sent to itself. */
    void fromSelf(Packet packet) {
        if (sound(packet)) {
            deliver(packet, true);
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

    /** @param toOne whether the packet is for one of this node's own addresses, not a broadcast */
    private void deliver(Packet packet, boolean toOne) {
        if (header.isFragment()) {
            trace.drop(counters.inFragments, packet);
            return;
        }
        int protocol = header.protocol();
        ProtocolHandler handler = protocols.handler(protocol);
        if (handler != null && !toOne && !handler.takesBroadcasts()) {
            trace.drop(counters.inBroadcast, packet);
        } else if (handler != null) {
            counters.inDelivers.increment();
            packet.pull(header.headerLength());
            handler.received(packet, arrival(toOne));
        } else if (protocol == Protocol.ICMP) {
            counters.inDelivers.increment();
            icmp.received(packet, toOne);
        } else {
            if (toOne) { // RFC 1122 §3.2.2.1
                errors.send(packet, IcmpMessage.UNREACHABLE, IcmpMessage.CODE_PROTOCOL_UNREACHABLE, 0);
            }
            trace.drop(counters.inUnknownProtocols, packet);
        }
    }

    private Arrival arrival(boolean toOne) {
        arrival.sourceLow = IpAddress.mapped(header.source());
        arrival.destinationLow = IpAddress.mapped(header.destination());
        arrival.trafficClass = header.trafficClass();
        arrival.hopLimit = header.timeToLive();
        arrival.toOne = toOne;
        return arrival;
    }

    /** The next hop did not answer. The sender hears of it, be it this node or another (RFC 1812 §5.2.7.1). */
    void unresolved(Packet packet) {
        int source = new Ipv4Header(packet.bytes, packet.head).source();
        if (routes.isLocal(source)) {
            reports.report(NetworkError.Kind.HOST_UNREACHABLE, source, source, packet.bytes, packet.head, packet.tail,
                    0);
        } else {
            errors.send(packet, IcmpMessage.UNREACHABLE, IcmpMessage.CODE_HOST_UNREACHABLE, 0);
        }
        trace.drop(counters.unresolved, packet);
    }
}
