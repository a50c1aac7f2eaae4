package org.wirelathe.tcp;

import org.wirelathe.api.net.Network;
import org.wirelathe.api.net.Path;
import org.wirelathe.api.net.SendOptions;
import org.wirelathe.api.net.Sent;
import org.wirelathe.api.packet.Packet;
import org.wirelathe.api.packet.PacketPool;
import org.wirelathe.api.transport.ConnectionState;
import org.wirelathe.wire.IpAddress;
import org.wirelathe.wire.Protocol;
import org.wirelathe.wire.TcpHeader;

/** Makes segments and gives them to the network layer. */
final class SegmentWriter {
    /** Most bytes of a packet, its IP header included: what the total length field of an IPv4 packet can tell of. */
    private static final int MOST = 0xFFFF;

    private final PacketPool packets;
    private final Network network;
    private final Mib mib;
    private final TcpHeader header = new TcpHeader();

    SegmentWriter(PacketPool packets, Network network, Mib mib) {
        this.packets = packets;
        this.network = network;
        this.mib = mib;
    }

    /** Most text that a packet on a path can hold. */
    static int mostText(Path path) {
        return MOST - path.headerLength() - TcpHeader.LEAST;
    }

    /** Whether the card on the way cuts large segments (TSO, B13). */
    boolean isCut(TcpConnection c) {
        return c.path.offloads().tso();
    }

    /** A SYN, or a SYN-ACK once the peer's SYN has come. */
    Sent syn(TcpConnection c) {
        boolean answer = c.state() == ConnectionState.SYN_RECEIVED;
        int scale = c.handshake.scale();
        int headerLength = TcpHeader.LEAST + TcpOptions.synLength(scale);
        Packet packet = packets.take(network.headroom());
        int at = packet.put(headerLength);
        header.over(packet.bytes, at).write(c.localPort, c.remotePort, c.send.wire(SequenceSpace.SYN),
                answer ? c.receive.acknowledgment() : 0, headerLength,
                answer ? TcpHeader.SYN | TcpHeader.ACK : TcpHeader.SYN, c.receive.synWindow());
        TcpOptions.writeSyn(packet.bytes, at + TcpHeader.LEAST, c.handshake.mss(), scale);
        return seal(packet, c.path);
    }

    /**
     * A segment with {@code length} bytes of the send buffer from {@code position} on; more than the MSS only when the
     * card {@linkplain #isCut cuts} it.
     */
    Sent data(TcpConnection c, int flags, long position, int length) {
        Packet packet = take(TcpHeader.LEAST + length);
        int at = packet.put(TcpHeader.LEAST + length);
        header.over(packet.bytes, at).write(c.localPort, c.remotePort, c.send.wire(position),
                c.receive.acknowledgment(), TcpHeader.LEAST, flags, c.receive.offer());
        c.send.copy(position, packet.bytes, at + TcpHeader.LEAST, length);
        if (length > c.send.mss()) {
            packet.segmentSize = c.send.mss();
            mib.outSegs.add(c.send.segments(length) - 1);
        }
        c.streams.segment(position, length, packet.id);
        return seal(packet, c.path);
    }

    /** An acknowledgment without text. */
    void ack(TcpConnection c) {
        data(c, TcpHeader.ACK, c.send.nxt(), 0);
    }

    /** An empty segment whose number is spent: whoever is alive answers it. */
    void probe(TcpConnection c) {
        data(c, TcpHeader.ACK, c.send.una() - 1, 0);
    }

    /** Aborts a connection. */
    void reset(TcpConnection c) {
        mib.outRsts.increment();
        data(c, TcpHeader.RST | TcpHeader.ACK, c.send.nxt(), 0);
    }

    /** Answers a segment that no connection wants, in the form that its sender will believe (RFC 9293 §3.10.7.1). */
    void refuse(Segment seg) {
        mib.outRsts.increment();
        Packet packet = packets.take(network.headroom());
        int at = packet.put(TcpHeader.LEAST);
        header.over(packet.bytes, at);
        if (seg.ack()) {
            header.write(seg.destinationPort(), seg.sourcePort(), seg.acknowledgment(), 0, TcpHeader.LEAST,
                    TcpHeader.RST, 0);
        } else {
            header.write(seg.destinationPort(), seg.sourcePort(), 0, seg.sequence() + seg.length(), TcpHeader.LEAST,
                    TcpHeader.RST | TcpHeader.ACK, 0);
        }
        Path back = network.path(seg.destination(), seg.source());
        if (back == null) {
            mib.localDrops.increment();
            packet.release();
            return;
        }
        seal(packet, back);
    }

    /** A packet for so many bytes. One that fits an ordinary buffer begins no further behind than it has to. */
    private Packet take(int length) {
        int headroom = network.headroom();
        return length <= PacketPool.CAPACITY - headroom ? packets.take(headroom) : packets.takeFor(length);
    }

    /** The card adds to a checksum what it can (B13). */
    private Sent seal(Packet packet, Path path) {
        IpAddress source = path.source();
        IpAddress destination = path.destination();
        if (path.offloads().txChecksum()) {
            header.sealPartially(source.high(), source.low(), destination.high(), destination.low(), packet.tail);
            packet.checksum = Packet.CHECKSUM_PARTIAL;
        } else {
            header.seal(source.high(), source.low(), destination.high(), destination.low(), packet.tail);
        }
        mib.outSegs.increment();
        Sent sent = network.send(packet, path, Protocol.TCP, SendOptions.DEFAULT);
        if (sent != Sent.YES) {
            mib.localDrops.increment();
        }
        return sent;
    }
}
