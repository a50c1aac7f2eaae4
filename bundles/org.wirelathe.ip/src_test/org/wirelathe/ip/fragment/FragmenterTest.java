package org.wirelathe.ip.fragment;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.wirelathe.api.packet.Packet;
import org.wirelathe.api.time.RandomStream;
import org.wirelathe.wire.Bytes;
import org.wirelathe.wire.Checksum;
import org.wirelathe.wire.Fault;
import org.wirelathe.wire.FragmentHeader;
import org.wirelathe.wire.IpAddress;
import org.wirelathe.wire.Ipv4;
import org.wirelathe.wire.Ipv4Header;
import org.wirelathe.wire.Ipv6Extensions;
import org.wirelathe.wire.Ipv6Header;
import org.wirelathe.wire.Protocol;
import org.wirelathe.wire.UdpHeader;

/** Cutting, by the examples of the RFCs and by hand. */
class FragmenterTest {
    private final Rig rig = new Rig();
    private final FragmentCounters counters = new FragmentCounters(rig, "ip");
    private final Ipv4Fragmenter v4 = new Ipv4Fragmenter(rig.pool, counters);
    private final Ipv6Fragmenter v6 = new Ipv6Fragmenter(rig.pool, counters, new RandomStream(1, "ids"));
    private final List<byte[]> pieces = new ArrayList<>();
    private final List<Long> ids = new ArrayList<>();

    @AfterEach
    void close() {
        assertEquals(0, rig.pool.inUse());
    }

    private void sink(Packet piece) {
        assertEquals(Packet.CHECKSUM_NONE, piece.checksum);
        pieces.add(Arrays.copyOfRange(piece.bytes, piece.head, piece.tail));
        ids.add(piece.id);
        piece.release();
    }

    private static byte[] packet(int flags, int textLength, int... options) {
        int headers = Ipv4Header.LEAST + options.length;
        byte[] bytes = new byte[headers + textLength];
        Ipv4Header ip = new Ipv4Header(bytes, 0);
        ip.write(0, bytes.length, 111, flags, 123, Rig.TEST, Ipv4.parse(Rig.ALICE), Ipv4.parse(Rig.BOB));
        for (int i = 0; i < options.length; i++) {
            bytes[Ipv4Header.LEAST + i] = (byte) options[i];
        }
        ip.rewrite(headers, bytes.length, flags);
        Rig.text(bytes, headers, 0, textLength);
        return bytes;
    }

    private String words(byte[] piece) {
        Ipv4Header ip = new Ipv4Header(piece, 0);
        assertEquals(Fault.NONE, ip.check(piece.length));
        assertEquals(piece.length, ip.totalLength());
        int flags = ip.flagsAndOffset();
        return "id " + ip.identification() + ", length " + ip.totalLength() + ((flags & 0x2000) != 0 ? ", more" : "")
                + ", offset " + (flags & 0x1FFF);
    }

    @Test // RFC 791 Appendix A, example 2: 452 octets of data for a link of 280
    void rfc791Example() {
        Packet whole = rig.packet(packet(0, 452));
        long id = whole.id;
        assertTrue(v4.cut(whole, 280, this::sink));
        assertEquals(List.of("id 111, length 276, more, offset 0", "id 111, length 216, offset 32"),
                pieces.stream().map(this::words).toList());
        assertEquals(List.of(id, id), ids, "the causal id stays");
        for (byte[] piece : pieces) {
            int from = (new Ipv4Header(piece, 0).flagsAndOffset() & 0x1FFF) * 8;
            assertEquals(123, piece[8], "time to live");
            for (int i = 20; i < piece.length; i++) {
                assertEquals(Rig.pattern(from + i - 20), piece[i]);
            }
        }
        assertEquals(1, rig.count("ip.outFragOKs"));
        assertEquals(2, rig.count("ip.outFragCreates"));
    }

    @Test // RFC 791 §3.2: a fragment that is cut again lies where it lay, and the last piece is not the packet's last
    void fragmentOfAFragment() {
        assertTrue(v4.cut(rig.packet(packet(0x2000 | 100, 48)), 44, this::sink));
        assertEquals(List.of("id 111, length 44, more, offset 100", "id 111, length 44, more, offset 103"),
                pieces.stream().map(this::words).toList());
    }

    @Test // RFC 791 §2.3
    void neverWithDontFragment() {
        Packet whole = rig.packet(packet(0x4000, 452));
        assertFalse(v4.cut(whole, 280, this::sink));
        assertEquals(472, whole.length());
        whole.release();
        assertEquals(1, rig.count("ip.outFragFails"));
        assertEquals(0, rig.count("ip.outFragOKs"));
    }

    @Test // RFC 791 §3.2: eight bytes at least, so that every link can carry 68
    void leastMtu() {
        byte[] longest = packet(0, 96);
        assertTrue(v4.cut(rig.packet(longest), 68, this::sink));
        assertEquals(List.of(68, 68), pieces.stream().map(piece -> piece.length).toList());
        Packet whole = rig.packet(longest);
        assertFalse(v4.cut(whole, 27, this::sink));
        whole.release();
    }

    @Test // RFC 791 §3.1: record route (7) stays in the first, a security option (130) is in each
    void optionsAreCopiedByTheirFlag() {
        int[] options = {7, 7, 4, 0, 0, 0, 0, 130, 3, 42, 0, 0};
        assertTrue(v4.cut(rig.packet(packet(0, 32, options)), 32 + 16, this::sink));
        byte[] as = {7, 7, 4, 0, 0, 0, 0, (byte) 130, 3, 42, 0, 0};
        assertArrayEquals(as, Arrays.copyOfRange(pieces.get(0), 20, 32));
        byte[] later = {1, 1, 1, 1, 1, 1, 1, (byte) 130, 3, 42, 0, 0};
        assertArrayEquals(later, Arrays.copyOfRange(pieces.get(1), 20, 32));
        assertEquals(List.of("id 111, length 48, more, offset 0", "id 111, length 48, offset 2"),
                pieces.stream().map(this::words).toList());
    }

    @Test // B13: a card would see pieces only
    void transportChecksumIsFinishedFirst() {
        byte[] bytes = packet(0, 1600);
        bytes[9] = Protocol.UDP;
        new Ipv4Header(bytes, 0).rewrite(20, bytes.length, 0);
        UdpHeader udp = new UdpHeader(bytes, 20);
        udp.write(1, 2, 1600);
        udp.sealPartially(Ipv4.parse(Rig.ALICE), Ipv4.parse(Rig.BOB));
        Packet whole = rig.packet(bytes);
        whole.checksum = Packet.CHECKSUM_PARTIAL;
        assertTrue(v4.cut(whole, 1500, this::sink));
        byte[] text = new byte[1600];
        System.arraycopy(pieces.get(0), 20, text, 0, 1480);
        System.arraycopy(pieces.get(1), 20, text, 1480, 120);
        long pseudo = Checksum.pseudoHeader(Ipv4.parse(Rig.ALICE), Ipv4.parse(Rig.BOB), Protocol.UDP, 1600);
        assertTrue(Rig.verifies(text, 0, 1600, pseudo));
    }

    /** Hop-by-hop and routing header, then destination options, then text. */
    private static byte[] packet6(IpAddress destination, int textLength) {
        byte[] bytes = new byte[64 + textLength];
        new Ipv6Header(bytes, 0).write(0, 0x12345, 24 + textLength, Protocol.HOP_BY_HOP, 64, Rig.ALICE6.high(),
                Rig.ALICE6.low(), destination.high(), destination.low());
        HexFormat hex = HexFormat.of();
        System.arraycopy(hex.parseHex("2b00010400000000" + "3c00fd0000000000" + "fd00010400000000"), 0, bytes, 40, 24);
        Rig.text(bytes, 64, 0, textLength);
        return bytes;
    }

    @Test // RFC 8200 §4.5: headers up to the routing header in each piece, the rest is cut
    void ipv6Headers() {
        assertTrue(v6.cut(rig.packet(packet6(Rig.BOB6, 1300)), 1280, this::sink));
        assertEquals(2, pieces.size());
        Ipv6Extensions walker = new Ipv6Extensions();
        int[] offsets = {0, 1216};
        int[] lengths = {56 + 8 + 1216, 56 + 8 + 8 + 1300 - 1216};
        for (int i = 0; i < 2; i++) {
            byte[] piece = pieces.get(i);
            Ipv6Header ip = new Ipv6Header(piece, 0);
            assertEquals(lengths[i], piece.length);
            assertEquals(piece.length, ip.totalLength());
            assertEquals(0x12345, ip.flowLabel());
            assertEquals(Fault.NONE, walker.walk(ip));
            assertEquals(56, walker.fragmentAt());
            assertEquals(48, walker.fragmentLinkAt(), "named by the routing header");
            assertEquals(Protocol.DEST_OPTIONS, walker.fragment().nextHeader());
            assertEquals(offsets[i], walker.fragment().offset());
            assertEquals(i == 0, walker.fragment().hasMore());
        }
        assertEquals(Bytes.i32(pieces.get(0), 60), Bytes.i32(pieces.get(1), 60), "one identification");
    }

    @Test // RFC 7739 §5.3: not the same for others, and none that another's could be foreseen from
    void ipv6Identifications() {
        List<Integer> seen = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            for (String to : List.of("2001:db8:2::1", "2001:db8:2::2")) {
                pieces.clear();
                assertTrue(v6.cut(rig.packet(packet6(IpAddress.parse(to), 1300)), 1280, this::sink));
                seen.add(new FragmentHeader(pieces.get(0), 56).identification());
            }
        }
        assertEquals(6, seen.stream().distinct().count());
        assertNotEquals(1, Math.abs(seen.get(0) - seen.get(1)));
        assertEquals(1, seen.get(2) - seen.get(0), "a counter for each destination");
        assertEquals(1, seen.get(3) - seen.get(1));
    }

    @Test // RFC 7112 §5
    void ipv6FirstHoldsTheWholeChain() {
        byte[] bytes = new byte[40 + 2048 + 100];
        new Ipv6Header(bytes, 0).write(0, 0, bytes.length - 40, Protocol.DEST_OPTIONS, 64, Rig.ALICE6.high(),
                Rig.ALICE6.low(), Rig.BOB6.high(), Rig.BOB6.low());
        bytes[40] = Protocol.UDP;
        bytes[41] = (byte) 255;
        Packet whole = rig.packet(bytes);
        assertFalse(v6.cut(whole, 1280, this::sink));
        assertEquals(1, rig.count("ip.outFragFails"));
        assertArrayEquals(bytes, Arrays.copyOfRange(whole.bytes, whole.head, whole.tail));
        whole.release();
    }

    @Test // what is cut is put together again, whatever the MTU
    void bothWays() {
        List<Packet> waiting = new ArrayList<>();
        for (int mtu : new int[] {68, 296, 576, 1006, 1500}) {
            assertTrue(v4.cut(rig.packet(packet(0, 5000)), mtu, waiting::add));
            Packet whole = null;
            for (Packet piece : waiting) {
                whole = rig.v4.add(piece, 0);
            }
            rig.assertWhole(5000, whole);
            waiting.clear();
        }
        Ipv6Extensions walker = new Ipv6Extensions();
        assertTrue(v6.cut(rig.packet(packet6(Rig.BOB6, 65_000)), 1280, waiting::add));
        Packet whole = null;
        for (Packet piece : waiting) {
            assertEquals(Fault.NONE, walker.walk(new Ipv6Header(piece.bytes, piece.head)));
            whole = rig.v6.add(piece, walker, 0);
        }
        rig.assertWhole(65_000, whole);
        rig.assertAtRest();
    }
}
