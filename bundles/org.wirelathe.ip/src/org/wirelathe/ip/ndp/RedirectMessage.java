package org.wirelathe.ip.ndp;

import org.wirelathe.api.node.NodeContext;
import org.wirelathe.api.packet.Packet;
import org.wirelathe.api.probe.Counter;
import org.wirelathe.ip.v6.Ipv6Address;
import org.wirelathe.ip.v6.Ipv6Core;
import org.wirelathe.ip.v6.Ipv6Interface;
import org.wirelathe.wire.IpAddress;
import org.wirelathe.wire.IpPrefix;
import org.wirelathe.wire.Ipv6Header;
import org.wirelathe.wire.NeighborMessage;
import org.wirelathe.wire.NeighborOptions;

/** Tells the sender of a packet of a better first hop (RFC 4861 §8.2), so often and not more. */
final class RedirectMessage {
    /** Between redirects in the long run, ns. */
    static final long INTERVAL = 100 * Constants.MILLISECOND;
    /** Most of them at once. */
    static final int BURST = 10;

    private final NodeContext node;
    private final Ipv6Core core;
    private final Ipv6Interface at;
    private final Neighbours neighbours;
    private final Ipv6Header header = new Ipv6Header();
    private final NeighborMessage view = new NeighborMessage();
    private final Counter sent;
    private final Counter limited;
    /** When a whole burst may be sent again: each one sent moves it on by one interval. */
    private long fullAt = Long.MIN_VALUE;

    RedirectMessage(NodeContext node, Ipv6Core core, Ipv6Interface at, Neighbours neighbours) {
        this.node = node;
        this.core = core;
        this.at = at;
        this.neighbours = neighbours;
        sent = node.counters().counter(at.name(), "ndOutRedirects");
        limited = node.counters().counter(at.name(), "ndRedirectsLimited");
    }

    /** Tells the sender of a packet, if it is a neighbour; the packet stays with the caller. */
    void send(Packet packet, long hopHigh, long hopLow) {
        header.over(packet.bytes, packet.head);
        boolean isDestination = hopHigh == header.destinationHigh() && hopLow == header.destinationLow();
        IpAddress hop = new IpAddress(hopHigh, hopLow);
        IpAddress source = LinkLocal.of(at);
        if (header.isToGroup() || !isDestination && !hop.isLinkLocal() || !isNeighbour(header.source())
                || source == null) {
            return;
        }
        long now = node.scheduler().now();
        long then = Math.max(fullAt, now) + INTERVAL;
        if (then - now > BURST * INTERVAL) {
            limited.increment();
            return;
        }
        fullAt = then;
        sent.increment();
        core.send(message(packet, hop), at, source, header.source());
    }

    /** Whether an address is on the link, by what this router knows of it. */
    private boolean isNeighbour(IpAddress source) {
        if (source.isLinkLocal()) {
            return true;
        }
        for (Ipv6Address own : at.addresses()) {
            if (own.isUsable() && new IpPrefix(own.address, own.prefixLength).contains(source)) {
                return true;
            }
        }
        return false;
    }

    private Packet message(Packet packet, IpAddress hop) {
        Packet redirect = node.packets().take();
        int end = view.over(redirect.bytes, redirect.head).writeRedirect(hop.high(), hop.low(),
                header.destinationHigh(), header.destinationLow());
        Neighbour neighbour = neighbours.known(hop.high(), hop.low());
        if (neighbour != null && neighbour.mac != Neighbour.UNKNOWN) {
            end = NeighborOptions.writeAddress(redirect.bytes, end, NeighborOptions.TARGET_ADDRESS, neighbour.mac);
        }
        int room = Ipv6Header.LEAST_MTU - Ipv6Header.LENGTH - (end - redirect.head);
        end = NeighborOptions.writeRedirected(redirect.bytes, end, packet.bytes, packet.head, packet.tail, room);
        redirect.put(end - redirect.head);
        return redirect;
    }
}
