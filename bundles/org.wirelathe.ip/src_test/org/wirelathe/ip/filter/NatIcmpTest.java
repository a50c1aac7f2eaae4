package org.wirelathe.ip.filter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.wirelathe.ip.filter.NatRig.IN;
import static org.wirelathe.ip.filter.NatRig.OUT;
import static org.wirelathe.ip.filter.NatRig.SECOND;
import static org.wirelathe.ip.filter.NatRig.error;
import static org.wirelathe.ip.filter.NatRig.filtering;
import static org.wirelathe.ip.filter.NatRig.packet;

import org.junit.jupiter.api.Test;
import org.wirelathe.api.net.NatSettings.Behaviour;
import org.wirelathe.wire.Bytes;
import org.wirelathe.wire.Checksum;

/** ICMP through a translator: RFC 5508. */
class NatIcmpTest {
    private static final String A = "192.168.1.2";
    private static final String B = "192.168.1.3";
    private static final String X = "198.51.100.9";
    private static final String ROUTER = "198.51.100.77";
    private static final String NAT = NatRig.NAT;

    private final NatRig rig = new NatRig();

    @Test // REQ-1: queries and their answers
    void req1Queries() {
        assertEquals("eth1 echo 203.0.113.1 > 198.51.100.9 #1234", rig.out("echo " + A + " > " + X + " #1234"));
        assertEquals("eth0 reply 198.51.100.9 > 192.168.1.2 #1234", rig.in("reply " + X + " > " + NAT + " #1234"));
        String other = rig.out("echo " + B + " > " + X + " #1234");
        int id = Integer.parseInt(other.replaceAll(".*#", ""));
        assertTrue(id != 1234, other);
        assertEquals("eth0 reply 198.51.100.9 > 192.168.1.3 #1234", rig.in("reply " + X + " > " + NAT + " #" + id));
    }

    @Test
    void queriesForTheRouterAreItsOwn() {
        rig.out("echo " + A + " > " + X + " #1234");
        assertEquals("self echo 198.51.100.9 > 203.0.113.1 #1234", rig.in("echo " + X + " > " + NAT + " #1234"));
        assertEquals("self echo 192.168.1.3 > 203.0.113.1 #7", rig.out("echo " + B + " > " + NAT + " #7"));
        assertEquals("DROP", rig.in("reply 198.51.100.10 > " + NAT + " #1234"), "of whom nobody asked");
    }

    @Test // REQ-2: 60 s
    void req2Timeout() {
        rig.out("echo " + A + " > " + X + " #1234");
        rig.now += 59 * SECOND;
        assertTrue(rig.in("reply " + X + " > " + NAT + " #1234").startsWith("eth0"));
        rig.now += SECOND;
        assertTrue(rig.in("reply " + X + " > " + NAT + " #1234").startsWith("self"));
    }

    @Test // REQ-3: neither checksum may be wrong
    void req3Checksums() {
        rig.out("udp " + A + ":11000 > " + X + ":53");
        byte[] sent = rig.last;
        byte[] bad = error(ROUTER, NAT, sent, 8);
        bad[bad.length - 1]++;
        assertEquals("DROP", rig.through(bad, OUT));
        sent[10]++;
        assertEquals("DROP", rig.through(error(ROUTER, NAT, sent, 8), OUT));
        assertEquals(2, rig.count("refusedErrorChecksum"));
    }

    @Test // REQ-4: from outside, with as much of the packet as there may be
    void req4FromOutside() {
        for (int quoted : new int[] {8, 16, 18, 20, 1000}) {
            rig.out("syn " + A + ":11000 > " + X + ":80");
            String told = rig.through(error(ROUTER, NAT, rig.last, quoted), OUT);
            assertEquals("eth0 error 198.51.100.77 > 192.168.1.2 about " + (quoted == 1000 ? "tcp " : "part of ")
                    + "192.168.1.2:11000 > 198.51.100.9:80", told);
        }
        rig.out("udp " + A + ":11000 > " + X + ":53");
        assertEquals("eth0 error 198.51.100.77 > 192.168.1.2 about udp 192.168.1.2:11000 > 198.51.100.9:53",
                rig.through(error(ROUTER, NAT, rig.last, 1000), OUT));
        rig.out("echo " + A + " > " + X + " #99");
        rig.out("echo " + B + " > " + X + " #99");
        assertEquals("eth0 error 198.51.100.77 > 192.168.1.3 about echo 192.168.1.3 > 198.51.100.9 #99",
                rig.through(error(ROUTER, NAT, rig.last, 1000), OUT));
    }

    @Test // about a packet of this node itself, or of nobody
    void errorsForTheRouter() {
        rig.own("udp " + NAT + ":11000 > " + X + ":53");
        assertTrue(rig.through(error(ROUTER, NAT, rig.last, 8), OUT).startsWith("self"));
        assertTrue(rig.through(error(ROUTER, NAT, packet("udp " + NAT + ":7 > " + X + ":9"), 8), OUT)
                .startsWith("self"));
        assertEquals(2, rig.count("passed") - 1);
    }

    @Test // REQ-5: from inside
    void req5FromInside() {
        rig.out("udp " + A + ":11000 > " + X + ":53");
        rig.in("udp " + X + ":53 > " + NAT + ":11000");
        byte[] received = rig.last;
        assertEquals("eth1 error 203.0.113.1 > 198.51.100.9 about udp 198.51.100.9:53 > 203.0.113.1:11000",
                rig.through(error(A, X, received, 1000), IN));
        assertEquals("eth1 error 203.0.113.1 > 198.51.100.9 about udp 198.51.100.9:53 > 203.0.113.1:11000",
                rig.through(error("192.168.1.1", X, received, 1000), null), "by this router");
        assertEquals("DROP", rig.through(error(A, X, packet("udp " + X + ":53 > " + A + ":11001"), 8), IN));
        assertEquals(1, rig.count("refusedErrorUnknown"));
    }

    @Test // a mapping is enough: nothing that is translated shows an inside address to those who were let in
    void req5AboutWhomNobodyWroteTo() {
        NatRig open = new NatRig(filtering(Behaviour.ENDPOINT_INDEPENDENT));
        open.out("udp " + A + ":11000 > " + X + ":53");
        open.in("udp 198.51.100.10:9 > " + NAT + ":11000");
        assertEquals("eth1 error 203.0.113.1 > 198.51.100.10 about udp 198.51.100.10:9 > 203.0.113.1:11000",
                open.through(error(A, "198.51.100.10", open.last, 1000), IN));
    }

    @Test // REQ-6: an error keeps nothing alive and ends nothing
    void req6ErrorsTouchNoSession() {
        rig.out("echo " + A + " > " + X + " #99");
        byte[] sent = rig.last;
        rig.now += 59 * SECOND;
        assertTrue(rig.through(error(ROUTER, NAT, sent, 1000), OUT).startsWith("eth0"));
        assertTrue(rig.in("reply " + X + " > " + NAT + " #99").startsWith("eth0"));
        rig.now += SECOND;
        assertTrue(rig.in("reply " + X + " > " + NAT + " #99").startsWith("self"));
    }

    @Test // REQ-7: about a packet that was hairpinned
    void req7Hairpinned() {
        NatRig open = new NatRig(filtering(Behaviour.ENDPOINT_INDEPENDENT));
        open.out("udp " + A + ":11000 > " + X + ":53");
        open.out("udp " + B + ":2000 > " + X + ":53");
        open.out("udp " + A + ":11000 > " + NAT + ":2000");
        byte[] received = open.last;
        open.out("udp " + B + ":2000 > " + NAT + ":11000");
        assertEquals("eth0 error 203.0.113.1 > 192.168.1.2 about udp 192.168.1.2:11000 > 203.0.113.1:2000",
                open.through(error(B, NAT, received, 1000), IN));
    }

    @Test // the next-hop MTU of a "fragmentation needed" stays (RFC 1191)
    void restOfTheErrorStays() {
        rig.out("syn " + A + ":11000 > " + X + ":80");
        byte[] error = error(ROUTER, NAT, rig.last, 8);
        error[21] = 4;
        Bytes.u16(error, 26, 1400);
        Bytes.u16(error, 22, 0);
        Bytes.u16(error, 22, Checksum.finish(Checksum.sum(error, 20, error.length - 20)));
        assertTrue(rig.through(error, OUT).startsWith("eth0 error"));
        assertEquals(1400, Bytes.u16(rig.last, 26));
        assertEquals(4, rig.last[21]);
    }
}
