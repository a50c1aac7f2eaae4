package org.wirelathe.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;

import org.junit.jupiter.api.Test;

/** RFC 791 §3.1, RFC 781, RFC 2113; faults where Linux finds them. */
class Ipv4OptionsTest {
    /** Where the header begins in its buffer: sums go by the header's words, not by the buffer's. */
    private static final int AT = 3;
    private static final int ADDRESS = 0x0A0001FE;

    private final Ipv4Options options = new Ipv4Options();
    private final Ipv4Header ip = new Ipv4Header();
    private byte[] bytes;

    private void lay(String hex) {
        byte[] text = HexFormat.of().parseHex(hex.replace(" ", ""));
        int length = 20 + text.length;
        bytes = new byte[AT + length];
        System.arraycopy(text, 0, bytes, AT + 20, text.length);
        ip.over(bytes, AT).write(0, 20, 0x1234, 0, 64, Protocol.ICMP, 0x0A000101, 0x0A000201);
        ip.rewrite(length, length, 0);
        assertEquals(Fault.NONE, ip.check(bytes.length));
    }

    private void good(String hex) {
        lay(hex);
        assertEquals(Fault.NONE, options.check(ip), hex);
        assertEquals(Ipv4Options.NONE, options.pointer());
    }

    private void bad(int pointer, String hex) {
        lay(hex);
        assertEquals(Fault.OPTION, options.check(ip), hex);
        assertEquals(pointer, options.pointer(), hex);
    }

    /** The options as they are now, below a header whose checksum verifies. */
    private void assertNow(String hex) {
        assertEquals(HexFormat.of().formatHex(HexFormat.of().parseHex(hex.replace(" ", ""))),
                HexFormat.of().formatHex(bytes, AT + 20, bytes.length));
        assertEquals(Fault.NONE, ip.check(bytes.length), "mended");
        int mended = ip.checksum();
        ip.rewrite(ip.headerLength(), ip.totalLength(), ip.flagsAndOffset());
        assertEquals(ip.checksum(), mended, "as summed anew");
    }

    @Test
    void noOptionsAndFillersOnly() {
        good("");
        good("01010100");
        good("00ffffff 07ffffff");
        assertFalse(options.hasRecordRoute() || options.hasTimestamp() || options.hasSourceRoute()
                || options.hasRouterAlert());
        good("1e040000 5e020100");
    }

    @Test // hostile input 1, and 6 in its IPv4 form: length 0, 1, or beyond the header
    void lengthsThatLie() {
        bad(20, "1e000000");
        bad(20, "1e010000");
        bad(20, "1e050000");
        bad(23, "0101011e");
        bad(22, "010182ff 00000000");
        good("01018206 00000000");
    }

    @Test // RFC 791 §3.1, and the octets that Linux points at
    void recordRouteFaults() {
        good("07070400 00000000");
        assertTrue(options.hasRecordRoute());
        good("07030400");
        good("07070800 00000000");
        bad(21, "07020000");
        bad(22, "07070300 00000000");
        bad(22, "07070500 00000000");
        bad(24, "07030401 07030400");
    }

    @Test
    void sourceRoutes() {
        good("83070400 00000000");
        assertTrue(options.hasSourceRoute());
        good("89070800 00000000");
        assertTrue(options.hasSourceRoute());
        bad(21, "83020000");
        bad(22, "89070300 00000000");
        bad(28, "83070400 00000001 89070400 00000000");
    }

    @Test
    void timestampFaults() {
        good("44080500 00000000");
        assertTrue(options.hasTimestamp());
        good("440c0501 00000000 00000000");
        good("440c0503 0a0001fe 00000000");
        bad(21, "44030500");
        bad(22, "44080400 00000000");
        bad(22, "44080600 00000000");
        bad(22, "44080501 00000000");
        bad(22, "44080503 00000000");
        bad(23, "44080502 00000000");
        bad(24, "44040500 44040500");
        good("440405e0");
        bad(23, "440405f0");
        good("440405f3");
    }

    @Test // RFC 2113 §2.1
    void routerAlert() {
        good("94040000");
        assertTrue(options.hasRouterAlert());
        good("94040001");
        assertFalse(options.hasRouterAlert());
        bad(21, "94030000");
    }

    @Test // RFC 791 §3.1: at odd and even offsets, and not when there is no room
    void recordsRoutes() {
        good("01070b04 00000000 00000000");
        options.record(ADDRESS);
        assertNow("01070b08 0a0001fe 00000000");
        options.record(ADDRESS + 1);
        assertNow("01070b0c 0a0001fe 0a0001ff");
        options.record(ADDRESS + 2);
        assertNow("01070b0c 0a0001fe 0a0001ff");
        good("07080400 00000000");
        options.record(ADDRESS);
        assertNow("0708080a 0001fe00");
        options.record(-1);
        assertNow("0708080a 0001fe00");
    }

    @Test // RFC 791 §3.1: times, addresses and times; who finds no room is counted
    void stampsTimes() {
        good("44080500 00000000");
        assertEquals(Ipv4.ANY, options.timeWantedOf());
        options.stamp(ADDRESS, 0x01020304);
        assertNow("44080900 01020304");
        options.stamp(ADDRESS, 0x01020305);
        assertNow("44080910 01020304");
        good("01440c05 01000000 00000000 00000000");
        options.stamp(ADDRESS, 0x01020304);
        assertNow("01440c0d 010a0001 fe010203 04000000");
        options.stamp(ADDRESS, 0x01020304);
        assertNow("01440c0d 110a0001 fe010203 04000000");
    }

    @Test // RFC 791 §3.1: who is named, in turn
    void stampsTimesOfThoseWhoAreNamed() {
        good("44140503 0a0001fe 00000000 0a0001ff 00000000");
        assertEquals(ADDRESS, options.timeWantedOf());
        options.stamp(ADDRESS, 0x01020304);
        assertNow("44140d03 0a0001fe 01020304 0a0001ff 00000000");
        assertEquals(ADDRESS + 1, options.timeWantedOf());
        options.stamp(ADDRESS + 1, 0x01020305);
        assertNow("44141503 0a0001fe 01020304 0a0001ff 01020305");
        assertEquals(Ipv4.ANY, options.timeWantedOf());
        options.stamp(ADDRESS, 1);
        assertNow("44141503 0a0001fe 01020304 0a0001ff 01020305");
    }

    @Test // RFC 1122 §3.2.2.6: record and timestamp go back with an echo reply, and no source route
    void recordsAreCopiedForTheReply() {
        good("94040000 44080900 01020304 83030407 07080000 00000000");
        byte[] target = new byte[50];
        Arrays.fill(target, (byte) 0x55);
        assertEquals(16, options.copyRecords(target, 1));
        assertEquals("07070800000000" + "4408090001020304" + "00" + "55", HexFormat.of().formatHex(target, 1, 18));
        good("94040000");
        assertEquals(0, options.copyRecords(target, 1));
    }

    @Test // RFC 791 §3.1: the copied flag; Linux leaves the room
    void laterFragmentsKeepWhatIsCopied() {
        good("07070400 00000001 94040000 44080900 01020304 82030000");
        Ipv4Options.keepCopied(ip);
        ip.rewrite(ip.headerLength(), ip.totalLength(), 1);
        assertNow("01010101 01010101 94040000 01010101 01010101 82030000");
    }

    @Test
    void writes() {
        byte[] target = new byte[41];
        Arrays.fill(target, (byte) 0x55);
        assertEquals(40, Ipv4Options.writeRecordRoute(target, 1, 9));
        assertEquals("01072704" + "00".repeat(36), HexFormat.of().formatHex(target, 1, 41));
        assertEquals(40, Ipv4Options.writeTimestamp(target, 1, Ipv4Options.TIMES, 9));
        assertEquals("44280500" + "00".repeat(36), HexFormat.of().formatHex(target, 1, 41));
        assertEquals(36, Ipv4Options.writeTimestamp(target, 1, Ipv4Options.ADDRESSES_AND_TIMES, 4));
        assertEquals("44240501" + "00".repeat(32), HexFormat.of().formatHex(target, 1, 37));
        assertEquals(4, Ipv4Options.writeRouterAlert(target, 1));
        assertEquals("94040000", HexFormat.of().formatHex(target, 1, 5));
    }

    @Test // RFC 1624: ECN marks
    void trafficClass() {
        good("");
        for (int trafficClass = 0; trafficClass < 256; trafficClass++) {
            ip.setTrafficClass(trafficClass);
            assertEquals(trafficClass, ip.trafficClass());
            assertNow("");
        }
    }

    @Test // options of nonsense: an answer, nothing written outside of them, and a sum that still verifies
    void hostileOptions() {
        Random random = new Random(791);
        int[] likely = {7, 68, 131, 137, 148, 1, 0, 3, 4, 5, 8, 11};
        int sound = 0;
        byte[] target = new byte[44];
        for (int round = 0; round < 300_000; round++) {
            byte[] text = new byte[4 * (1 + random.nextInt(10))];
            for (int i = 0; i < text.length; i++) {
                text[i] = (byte) (random.nextInt(8) == 0 ? random.nextInt() : likely[random.nextInt(likely.length)]);
            }
            lay(HexFormat.of().formatHex(text));
            if (options.check(ip) != Fault.NONE) {
                assertTrue(options.pointer() >= 20 && options.pointer() < 20 + text.length);
                continue;
            }
            sound++;
            for (int times = 0; times < 3; times++) {
                if (options.hasRecordRoute()) {
                    options.record(random.nextInt());
                }
                if (options.hasTimestamp()) {
                    options.timeWantedOf();
                    options.stamp(random.nextInt(), random.nextInt());
                }
            }
            assertEquals(Fault.NONE, ip.check(bytes.length));
            assertTrue(options.copyRecords(target, 2) <= 40);
            Ipv4Options.keepCopied(ip);
            assertEquals(20 + text.length, ip.headerLength());
        }
        assertTrue(sound > 5000, "only " + sound + " were sound");
    }
}
