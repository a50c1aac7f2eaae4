package org.wirelathe.ip.fragment;

import org.wirelathe.api.packet.Packet;
import org.wirelathe.api.packet.PacketPool;
import org.wirelathe.api.time.RandomStream;
import org.wirelathe.wire.Bytes;
import org.wirelathe.wire.FragmentHeader;
import org.wirelathe.wire.Ipv6Extensions;
import org.wirelathe.wire.Ipv6Header;
import org.wirelathe.wire.Protocol;

/**
 * Cuts IPv6 packets of this node into fragments (RFC 8200 §4.5); routers never cut. Each piece has the headers that
 * routers look at (all up to a routing header, else the hop-by-hop options), a fragment header, and a part of the rest;
 * the first has all of the header chain (RFC 7112).
 */
public final class Ipv6Fragmenter {
    private final PacketPool packets;
    private final FragmentCounters counters;
    private final FragmentIds ids;
    private final Ipv6Header ip = new Ipv6Header();
    private final FragmentHeader fragment = new FragmentHeader();
    /** Where the packet's header chain was left: the header there, its type, and where that stands. */
    private int at;
    private int protocol;
    private int link;
    /** Where the headers end that every piece has, and where the type of what follows them stands. */
    private int cutAt;
    private int cutLink;

    /** @param random a stream of this node's own, for identifications */
    public Ipv6Fragmenter(PacketPool packets, FragmentCounters counters, RandomStream random) {
        this.packets = packets;
        this.counters = counters;
        ids = new FragmentIds(random);
    }

    /**
     * Cuts a packet that is longer than the MTU and gives its pieces to {@code sink}, which may not call back. They
     * have the packet's causal id.
     *
     * @param packet head at the IPv6 header, without a fragment header, tail where the packet ends; taken when the
     *        answer is yes
     * @param mtu of the path, 1280 at least (RFC 8201 §4), bytes
     * @return whether it was cut; if not, because the first piece cannot hold the header chain, it is still the
     *         caller's
     */
    public boolean cut(Packet packet, int mtu, FragmentSink sink) {
        walk(packet);
        int before = cutAt - packet.head;
        int most = mtu - before - FragmentHeader.LENGTH & -8;
        if (most < 8 || at + transportHeader(packet) > cutAt + most) {
            counters.outFragFails.increment();
            return false;
        }
        PartialChecksum.complete(packet, at, protocol);
        counters.outFragOKs.increment();
        ip.over(packet.bytes, packet.head);
        int id = ids.next(ip.sourceHigh(), ip.sourceLow(), ip.destinationHigh(), ip.destinationLow());
        int text = packet.tail - cutAt;
        for (int from = 0; from < text; from += most) {
            int length = Math.min(most, text - from);
            Packet piece = piece(packet, before, from, length);
            fragment.over(piece.bytes, piece.head + before)
                    .write(Bytes.u8(packet.bytes, cutLink), from, from + length < text, id);
            counters.outFragCreates.increment();
            sink.fragment(piece);
        }
        packet.release();
        return true;
    }

    private Packet piece(Packet packet, int before, int from, int length) {
        int headers = before + FragmentHeader.LENGTH;
        Packet piece = packets.takeFor(headers + length);
        piece.id = packet.id;
        int to = piece.put(headers + length);
        System.arraycopy(packet.bytes, packet.head, piece.bytes, to, before);
        System.arraycopy(packet.bytes, cutAt + from, piece.bytes, to + headers, length);
        Bytes.u8(piece.bytes, to + cutLink - packet.head, Protocol.FRAGMENT);
        ip.over(piece.bytes, to).setPayloadLength(headers - Ipv6Header.LENGTH + length);
        return piece;
    }

    /** Follows the header chain to the transport header, and notes the end of what each piece is to have. */
    private void walk(Packet packet) {
        byte[] bytes = packet.bytes;
        link = packet.head + Ipv6Header.NEXT_HEADER;
        protocol = Bytes.u8(bytes, link);
        at = packet.head + Ipv6Header.LENGTH;
        cutAt = at;
        cutLink = link;
        while (Ipv6Extensions.isExtension(protocol) && protocol != Protocol.FRAGMENT && at + 8 <= packet.tail) {
            boolean forRouters = protocol == Protocol.HOP_BY_HOP || protocol == Protocol.ROUTING;
            link = at;
            protocol = Bytes.u8(bytes, at);
            at += 8 + 8 * Bytes.u8(bytes, at + 1);
            if (forRouters) {
                cutAt = at;
                cutLink = link;
            }
        }
    }

    /** Bytes of the transport header, which the first piece is to hold whole (RFC 7112 §5). */
    private int transportHeader(Packet packet) {
        return switch (protocol) {
            case Protocol.TCP -> at + 12 < packet.tail ? Bytes.u8(packet.bytes, at + 12) >>> 4 << 2 : 0;
            case Protocol.UDP, Protocol.ICMPV6 -> 8;
            default -> 0;
        };
    }
}
