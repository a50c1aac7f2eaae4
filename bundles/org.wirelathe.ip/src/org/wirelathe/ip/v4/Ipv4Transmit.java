package org.wirelathe.ip.v4;

import org.wirelathe.api.link.Link;
import org.wirelathe.api.net.FilterRule.Action;
import org.wirelathe.api.net.Sent;
import org.wirelathe.api.packet.Packet;
import org.wirelathe.ip.Hop;
import org.wirelathe.ip.Loopback;
import org.wirelathe.ip.PacketFilter;
import org.wirelathe.ip.PacketFilter.Place;
import org.wirelathe.ip.PacketFilters;
import org.wirelathe.ip.PacketTrace;
import org.wirelathe.ip.Route;
import org.wirelathe.ip.fragment.FragmentSink;
import org.wirelathe.ip.fragment.Ipv4Fragmenter;
import org.wirelathe.wire.Ipv4;
import org.wirelathe.wire.Ipv4Header;

/** The last step of IPv4: a packet with its header goes to a link, whole or in pieces, or back to this node. */
final class Ipv4Transmit {
    private final Ipv4Interfaces interfaces;
    private final Loopback loopback;
    private final PacketFilters filters;
    private final Ipv4Fragmenter fragmenter;
    private final LargePackets large;
    private final Flows flows;
    private final Ipv4Counters counters;
    private final PacketTrace trace;
    private final Ipv4Header header = new Ipv4Header();
    /** Where the pieces of the packet that is being cut go; {@code null}: back to this node. */
    private Link link;
    private int nextHop;
    private final FragmentSink pieces = this::piece;
    private boolean sent;

    Ipv4Transmit(Ipv4Interfaces interfaces, Loopback loopback, PacketFilters filters, Ipv4Fragmenter fragmenter,
            LargePackets large, Flows flows, Ipv4Counters counters, PacketTrace trace) {
        this.interfaces = interfaces;
        this.loopback = loopback;
        this.filters = filters;
        this.fragmenter = fragmenter;
        this.large = large;
        this.flows = flows;
        this.counters = counters;
        this.trace = trace;
    }

    /**
     * Sends a packet of this node. Takes ownership.
     *
     * @param cutTo bytes that each piece may have; 0 when the packet goes whole
     */
    Sent own(Packet packet, Route route, int destination, int cutTo) {
        Hop hop = hop(packet, route);
        if (filters.filter != null && !passes(packet, hop == null ? Loopback.NAME : hop.link.name(), hop != null)) {
            trace.drop(counters.outFiltered, packet);
            return Sent.DROPPED;
        }
        switch (route.kind) {
            case UNICAST:
                return send(packet, hop.link, hop.nextHop(destination), cutTo, route.isShared());
            case BROADCAST:
                if (hearsItself(hop.link, destination)) {
                    counters.outGroupCopies.increment();
                    loopback.send(packet.copy());
                }
                return send(packet, hop.link, Ipv4.isMulticast(destination) ? destination : Ipv4.BROADCAST, cutTo,
                        false);
            default:
                return send(packet, null, destination, cutTo, false);
        }
    }

    /** The next hop of a packet whose head is at the IP header; {@code null} when it is for this node. */
    Hop hop(Packet packet, Route route) {
        return route.isShared() ? route.hop(flows.of(header.over(packet.bytes, packet.head), packet)) : route.hop();
    }

    private boolean passes(Packet packet, String out, boolean leaves) {
        PacketFilter filter = filters.filter;
        return filter.look(Place.OUTPUT, packet, null, out) == Action.ACCEPT
                && (!leaves || filter.look(Place.POSTROUTING, packet, null, out) == Action.ACCEPT);
    }

    /**
     * RFC 1112 §7.1: who has joined a group hears what its own node sends to it; and all stations are this one, too.
     */
    private boolean hearsItself(Link out, int destination) {
        return !Ipv4.isMulticast(destination) || interfaces.of(out).isIn(destination);
    }

    /** @param mayNeedCutting whether the card on this hop may be another than the packet was made for */
    private Sent send(Packet packet, Link to, int next, int cutTo, boolean mayNeedCutting) {
        if (packet.segmentSize > 0 && mayNeedCutting) {
            return large.send(packet, to, next) ? Sent.YES : Sent.DROPPED;
        }
        if (cutTo == 0) {
            return give(packet, to, next) ? Sent.YES : Sent.DROPPED;
        }
        return cut(packet, to, next, cutTo) ? sent ? Sent.YES : Sent.DROPPED : tooBig(packet);
    }

    /** Cuts a packet and sends the pieces; answers whether it could be cut, if not it stays with the caller. */
    boolean cut(Packet packet, Link to, int next, int mtu) {
        link = to;
        nextHop = next;
        sent = true;
        return fragmenter.cut(packet, mtu, pieces);
    }

    private void piece(Packet piece) {
        sent &= give(piece, link, nextHop);
    }

    private Sent tooBig(Packet packet) {
        trace.drop(counters.outTooBig, packet);
        return Sent.TOO_BIG;
    }

    /** Gives a packet to a link, or to this node. */
    boolean give(Packet packet, Link to, int next) {
        if (to == null) {
            loopback.send(packet);
            return true;
        }
        counters.outTransmits.increment();
        return next == Ipv4.BROADCAST ? to.broadcast(packet) : to.send(packet, next);
    }
}
