package org.wirelathe.ip.v6;

import org.wirelathe.api.net.RouteEntry;
import org.wirelathe.api.packet.Packet;
import org.wirelathe.wire.IpAddress;

/** What neighbour discovery asks of the rest of IPv6. */
public interface Ipv6Core {
    /**
     * Sends a neighbour discovery message, its head at the ICMPv6 header, its checksum not yet written: hop limit 255,
     * not routed. Takes ownership. A group goes to its station address, a neighbour through
     * {@link NeighbourDiscovery#send}.
     *
     * @param source an address of the interface, or {@link IpAddress#ANY}
     */
    void send(Packet message, Ipv6Interface out, IpAddress source, IpAddress destination);

    /** A neighbour did not answer; this packet, head at the IPv6 header, had waited for it. Takes ownership. */
    void unresolved(Packet packet, Ipv6Interface out);

    /**
     * An address became usable, stopped being so, or went (then the interface has it no more): routes to it follow. The
     * route to its subnet follows too, but not for an automatic address: whether a prefix is on the link is then a
     * matter of its own, for {@link #addRoute} (RFC 4861 §6.3.4, RFC 5942 §4).
     */
    void changed(Ipv6Interface at, Ipv6Address address);

    /** Adds or replaces a route (a prefix on the link, a default router, a redirect). */
    void addRoute(RouteEntry route);

    /** Takes out a route. */
    void removeRoute(RouteEntry route);

    /**
     * The neighbour that a packet from this node to a destination goes to now, the destination itself when it is on the
     * link; {@code null} when there is no route. A redirect is believed from that neighbour only (RFC 4861 §8.1).
     */
    default IpAddress firstHop(long destinationHigh, long destinationLow) {
        return null;
    }

    /** Whether this node forwards: then it takes nothing from advertisements and sends redirects. */
    boolean isRouter();

    /** Whether this host believes redirects: {@code redirects} of its settings. */
    default boolean believesRedirects() {
        return true;
    }

    /** Gone, with the reason {@code icmp6:} plus that name; takes ownership. */
    void drop(Packet packet, String reason);
}
