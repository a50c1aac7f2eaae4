package org.wirelathe.ip.v6;

import org.wirelathe.api.net.RouteEntry;
import org.wirelathe.ip.Hop;
import org.wirelathe.wire.IpAddress;

/** What is done with packets to some destination, and through which neighbour they go. */
final class Ipv6Route {
    /** {@link RouteEntry.Kind#BROADCAST} is never one of IPv6. */
    final RouteEntry.Kind kind;
    /** Where the packets go out; {@code null} unless the kind is {@link RouteEntry.Kind#UNICAST}. */
    final Ipv6Interface out;
    /** This node's address for packets that take it, or {@code null} to have it chosen. */
    final IpAddress source;
    private final Hop hop;

    Ipv6Route(RouteEntry.Kind kind, Ipv6Interface out, Hop hop, IpAddress source) {
        this.kind = kind;
        this.out = out;
        this.hop = hop;
        this.source = source;
    }

    /** Whether packets leave the node. */
    boolean leadsOut() {
        return kind == RouteEntry.Kind.UNICAST;
    }

    /** Whether destinations are neighbours themselves. */
    boolean isOnLink() {
        return hop.onLink;
    }

    /** The first 64 bits of the neighbour to whom a packet for a destination is handed. */
    long nextHopHigh(long destinationHigh) {
        return hop.onLink ? destinationHigh : hop.gatewayHigh;
    }

    /** The last 64 bits of that neighbour. */
    long nextHopLow(long destinationLow) {
        return hop.onLink ? destinationLow : hop.gatewayLow;
    }
}
