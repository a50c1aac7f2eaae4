package org.wirelathe.wire.filter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The rules are those of pcap-filter(7); the frames are written by hand. */
class FrameFilterTest {
    private static final String MACS = "020000000002" + "020000000001";
    /** 10.0.1.1:49152 > 10.0.2.1:5001, TCP, 60 bytes with padding. */
    private static final byte[] TCP = frame(MACS + "0800" + "45000028000040004006ffff" + "0a000101" + "0a000201"
            + "c0001389" + "0000000100000002" + "50100fff00000000" + "000000000000");
    /** 10.0.1.1:53 > 10.0.2.1:53, UDP. */
    private static final byte[] UDP = frame(MACS + "0800" + "4500001c000040004011ffff" + "0a000101" + "0a000201"
            + "00350035" + "00080000");
    /** The same packet's second fragment: no ports. */
    private static final byte[] FRAGMENT = frame(MACS + "0800" + "4500001c000000b94011ffff" + "0a000101" + "0a000201"
            + "00350035" + "00080000");
    /** The TCP segment in VLAN 5. */
    private static final byte[] TAGGED = frame(MACS + "8100a005" + HexFormat.of().formatHex(TCP).substring(24));
    /** 10.0.1.1 asks who has 10.0.1.254. */
    private static final byte[] ARP = frame("ffffffffffff" + "020000000001" + "0806" + "0001080006040001"
            + "020000000001" + "0a000101" + "000000000000" + "0a0001fe");
    private static final byte[] ICMP = frame(MACS + "0800" + "4500001c000040004001ffff" + "0a000101" + "0a000201"
            + "0800f7ff00000000");

    private static byte[] frame(String hex) {
        return HexFormat.of().parseHex(hex);
    }

    private static boolean matches(String filter, byte[] frame) throws FilterException {
        byte[] inside = new byte[frame.length + 20];
        Arrays.fill(inside, (byte) 0xFF);
        System.arraycopy(frame, 0, inside, 10, frame.length);
        return FrameFilter.of(filter).matches(inside, 10, 10 + frame.length);
    }

    private static void yes(String filter, byte[]... frames) throws FilterException {
        for (byte[] frame : frames) {
            assertTrue(matches(filter, frame), filter + " on " + HexFormat.of().formatHex(frame));
        }
    }

    private static void no(String filter, byte[]... frames) throws FilterException {
        for (byte[] frame : frames) {
            assertFalse(matches(filter, frame), filter + " on " + HexFormat.of().formatHex(frame));
        }
    }

    private static void refused(String filter, String message) {
        assertEquals(message, assertThrows(FilterException.class, () -> FrameFilter.of(filter), filter).getMessage());
    }

    @Test
    void nothingMeansEveryFrame() throws Exception {
        yes("", TCP, UDP, ARP, new byte[0]);
        yes("  ", TCP);
    }

    @Test
    void protocols() throws Exception {
        yes("tcp", TCP, TAGGED);
        no("tcp", UDP, ARP, ICMP);
        yes("udp", UDP, FRAGMENT);
        yes("icmp", ICMP);
        no("icmp", TCP, ARP);
        yes("ip", TCP, UDP, ICMP);
        no("ip", ARP);
        yes("arp", ARP);
        no("arp", TCP);
        yes("ip proto 17", UDP);
        yes("proto icmp", ICMP);
        no("ip proto 17", TCP);
        yes("ether proto 0x0806", ARP);
        yes("ether proto ip", TCP);
        no("ether proto arp", TCP);
    }

    @Test
    void hostIsEitherEndOfAPacketOrOfAnArpMessage() throws Exception {
        yes("host 10.0.1.1", TCP, UDP, ARP, ICMP, TAGGED);
        yes("host 10.0.2.1", TCP);
        no("host 10.0.2.1", ARP);
        yes("src 10.0.1.1", TCP, ARP);
        no("dst host 10.0.1.1", TCP);
        yes("dst host 10.0.1.254", ARP);
        yes("arp host 10.0.1.254", ARP);
        no("ip host 10.0.1.1", ARP);
        no("src and dst host 10.0.1.1", TCP);
        yes("src or dst host 10.0.2.1", TCP);
    }

    @Test
    void netsByLengthMaskOrFirstNumbers() throws Exception {
        yes("net 10.0.2.0/24", TCP);
        no("net 10.0.2.0/24", ARP);
        no("src net 10.0.2.0/24", TCP);
        yes("dst net 10.0.2", TCP);
        yes("net 10", TCP, ARP);
        yes("net 10.0.2.0 mask 255.255.255.0", TCP);
        yes("net 0.0.0.0/0", TCP);
        no("net 10.0.2.0/31", frame("00"));
        no("net 192.168", TCP);
    }

    @Test
    void portsAreOfTcpAndUdp() throws Exception {
        yes("port 5001", TCP, TAGGED);
        yes("dst port 5001", TCP);
        no("src port 5001", TCP);
        yes("tcp port 5001", TCP);
        no("udp port 5001", TCP);
        yes("port 53", UDP);
        no("port 53", FRAGMENT, ICMP, ARP);
        yes("src and dst port 53", UDP);
        yes("portrange 5000-5002", TCP);
        yes("tcp dst portrange 5001-5001", TCP);
        no("portrange 5002-49151", TCP);
        no("port 0", ICMP, ARP);
    }

    @Test
    void addressesOfTheLink() throws Exception {
        yes("ether host 02:00:00:00:00:01", TCP, ARP);
        yes("ether src 02:00:00:00:00:01", TCP);
        no("ether dst 02:00:00:00:00:01", TCP);
        yes("broadcast", ARP);
        yes("ether multicast", ARP);
        no("ether broadcast", TCP);
        no("broadcast or multicast", new byte[3]);
    }

    @Test
    void vlan() throws Exception {
        yes("vlan", TAGGED);
        no("vlan", TCP);
        yes("vlan 5 and tcp port 5001", TAGGED);
        no("vlan 6", TAGGED);
    }

    @Test
    void lengths() throws Exception {
        yes("less 60", TCP, UDP);
        no("less 59", TCP);
        yes("greater 60", TCP);
        no("greater 61", TCP);
    }

    /** pcap-filter(7): not binds closest; and and or bind equally, from the left. */
    @Test
    void precedence() throws Exception {
        // (tcp or udp) and port 53, where C would read tcp or (udp and port 53).
        no("tcp or udp and port 53", TCP);
        yes("tcp or (udp and port 53)", TCP);
        yes("not udp and tcp", TCP);
        no("not (udp or tcp)", TCP);
        yes("! udp && ! icmp || arp", TCP, ARP);
        yes("not not tcp", TCP);
    }

    /** pcap-filter(7): a value by itself is tested as the one before it. */
    @Test
    void qualifiersAreKept() throws Exception {
        yes("tcp dst port 80 or 5001", TCP);
        no("tcp dst port 80 or 49152", TCP);
        yes("host 10.9.9.9 or 10.0.1.1", TCP);
        yes("not host 10.9.9.9 and 10.0.1.1", TCP);
        yes("ether host 02:00:00:00:00:09 or 02:00:00:00:00:01", TCP);
    }

    @Test
    void mistakesHaveTheirColumnAndARemedy() {
        refused("tpc port 5001", "column 1: 'tpc' is no word of a filter; write a test such as 'host 10.0.1.1',"
                + " 'tcp dst port 5001' or 'arp'");
        refused("tcp and port 70000", "column 14: '70000' is not a port; write a number from 0 to 65535");
        refused("port http", "column 6: 'http' is not a port; write a number from 0 to 65535");
        refused("host alice", "column 6: 'alice' is no address; write four numbers, as in 10.0.1.1, or an IPv6"
                + " address, as in fd00::1");
        refused("host", "column 5: the end is no address; write four numbers, as in 10.0.1.1, or an IPv6 address, as in"
                + " fd00::1");
        refused("host 02:00:00:00:00:01",
                "column 6: '02:00:00:00:00:01' is no IP address; for a MAC address write 'ether host'");
        refused("tcp host 10.0.1.1", "column 10: 'tcp' and 'host' do not go together; write 'tcp port 5001' or"
                + " 'tcp portrange 5001-5010'");
        refused("tcp 5001", "column 5: '5001' says nothing behind 'tcp'; write 'tcp port 5001' or"
                + " 'tcp portrange 5001-5010'");
        refused("net 10.0.1.1/24", "column 5: '10.0.1.1/24' has bits behind its length; write 10.0.1.0/24, or 'host'"
                + " for one address");
        refused("net 10.0.1.0/33", "column 5: '10.0.1.0/33' is no network; write a length from 0 to 32, as in"
                + " 10.0.1.0/24");
        refused("portrange 9-1", "column 11: '9-1' is no range of ports; write it as 5001-5010");
        refused("(tcp", "column 5: a ')' is missing before the end");
        refused("tcp)", "column 4: no '(' belongs to this ')'; take it away");
        refused("tcp udp", "column 5: 'udp' says nothing behind 'tcp'; write 'tcp port 5001' or"
                + " 'tcp portrange 5001-5010'");
        refused("port 1 port 2", "column 8: 'port' follows a whole test; write 'and' or 'or' before it");
        refused("tcp and", "column 8: a test is missing before the end; write a test such as 'host 10.0.1.1',"
                + " 'tcp dst port 5001' or 'arp'");
        refused("tcp & udp", "column 5: '&' stands alone; write '&&' or 'and'");
        refused("ether", "column 6: every frame here is Ethernet; write 'ether host' and an address, or"
                + " 'ether proto' and a number");
        refused("5001", "column 1: '5001' is no word of a filter; write a test such as 'host 10.0.1.1',"
                + " 'tcp dst port 5001' or 'arp'");
        assertThrows(FilterException.class, () -> FrameFilter.of("(".repeat(100_000)));
        assertThrows(FilterException.class, () -> FrameFilter.of("not ".repeat(100_000)));
    }

    /** Frames of nonsense, cut anywhere: an answer, never an exception; and text of nonsense: one kind of exception. */
    @Test
    void hostileFramesAndTexts() throws Exception {
        Random random = new Random(42);
        String every = "tcp port 1 or udp src portrange 5-9 or host 1.2.3.4 or net 10 or vlan 7 or ether src"
                + " 00:00:00:00:00:01 or broadcast or icmp or less 3 or arp";
        FrameFilter filter = FrameFilter.of(every);
        byte[][] kinds = {TCP, UDP, FRAGMENT, TAGGED, ARP, ICMP};
        int matched = 0;
        for (int i = 0; i < 100_000; i++) {
            byte[] frame = kinds[i % kinds.length].clone();
            for (int flips = random.nextInt(4); flips > 0; flips--) {
                frame[random.nextInt(frame.length)] = (byte) random.nextInt();
            }
            int from = random.nextInt(frame.length);
            matched += filter.matches(frame, 0, random.nextInt(frame.length + 1)) ? 1 : 0;
            matched += filter.matches(frame, from, frame.length) ? 1 : 0;
        }
        assertTrue(matched > 0);
        String[] words = every.split(" ");
        int refusals = 0;
        for (int i = 0; i < 100_000; i++) {
            StringBuilder text = new StringBuilder();
            for (int count = random.nextInt(6); count >= 0; count--) {
                text.append(random.nextInt(5) == 0 ? "()!&|x-/.[".charAt(random.nextInt(10)) + " "
                        : words[random.nextInt(words.length)] + " ");
            }
            try {
                FrameFilter.of(text.toString()).matches(TCP, 0, TCP.length);
            } catch (FilterException e) {
                refusals++;
            }
        }
        assertTrue(refusals > 0);
    }
}
