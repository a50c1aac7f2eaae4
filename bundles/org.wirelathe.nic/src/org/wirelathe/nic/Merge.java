package org.wirelathe.nic;

import java.util.Arrays;

import org.wirelathe.api.packet.Packet;
import org.wirelathe.api.packet.PacketPool;
import org.wirelathe.wire.Bytes;
import org.wirelathe.wire.EthernetHeader;
import org.wirelathe.wire.Ipv4Header;
import org.wirelathe.wire.Ipv6Header;
import org.wirelathe.wire.TcpHeader;

/** Segments of one flow that GRO holds: the first, or a large packet of all so far. */
final class Merge {
    /** Linux's {@code gro_max_size}, of IP header and all behind it: what IPv4's total length can say. */
    private static final int MOST = 65_535;
    /** Both IPv6 addresses, bytes. */
    private static final int ADDRESSES = 32;
    /** The traffic class, in the first four bytes of an IPv6 header. */
    private static final int TRAFFIC_CLASS = 0x0FF0_0000;

    private final TransportView view = new TransportView();
    private final PacketPool pool;
    private Packet packet;
    private int segmentSize;
    private int segments;

    Merge(PacketPool pool) {
        this.pool = pool;
    }

    void begin(Packet first) {
        packet = first;
        view.over(first);
        segmentSize = payload(view);
        segments = 1;
    }

    private static int payload(TransportView view) {
        return view.end - view.transport - view.tcpHeader();
    }

    /** Same addresses, ports and Ethernet header; over IPv6 same flow label and hop limit, too. */
    boolean isFlowOf(TransportView other) {
        return view.six == other.six && Bytes.i32(view.bytes, view.transport) == Bytes.i32(other.bytes, other.transport)
                && (view.six ? isFlowOfIpv6(other) : isFlowOfIpv4(other))
                && same(other, view.frame, other.frame, view.ip - view.frame, other.ip - other.frame);
    }

    private boolean isFlowOfIpv4(TransportView other) {
        return Bytes.i64(view.bytes, view.ip + 12) == Bytes.i64(other.bytes, other.ip + 12);
    }

    private boolean isFlowOfIpv6(TransportView other) {
        int different = Bytes.i32(view.bytes, view.ip) ^ Bytes.i32(other.bytes, other.ip);
        return (different & Ipv6Header.FLOW_LABEL) == 0
                && Bytes.u16(view.bytes, view.ip + Ipv6Header.NEXT_HEADER)
                        == Bytes.u16(other.bytes, other.ip + Ipv6Header.NEXT_HEADER)
                && same(other, view.ip + Ipv6Header.SOURCE, other.ip + Ipv6Header.SOURCE, ADDRESSES, ADDRESSES);
    }

    private boolean same(TransportView other, int at, int otherAt, int length, int otherLength) {
        return Arrays.equals(view.bytes, at, at + length, other.bytes, otherAt, otherAt + otherLength);
    }

    /** Whether another segment of the flow may be put behind what is held. */
    boolean takes(TransportView other) {
        byte[] a = view.bytes;
        byte[] b = other.bytes;
        int tcp = view.transport;
        int otherTcp = other.transport;
        int held = payload(view);
        int length = payload(other);
        boolean whole = held % segmentSize == 0;
        boolean sameIp = view.six ? sameIpv6(a, view.ip, b, other.ip) : sameIpv4(a, view.ip, b, other.ip);
        int header = view.tcpHeader();
        // Acknowledgment number, window and all options, timestamps among them, are the same.
        boolean sameTcp = Bytes.i32(a, tcp + 8) == Bytes.i32(b, otherTcp + 8)
                && Bytes.u16(a, tcp + 14) == Bytes.u16(b, otherTcp + 14)
                && same(other, tcp + TcpHeader.LEAST, otherTcp + TcpHeader.LEAST, header - TcpHeader.LEAST,
                        other.tcpHeader() - TcpHeader.LEAST);
        return whole && sameIp && sameTcp && length <= segmentSize
                && Bytes.i32(a, tcp + 4) + held == Bytes.i32(b, otherTcp + 4)
                && view.end - view.ip + length <= MOST;
    }

    private boolean sameIpv4(byte[] a, int ip, byte[] b, int otherIp) {
        return a[ip + 1] == b[otherIp + 1] && a[ip + 8] == b[otherIp + 8]
                && Bytes.u16(a, ip + 6) == Bytes.u16(b, otherIp + 6) && identified(a, ip, b, otherIp);
    }

    private static boolean sameIpv6(byte[] a, int ip, byte[] b, int otherIp) {
        return ((Bytes.i32(a, ip) ^ Bytes.i32(b, otherIp)) & TRAFFIC_CLASS) == 0;
    }

    /** With DF set the identification means nothing (RFC 6864 §4.1); otherwise it must count on. */
    private boolean identified(byte[] a, int ip, byte[] b, int otherIp) {
        return (Bytes.u16(a, ip + 6) & Ipv4Header.DONT_FRAGMENT) != 0
                || (Bytes.u16(a, ip + 4) + segments & 0xFFFF) == Bytes.u16(b, otherIp + 4);
    }

    /** Puts a segment's payload behind what is held; returns whether nothing may follow it. */
    boolean add(TransportView other) {
        int length = payload(other);
        if (segments == 1) {
            enlarge();
        }
        System.arraycopy(other.bytes, other.end - length, packet.bytes, packet.put(length), length);
        segments++;
        int flags = Bytes.u8(other.bytes, other.transport + 13);
        Bytes.u8(view.bytes, view.transport + 13, Bytes.u8(view.bytes, view.transport + 13) | flags);
        view.end = packet.tail;
        return length < segmentSize || (flags & TcpHeader.PSH) != 0;
    }

    /** Moves the first segment, without its padding, into a packet with room for the most. */
    private void enlarge() {
        Packet first = packet;
        int length = view.end - first.head;
        packet = pool.takeFor(MOST + EthernetHeader.LENGTH + 4);
        packet.id = first.id;
        packet.checksum = Packet.CHECKSUM_VERIFIED;
        System.arraycopy(first.bytes, first.head, packet.bytes, packet.put(length), length);
        view.over(packet);
        first.release();
    }

    /** What is held, as one packet. */
    Packet end() {
        Packet done = packet;
        if (segments > 1) {
            done.segmentSize = segmentSize;
            view.sealIp();
        }
        packet = null;
        return done;
    }
}
