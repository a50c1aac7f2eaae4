package org.wirelathe.ip;

import org.wirelathe.api.link.Link;

/**
 * One next hop of a route, as packets need it: what {@link org.wirelathe.api.net.RouteEntry.NextHop} says, resolved.
 */
public final class Hop {
    /** The link to send on. */
    public final Link link;
    /** Number of the interface: 0 for the first that the node was given. */
    public final int index;
    /** Whether destinations are neighbours themselves; then there is no gateway. */
    public final boolean onLink;
    /** The neighbour who passes packets on: its first 64 bits. */
    public final long gatewayHigh;
    /** And the last 64 bits, an IPv4 address in its mapped form. */
    public final long gatewayLow;
    /** Most bytes of a packet on the link. */
    public final int mtu;

    public Hop(Link link, int index, boolean onLink, long gatewayHigh, long gatewayLow) {
        this.link = link;
        this.index = index;
        this.onLink = onLink;
        this.gatewayHigh = gatewayHigh;
        this.gatewayLow = gatewayLow;
        mtu = link.mtu();
    }

    /** The IPv4 neighbour to whom a packet for {@code destination} is handed. */
    public int nextHop(int destination) {
        return onLink ? destination : (int) gatewayLow;
    }
}
