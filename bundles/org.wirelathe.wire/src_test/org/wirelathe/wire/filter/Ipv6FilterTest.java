package org.wirelathe.wire.filter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;

import org.junit.jupiter.api.Test;

/** Filters and IPv6; frames by hand. Other than in pcap-filter(7), extension headers hide nothing. */
class Ipv6FilterTest {
    private static final String MACS = "020000000002" + "020000000001";
    private static final String ADDRESSES = "20010db8000000000000000000000001" + "20010db8000000010000000000000002";
    private static final String TCP_HEADER = "c00013890000000100000002" + "50100fff00000000";
    private static final String UDP_HEADER = "0035003500080000";
    private static final byte[] TCP = frame("0014" + "06", TCP_HEADER);
    private static final byte[] UDP = frame("0008" + "11", UDP_HEADER);
    private static final byte[] ICMP6 = frame("0008" + "3a", "8000ffff00000000");
    /** UDP behind hop-by-hop options of 8, a routing header of 24 and destination options of 16 bytes. */
    private static final byte[] EXTENDED = frame("0038" + "00", "2b00010400000000" + "3c02000000000000"
            + "00".repeat(16) + "1101000000000000" + "0000000000000000" + UDP_HEADER);
    private static final byte[] FIRST = frame("0010" + "2c", "1100000100000007" + UDP_HEADER);
    private static final byte[] LATER = frame("0010" + "2c", "1100000800000007" + UDP_HEADER);
    private static final byte[] IPV4 = HexFormat.of().parseHex(MACS + "0800" + "4500001c000040003a11ffff" + "0a000101"
            + "0a000201" + "00350035" + "00080000");

    private static byte[] frame(String lengthAndNext, String payload) {
        return HexFormat.of().parseHex(MACS + "86dd" + "60000000" + lengthAndNext + "40" + ADDRESSES + payload);
    }

    private static void yes(String filter, byte[]... frames) throws FilterException {
        for (byte[] frame : frames) {
            assertTrue(FrameFilter.of(filter).matches(frame, 0, frame.length),
                    filter + " on " + HexFormat.of().formatHex(frame));
        }
    }

    private static void no(String filter, byte[]... frames) throws FilterException {
        for (byte[] frame : frames) {
            assertFalse(FrameFilter.of(filter).matches(frame, 0, frame.length),
                    filter + " on " + HexFormat.of().formatHex(frame));
        }
    }

    private static void refused(String filter, String message) {
        assertEquals(message, assertThrows(FilterException.class, () -> FrameFilter.of(filter), filter).getMessage());
    }

    @Test
    void protocols() throws Exception {
        yes("ip6", TCP, UDP, ICMP6, EXTENDED, FIRST, LATER);
        no("ip6", IPV4);
        no("ip", TCP, UDP);
        yes("tcp", TCP);
        yes("udp", UDP, EXTENDED, FIRST, LATER, IPV4);
        no("tcp", UDP, ICMP6);
        yes("icmp6", ICMP6);
        no("icmp6", TCP, IPV4);
        no("icmp", ICMP6);
        yes("ip6 proto 17", UDP, EXTENDED);
        no("ip6 proto 17", IPV4, TCP);
        yes("ip proto 17", IPV4);
        no("ip proto 17", UDP);
        yes("proto 17", UDP, IPV4);
        yes("ip6 proto icmp6", ICMP6);
        yes("ether proto ip6", TCP);
        no("ether proto ip6", IPV4);
    }

    @Test
    void hosts() throws Exception {
        yes("host 2001:db8::1", TCP, UDP, EXTENDED, LATER);
        yes("host 2001:0DB8:0:1::2", TCP);
        no("host 2001:db8::2", TCP);
        yes("src 2001:db8::1", TCP);
        no("dst 2001:db8::1", TCP);
        yes("ip6 dst host 2001:db8:0:1::2", TCP);
        yes("host ::1 or 2001:db8::1", TCP);
        yes("host 10.0.1.1 or 2001:db8::1", TCP, IPV4);
        no("host 0.0.0.1", TCP);
        no("host ::ffff:10.0.1.1", IPV4);
        no("host ::", IPV4);
    }

    @Test
    void nets() throws Exception {
        yes("net 2001:db8::/32", TCP);
        yes("net 2001:db8::/64", TCP);
        no("dst net 2001:db8::/64", TCP);
        yes("dst net 2001:db8::/63", TCP);
        yes("ip6 net 2001:db8:0:1::/127 or ::/0", TCP);
        no("src net 2001:db8::2/127", TCP);
        yes("dst net 2001:db8:0:1::2/127", TCP);
        yes("net 2001:db8::1", TCP);
        yes("net ::/0", TCP);
        no("net ::/0", IPV4);
        no("net 0.0.0.0/0", TCP);
        yes("net 0.0.0.0/0", IPV4);
    }

    @Test
    void portsBehindExtensionHeaders() throws Exception {
        yes("port 5001", TCP);
        yes("tcp dst port 5001", TCP);
        no("tcp src port 5001", TCP);
        yes("port 53", UDP, EXTENDED, FIRST, IPV4);
        yes("src and dst port 53", EXTENDED);
        no("port 53", LATER, ICMP6);
        no("portrange 0-65535", LATER, ICMP6);
    }

    @Test
    void mistakesHaveTheirColumnAndARemedy() {
        refused("host 2001:db8::1::2", "column 6: '2001:db8::1::2' is not an IPv6 address; write up to eight"
                + " groups of hex digits, with one :: for a run of zeros, as in 2001:db8::1");
        refused("ip host fd00::1", "column 9: 'ip' has no IPv6 addresses; write 'ip6' before it");
        refused("arp net fd00::/8", "column 9: 'arp' has no IPv6 addresses; write 'ip6' before it");
        refused("ip6 host 10.0.1.1",
                "column 10: '10.0.1.1' is no IPv6 address; write one as in fd00::1, or 'ip' before it");
        refused("net 2001:db8::/129", "column 5: '2001:db8::/129' is no network; write a length from 0 to 128, as in"
                + " fd00::/64");
        refused("net 2001:db8::1/64", "column 5: '2001:db8::1/64' has bits behind its length; write 2001:db8::/64, or"
                + " 'host' for one address");
        refused("ip6 port 5", "column 10: 'ip6' and 'port' do not go together; write 'ip6 host fd00::1',"
                + " 'ip6 net fd00::/64' or 'ip6 proto 58'");
        refused("icmp6 5", "column 7: '5' says nothing behind 'icmp6'; write 'icmp6' alone, or 'icmp6 and host"
                + " fd00::1'");
    }

    @Test // hostile inputs 3 and 28: cut anywhere, mutated anywhere, an answer and never an exception
    void hostileFrames() throws Exception {
        FrameFilter filter = FrameFilter.of("port 53 or host 2001:db8::7 or net 2001:db8::/64 or icmp6 or ip6 proto 6");
        byte[][] seeds = {TCP, UDP, ICMP6, EXTENDED, FIRST, LATER};
        for (byte[] seed : seeds) {
            for (int to = 0; to <= seed.length; to++) {
                byte[] tight = Arrays.copyOf(seed, to);
                filter.matches(tight, 0, to);
            }
        }
        Random random = new Random(6);
        int matched = 0;
        for (int round = 0; round < 200_000; round++) {
            byte[] frame = seeds[round % seeds.length].clone();
            for (int flips = random.nextInt(6); flips > 0; flips--) {
                frame[random.nextInt(frame.length)] = (byte) (random.nextBoolean() ? random.nextInt() : 43);
            }
            matched += filter.matches(frame, 0, random.nextInt(frame.length + 1)) ? 1 : 0;
        }
        assertTrue(matched > 0 && matched < 200_000);
    }
}
