package org.wirelathe.wire.filter;

import org.wirelathe.wire.Bytes;
import org.wirelathe.wire.EtherType;
import org.wirelathe.wire.EthernetHeader;
import org.wirelathe.wire.FragmentHeader;
import org.wirelathe.wire.IpAddress;
import org.wirelathe.wire.Ipv6Extensions;
import org.wirelathe.wire.Ipv6Header;
import org.wirelathe.wire.Protocol;

/**
 * Where things stand in a frame. It believes a header only as far as the bytes reach, and no checksum: a filter is for
 * looking at what is wrong, too.
 */
final class FrameFields {
    /** There is no such thing in this frame. */
    static final int NONE = -1;

    private static final int VLAN_TAG = 0x8100;
    private static final int TAG_LENGTH = 4;
    private static final int LEAST_IP = 20;
    private static final int ARP_IPV4 = 28;
    private static final int FRAGMENT_OFFSET = 0x1FFF;
    /** What an IP packet without a frame has for an address of a station: no station has it. */
    private static final long NO_MAC = 0;

    byte[] bytes;
    int from;
    int length;
    /** Whether there is a frame around the packet. */
    private boolean framed;
    /** VLAN of the outermost tag (IEEE 802.1Q §9.6); {@link #NONE} without a tag. */
    int vlan;
    /** Behind all tags. */
    int etherType;
    /** Transport protocol of an IP packet: in IPv6 what the extension headers lead to, as far as they are there. */
    int protocol;
    /** Whether there are addresses: of an IP packet, or of an ARP message; IPv4 in its mapped form. */
    boolean addressed;
    long sourceHigh;
    long sourceLow;
    long destinationHigh;
    long destinationLow;
    int sourcePort;
    int destinationPort;

    private void begin(byte[] bytes, int from, int to) {
        this.bytes = bytes;
        this.from = from;
        length = to - from;
        vlan = NONE;
        etherType = NONE;
        protocol = NONE;
        addressed = false;
        sourcePort = NONE;
        destinationPort = NONE;
    }

    /** A frame. */
    void of(byte[] bytes, int from, int to) {
        begin(bytes, from, to);
        framed = true;
        if (length < EthernetHeader.LENGTH) {
            return;
        }
        int at = from + EthernetHeader.LENGTH;
        etherType = Bytes.u16(bytes, at - 2);
        while (etherType == VLAN_TAG && to - at >= TAG_LENGTH) {
            vlan = vlan == NONE ? Bytes.u16(bytes, at) & 0xFFF : vlan;
            etherType = Bytes.u16(bytes, at + 2);
            at += TAG_LENGTH;
        }
        network(at, to);
    }

    /** An IP packet; its version says of which family. */
    void ofPacket(byte[] bytes, int from, int to) {
        begin(bytes, from, to);
        framed = false;
        if (length > 0) {
            int version = Bytes.u8(bytes, from) >>> 4;
            etherType = version == 4 ? EtherType.IPV4 : version == 6 ? EtherType.IPV6 : NONE;
            network(from, to);
        }
    }

    private void network(int at, int to) {
        if (etherType == EtherType.IPV4 && to - at >= LEAST_IP) {
            ip(at, to);
        } else if (etherType == EtherType.IPV6 && to - at >= Ipv6Header.LENGTH) {
            ipv6(at, to);
        } else if (etherType == EtherType.ARP && to - at >= ARP_IPV4) {
            addressed = Bytes.u16(bytes, at + 2) == EtherType.IPV4;
            ipv4(at + 14, at + 24);
        }
    }

    private void ipv4(int source, int destination) {
        sourceHigh = 0;
        sourceLow = IpAddress.mapped(Bytes.i32(bytes, source));
        destinationHigh = 0;
        destinationLow = IpAddress.mapped(Bytes.i32(bytes, destination));
    }

    private void ip(int at, int to) {
        protocol = Bytes.u8(bytes, at + 9);
        addressed = true;
        ipv4(at + 12, at + 16);
        int header = (Bytes.u8(bytes, at) & 0xF) * 4;
        if ((Bytes.u16(bytes, at + 6) & FRAGMENT_OFFSET) == 0 && header >= LEAST_IP) {
            ports(at + header, to);
        }
    }

    private void ipv6(int at, int to) {
        protocol = Bytes.u8(bytes, at + Ipv6Header.NEXT_HEADER);
        addressed = true;
        sourceHigh = Bytes.i64(bytes, at + Ipv6Header.SOURCE);
        sourceLow = Bytes.i64(bytes, at + Ipv6Header.SOURCE + 8);
        destinationHigh = Bytes.i64(bytes, at + Ipv6Header.DESTINATION);
        destinationLow = Bytes.i64(bytes, at + Ipv6Header.DESTINATION + 8);
        int next = at + Ipv6Header.LENGTH;
        while (Ipv6Extensions.isExtension(protocol) && to - next >= FragmentHeader.LENGTH) {
            boolean fragment = protocol == Protocol.FRAGMENT;
            boolean later = fragment && (Bytes.u16(bytes, next + FragmentHeader.OFFSET) & ~7) != 0;
            protocol = Bytes.u8(bytes, next);
            if (later) {
                return;
            }
            next += fragment ? FragmentHeader.LENGTH : 8 + 8 * Bytes.u8(bytes, next + 1);
        }
        ports(next, to);
    }

    /** Only a packet that begins with the transport header has ports, not a later fragment. */
    private void ports(int at, int to) {
        if ((protocol == Protocol.TCP || protocol == Protocol.UDP) && to - at >= 4) {
            sourcePort = Bytes.u16(bytes, at);
            destinationPort = Bytes.u16(bytes, at + 2);
        }
    }

    long sourceMac() {
        return mac(from + 6);
    }

    long destinationMac() {
        return mac(from);
    }

    private long mac(int at) {
        if (!framed) {
            return NO_MAC;
        }
        return length < EthernetHeader.LENGTH ? NONE : Bytes.u48(bytes, at);
    }
}
