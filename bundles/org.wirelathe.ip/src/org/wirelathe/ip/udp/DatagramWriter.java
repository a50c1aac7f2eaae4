package org.wirelathe.ip.udp;

import org.wirelathe.api.net.Network;
import org.wirelathe.api.net.Path;
import org.wirelathe.api.net.SendOptions;
import org.wirelathe.api.net.Sent;
import org.wirelathe.api.packet.Packet;
import org.wirelathe.api.packet.PacketPool;
import org.wirelathe.wire.IpAddress;
import org.wirelathe.wire.Protocol;
import org.wirelathe.wire.UdpHeader;

/** Makes datagrams and gives them to the network layer. */
final class DatagramWriter {
    /** What the length field can tell of, header included. */
    private static final int MOST = 0xFFFF;
    private static final int IPV4_HEADER = 20;

    private final PacketPool packets;
    private final Network network;
    private final UdpMib mib;
    private final UdpHeader header = new UdpHeader();

    DatagramWriter(PacketPool packets, Network network, UdpMib mib) {
        this.packets = packets;
        this.network = network;
        this.mib = mib;
    }

    /** Most text of a datagram: over IPv4 the length field of its header counts too. */
    static int mostText(Path path) {
        return MOST - UdpHeader.LENGTH - (path.destination().isV4() ? IPV4_HEADER : 0);
    }

    Sent send(Path path, int sourcePort, int destinationPort, byte[] source, int at, int length,
            SendOptions options) {
        if (length > mostText(path)) {
            return Sent.TOO_BIG;
        }
        int whole = UdpHeader.LENGTH + length;
        Packet packet = take(whole);
        int start = packet.put(whole);
        System.arraycopy(source, at, packet.bytes, start + UdpHeader.LENGTH, length);
        header.over(packet.bytes, start).write(sourcePort, destinationPort, whole);
        seal(packet, path, whole);
        mib.outDatagrams.increment();
        Sent sent = network.send(packet, path, Protocol.UDP, options);
        if (sent == Sent.DROPPED) {
            mib.sndbufErrors.increment();
        }
        return sent;
    }

    /** The card adds to a checksum what it can (B13); of fragments it would see only a part each. */
    private void seal(Packet packet, Path path, int whole) {
        IpAddress from = path.source();
        IpAddress to = path.destination();
        if (path.offloads().txChecksum() && whole + path.headerLength() <= path.mtu()) {
            header.sealPartially(from.high(), from.low(), to.high(), to.low());
            packet.checksum = Packet.CHECKSUM_PARTIAL;
        } else {
            header.seal(from.high(), from.low(), to.high(), to.low());
        }
    }

    /** A packet for so many bytes. One that fits an ordinary buffer begins no further behind than it has to. */
    private Packet take(int length) {
        int headroom = network.headroom();
        return length <= PacketPool.CAPACITY - headroom ? packets.take(headroom) : packets.takeFor(length);
    }
}
