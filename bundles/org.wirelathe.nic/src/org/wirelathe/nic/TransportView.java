package org.wirelathe.nic;

import org.wirelathe.api.packet.Packet;
import org.wirelathe.wire.Bytes;
import org.wirelathe.wire.Checksum;
import org.wirelathe.wire.EtherType;
import org.wirelathe.wire.EthernetHeader;
import org.wirelathe.wire.Ipv4Header;
import org.wirelathe.wire.Ipv6Header;
import org.wirelathe.wire.Protocol;
import org.wirelathe.wire.TcpHeader;
import org.wirelathe.wire.UdpHeader;

/**
 * Where a card finds TCP or UDP in a frame: IPv4 or IPv6, whole, behind Ethernet and at most one VLAN tag (IEEE
 * 802.1Q). Of IPv6 extension headers it knows options, hop-by-hop and destination.
 */
final class TransportView {
    private static final int VLAN = 0x8100;
    private static final int TAG = 4;
    private static final int FRAGMENT = 0x3FFF;
    /** Length of a header of options, and what its length field counts beyond that, bytes (RFC 8200 §4.3). */
    private static final int OPTIONS_UNIT = 8;

    byte[] bytes;
    /** Where the frame, the IP header and the transport header begin, and the datagram ends. */
    int frame;
    int ip;
    int transport;
    int end;
    int protocol;
    /** Whether it is IPv6. */
    boolean six;

    /** Lays the view over a frame; false when there is no transport header that a card could work on. */
    boolean over(Packet packet) {
        bytes = packet.bytes;
        frame = packet.head;
        ip = frame + EthernetHeader.LENGTH;
        if (packet.tail - ip < Ipv4Header.LEAST + UdpHeader.LENGTH) {
            return false;
        }
        int type = Bytes.u16(bytes, ip - 2);
        if (type == VLAN) {
            ip += TAG;
            type = Bytes.u16(bytes, ip - 2);
        }
        int limit = packet.tail - ip;
        six = type == EtherType.IPV6;
        if (!(six ? ipv6(limit) : type == EtherType.IPV4 && ipv4(limit))) {
            return false;
        }
        int least = protocol == Protocol.TCP ? TcpHeader.LEAST : UdpHeader.LENGTH;
        return (protocol == Protocol.TCP || protocol == Protocol.UDP) && end - transport >= least;
    }

    private boolean ipv4(int limit) {
        if (limit < Ipv4Header.LEAST || bytes[ip] >>> 4 != 4) {
            return false;
        }
        int header = (bytes[ip] & 0xF) << 2;
        int total = Bytes.u16(bytes, ip + 2);
        if (header < Ipv4Header.LEAST || total > limit || (Bytes.u16(bytes, ip + 6) & FRAGMENT) != 0) {
            return false;
        }
        transport = ip + header;
        end = ip + total;
        protocol = Bytes.u8(bytes, ip + 9);
        return true;
    }

    private boolean ipv6(int limit) {
        if (limit < Ipv6Header.LENGTH || bytes[ip] >>> 4 != 6) {
            return false;
        }
        transport = ip + Ipv6Header.LENGTH;
        end = transport + Bytes.u16(bytes, ip + Ipv6Header.PAYLOAD_LENGTH);
        protocol = Bytes.u8(bytes, ip + Ipv6Header.NEXT_HEADER);
        boolean whole = end - ip <= limit;
        while (whole && (protocol == Protocol.HOP_BY_HOP || protocol == Protocol.DEST_OPTIONS)
                && end - transport >= OPTIONS_UNIT) {
            protocol = Bytes.u8(bytes, transport);
            transport += OPTIONS_UNIT + OPTIONS_UNIT * Bytes.u8(bytes, transport + 1);
        }
        return whole;
    }

    /** Length of the IP header when nothing stands between it and the transport header. */
    int plainIp() {
        return six ? Ipv6Header.LENGTH : Ipv4Header.LEAST;
    }

    private int field() {
        return transport + (protocol == Protocol.TCP ? 16 : 6);
    }

    private long pseudoHeader() {
        if (six) {
            int source = ip + Ipv6Header.SOURCE;
            int destination = ip + Ipv6Header.DESTINATION;
            return Checksum.pseudoHeader(Bytes.i64(bytes, source), Bytes.i64(bytes, source + 8),
                    Bytes.i64(bytes, destination), Bytes.i64(bytes, destination + 8), protocol, end - transport);
        }
        return Checksum.pseudoHeader(Bytes.i32(bytes, ip + 12), Bytes.i32(bytes, ip + 16), protocol, end - transport);
    }

    /** Adds the segment to the pseudo header's sum that stands in the checksum field. */
    boolean completeChecksum() {
        int checksum = Checksum.finish(Checksum.sum(bytes, transport, end - transport));
        // RFC 768: a computed zero is sent as all ones; a zero would mean that there is none.
        Bytes.u16(bytes, field(), checksum == 0 && protocol == Protocol.UDP ? 0xFFFF : checksum);
        return true;
    }

    /** Whether the checksum is there and verifies. */
    boolean verifies() {
        return (protocol == Protocol.TCP || Bytes.u16(bytes, field()) != 0)
                && Checksum.verifies(pseudoHeader() + Checksum.sum(bytes, transport, end - transport));
    }

    /** Length of the TCP header, or 0 when it does not fit. */
    int tcpHeader() {
        int length = Bytes.u8(bytes, transport + 12) >>> 4 << 2;
        return length < TcpHeader.LEAST || length > end - transport ? 0 : length;
    }

    /** Tells the IP header where the datagram ends now. */
    void sealIp() {
        if (six) {
            Bytes.u16(bytes, ip + Ipv6Header.PAYLOAD_LENGTH, end - ip - Ipv6Header.LENGTH);
            return;
        }
        Bytes.u16(bytes, ip + 2, end - ip);
        Bytes.u16(bytes, ip + 10, 0);
        Bytes.u16(bytes, ip + 10, Checksum.finish(Checksum.sum(bytes, ip, transport - ip)));
    }
}
