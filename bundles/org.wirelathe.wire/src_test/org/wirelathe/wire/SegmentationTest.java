package org.wirelathe.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;

import org.junit.jupiter.api.Test;

/** B13: what a card, or the host in its place, cuts a large segment into. Checksums were computed by hand. */
class SegmentationTest {
    private static final String ADDRESSES = "c0a80001 c0a800c7";
    private static final String PORTS = "3039 0050 ";
    private static final String TIMESTAMPS = "0101080a 00000001 00000002";
    /** 10 bytes of text, identification ffff, sequence fffffffc, CWR, ACK, PSH and FIN, sealed partially. */
    private static final String WHOLE = "4500003e ffff4000 4006b8a1" + ADDRESSES
            + PORTS + "fffffffc fedcba98 8099faf0 8249 0000" + TIMESTAMPS + "6162636465666768696a";
    private static final String IP_0 = "45000038 ffff4000 4006b8a7" + ADDRESSES;
    private static final String IP_1 = "45000038 00004000 4006b8a7" + ADDRESSES;
    private static final String IP_2 = "45000036 00014000 4006b8a8" + ADDRESSES;

    private static byte[] hex(String text) {
        return HexFormat.of().parseHex(text.replace(" ", ""));
    }

    private static String cut(Segmentation cutter, int index, boolean complete) {
        byte[] target = new byte[200];
        Arrays.fill(target, (byte) 0xEE);
        cutter.write(index, target, 33, complete);
        int end = 33 + cutter.length(index);
        assertEquals((byte) 0xEE, target[32]);
        assertEquals((byte) 0xEE, target[end]);
        return HexFormat.of().formatHex(target, 33, end);
    }

    private static void assertCut(String expected, String actual) {
        assertEquals(HexFormat.of().formatHex(hex(expected)), actual);
    }

    private static Segmentation whole() {
        byte[] bytes = hex("ffffff" + WHOLE + "ffff");
        return new Segmentation().over(bytes, 3, bytes.length - 2, 4);
    }

    @Test // B13: lengths, numbers that wrap, CWR first (RFC 3168 §6.1.2), PSH and FIN last, options on all
    void b13SegmentsWithCompleteChecksums() {
        Segmentation cutter = whole();
        assertEquals(3, cutter.count());
        assertCut(IP_0 + PORTS + "fffffffc fedcba98 8090faf0 4a6a 0000" + TIMESTAMPS + "61626364",
                cut(cutter, 0, true));
        assertCut(IP_1 + PORTS + "00000000 fedcba98 8010faf0 42df 0000" + TIMESTAMPS + "65666768",
                cut(cutter, 1, true));
        assertCut(IP_2 + PORTS + "00000004 fedcba98 8019faf0 a638 0000" + TIMESTAMPS + "696a",
                cut(cutter, 2, true));
    }

    @Test // B13: the sum over the pseudo header counts the segment's own length
    void b13SegmentsWithPartialChecksums() {
        Segmentation cutter = whole();
        assertCut(IP_0 + PORTS + "fffffffc fedcba98 8090faf0 8243 0000" + TIMESTAMPS + "61626364",
                cut(cutter, 0, false));
        assertCut(IP_2 + PORTS + "00000004 fedcba98 8019faf0 8241 0000" + TIMESTAMPS + "696a",
                cut(cutter, 2, false));
    }

    @Test // B13
    void b13PartialThenCompleteIsTheWholeChecksum() {
        byte[] bytes = hex(IP_0 + PORTS + "fffffffc fedcba98 8090faf0 0000 0000" + TIMESTAMPS + "61626364");
        TcpHeader header = new TcpHeader(bytes, 20);
        header.sealPartially(0xC0A80001, 0xC0A800C7, bytes.length);
        assertEquals(0x8243, header.checksum());
        header.complete(bytes.length);
        assertEquals(0x4A6A, header.checksum());
    }

    @Test // B13: payload length and flow label over IPv6, no identification; sums by hand
    void b13SegmentsOverIpv6() {
        String addresses = "20010db8000000000000000000000001 20010db8000000000000000000000002";
        byte[] bytes = hex("ffffff 60212345 002a 06 40" + addresses + PORTS + "fffffffc fedcba98 8099faf0 5ba5 0000"
                + TIMESTAMPS + "6162636465666768696a ffff");
        Segmentation cutter = new Segmentation().over(bytes, 3, bytes.length - 2, 4);
        assertEquals(3, cutter.count());
        assertCut("60212345 0024 06 40" + addresses + PORTS + "fffffffc fedcba98 8090faf0 710e 0000" + TIMESTAMPS
                + "61626364", cut(cutter, 0, true));
        assertCut("60212345 0024 06 40" + addresses + PORTS + "00000000 fedcba98 8010faf0 6983 0000" + TIMESTAMPS
                + "65666768", cut(cutter, 1, true));
        assertCut("60212345 0022 06 40" + addresses + PORTS + "00000004 fedcba98 8019faf0 ccdc 0000" + TIMESTAMPS
                + "696a", cut(cutter, 2, true));
        assertCut("60212345 0022 06 40" + addresses + PORTS + "00000004 fedcba98 8019faf0 5b9d 0000" + TIMESTAMPS
                + "696a", cut(cutter, 2, false));
    }

    @Test
    void whatFitsOneSegmentStaysWhatItIs() {
        byte[] bytes = hex(WHOLE);
        Segmentation cutter = new Segmentation().over(bytes, 0, bytes.length, 10);
        assertEquals(1, cutter.count());
        assertCut(WHOLE, cut(cutter, 0, false));
        assertEquals(1, cutter.over(bytes, 0, bytes.length - 10, 10).count(), "no text at all");
    }

    @Test // RFC 791: headers with options are copied and summed whole
    void everyCutHoldsAndTheTextIsTheSame() {
        Random random = new Random(13);
        for (int round = 0; round < 300; round++) {
            int ipLength = 20 + 4 * random.nextInt(11);
            int tcpLength = 20 + 4 * random.nextInt(11);
            int text = random.nextInt(5000);
            byte[] bytes = new byte[ipLength + tcpLength + text];
            random.nextBytes(bytes);
            bytes[0] = (byte) (0x40 | ipLength / 4);
            bytes[ipLength + 12] = (byte) (tcpLength << 2);
            int size = 1 + random.nextInt(1500);
            Segmentation cutter = new Segmentation().over(bytes, 0, bytes.length, size);
            assertEquals(Math.max(1, Math.ceilDiv(text, size)), cutter.count());
            int from = ipLength + tcpLength;
            for (int i = 0; i < cutter.count(); i++) {
                byte[] segment = new byte[cutter.length(i)];
                cutter.write(i, segment, 0, true);
                Ipv4Header ip = new Ipv4Header(segment, 0);
                assertEquals(Fault.NONE, ip.check(segment.length));
                assertEquals(segment.length, ip.totalLength());
                assertTrue(new TcpHeader(segment, ipLength).verifies(ip.source(), ip.destination(), segment.length));
                int length = segment.length - ipLength - tcpLength;
                assertTrue(Arrays.equals(bytes, from, from + length, segment, ipLength + tcpLength, segment.length));
                from += length;
            }
            assertEquals(bytes.length, from);
        }
    }
}
