package org.wirelathe.nic;

import org.wirelathe.api.packet.Packet;
import org.wirelathe.wire.Bytes;
import org.wirelathe.wire.Checksum;
import org.wirelathe.wire.EtherType;
import org.wirelathe.wire.EthernetHeader;
import org.wirelathe.wire.Ipv4Header;
import org.wirelathe.wire.Protocol;
import org.wirelathe.wire.TcpHeader;

/** Where a card finds TCP or UDP in a frame: IPv4, whole, behind Ethernet and at most one VLAN tag (IEEE 802.1Q). */
final class TransportView {
    private static final int VLAN = 0x8100;
    private static final int TAG = 4;
    private static final int UDP_HEADER = 8;
    private static final int FRAGMENT = 0x3FFF;

    byte[] bytes;
    /** Where the frame, the IP header and the transport header begin, and the datagram ends. */
    int frame;
    int ip;
    int transport;
    int end;
    int protocol;

    /** Lays the view over a frame; false when there is no transport header that a card could work on. */
    boolean over(Packet packet) {
        bytes = packet.bytes;
        frame = packet.head;
        ip = frame + EthernetHeader.LENGTH;
        if (packet.tail - ip < Ipv4Header.LEAST + UDP_HEADER) {
            return false;
        }
        int type = Bytes.u16(bytes, ip - 2);
        if (type == VLAN) {
            ip += TAG;
            type = Bytes.u16(bytes, ip - 2);
        }
        int limit = packet.tail - ip;
        if (type != EtherType.IPV4 || limit < Ipv4Header.LEAST || bytes[ip] >>> 4 != 4) {
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
        int least = protocol == Protocol.TCP ? TcpHeader.LEAST : UDP_HEADER;
        return (protocol == Protocol.TCP || protocol == Protocol.UDP) && end - transport >= least;
    }

    private int field() {
        return transport + (protocol == Protocol.TCP ? 16 : 6);
    }

    private long pseudoHeader() {
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

    /** Computes the IP header's checksum anew. */
    void sealIp() {
        Bytes.u16(bytes, ip + 10, 0);
        Bytes.u16(bytes, ip + 10, Checksum.finish(Checksum.sum(bytes, ip, transport - ip)));
    }
}
