package org.wirelathe.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;

import org.junit.jupiter.api.Test;

/** RFC 8200 §3; hostile inputs 1 and 3 as far as the format goes. Sums were computed by hand. */
class Ipv6HeaderTest {
    /** Traffic class b9 (EF and ECT(1)), flow label 12345, 13 bytes of UDP, hop limit 64. */
    private static final String IPV6 = "6b912345 000d 11 40"
            + "20010db8000000000000000000000001" + "20010db800000001fffffffffffffffe";
    private static final IpAddress SOURCE = IpAddress.parse("2001:db8::1");
    private static final IpAddress DESTINATION = IpAddress.parse("2001:db8:0:1:ffff:ffff:ffff:fffe");

    private static byte[] hex(String text) {
        return HexFormat.of().parseHex(text.replace(" ", ""));
    }

    /** The header at an odd place, behind and before ones. */
    private static byte[] at7(byte[] bytes, int behind) {
        byte[] moved = new byte[7 + bytes.length + behind];
        Arrays.fill(moved, (byte) 0xFF);
        System.arraycopy(bytes, 0, moved, 7, bytes.length);
        return moved;
    }

    @Test
    void reads() {
        Ipv6Header header = new Ipv6Header(at7(hex(IPV6), 13), 7);
        assertEquals(Fault.NONE, header.check(60));
        assertEquals(0xB9, header.trafficClass());
        assertEquals(0x12345, header.flowLabel());
        assertEquals(13, header.payloadLength());
        assertEquals(53, header.totalLength());
        assertEquals(Protocol.UDP, header.nextHeader());
        assertEquals(64, header.hopLimit());
        assertEquals(0x20010DB8_00000000L, header.sourceHigh());
        assertEquals(1, header.sourceLow());
        assertEquals(0x20010DB8_00000001L, header.destinationHigh());
        assertEquals(-2, header.destinationLow());
        assertEquals(SOURCE, header.source());
        assertEquals(DESTINATION, header.destination());
        assertFalse(header.isToGroup());
    }

    @Test
    void writesAndReplaces() {
        byte[] good = at7(hex(IPV6), 13);
        byte[] written = good.clone();
        Arrays.fill(written, 7, 47, (byte) 0x55);
        Ipv6Header header = new Ipv6Header(written, 7);
        header.write(0xB9, 0x12345, 13, Protocol.UDP, 64, SOURCE.high(), SOURCE.low(), DESTINATION.high(),
                DESTINATION.low());
        assertEquals(HexFormat.of().formatHex(good), HexFormat.of().formatHex(written));
        header.setTrafficClass(0x03);
        header.setPayloadLength(0xFEDC);
        header.setNextHeader(Protocol.TCP);
        header.decrementHopLimit();
        assertEquals("60312345fedc063f", HexFormat.of().formatHex(written, 7, 15), "the flow label stays");
        IpAddress group = IpAddress.ALL_NODES;
        header.write(0, 0, 0, Protocol.NO_NEXT, 255, group.high(), group.low(), group.high(), group.low());
        assertTrue(header.isToGroup());
        assertEquals("6000000000003bff", HexFormat.of().formatHex(written, 7, 15));
    }

    @Test // RFC 8200 §3: hop limit 255 down to 0
    void hopLimitCountsDown() {
        Ipv6Header header = new Ipv6Header(hex(IPV6), 0);
        header.write(0, 0, 0, 59, 255, 0, 1, 0, 1);
        for (int limit = 254; limit >= 0; limit--) {
            header.decrementHopLimit();
            assertEquals(limit, header.hopLimit());
        }
    }

    @Test // hostile inputs 1 and 3; link padding is ignored
    void refusesEveryTruncationAndEveryOtherVersion() {
        byte[] bytes = at7(hex(IPV6), 30);
        Ipv6Header header = new Ipv6Header(bytes, 7);
        for (int limit = 7; limit < 47; limit++) {
            assertEquals(Fault.TRUNCATED, header.check(limit));
        }
        for (int limit = 47; limit < 60; limit++) {
            assertEquals(Fault.TOTAL_LENGTH, header.check(limit));
        }
        for (int limit = 60; limit <= bytes.length; limit++) {
            assertEquals(Fault.NONE, header.check(limit));
        }
        for (int first = 0; first < 256; first++) {
            bytes[7] = (byte) first;
            assertEquals(first >>> 4 == 6 ? Fault.NONE : Fault.VERSION, header.check(60), "first byte " + first);
        }
    }

    @Test // RFC 9293 §3.1 over RFC 8200 §8.1, sealed, sealed partially and verified
    void tcpOverIpv6() {
        byte[] bytes = at7(hex("3039 0050 12345679 fedcba98 5018 faf0 e2e5 0000 48656c6c6f"), 20);
        TcpHeader tcp = new TcpHeader(bytes, 7);
        assertTrue(tcp.verifies(SOURCE.high(), SOURCE.low(), DESTINATION.high(), DESTINATION.low(), 32));
        assertFalse(tcp.verifies(SOURCE.high(), SOURCE.low(), DESTINATION.high(), DESTINATION.low() ^ 1, 32));
        assertFalse(tcp.verifies(SOURCE.high() ^ 1L << 63, SOURCE.low(), DESTINATION.high(), DESTINATION.low(), 32));
        Bytes.u16(bytes, 7 + 16, 0x5555);
        tcp.seal(SOURCE.high(), SOURCE.low(), DESTINATION.high(), DESTINATION.low(), 32);
        assertEquals(0xE2E5, tcp.checksum());
        tcp.sealPartially(SOURCE.high(), SOURCE.low(), DESTINATION.high(), DESTINATION.low(), 32);
        assertEquals(0x5B92, tcp.checksum());
        tcp.complete(32);
        assertEquals(0xE2E5, tcp.checksum());
    }

    @Test // one pseudo header for both families: the mapped form sums as the IPv4 address, unsigned throughout
    void mappedAddressesSumAsIpv4() {
        assertEquals(0x5B91, Checksum.fold(
                Checksum.pseudoHeader(SOURCE.high(), SOURCE.low(), DESTINATION.high(), DESTINATION.low(), 17, 13)));
        assertEquals(0xFFFF, Checksum.fold(Checksum.pseudoHeader(-1, -1, -1, -1, 0xFF, 0xFF00)));
        Random random = new Random(8200);
        int[] corners = {0, -1, 0xFFFF, 0xFFFF_0000, 1, 0x7FFF_FFFF};
        for (int round = 0; round < 10_000; round++) {
            int source = round < 36 ? corners[round / 6] : random.nextInt();
            int destination = round < 36 ? corners[round % 6] : random.nextInt();
            int length = random.nextInt(65_536);
            assertEquals(Checksum.fold(Checksum.pseudoHeader(source, destination, 6, length)),
                    Checksum.fold(Checksum.pseudoHeader(0, IpAddress.mapped(source), 0, IpAddress.mapped(destination),
                            6, length)));
            byte[] a = new byte[25];
            random.nextBytes(a);
            byte[] b = a.clone();
            new TcpHeader(a, 1).seal(source, destination, 25);
            new TcpHeader(b, 1).seal(0, IpAddress.mapped(source), 0, IpAddress.mapped(destination), 25);
            assertEquals(HexFormat.of().formatHex(a), HexFormat.of().formatHex(b));
        }
    }

    @Test
    void randomBytesNeverThrow() {
        Random random = new Random(6);
        byte[] bytes = new byte[96];
        int good = 0;
        for (int round = 0; round < 200_000; round++) {
            random.nextBytes(bytes);
            int at = random.nextInt(97);
            bytes[Math.min(at, 95)] = 0x60;
            if (at < 90) {
                Bytes.u16(bytes, at + 4, random.nextInt(64));
            }
            Ipv6Header header = new Ipv6Header(bytes, at);
            if (header.check(96) == Fault.NONE) {
                good++;
                assertTrue(at + header.totalLength() <= 96);
                header.destinationLow();
                header.isToGroup();
            }
        }
        assertTrue(good > 10_000, "only " + good + " were good");
    }
}
