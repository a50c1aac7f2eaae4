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

    /** An address became usable, stopped being so, or went: routes to it and to its subnet follow. */
    void changed(Ipv6Interface at, Ipv6Address address);

    /** Adds or replaces a route (a prefix on the link, a default router, a redirect). */
    void addRoute(RouteEntry route);

    /** Takes out a route. */
    void removeRoute(RouteEntry route);

    /** Whether this node forwards: then it takes nothing from advertisements and sends redirects. */
    boolean isRouter();

    /** Gone, with the reason {@code icmp6:} plus that name; takes ownership. */
    void drop(Packet packet, String reason);
}
