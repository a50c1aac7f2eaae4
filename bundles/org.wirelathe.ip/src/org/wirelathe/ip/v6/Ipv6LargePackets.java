package org.wirelathe.ip.v6;

import org.wirelathe.api.nic.Offloads;
import org.wirelathe.api.packet.Packet;
import org.wirelathe.api.packet.PacketPool;
import org.wirelathe.wire.Ipv6Header;
import org.wirelathe.wire.Segmentation;
import org.wirelathe.wire.TcpHeader;

/**
 * Packets of several TCP segments: the transport made them, or a driver put them together (GRO), and they must leave as
 * the segments that they are (B13). A card with TSO cuts them; for one without this host does (GSO).
 */
final class Ipv6LargePackets {
    private final PacketPool packets;
    private final Ipv6Neighbours neighbours;
    private final Ipv6Counters counters;
    private final Segmentation cutter = new Segmentation();
    private final Ipv6Header ip = new Ipv6Header();
    private final TcpHeader tcp = new TcpHeader();

    Ipv6LargePackets(PacketPool packets, Ipv6Neighbours neighbours, Ipv6Counters counters) {
        this.packets = packets;
        this.neighbours = neighbours;
        this.counters = counters;
    }

    /** Whether each segment of a packet of ours, whose head is at the TCP header, fits the MTU. */
    boolean fits(Packet packet, int mtu) {
        return packet.segmentSize > 0 && packet.length() <= Ipv6Header.MOST_PAYLOAD
                && Ipv6Header.LENGTH + tcp.over(packet.bytes, packet.head).headerLength() + packet.segmentSize <= mtu;
    }

    /** Bytes of the longest packet that one with its head at the IPv6 header will be on the wire. */
    int longest(Packet packet) {
        if (packet.segmentSize == 0) {
            return packet.length();
        }
        int headers = Ipv6Header.LENGTH
                + tcp.over(packet.bytes, packet.head + Ipv6Header.LENGTH).headerLength();
        return Math.min(packet.length(), headers + packet.segmentSize);
    }

    /** Sends a packet of several segments, its head at the IPv6 header. Takes ownership. */
    boolean send(Packet packet, Ipv6Interface out, long nextHopHigh, long nextHopLow) {
        Offloads offloads = out.link().nic().offloads();
        if (offloads.tso()) {
            ip.over(packet.bytes, packet.head);
            tcp.over(packet.bytes, packet.head + Ipv6Header.LENGTH).sealPartially(ip.sourceHigh(), ip.sourceLow(),
                    ip.destinationHigh(), ip.destinationLow(), packet.tail);
            packet.checksum = Packet.CHECKSUM_PARTIAL;
            counters.outTransmits.increment();
            return neighbours.discovery.send(packet, out, nextHopHigh, nextHopLow);
        }
        cutter.over(packet.bytes, packet.head, packet.tail, packet.segmentSize);
        counters.outGsoPackets.increment();
        boolean sent = true;
        for (int i = 0; i < cutter.count(); i++) {
            Packet segment = packets.takeFor(cutter.length(i));
            segment.id = packet.id;
            segment.checksum = offloads.txChecksum() ? Packet.CHECKSUM_PARTIAL : Packet.CHECKSUM_NONE;
            cutter.write(i, segment.bytes, segment.put(cutter.length(i)), !offloads.txChecksum());
            counters.outGsoSegments.increment();
            counters.outTransmits.increment();
            sent &= neighbours.discovery.send(segment, out, nextHopHigh, nextHopLow);
        }
        packet.release();
        return sent;
    }
}
