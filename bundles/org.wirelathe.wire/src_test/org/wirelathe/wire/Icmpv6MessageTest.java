package org.wirelathe.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.HexFormat;

import org.junit.jupiter.api.Test;

/** RFC 4443; the checksum was computed by hand. */
class Icmpv6MessageTest {
    private static final IpAddress SOURCE = IpAddress.parse("2001:db8::1");
    private static final IpAddress DESTINATION = IpAddress.parse("2001:db8::2");
    private static final String ECHO = "8000 8075 1234 0001 6162636465666768";

    private static byte[] at3(String hex) {
        byte[] bytes = HexFormat.of().parseHex(hex.replace(" ", ""));
        byte[] moved = new byte[bytes.length + 6];
        Arrays.fill(moved, (byte) 0xFF);
        System.arraycopy(bytes, 0, moved, 3, bytes.length);
        return moved;
    }

    private static boolean verifies(Icmpv6Message message, int limit) {
        return message.verifies(SOURCE.high(), SOURCE.low(), DESTINATION.high(), DESTINATION.low(), limit);
    }

    @Test // 8000 + 1234 + 0001 + 6162 + 6364 + 6566 + 6768 + (2001 + 0db8) twice + 1 + 2 + 10 + 3a = 27f88
    void echo() {
        byte[] bytes = at3(ECHO);
        Icmpv6Message message = new Icmpv6Message(bytes, 3);
        assertEquals(Fault.NONE, message.check(19));
        assertTrue(verifies(message, 19));
        assertFalse(verifies(message, 18));
        assertFalse(message.verifies(SOURCE.high(), SOURCE.low(), SOURCE.high(), SOURCE.low(), 19));
        assertEquals(Icmpv6Message.ECHO, message.type());
        assertEquals(0, message.code());
        assertEquals(0x1234, message.identifier());
        assertEquals(1, message.sequence());
        assertFalse(message.isError());
        byte[] written = bytes.clone();
        Arrays.fill(written, 3, 11, (byte) 0x55);
        message.over(written, 3).writeEcho(Icmpv6Message.ECHO, 0x1234, 1);
        message.seal(SOURCE.high(), SOURCE.low(), DESTINATION.high(), DESTINATION.low(), 19);
        assertEquals(HexFormat.of().formatHex(bytes), HexFormat.of().formatHex(written));
    }

    @Test // RFC 4443 §2.3: every bit counts, of message and of addresses
    void everyBitIsSummed() {
        byte[] bytes = at3(ECHO);
        Icmpv6Message message = new Icmpv6Message(bytes, 3);
        for (int bit = 0; bit < 128; bit++) {
            bytes[3 + bit / 8] ^= (byte) (1 << bit % 8);
            assertFalse(verifies(message, 19), "bit " + bit);
            bytes[3 + bit / 8] ^= (byte) (1 << bit % 8);
            long high = bit < 64 ? 1L << bit : 0;
            long low = bit < 64 ? 0 : 1L << bit - 64;
            assertFalse(message.verifies(SOURCE.high() ^ high, SOURCE.low() ^ low, DESTINATION.high(),
                    DESTINATION.low(), 19));
            assertFalse(message.verifies(SOURCE.high(), SOURCE.low(), DESTINATION.high() ^ high,
                    DESTINATION.low() ^ low, 19));
        }
        assertTrue(verifies(message, 19));
    }

    @Test // RFC 4443 §3.2 and §3.4: a word of 32 bits, unsigned
    void wordOfErrors() {
        byte[] bytes = new byte[8];
        Icmpv6Message message = new Icmpv6Message(bytes, 0);
        message.write(Icmpv6Message.PACKET_TOO_BIG, 0, 1280);
        assertEquals("0200000000000500", HexFormat.of().formatHex(bytes));
        assertEquals(1280, message.mtu());
        message.write(Icmpv6Message.PARAMETER_PROBLEM, Icmpv6Message.CODE_OPTION, 42);
        assertEquals("040200000000002a", HexFormat.of().formatHex(bytes));
        assertEquals(42, message.pointer());
        message.write(Icmpv6Message.PACKET_TOO_BIG, 0, -1);
        assertEquals(Integer.MAX_VALUE, message.mtu());
    }

    @Test // RFC 4443 §2.1
    void typesBelow128AreErrors() {
        for (int type = 0; type < 256; type++) {
            assertEquals(type < 128, new Icmpv6Message(new byte[] {(byte) type}, 0).isError());
        }
    }

    @Test
    void refusesEveryTruncation() {
        Icmpv6Message message = new Icmpv6Message(at3(ECHO), 3);
        for (int limit = 3; limit < 22; limit++) {
            assertEquals(limit < 11 ? Fault.TRUNCATED : Fault.NONE, message.check(limit));
        }
    }
}
