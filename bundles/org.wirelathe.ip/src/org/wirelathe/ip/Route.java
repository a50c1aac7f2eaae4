package org.wirelathe.ip;

import org.wirelathe.api.net.RouteEntry;
import org.wirelathe.ip.route.NextHopChoice;
import org.wirelathe.wire.IpAddress;
import org.wirelathe.wire.Ipv4;

/** A route as packets need it: a {@link RouteEntry}, resolved. */
public final class Route {
    /** What it was made from. */
    public final RouteEntry entry;
    public final RouteEntry.Kind kind;
    /** This node's address for IPv4 packets that take the route; {@link Ipv4#ANY} when none is given. */
    public final int source;
    /** Most bytes of a packet whichever next hop it takes. */
    public final int mtu;
    private final Hop[] hops;
    /** {@code null} when there is no choice. */
    private final NextHopChoice choice;
    /** The route with the same prefix and sources that is taken when this one is gone: the next in order of metrics. */
    Route worse;

    /**
     * @param source this node's address for packets that take the route, or {@code null}
     * @param localMtu most bytes of a packet when there is no next hop
     */
    Route(RouteEntry entry, Hop[] hops, IpAddress source, int localMtu) {
        this.entry = entry;
        this.hops = hops;
        kind = entry.kind();
        this.source = source == null || !source.isV4() ? Ipv4.ANY : source.v4();
        int least = hops.length == 0 ? localMtu : Integer.MAX_VALUE;
        int[] weights = new int[hops.length];
        for (int i = 0; i < hops.length; i++) {
            least = Math.min(least, hops[i].mtu);
            weights[i] = entry.hops().get(i).weight();
        }
        mtu = least;
        choice = hops.length > 1 ? new NextHopChoice(weights) : null;
    }

    /** Whether flows are shared among several next hops (ECMP). */
    public boolean isShared() {
        return choice != null;
    }

    /** The first next hop; {@code null} when packets go to this node only, or nowhere. */
    public Hop hop() {
        return hops.length == 0 ? null : hops[0];
    }

    /**
     * The next hop for a flow.
     *
     * @param flow what {@link Routes#flowHash} says of it
     */
    public Hop hop(int flow) {
        return choice == null ? hop() : hops[choice.of(flow)];
    }

    /** Number of next hops. */
    public int hops() {
        return hops.length;
    }

    /** The next hop of that number, 0 to {@link #hops} - 1. */
    public Hop hopAt(int i) {
        return hops[i];
    }

    /** Whether packets that take it leave the node, for one other node. */
    public boolean leadsOut() {
        return kind == RouteEntry.Kind.UNICAST;
    }

    /** Whether it is for this node: for one of its addresses, or for all stations of a link. */
    public boolean isForThisNode() {
        return kind == RouteEntry.Kind.LOCAL || kind == RouteEntry.Kind.BROADCAST;
    }

    /** Whether it is taken to be no way at all: packets vanish, with or without a word. */
    public boolean leadsNowhere() {
        return kind == RouteEntry.Kind.BLACKHOLE || kind == RouteEntry.Kind.UNREACHABLE
                || kind == RouteEntry.Kind.PROHIBIT;
    }

    /** IPv4 source for packets to {@code destination}: to itself a node speaks from the address spoken to. */
    public int sourceFor(int destination) {
        return kind == RouteEntry.Kind.LOCAL ? destination : source;
    }
}
