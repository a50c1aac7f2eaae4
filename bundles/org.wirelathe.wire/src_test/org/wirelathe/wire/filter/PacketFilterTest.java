package org.wirelathe.wire.filter;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.HexFormat;

import org.junit.jupiter.api.Test;

/** IP packets without a frame around them, written by hand. */
class PacketFilterTest {
    /** 10.0.1.1:49152 > 10.0.2.1:5001, TCP, 40 bytes. */
    private static final byte[] TCP = HexFormat.of().parseHex("45000028000040004006ffff" + "0a000101" + "0a000201"
            + "c0001389" + "0000000100000002" + "50100fff00000000");
    /** 2001:db8::1 port 53 > 2001:db8::2 port 53, UDP. */
    private static final byte[] UDP6 = HexFormat.of().parseHex("6000000000081140"
            + "20010db8000000000000000000000001" + "20010db8000000000000000000000002" + "0035003500080000");

    private static void check(boolean expected, String filter, byte[] packet) throws FilterException {
        byte[] inside = new byte[packet.length + 14];
        System.arraycopy(packet, 0, inside, 7, packet.length);
        assertEquals(expected, FrameFilter.of(filter).matchesPacket(inside, 7, 7 + packet.length), filter);
    }

    @Test
    void whatIsInThePacket() throws Exception {
        for (String filter : new String[] {"", "ip", "tcp", "src host 10.0.1.1", "dst net 10.0.2.0/24",
            "tcp dst port 5001", "less 40", "greater 40", "not udp"}) {
            check(true, filter, TCP);
        }
        for (String filter : new String[] {"ip6", "udp", "arp", "dst host 10.0.1.1", "port 5002", "less 39"}) {
            check(false, filter, TCP);
        }
        for (String filter : new String[] {"ip6", "udp port 53", "src host 2001:db8::1", "net 2001:db8::/32"}) {
            check(true, filter, UDP6);
        }
        check(false, "ip", UDP6);
    }

    @Test
    void noFrameIsAroundIt() throws Exception {
        for (String filter : new String[] {"vlan", "broadcast", "multicast", "ether host 0a:00:01:01:0a:00"}) {
            check(false, filter, TCP);
            check(false, filter, UDP6);
        }
    }

    @Test
    void bytesThatAreNoPacket() throws Exception {
        for (int length = 0; length < 20; length++) {
            byte[] part = Arrays.copyOf(TCP, length);
            check(false, "host 10.0.1.1 or tcp or port 5001", part);
        }
    }
}
