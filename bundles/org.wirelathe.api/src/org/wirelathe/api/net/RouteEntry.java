package org.wirelathe.api.net;

import java.util.List;
import java.util.Optional;

import org.wirelathe.wire.IpAddress;
import org.wirelathe.wire.IpPrefix;

/**
 * One route. The longest prefix wins (B18), among equal prefixes the smallest metric.
 *
 * @param to which destinations it is for
 * @param kind what is done with their packets
 * @param hops where they go: one for {@link Kind#UNICAST}, or several that share the flows by weight (ECMP, RFC 2992)
 * @param metric 0 to 2^31 - 1; smaller is better
 * @param from packets from these sources only (policy by source); empty for all. Among routes with equal {@code to}
 *        that with the longest such prefix wins, before metrics count
 * @param source this node's address for packets that take it; empty to have it chosen (RFC 6724 §5)
 * @param origin who made it
 */
public record RouteEntry(IpPrefix to, Kind kind, List<NextHop> hops, int metric, Optional<IpPrefix> from,
        Optional<IpAddress> source, Origin origin) {
    /** What is done with a packet that takes the route, by the names of {@code ip route}. */
    public enum Kind {
        /** It is sent on. */
        UNICAST,
        /** It is for this node. */
        LOCAL,
        /** It is for all stations of a link. */
        BROADCAST,
        /** It is dropped without a word. */
        BLACKHOLE,
        /** It is dropped, and its sender told that there is no way to the host. */
        UNREACHABLE,
        /** It is dropped, and its sender told that the way is forbidden. */
        PROHIBIT
    }

    /** Who made a route. */
    public enum Origin {
        /** The layer itself: its addresses and subnets. */
        KERNEL,
        /** The lab file, or a command. */
        STATIC,
        /** The lab, from the topology: shortest paths. */
        COMPUTED,
        /** A router's advertisement (RFC 4861 §6.3.4). */
        ADVERTISED,
        /** A router's redirect (RFC 792, RFC 4861 §8.3). */
        REDIRECT
    }

    /**
     * Where packets of a route go.
     *
     * @param gateway the neighbour who passes them on; empty when the destinations are neighbours themselves
     * @param device name of the interface; empty when the gateway's subnet tells
     * @param weight share of the flows, 1 to 256
     */
    public record NextHop(Optional<IpAddress> gateway, Optional<String> device, int weight) {
    }

    /** A route through one neighbour, as lab files write it. */
    public static RouteEntry via(IpPrefix to, IpAddress gateway) {
        return new RouteEntry(to, Kind.UNICAST, List.of(new NextHop(Optional.of(gateway), Optional.empty(), 1)), 0,
                Optional.empty(), Optional.empty(), Origin.STATIC);
    }
}
