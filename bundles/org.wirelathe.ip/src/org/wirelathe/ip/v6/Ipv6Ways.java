package org.wirelathe.ip.v6;

import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

import org.wirelathe.api.net.RouteEntry.Kind;
import org.wirelathe.ip.Hop;
import org.wirelathe.ip.Route;
import org.wirelathe.ip.Routes;
import org.wirelathe.wire.IpAddress;

/**
 * Which way a packet goes: by the routes, but link-local destinations and groups by interface, as each link has those
 * of its own (RFC 4007 §6).
 */
final class Ipv6Ways {
    private final Ipv6Interfaces interfaces;
    private final Routes routes;
    /** The ways that do not leave the node. */
    private final Ipv6Route[] inside = new Ipv6Route[Kind.values().length];
    /** Those through each next hop, made when they are first taken; asked for by identity only. */
    private final Map<Hop, Ipv6Route> outside = new IdentityHashMap<>();
    /** For each interface on which IPv6 runs, the way to what is on its link. */
    private Ipv6Route[] links = {};
    private int generation;

    Ipv6Ways(Ipv6Interfaces interfaces, Routes routes) {
        this.interfaces = interfaces;
        this.routes = routes;
        for (Kind kind : Kind.values()) {
            inside[kind.ordinal()] = new Ipv6Route(kind, null, null, null);
        }
    }

    /** Another number after any change: a way found before holds as long as it is the same. Both only grow. */
    int version() {
        return routes.generation6() + interfaces.changes();
    }

    /**
     * The way of a packet, or {@code null}; {@code ::} stands for a source that is still to be chosen.
     *
     * @param label what tells flows between the addresses apart
     */
    Ipv6Route find(long sourceHigh, long sourceLow, long destinationHigh, long destinationLow, int protocol,
            int label) {
        if (Scope.isLinkLocal(destinationHigh)) {
            return linkLocal(sourceHigh, sourceLow, destinationHigh, destinationLow);
        }
        if (Scope.isGroup(destinationHigh)) {
            return group(sourceHigh, sourceLow, destinationHigh, destinationLow);
        }
        Route route = routes.find(sourceHigh, sourceLow, destinationHigh, destinationLow);
        if (route == null || !route.leadsOut()) {
            return route == null ? null : inside[route.kind.ordinal()];
        }
        int flow = !route.isShared() ? 0
                : routes.flowHash(sourceHigh, sourceLow, destinationHigh, destinationLow, protocol, label);
        return way(route, route.hop(flow));
    }

    /** The way to one of this node's addresses, to nobody, or out, as {@link #find} has it, for whatever flow. */
    Ipv6Route find(long sourceHigh, long sourceLow, long destinationHigh, long destinationLow) {
        return find(sourceHigh, sourceLow, destinationHigh, destinationLow, 0, 0);
    }

    private Ipv6Route way(Route route, Hop hop) {
        if (generation != routes.generation6()) {
            generation = routes.generation6();
            outside.clear();
        }
        Ipv6Route way = outside.get(hop);
        if (way == null) {
            way = new Ipv6Route(Kind.UNICAST, interfaces.get(hop.index), hop, route.entry.source().orElse(null));
            outside.put(hop, way);
        }
        return way;
    }

    private Ipv6Route linkLocal(long sourceHigh, long sourceLow, long high, long low) {
        return interfaces.owner(high, low) != null ? inside[Kind.LOCAL.ordinal()]
                : onLink(interfaces.owner(sourceHigh, sourceLow));
    }

    /** To a group by the interface that has the source, else by a route, else by the first interface. */
    private Ipv6Route group(long sourceHigh, long sourceLow, long high, long low) {
        if (Scope.of(high, low) <= Scope.INTERFACE_LOCAL) {
            return inside[Kind.LOCAL.ordinal()];
        }
        Ipv6Interface owner = interfaces.owner(sourceHigh, sourceLow);
        Route route = owner == null ? routes.find(sourceHigh, sourceLow, high, low) : null;
        return route != null && route.leadsOut() && route.hop().onLink ? way(route, route.hop()) : onLink(owner);
    }

    /** The way to a neighbour on an interface, on the first one when that is {@code null}. */
    Ipv6Route onLink(Ipv6Interface out) {
        List<Ipv6Interface> running = interfaces.running();
        if (running.isEmpty()) {
            return null;
        }
        if (links.length != running.size()) {
            links = new Ipv6Route[running.size()];
            for (int i = 0; i < links.length; i++) {
                Ipv6Interface at = running.get(i);
                links[i] = new Ipv6Route(Kind.UNICAST, at, new Hop(at.link(), interfaces.index(at), true, 0, 0), null);
            }
        }
        return links[out == null ? 0 : running.indexOf(out)];
    }

    /** The neighbour that packets to a destination go to now; {@code null} for none. */
    IpAddress firstHop(long high, long low) {
        Ipv6Route route = find(0, 0, high, low);
        return route == null || !route.leadsOut() ? null
                : new IpAddress(route.nextHopHigh(high), route.nextHopLow(low));
    }
}
