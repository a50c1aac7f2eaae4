package org.wirelathe.ip.v4;

import org.wirelathe.api.link.Link;
import org.wirelathe.api.nic.Offloads;
import org.wirelathe.api.packet.Packet;
import org.wirelathe.api.packet.PacketPool;
import org.wirelathe.wire.Ipv4Header;
import org.wirelathe.wire.Segmentation;
import org.wirelathe.wire.TcpHeader;

/**
 * Packets of several segments on their way through this node: a driver has put them together (GRO), and they must leave
 * as the segments they were (B13). A card with TSO cuts them; for one without this host does (GSO).
 */
final class LargePackets {
    /** Most bytes that the total length field can tell (RFC 791 §3.1). */
    private static final int MOST = 0xFFFF;

    private final PacketPool packets;
    private final Ipv4Counters counters;
    private final Segmentation cutter = new Segmentation();
    private final Ipv4Header ip = new Ipv4Header();
    private final TcpHeader tcp = new TcpHeader();

    LargePackets(PacketPool packets, Ipv4Counters counters) {
        this.packets = packets;
        this.counters = counters;
    }

    /** Whether each segment of a packet, whose head is at the TCP header of a packet of ours, fits the MTU. */
    boolean fits(Packet packet, int mtu) {
        return packet.segmentSize > 0 && packet.length() + Ipv4Header.LEAST <= MOST
                && Ipv4Header.LEAST + tcp.over(packet.bytes, packet.head).headerLength() + packet.segmentSize <= mtu;
    }

    /** How many packets a packet of ours, whose head is at the TCP header, will be on the wire. */
    int count(Packet packet) {
        int text = packet.length() - tcp.over(packet.bytes, packet.head).headerLength();
        return Math.max(1, Math.ceilDiv(text, packet.segmentSize));
    }

    /** Bytes of the longest packet that a forwarded packet, its head at the IP header, will be on the wire. */
    int longest(Packet packet) {
        if (packet.segmentSize == 0) {
            return packet.length();
        }
        int ipLength = ip.over(packet.bytes, packet.head).headerLength();
        int headers = ipLength + tcp.over(packet.bytes, packet.head + ipLength).headerLength();
        return Math.min(packet.length(), headers + packet.segmentSize);
    }

    /** Sends a packet of several segments, its head at the IP header, on a link; answers whether all were taken. */
    boolean send(Packet packet, Link link, int nextHop) {
        Offloads offloads = link.nic().offloads();
        if (offloads.tso()) {
            ip.over(packet.bytes, packet.head);
            tcp.over(packet.bytes, packet.head + ip.headerLength()).sealPartially(ip.source(), ip.destination(),
                    packet.tail);
            packet.checksum = Packet.CHECKSUM_PARTIAL;
            counters.outTransmits.increment();
            return link.send(packet, nextHop);
        }
        cutter.over(packet.bytes, packet.head, packet.tail, packet.segmentSize);
        counters.outGsoPackets.increment();
        boolean taken = true;
        for (int i = 0; i < cutter.count(); i++) {
            Packet segment = packets.takeFor(cutter.length(i));
            segment.id = packet.id;
            segment.checksum = offloads.txChecksum() ? Packet.CHECKSUM_PARTIAL : Packet.CHECKSUM_NONE;
            cutter.write(i, segment.bytes, segment.put(cutter.length(i)), !offloads.txChecksum());
            counters.outGsoSegments.increment();
            counters.outTransmits.increment();
            taken &= link.send(segment, nextHop);
        }
        packet.release();
        return taken;
    }
}
