package org.wirelathe.wire.filter;

import org.wirelathe.wire.Bytes;
import org.wirelathe.wire.EtherType;
import org.wirelathe.wire.EthernetHeader;
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

    byte[] bytes;
    int from;
    int length;
    /** VLAN of the outermost tag (IEEE 802.1Q §9.6); {@link #NONE} without a tag. */
    int vlan;
    /** Behind all tags. */
    int etherType;
    /** Protocol number of an IPv4 packet. */
    int protocol;
    /** Whether {@link #source} and {@link #destination} are IPv4 addresses of a packet, or of an ARP message. */
    boolean addressed;
    int source;
    int destination;
    int sourcePort;
    int destinationPort;

    void of(byte[] bytes, int from, int to) {
        this.bytes = bytes;
        this.from = from;
        length = to - from;
        vlan = NONE;
        etherType = NONE;
        protocol = NONE;
        addressed = false;
        sourcePort = NONE;
        destinationPort = NONE;
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
        if (etherType == EtherType.IPV4 && to - at >= LEAST_IP) {
            ip(at, to);
        } else if (etherType == EtherType.ARP && to - at >= ARP_IPV4) {
            addressed = Bytes.u16(bytes, at + 2) == EtherType.IPV4;
            source = Bytes.i32(bytes, at + 14);
            destination = Bytes.i32(bytes, at + 24);
        }
    }

    private void ip(int at, int to) {
        protocol = Bytes.u8(bytes, at + 9);
        addressed = true;
        source = Bytes.i32(bytes, at + 12);
        destination = Bytes.i32(bytes, at + 16);
        int transport = at + (Bytes.u8(bytes, at) & 0xF) * 4;
        boolean first = (Bytes.u16(bytes, at + 6) & FRAGMENT_OFFSET) == 0; // only it has the ports
        if (first && (protocol == Protocol.TCP || protocol == Protocol.UDP) && transport >= at + LEAST_IP
                && to - transport >= 4) {
            sourcePort = Bytes.u16(bytes, transport);
            destinationPort = Bytes.u16(bytes, transport + 2);
        }
    }

    long sourceMac() {
        return length < EthernetHeader.LENGTH ? NONE : Bytes.u48(bytes, from + 6);
    }

    long destinationMac() {
        return length < EthernetHeader.LENGTH ? NONE : Bytes.u48(bytes, from);
    }
}
