package org.wirelathe.tcp;

import org.wirelathe.api.net.Network;
import org.wirelathe.api.net.Sent;
import org.wirelathe.api.packet.Packet;
import org.wirelathe.api.packet.PacketPool;
import org.wirelathe.api.transport.ConnectionState;
import org.wirelathe.wire.Protocol;
import org.wirelathe.wire.TcpHeader;

/** Makes segments and gives them to the network layer. */
final class SegmentWriter {
    private final PacketPool packets;
    private final Network network;
    private final Mib mib;
    private final TcpHeader header = new TcpHeader();

    SegmentWriter(PacketPool packets, Network network, Mib mib) {
        this.packets = packets;
        this.network = network;
        this.mib = mib;
    }

    /** The most text that a packet has room for, whatever the link could carry. */
    int roomForText() {
        return PacketPool.CAPACITY - network.headroom() - TcpHeader.LEAST - TcpHeader.MOST_OPTIONS;
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
        return seal(packet, c.localAddress, c.remoteAddress);
    }

    /** A segment with {@code length} bytes of the send buffer from {@code position} on. */
    Sent data(TcpConnection c, int flags, long position, int length) {
        Packet packet = packets.take(network.headroom());
        int at = packet.put(TcpHeader.LEAST + length);
        header.over(packet.bytes, at).write(c.localPort, c.remotePort, c.send.wire(position),
                c.receive.acknowledgment(), TcpHeader.LEAST, flags, c.receive.offer());
        c.send.copy(position, packet.bytes, at + TcpHeader.LEAST, length);
        return seal(packet, c.localAddress, c.remoteAddress);
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
        seal(packet, seg.destination(), seg.source());
    }

    private Sent seal(Packet packet, int source, int destination) {
        header.seal(source, destination, packet.tail);
        mib.outSegs.increment();
        Sent sent = network.send(packet, source, destination, Protocol.TCP);
        if (sent != Sent.YES) {
            mib.localDrops.increment();
        }
        return sent;
    }
}
