package org.wirelathe.ip;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.wirelathe.api.link.Link;
import org.wirelathe.api.net.RouteEntry;
import org.wirelathe.api.net.RouteEntry.Kind;
import org.wirelathe.api.net.RouteEntry.NextHop;
import org.wirelathe.api.net.RouteEntry.Origin;
import org.wirelathe.api.node.NodeContext;
import org.wirelathe.ip.route.FlowHash;
import org.wirelathe.ip.route.PrefixTrie;
import org.wirelathe.wire.IpAddress;
import org.wirelathe.wire.IpPrefix;
import org.wirelathe.wire.Ipv4;

/** All routes of a node, of both families (B18, RFC 1812 §5.2.4), and which of several next hops a flow takes. */
public final class Routes {
    /** Most bytes of a packet to this node itself. */
    public static final int LOOPBACK_MTU = 1500;

    private static final Comparator<RouteEntry> ORDER = Comparator
            .comparing((RouteEntry entry) -> !entry.to().isV4())
            .thenComparing(entry -> entry.to().network())
            .thenComparing(entry -> entry.to().length())
            .thenComparing(RouteEntry::metric);

    private final FamilyRoutes v4 = new FamilyRoutes(PrefixTrie::v4);
    private final FamilyRoutes v6 = new FamilyRoutes(PrefixTrie::v6);
    private final Map<String, Link> links = new LinkedHashMap<>();
    private final RouteCache cache = new RouteCache();
    private final FlowHash flows;

    public Routes(NodeContext node) {
        flows = new FlowHash(node.random("ip.flows").nextLong());
    }

    // ---- interfaces ----

    /** An interface that routes may lead out by; answers its number, see {@link Hop#index}. */
    public int addInterface(Link link) {
        links.putIfAbsent(link.name(), link);
        return indexOf(link);
    }

    private int indexOf(Link link) {
        return List.copyOf(links.keySet()).indexOf(link.name());
    }

    /**
     * The interface of that name.
     *
     * @throws IllegalArgumentException when there is none
     */
    public Link link(String device) {
        Link link = links.get(device);
        if (link == null) {
            throw new IllegalArgumentException("there is no interface " + device + "; there is "
                    + (links.isEmpty() ? "none" : String.join(", ", links.keySet())));
        }
        return link;
    }

    // ---- finding ----

    /**
     * A number that is another after any change of IPv4 routes: a route found before holds as long as it is the same.
     */
    public int generation() {
        return v4.generation;
    }

    /** The same for IPv6. */
    public int generation6() {
        return v6.generation;
    }

    /**
     * The IPv4 route to a destination whatever the source, or {@code null}. Addresses that name no single node take
     * only routes of their own (RFC 1122 §3.2.1.3).
     */
    public Route find(int destination) {
        if (cache.has(destination, v4.generation)) {
            return cache.get(destination);
        }
        Route route = v4.find(destination);
        if (route != null && !route.isForThisNode() && !Ipv4.isUnicast(destination)) {
            route = null;
        }
        cache.put(destination, v4.generation, route);
        return route;
    }

    /** The IPv4 route for packets from that source; {@link Ipv4#ANY} for a source that is yet to be chosen. */
    public Route find(int source, int destination) {
        if (!v4.hasPolicies()) {
            return find(destination);
        }
        Route route = v4.find(0, IpAddress.mapped(source), 0, IpAddress.mapped(destination));
        return route == null || route.isForThisNode() || Ipv4.isUnicast(destination) ? route : null;
    }

    /** The IPv6 route for packets from that source (:: when it is yet to be chosen), or {@code null}. */
    public Route find(long sourceHigh, long sourceLow, long high, long low) {
        return v6.hasPolicies() ? v6.find(sourceHigh, sourceLow, high, low) : v6.find(high, low);
    }

    /** The route for all sources to exactly that prefix, of the smallest metric, or {@code null}. */
    public Route exact(IpPrefix to) {
        return family(to).exact(to);
    }

    /** Whether an IPv4 address is one of this node's. */
    public boolean isLocal(int address) {
        Route route = find(address);
        return route != null && route.kind == Kind.LOCAL;
    }

    /** The number by which {@link Route#hop(int)} chooses; parameters as {@link FlowHash#of} has them. */
    public int flowHash(long sourceHigh, long sourceLow, long high, long low, int protocol, int label) {
        return flows.of(sourceHigh, sourceLow, high, low, protocol, label);
    }

    // ---- changing ----

    /**
     * Adds a route; one with the same prefix, metric and sources is replaced.
     *
     * @throws IllegalArgumentException with a sentence, when a next hop is on no subnet of this node, or of the other
     *         family
     */
    public void add(RouteEntry entry) {
        family(entry.to()).put(resolve(entry));
    }

    /** Adds a route unless there is one with the same prefix, metric and sources. */
    public void addIfAbsent(RouteEntry entry) {
        if (!family(entry.to()).has(entry)) {
            add(entry);
        }
    }

    /** Takes out the route with the same prefix, metric and sources; returns whether there was one. */
    public boolean remove(RouteEntry entry) {
        return family(entry.to()).remove(entry);
    }

    /**
     * Puts these in the place of all routes of that origin; when one of them cannot be, nothing changes.
     *
     * @throws IllegalArgumentException as {@link #add}
     */
    public void replace(Origin origin, List<RouteEntry> entries) {
        List<Route> resolved = entries.stream().map(this::resolve).toList();
        v4.removeAll(route -> route.entry.origin() == origin);
        v6.removeAll(route -> route.entry.origin() == origin);
        resolved.forEach(route -> family(route.entry.to()).put(route));
    }

    /** All routes: IPv4 before IPv6, by prefix, length and metric. */
    public List<RouteEntry> list() {
        List<RouteEntry> list = new ArrayList<>();
        v4.forEach(route -> list.add(route.entry));
        v6.forEach(route -> list.add(route.entry));
        list.sort(ORDER);
        return list;
    }

    /** Puts these in the place of the layer's own IPv4 routes; others that no longer stand on a subnet go, too. */
    public void connected(List<RouteEntry> own) {
        v4.removeAll(route -> route.entry.origin() == Origin.KERNEL);
        List<Route> others = v4.removeAll(route -> true);
        own.forEach(this::addIfAbsent);
        for (Route route : others) {
            try {
                add(route.entry);
            } catch (IllegalArgumentException _) {
                v4.generation++; // it stood on the address that has gone
            }
        }
    }

    private FamilyRoutes family(IpPrefix prefix) {
        return prefix.isV4() ? v4 : v6;
    }

    // ---- what a route rests on ----

    /**
     * A route as packets need it, not entered anywhere.
     *
     * @throws IllegalArgumentException as {@link #add}
     */
    public Route resolve(RouteEntry entry) {
        if (entry.from().isPresent() && entry.from().get().isV4() != entry.to().isV4()) {
            throw new IllegalArgumentException("the route to " + entry.to() + " is for sources of the other family, "
                    + entry.from().get());
        }
        boolean leadsOut = entry.kind() == Kind.UNICAST;
        if (leadsOut && entry.hops().isEmpty()) {
            throw new IllegalArgumentException("the route to " + entry.to() + " needs a next hop, or a device");
        }
        Hop[] hops = new Hop[leadsOut || entry.kind() == Kind.BROADCAST ? entry.hops().size() : 0];
        IpAddress source = entry.source().orElse(null);
        for (int i = 0; i < hops.length; i++) {
            NextHop hop = entry.hops().get(i);
            Route via = hop.gateway().isPresent() ? subnetOf(entry, hop) : null;
            hops[i] = via == null ? hop(hop, link(deviceOf(entry, hop))) : hop(hop, via.hop().link);
            if (source == null && via != null) {
                source = via.entry.source().orElse(null);
            }
        }
        return new Route(entry, hops, source, LOOPBACK_MTU);
    }

    private Hop hop(NextHop hop, Link link) {
        IpAddress gateway = hop.gateway().orElse(IpAddress.ANY);
        return new Hop(link, indexOf(link), hop.gateway().isEmpty(), gateway.high(), gateway.low());
    }

    private static String deviceOf(RouteEntry entry, NextHop hop) {
        return hop.device().orElseThrow(() -> new IllegalArgumentException(
                "the route to " + entry.to() + " names neither a next hop nor a device"));
    }

    /** The route to the subnet that a gateway is on; {@code null} for a link-local gateway, whose device is named. */
    private Route subnetOf(RouteEntry entry, NextHop hop) {
        IpAddress gateway = hop.gateway().get();
        if (gateway.isV4() != entry.to().isV4()) {
            throw new IllegalArgumentException(
                    "the next hop " + gateway + " of the route to " + entry.to() + " is of the other family");
        }
        if (!gateway.isV4() && gateway.isLinkLocal() && hop.device().isPresent()) {
            return null;
        }
        Route subnet = gateway.isV4() ? find(gateway.v4()) : v6.find(gateway.high(), gateway.low());
        if (subnet == null || !subnet.leadsOut() || !subnet.hop().onLink
                || hop.device().isPresent() && !hop.device().get().equals(subnet.hop().link.name())) {
            throw new IllegalArgumentException("the next hop " + gateway + " of the route to " + entry.to()
                    + " is on no subnet of " + hop.device().orElse("this node"));
        }
        return subnet;
    }
}
