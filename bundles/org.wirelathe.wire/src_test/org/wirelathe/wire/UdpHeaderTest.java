package org.wirelathe.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;

import org.junit.jupiter.api.Test;

/** RFC 768 and RFC 8200 §8.1; hostile inputs 2 and 35 as far as the format goes. Checksums were computed by hand. */
class UdpHeaderTest {
    private static final int V4_SOURCE = 0xC0A80001;
    private static final int V4_DESTINATION = 0xC0A800C7;
    private static final IpAddress SOURCE = IpAddress.parse("2001:db8::1");
    private static final IpAddress DESTINATION = IpAddress.parse("2001:db8:0:1:ffff:ffff:ffff:fffe");
    /** From port 12345 to 53, "Hello". */
    private static final String V4 = "3039 0035 000d 297b 48656c6c6f";
    private static final String V6 = "3039 0035 000d 5021 48656c6c6f";

    /** The datagram at an odd place, before three bytes that are not its own. */
    private static byte[] at3(String hex) {
        byte[] bytes = HexFormat.of().parseHex(hex.replace(" ", ""));
        byte[] moved = new byte[bytes.length + 6];
        Arrays.fill(moved, (byte) 0xFF);
        System.arraycopy(bytes, 0, moved, 3, bytes.length);
        return moved;
    }

    private static boolean verifies(UdpHeader udp) {
        return udp.verifies(SOURCE.high(), SOURCE.low(), DESTINATION.high(), DESTINATION.low());
    }

    private static boolean verifiesMapped(UdpHeader udp) {
        return udp.verifies(0, IpAddress.mapped(V4_SOURCE), 0, IpAddress.mapped(V4_DESTINATION));
    }

    @Test
    void readsAndVerifies() {
        UdpHeader udp = new UdpHeader(at3(V4), 3);
        assertEquals(Fault.NONE, udp.check(16));
        assertEquals(12345, udp.sourcePort());
        assertEquals(53, udp.destinationPort());
        assertEquals(13, udp.length());
        assertTrue(udp.verifies(V4_SOURCE, V4_DESTINATION));
        assertTrue(verifiesMapped(udp));
        assertFalse(udp.verifies(V4_SOURCE, V4_DESTINATION + 1));
        assertFalse(verifies(udp));
        assertTrue(verifies(new UdpHeader(at3(V6), 3)));
    }

    @Test
    void writesAndSeals() {
        byte[] bytes = at3(V4);
        Arrays.fill(bytes, 3, 11, (byte) 0x55);
        UdpHeader udp = new UdpHeader(bytes, 3);
        udp.write(12345, 53, 13);
        assertEquals(0, udp.checksum());
        udp.seal(V4_SOURCE, V4_DESTINATION);
        assertEquals(HexFormat.of().formatHex(at3(V4)), HexFormat.of().formatHex(bytes));
        udp.seal(0, IpAddress.mapped(V4_SOURCE), 0, IpAddress.mapped(V4_DESTINATION));
        assertEquals(HexFormat.of().formatHex(at3(V4)), HexFormat.of().formatHex(bytes));
        udp.seal(SOURCE.high(), SOURCE.low(), DESTINATION.high(), DESTINATION.low());
        assertEquals(HexFormat.of().formatHex(at3(V6)), HexFormat.of().formatHex(bytes));
    }

    @Test // B13: c0a8 + 0001 + c0a8 + 00c7 + 0011 + 000d folds to 8237
    void partialThenComplete() {
        UdpHeader udp = new UdpHeader(at3(V4), 3);
        udp.sealPartially(V4_SOURCE, V4_DESTINATION);
        assertEquals(0x8237, udp.checksum());
        udp.complete();
        assertEquals(0x297B, udp.checksum());
        udp.sealPartially(SOURCE.high(), SOURCE.low(), DESTINATION.high(), DESTINATION.low());
        assertEquals(0x5B91, udp.checksum());
        udp.complete();
        assertEquals(0x5021, udp.checksum());
    }

    @Test // RFC 768, RFC 8200 §8.1: text 4d53 and 73f9 bring the sum to ffff, whose complement is sent as ffff
    void sumOfZeroIsSentAsOnes() {
        UdpHeader udp = new UdpHeader(at3("3039 0035 000a 0000 4d53"), 3);
        udp.seal(V4_SOURCE, V4_DESTINATION);
        assertEquals(0xFFFF, udp.checksum());
        assertTrue(udp.verifies(V4_SOURCE, V4_DESTINATION));
        udp = new UdpHeader(at3("3039 0035 000a 0000 73f9"), 3);
        udp.seal(SOURCE.high(), SOURCE.low(), DESTINATION.high(), DESTINATION.low());
        assertEquals(0xFFFF, udp.checksum());
        assertTrue(verifies(udp));
    }

    @Test // hostile input 2: no checksum is good over IPv4 (RFC 768), and never over IPv6 (RFC 8200 §8.1)
    void noChecksum() {
        UdpHeader udp = new UdpHeader(at3("3039 0035 000d 0000 48656c6c6f"), 3);
        assertTrue(udp.verifies(V4_SOURCE, V4_DESTINATION));
        assertTrue(verifiesMapped(udp));
        assertFalse(verifies(udp));
        assertFalse(verifies(new UdpHeader(at3("3039 0035 000a 0000 73f9"), 3)), "not even where 0 is the sum");
    }

    @Test // hostile input 35: length below 8 or beyond the payload; port 0 is legal
    void refusesWhatLies() {
        byte[] bytes = at3(V4);
        UdpHeader udp = new UdpHeader(bytes, 3);
        for (int limit = 3; limit < 16; limit++) {
            assertEquals(limit < 11 ? Fault.TRUNCATED : Fault.TOTAL_LENGTH, udp.check(limit), "limit " + limit);
        }
        for (int length = 0; length < 65_536; length++) {
            Bytes.u16(bytes, 7, length);
            assertEquals(length >= 8 && length <= 13 ? Fault.NONE : Fault.TOTAL_LENGTH, udp.check(16));
        }
        udp.write(0, 0, 13);
        assertEquals(Fault.NONE, udp.check(16));
    }

    @Test // hostile input 36: the length field decides what is summed, bytes behind it are nobody's
    void bytesBehindTheLengthAreNotSummed() {
        byte[] bytes = at3(V4);
        UdpHeader udp = new UdpHeader(bytes, 3);
        assertEquals(Fault.NONE, udp.check(19));
        assertTrue(udp.verifies(V4_SOURCE, V4_DESTINATION));
        Arrays.fill(bytes, 16, 19, (byte) 0);
        assertTrue(udp.verifies(V4_SOURCE, V4_DESTINATION));
    }

    @Test
    void randomBytesNeverThrow() {
        Random random = new Random(768);
        byte[] bytes = new byte[64];
        int good = 0;
        for (int round = 0; round < 300_000; round++) {
            random.nextBytes(bytes);
            int at = random.nextInt(65);
            if (at < 58) {
                Bytes.u16(bytes, at + 4, random.nextInt(66));
            }
            UdpHeader udp = new UdpHeader(bytes, at);
            if (udp.check(64) == Fault.NONE) {
                good++;
                udp.verifies(1, 2);
                udp.verifies(1, 2, 3, 4);
                udp.seal(5, 6, 7, 8);
                assertTrue(udp.verifies(5, 6, 7, 8));
                assertTrue(at + udp.length() <= 64);
            }
        }
        assertTrue(good > 50_000, "only " + good + " were good");
    }
}
