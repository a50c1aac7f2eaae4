package org.wirelathe.cli.internal.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.HexFormat;
import org.junit.jupiter.api.Test;

/** Frames written out by hand, and what tcpdump -n prints of them. */
class FrameTextTest {
    private static final String ETHER4 = "020000000002 020000000001 0800 ";
    private static final String ETHER6 = "020000000002 020000000001 86dd ";
    private static final String ALICE_BOB = "0a000101 0a000102 ";
    private static final String ALICE_BOB6 = "20010db8000000000000000000000001 20010db8000000000000000000000002 ";

    private final FrameText text = new FrameText();

    private String line(String frame) {
        byte[] bytes = HexFormat.of().parseHex(frame.replace(" ", ""));
        return text.line(bytes, 0, bytes.length);
    }

    /** An IPv4 header without options; its checksum is of no interest but must not be sound by accident. */
    private static String ipv4(int length, String flagsAndOffset, String protocol) {
        return String.format("4500 %04x 0001 %s 40%s %04x ", length, flagsAndOffset, protocol,
                checksum(length, flagsAndOffset, protocol)) + ALICE_BOB;
    }

    private static int checksum(int length, String flagsAndOffset, String protocol) {
        int sum = 0x4500 + length + 1 + Integer.parseInt(flagsAndOffset, 16) + 0x4000 + Integer.parseInt(protocol, 16)
                + 0x0a00 + 0x0101 + 0x0a00 + 0x0102;
        return ~((sum & 0xFFFF) + (sum >>> 16)) & 0xFFFF;
    }

    private static String ipv6(int length, String next) {
        return String.format("60000000 %04x %s 40 ", length, next) + ALICE_BOB6;
    }

    @Test
    void arp() {
        assertEquals("ARP, Request who-has 10.0.1.2 tell 10.0.1.1, length 28", line("ffffffffffff 020000000001 0806"
                + " 0001 0800 06 04 0001 020000000001 0a000101 000000000000 0a000102"));
        assertEquals("ARP, Reply 10.0.1.2 is-at 02:00:00:00:00:02, length 28", line("020000000001 020000000002 0806"
                + " 0001 0800 06 04 0002 020000000002 0a000102 020000000001 0a000101"));
    }

    @Test
    void aSynIsShownAsItIsAndTheRestCountedFromIt() {
        assertEquals("IP 10.0.1.1.49152 > 10.0.1.2.80: Flags [S], seq 1000, win 65535, options [mss 1460,nop,wscale 7],"
                + " length 0", line(ETHER4 + ipv4(48, "4000", "06")
                + "c000 0050 000003e8 00000000 7002 ffff 0000 0000 020405b4 01030307"));
        assertEquals("IP 10.0.1.1.49152 > 10.0.1.2.80: Flags [P.], seq 1:3, ack 1, win 512, length 2",
                line(ETHER4 + ipv4(42, "4000", "06") + "c000 0050 000003e9 00001389 5018 0200 0000 0000 6869"));
        assertEquals("IP 10.0.1.1.49152 > 10.0.1.2.80: Flags [F.], seq 3, ack 1, win 512, length 0",
                line(ETHER4 + ipv4(40, "4000", "06") + "c000 0050 000003eb 00001389 5011 0200 0000 0000"));
    }

    @Test
    void udpInBothFamilies() {
        assertEquals("IP 10.0.1.1.5000 > 10.0.1.2.53: UDP, length 2",
                line(ETHER4 + ipv4(30, "0000", "11") + "1388 0035 000a 0000 6869"));
        assertEquals("IP6 2001:db8::1.5000 > 2001:db8::2.53: UDP, length 2",
                line(ETHER6 + ipv6(10, "11") + "1388 0035 000a 0000 6869"));
    }

    @Test
    void icmp() {
        assertEquals("IP 10.0.1.1 > 10.0.1.2: ICMP echo request, id 7, seq 3, length 10",
                line(ETHER4 + ipv4(30, "0000", "01") + "0800 0000 0007 0003 6869"));
        // RFC 1191 §4: the next hop's MTU stands in the last two bytes of the header, here 1400.
        assertEquals("IP 10.0.1.1 > 10.0.1.2: ICMP 10.0.1.2 unreachable - need to frag (mtu 1400), length 36",
                line(ETHER4 + ipv4(56, "0000", "01") + "0304 0000 0000 0578 " + ipv4(1500, "4000", "06")
                        + "c000 0050 000003e9"));
        assertEquals("IP 10.0.1.1 > 10.0.1.2: ICMP 10.0.1.2 udp port 53 unreachable, length 36",
                line(ETHER4 + ipv4(56, "0000", "01") + "0303 0000 0000 0000 " + ipv4(30, "0000", "11")
                        + "1388 0035 000a 0000"));
        assertEquals("IP 10.0.1.1 > 10.0.1.2: ICMP time exceeded in-transit, length 36",
                line(ETHER4 + ipv4(56, "0000", "01") + "0b00 0000 0000 0000 " + ipv4(30, "0000", "11")
                        + "1388 0035 000a 0000"));
    }

    @Test
    void icmp6() {
        assertEquals("IP6 2001:db8::1 > 2001:db8::2: ICMP6, echo reply, id 7, seq 3, length 8",
                line(ETHER6 + ipv6(8, "3a") + "8100 0000 0007 0003"));
        assertEquals("IP6 2001:db8::1 > 2001:db8::2: ICMP6, neighbor solicitation, who has 2001:db8::2, length 24",
                line(ETHER6 + ipv6(24, "3a") + "8700 0000 0000 0000 20010db8000000000000000000000002"));
        assertEquals("IP6 2001:db8::1 > 2001:db8::2: ICMP6, packet too big, mtu 1280, length 8",
                line(ETHER6 + ipv6(8, "3a") + "0200 0000 0000 0500"));
    }

    @Test
    void fragments() {
        assertEquals("IP 10.0.1.1 > 10.0.1.2: udp, offset 1480, length 4",
                line(ETHER4 + ipv4(24, "00b9", "11") + "01020304"));
        assertEquals("IP6 2001:db8::1 > 2001:db8::2: frag (0|8) ICMP6, echo request, id 7, seq 3, length 8",
                line(ETHER6 + ipv6(16, "2c") + "3a00 0001 00000001 8000 0000 0007 0003"));
        assertEquals("IP6 2001:db8::1 > 2001:db8::2: frag (1448|4)",
                line(ETHER6 + ipv6(12, "2c") + "1100 05a8 00000001 01020304"));
    }

    @Test
    void whatIsCutShortOrUnknownIsSaidToBe() {
        assertEquals("[|ether]", line("0200"));
        assertEquals("IP [|ip]", line(ETHER4 + "4500 0014"));
        assertEquals("IP6 [|ip6]", line(ETHER6 + "6000"));
        assertEquals("[|arp]", line("ffffffffffff 020000000001 0806 0001"));
        assertEquals("IP 10.0.1.1 > 10.0.1.2: [|tcp]", line(ETHER4 + ipv4(24, "0000", "06") + "c0000050"));
        assertEquals("02:00:00:00:00:01 > 01:80:c2:00:00:01, ethertype 0x8808, length 18",
                line("0180c2000001 020000000001 8808 0001ffff"));
        assertEquals("vlan 10, p 3, ARP, Request who-has 10.0.1.2 tell 10.0.1.1, length 28", line("ffffffffffff"
                + " 020000000001 8100 600a 0806 0001 0800 06 04 0001 020000000001 0a000101 000000000000 0a000102"));
        // An option whose length runs over the header's end.
        assertEquals("IP 10.0.1.1.49152 > 10.0.1.2.80: Flags [S], seq 1000, win 65535, options [bad opt], length 0",
                line(ETHER4 + ipv4(44, "4000", "06") + "c000 0050 000003e8 00000000 6002 ffff 0000 0000 020805b4"));
    }
}
