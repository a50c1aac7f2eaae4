package org.wirelathe.ip;

import org.wirelathe.api.link.Link;
import org.wirelathe.wire.Ipv4;

/** Where packets for a prefix go. */
final class Route {
    /** What is done with a packet that takes the route. */
    enum Kind {
        /** It is for another node. */
        UNICAST,
        /** It is for this node. */
        LOCAL,
        /** It is for all stations of a link, this node among them. */
        BROADCAST
    }

    final Kind kind;
    final int prefix;
    final int prefixLength;
    /** The link to send on; {@code null} when the route leads to this node only. */
    final Link link;
    /** The next hop, or {@link Ipv4#ANY} when the destination itself is on the link. */
    final int gateway;
    /** This node's address for packets that take the route. */
    final int source;
    /** Most bytes of a packet. */
    final int mtu;

    Route(Kind kind, int prefix, int prefixLength, Link link, int gateway, int source, int mtu) {
        this.kind = kind;
        this.prefix = prefix & Ipv4.mask(prefixLength);
        this.prefixLength = prefixLength;
        this.link = link;
        this.gateway = gateway;
        this.source = source;
        this.mtu = mtu;
    }

    /** The neighbour to whom a packet for {@code destination} is handed. */
    int nextHop(int destination) {
        return gateway == Ipv4.ANY ? destination : gateway;
    }

    /** The source address for packets to {@code destination}: to itself a node speaks from the address spoken to. */
    int sourceFor(int destination) {
        return kind == Kind.LOCAL ? destination : source;
    }
}
