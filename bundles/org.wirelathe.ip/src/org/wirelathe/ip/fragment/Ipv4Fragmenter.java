package org.wirelathe.ip.fragment;

import org.wirelathe.api.packet.Packet;
import org.wirelathe.api.packet.PacketPool;
import org.wirelathe.wire.Ipv4Header;
import org.wirelathe.wire.Ipv4Options;

/**
 * Cuts IPv4 packets into fragments (RFC 791 §3.2; RFC 1122 §3.3.5 at the source, RFC 1812 §4.2.2.7 in a router), all as
 * long as the MTU lets them be but the last. A fragment of a fragment is cut like any other packet: its pieces lie
 * where it lay.
 *
 * <p>Options without the copied flag stay in the first piece; in the others there are no-operations in their place, as
 * in Linux, so that all pieces have headers of the same length.
 */
public final class Ipv4Fragmenter {
    private static final int OFFSET = 0x1FFF;
    /** Offsets count in units of eight bytes. */
    private static final int UNIT_SHIFT = 3;

    private final PacketPool packets;
    private final FragmentCounters counters;
    private final Ipv4Header ip = new Ipv4Header();

    public Ipv4Fragmenter(PacketPool packets, FragmentCounters counters) {
        this.packets = packets;
        this.counters = counters;
    }

    /**
     * Cuts a packet that is longer than the MTU and gives its pieces to {@code sink}, which may not call back. They
     * have the packet's identification and causal id.
     *
     * @param packet head at a sound IPv4 header, tail where the packet ends; taken when the answer is yes
     * @param mtu of the link that comes, bytes
     * @return whether it was cut; if not, because DF is set or the MTU leaves no room for eight bytes of payload, it is
     *         still the caller's, unchanged
     */
    public boolean cut(Packet packet, int mtu, FragmentSink sink) {
        ip.over(packet.bytes, packet.head);
        int header = ip.headerLength();
        int most = mtu - header & -8;
        int flags = ip.flagsAndOffset();
        if (most < 8 || (flags & Ipv4Header.DONT_FRAGMENT) != 0) {
            counters.outFragFails.increment();
            return false;
        }
        if ((flags & OFFSET) == 0) {
            PartialChecksum.complete(packet, packet.head + header, ip.protocol());
        }
        counters.outFragOKs.increment();
        int text = packet.length() - header;
        for (int from = 0; from < text; from += most) {
            int length = Math.min(most, text - from);
            boolean last = from + length == text;
            // The last piece of a fragment that is not the last has more behind it as that had.
            int more = last ? flags & Ipv4Header.MORE_FRAGMENTS : Ipv4Header.MORE_FRAGMENTS;
            Packet piece = piece(packet, header, from, length);
            ip.over(piece.bytes, piece.head);
            if (from > 0) {
                Ipv4Options.keepCopied(ip);
            }
            ip.rewrite(header, header + length, more | (flags & OFFSET) + (from >> UNIT_SHIFT));
            counters.outFragCreates.increment();
            sink.fragment(piece);
        }
        packet.release();
        return true;
    }

    private Packet piece(Packet packet, int header, int from, int length) {
        Packet piece = packets.takeFor(header + length);
        piece.id = packet.id;
        int at = piece.put(header + length);
        System.arraycopy(packet.bytes, packet.head, piece.bytes, at, header);
        System.arraycopy(packet.bytes, packet.head + header + from, piece.bytes, at + header, length);
        return piece;
    }
}
