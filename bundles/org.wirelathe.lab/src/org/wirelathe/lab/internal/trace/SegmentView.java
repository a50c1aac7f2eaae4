package org.wirelathe.lab.internal.trace;

import org.wirelathe.api.packet.Packet;
import org.wirelathe.wire.Bytes;
import org.wirelathe.wire.EtherType;
import org.wirelathe.wire.EthernetHeader;
import org.wirelathe.wire.IpAddress;
import org.wirelathe.wire.Ipv4Header;
import org.wirelathe.wire.Ipv6Header;
import org.wirelathe.wire.Protocol;
import org.wirelathe.wire.TcpHeader;

/**
 * Finds the TCP segment of one flow in a packet, at whatever header the packet begins: it is asked at every layer. It
 * judges no checksum, which a card may still have to complete.
 */
final class SegmentView {
    private static final int VLAN_TAG = 0x8100;
    private static final int TAG_LENGTH = 4;

    private final IpAddress source;
    private final IpAddress destination;
    private final Ipv6Header six = new Ipv6Header();
    private final int sourcePort;
    private final int destinationPort;

    private int sequence;
    private int length;

    /** @param flow as {@code 10.0.1.1:49152>10.0.2.1:5001}; IPv6 addresses in brackets */
    SegmentView(String flow) {
        String[] ends = flow.split(">");
        source = address(ends[0]);
        sourcePort = port(ends[0]);
        destination = address(ends[1]);
        destinationPort = port(ends[1]);
    }

    private static IpAddress address(String end) {
        String host = end.substring(0, end.lastIndexOf(':'));
        return IpAddress.parse(host.startsWith("[") ? host.substring(1, host.length() - 1) : host);
    }

    private static int port(String end) {
        return Integer.parseInt(end.substring(end.lastIndexOf(':') + 1));
    }

    /** Whether the packet is a segment of the flow; then {@link #sequence} and {@link #length} are its. */
    boolean over(Packet packet) {
        return ethernet(packet) || ip(packet, packet.head)
                || tcp(packet, packet.head, packet.tail);
    }

    private boolean ethernet(Packet packet) {
        int at = packet.head + EthernetHeader.LENGTH;
        if (packet.length() < EthernetHeader.LENGTH) {
            return false;
        }
        int type = Bytes.u16(packet.bytes, at - 2);
        while (type == VLAN_TAG && packet.tail - at >= TAG_LENGTH) {
            type = Bytes.u16(packet.bytes, at + 2);
            at += TAG_LENGTH;
        }
        return (type == EtherType.IPV4 || type == EtherType.IPV6) && ip(packet, at);
    }

    private boolean ip(Packet packet, int at) {
        return source.isV4() ? ipv4(packet, at) : ipv6(packet, at);
    }

    /** TCP directly behind the header: nothing of ours puts extension headers before it. */
    private boolean ipv6(Packet packet, int at) {
        if (packet.tail - at < Ipv6Header.LENGTH || Bytes.u8(packet.bytes, at) >>> 4 != 6) {
            return false;
        }
        six.over(packet.bytes, at);
        return six.nextHeader() == Protocol.TCP && six.sourceHigh() == source.high()
                && six.sourceLow() == source.low() && six.destinationHigh() == destination.high()
                && six.destinationLow() == destination.low()
                && tcp(packet, at + Ipv6Header.LENGTH, Math.min(packet.tail, at + six.totalLength()));
    }

    private boolean ipv4(Packet packet, int at) {
        if (packet.tail - at < Ipv4Header.LEAST || Bytes.u8(packet.bytes, at) >>> 4 != 4
                || Bytes.u8(packet.bytes, at + 9) != Protocol.TCP
                || Bytes.i32(packet.bytes, at + 12) != source.v4()
                || Bytes.i32(packet.bytes, at + 16) != destination.v4()) {
            return false;
        }
        int header = (Bytes.u8(packet.bytes, at) & 0xF) * 4;
        int end = Math.min(packet.tail, at + Bytes.u16(packet.bytes, at + 2));
        return header >= Ipv4Header.LEAST && tcp(packet, at + header, end);
    }

    private boolean tcp(Packet packet, int at, int end) {
        if (end - at < TcpHeader.LEAST || Bytes.u16(packet.bytes, at) != sourcePort
                || Bytes.u16(packet.bytes, at + 2) != destinationPort) {
            return false;
        }
        int header = (Bytes.u8(packet.bytes, at + 12) >>> 4) * 4;
        sequence = Bytes.i32(packet.bytes, at + 4);
        length = end - at - header;
        return header >= TcpHeader.LEAST && length >= 0;
    }

    /** Sequence number of the segment's first byte. */
    int sequence() {
        return sequence;
    }

    /** Bytes of text. */
    int length() {
        return length;
    }
}
