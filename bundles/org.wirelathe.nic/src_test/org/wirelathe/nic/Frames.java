package org.wirelathe.nic;

import java.util.Arrays;

import org.wirelathe.api.packet.Packet;
import org.wirelathe.api.packet.PacketPool;
import org.wirelathe.wire.Bytes;
import org.wirelathe.wire.Checksum;
import org.wirelathe.wire.EtherType;
import org.wirelathe.wire.EthernetHeader;
import org.wirelathe.wire.Ipv4Header;
import org.wirelathe.wire.Protocol;
import org.wirelathe.wire.TcpHeader;

/** Frames for tests: TCP and UDP over IPv4, with payload that tells its place in the stream. */
final class Frames {
    static final int SOURCE = 0x0A00_0101;
    static final int DESTINATION = 0x0A00_0201;
    static final int HEADERS = 14 + 20 + 20;
    static final int FIRST_SEQUENCE = 0x7FFF_FF00;

    private final PacketPool pool;

    Frames(PacketPool pool) {
        this.pool = pool;
    }

    /** A segment of the stream from {@code from}, with a complete checksum. */
    Packet tcp(int from, int length, int flags) {
        Packet packet = pool.takeFor(HEADERS + length);
        int at = packet.put(HEADERS + length);
        new EthernetHeader(packet.bytes, at).write(0x0200_0000_0001L, 0x0200_0000_0002L, EtherType.IPV4);
        new Ipv4Header(packet.bytes, at + 14).write(0, 40 + length, 100 + from / 1000, Ipv4Header.DONT_FRAGMENT, 64,
                Protocol.TCP, SOURCE, DESTINATION);
        for (int i = 0; i < length; i++) {
            packet.bytes[at + HEADERS + i] = (byte) ((from + i) * 31 >>> 3);
        }
        TcpHeader tcp = new TcpHeader(packet.bytes, at + 34);
        tcp.write(5001, 49152, FIRST_SEQUENCE + from, 77, 20, flags, 1000);
        tcp.seal(SOURCE, DESTINATION, packet.tail);
        return packet;
    }

    /** The same, whose checksum field holds the sum over the pseudo header: the card is to add the rest. */
    Packet tcpPartial(int from, int length, int flags, int segmentSize) {
        Packet packet = tcp(from, length, flags);
        Bytes.u16(packet.bytes, packet.head + 34 + 16,
                Checksum.fold(Checksum.pseudoHeader(SOURCE, DESTINATION, Protocol.TCP, 20 + length)));
        packet.checksum = Packet.CHECKSUM_PARTIAL;
        packet.segmentSize = segmentSize;
        return packet;
    }

    /** A PAUSE frame, octet by octet (IEEE 802.3 annex 31B). */
    Packet pause(int quanta) {
        Packet packet = pool.take();
        int at = packet.put(60);
        Arrays.fill(packet.bytes, at, at + 60, (byte) 0);
        byte[] octets = {0x01, (byte) 0x80, (byte) 0xC2, 0, 0, 1, 2, 0, 0, 0, 0, 9, (byte) 0x88, 8, 0, 1,
            (byte) (quanta >> 8), (byte) quanta};
        System.arraycopy(octets, 0, packet.bytes, at, octets.length);
        return packet;
    }

    /** A frame of so many bytes that says nothing but its mark. */
    Packet plain(int mark, int length) {
        Packet packet = pool.takeFor(length);
        int at = packet.put(length);
        Arrays.fill(packet.bytes, at, packet.tail, (byte) 0);
        packet.bytes[at] = (byte) mark;
        return packet;
    }
}
