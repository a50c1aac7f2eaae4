package org.wirelathe.ip.v6;

import org.wirelathe.api.net.FilterRule.Action;
import org.wirelathe.api.net.SendOptions;
import org.wirelathe.api.net.SendOptions.Discovery;
import org.wirelathe.api.net.Sent;
import org.wirelathe.api.node.NodeContext;
import org.wirelathe.api.packet.Packet;
import org.wirelathe.ip.Loopback;
import org.wirelathe.ip.PacketFilter;
import org.wirelathe.ip.PacketFilters;
import org.wirelathe.ip.PacketTrace;
import org.wirelathe.ip.fragment.FragmentCounters;
import org.wirelathe.ip.fragment.FragmentSink;
import org.wirelathe.ip.fragment.Ipv6Fragmenter;
import org.wirelathe.wire.Icmpv6Message;
import org.wirelathe.wire.Ipv6Header;
import org.wirelathe.wire.Protocol;

/** Sends what this node has to say (RFC 8200 §3 and §4.5). */
final class Ipv6Output {
    private final Ipv6Ways ways;
    private final Ipv6Interfaces interfaces;
    private final Ipv6Mtus mtus;
    private final SourceSelection sources;
    private final Ipv6Neighbours neighbours;
    private final Ipv6LargePackets large;
    private final Loopback loopback;
    private final PacketFilters filters;
    private final Ipv6Counters counters;
    private final PacketTrace trace;
    private final FlowLabels labels;
    private final Ipv6Fragmenter fragmenter;
    private final FragmentSink pieces = this::piece;
    private final Ipv6Header header = new Ipv6Header();
    private final Icmpv6Message message = new Icmpv6Message();
    private boolean router;
    /** Where the pieces of the packet that is being cut go, and what became of them. */
    private Ipv6Route cutRoute;
    private boolean cutSent;

    Ipv6Output(NodeContext node, Ipv6Ways ways, Ipv6Interfaces interfaces, Ipv6Mtus mtus, Ipv6Neighbours neighbours,
            Loopback loopback, PacketFilters filters, Ipv6Counters counters, PacketTrace trace) {
        this.ways = ways;
        this.interfaces = interfaces;
        this.mtus = mtus;
        this.neighbours = neighbours;
        large = new Ipv6LargePackets(node.packets(), neighbours, counters);
        this.loopback = loopback;
        this.filters = filters;
        this.counters = counters;
        this.trace = trace;
        sources = new SourceSelection(interfaces);
        labels = new FlowLabels(node.random("ip6.flowlabel").nextLong());
        fragmenter = new Ipv6Fragmenter(node.packets(), new FragmentCounters(node.counters(), Ipv6Counters.PLACE),
                node.random("ip6.fragid"));
    }

    void router(boolean forwards) {
        router = forwards;
    }

    /** Sends a packet whose head is at the transport header. Takes ownership. */
    Sent send(Packet packet, Ipv6Path path, int protocol, SendOptions options) {
        return send(packet, path.route(), path.fromHigh, path.fromLow, path.toHigh, path.toLow, protocol, options,
                true);
    }

    /**
     * Sends an ICMPv6 message, its head at its header, which gets its checksum now. Takes ownership.
     *
     * @param fromHigh of the source; {@code ::} to have it chosen
     * @param in the interface that a link-local destination is on, or {@code null}
     */
    Sent sendIcmp(Packet packet, long fromHigh, long fromLow, long toHigh, long toLow, Ipv6Interface in,
            SendOptions options) {
        Ipv6Route route = in != null && Scope.isLinkLocal(toHigh) && in.address(toHigh, toLow) == null
                ? ways.onLink(in) : ways.find(fromHigh, fromLow, toHigh, toLow);
        long high = fromHigh;
        long low = fromLow;
        if (route != null && fromHigh == 0 && fromLow == 0) {
            Ipv6Address source = route.leadsOut() ? source(route, toHigh, toLow) : null;
            route = source == null && route.leadsOut() ? null : route;
            high = source == null ? toHigh : source.address.high();
            low = source == null ? toLow : source.address.low();
        }
        message.over(packet.bytes, packet.head).seal(high, low, toHigh, toLow, packet.tail);
        return send(packet, route, high, low, toHigh, toLow, Protocol.ICMPV6, options, true);
    }

    /** The address to send from to a destination out there, or {@code null} for none. */
    Ipv6Address source(Ipv6Route route, long toHigh, long toLow) {
        Ipv6Address given = route.source == null ? null : interfaces.usable(route.source);
        return given != null ? given : sources.select(route.out, toHigh, toLow);
    }

    /** Sends a message of neighbour discovery on an interface; it gets its checksum now. */
    Sent sendOn(Packet packet, Ipv6Interface out, long fromHigh, long fromLow, long toHigh, long toLow,
            SendOptions options) {
        message.over(packet.bytes, packet.head).seal(fromHigh, fromLow, toHigh, toLow, packet.tail);
        return send(packet, ways.onLink(out), fromHigh, fromLow, toHigh, toLow, Protocol.ICMPV6, options, false);
    }

    /** @param loops whether a packet to a group comes back when this node listens to it */
    private Sent send(Packet packet, Ipv6Route route, long fromHigh, long fromLow, long toHigh, long toLow,
            int protocol, SendOptions options, boolean loops) {
        counters.outRequests.increment();
        int link = route == null ? 0 : mtus.link(route);
        if (link == 0) {
            trace.drop(counters.outNoRoutes, packet);
            return Sent.NO_ROUTE;
        }
        Discovery discovery = options.discovery();
        int mtu = discovery == Discovery.PROBE ? link : mtus.path(route, toHigh, toLow);
        int length = packet.length();
        boolean cut = length + Ipv6Header.LENGTH > mtu && !(route.leadsOut() && large.fits(packet, mtu));
        if (cut && (discovery == Discovery.DO || discovery == Discovery.PROBE) || length > Ipv6Header.MOST_PAYLOAD) {
            trace.drop(counters.outTooBig, packet);
            return Sent.TOO_BIG;
        }
        int label = options.flowLabel() != SendOptions.AUTO_FLOW_LABEL ? options.flowLabel()
                : labels.label(fromHigh, fromLow, toHigh, toLow, protocol, packet.bytes, packet.head, packet.tail);
        header.over(packet.bytes, packet.push(Ipv6Header.LENGTH)).write(options.trafficClass(), label, length,
                protocol, hopLimit(route, options), fromHigh, fromLow, toHigh, toLow);
        if (filters.filter != null && !passes(packet, route)) {
            trace.drop(counters.outFiltered, packet);
            return Sent.DROPPED;
        }
        trace.routed(packet);
        if (loops && route.leadsOut() && Scope.isGroup(toHigh)
                && interfaces.groups(route.out).has(toHigh, toLow, router)) {
            counters.outGroupCopies.increment();
            loop(packet.copy());
        }
        return cut ? cut(packet, route, mtu) : give(packet, route) ? Sent.YES : Sent.DROPPED;
    }

    private boolean passes(Packet packet, Ipv6Route route) {
        String out = route.leadsOut() ? route.out.name() : Loopback.NAME;
        return filters.filter.look(PacketFilter.Place.OUTPUT, packet, null, out) == Action.ACCEPT
                && (!route.leadsOut()
                        || filters.filter.look(PacketFilter.Place.POSTROUTING, packet, null, out) == Action.ACCEPT);
    }

    private Sent cut(Packet packet, Ipv6Route route, int mtu) {
        cutRoute = route;
        cutSent = true;
        if (!fragmenter.cut(packet, mtu, pieces)) {
            trace.drop(counters.outTooBig, packet);
            return Sent.TOO_BIG;
        }
        return cutSent ? Sent.YES : Sent.DROPPED;
    }

    private void piece(Packet piece) {
        cutSent &= give(piece, cutRoute);
    }

    private boolean give(Packet packet, Ipv6Route route) {
        if (route.leadsOut()) {
            header.over(packet.bytes, packet.head);
            return transmit(packet, route, header.destinationHigh(), header.destinationLow());
        }
        loop(packet);
        return true;
    }

    private void loop(Packet packet) {
        counters.outLoopbacks.increment();
        loopback.send(packet);
    }

    /** Bytes of the longest packet that one with its head at the IPv6 header will be on the wire. */
    int longest(Packet packet) {
        return large.longest(packet);
    }

    /** Gives a packet, no longer than the link takes and with its header, to the neighbour on the route. */
    boolean transmit(Packet packet, Ipv6Route route, long toHigh, long toLow) {
        if (packet.segmentSize > 0) {
            return large.send(packet, route.out, route.nextHopHigh(toHigh), route.nextHopLow(toLow));
        }
        counters.outTransmits.increment();
        if (Scope.isGroup(toHigh)) {
            counters.outMcastPkts.increment();
        }
        return neighbours.discovery.send(packet, route.out, route.nextHopHigh(toHigh), route.nextHopLow(toLow));
    }

    /** Whoever leaves it at the default takes what routers say (RFC 4861 §6.3.4). */
    private static int hopLimit(Ipv6Route route, SendOptions options) {
        return options.hopLimit() == SendOptions.DEFAULT_HOP_LIMIT && route.leadsOut() ? route.out.hopLimit()
                : options.hopLimit();
    }
}
