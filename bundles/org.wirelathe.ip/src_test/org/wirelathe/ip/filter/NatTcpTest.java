package org.wirelathe.ip.filter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.wirelathe.ip.filter.NatRig.SECOND;
import static org.wirelathe.ip.filter.NatRig.filtering;

import org.junit.jupiter.api.Test;
import org.wirelathe.api.net.NatSettings.Behaviour;

/** TCP through a translator: RFC 5382. */
class NatTcpTest {
    private static final String A = "192.168.1.2";
    private static final String B = "192.168.1.3";
    private static final String X = "198.51.100.9";
    private static final String Y = "198.51.100.10";
    private static final String NAT = NatRig.NAT;

    private NatRig rig = new NatRig();

    private void established() {
        rig.out("syn " + A + ":11000 > " + X + ":80");
        rig.in("synack " + X + ":80 > " + NAT + ":11000");
        rig.out("tcp " + A + ":11000 > " + X + ":80");
    }

    private boolean isOpen() {
        return rig.in("tcp " + X + ":80 > " + NAT + ":11000").startsWith("eth0");
    }

    @Test // RFC 5382 REQ-1: endpoint-independent mapping; REQ-3: filtering as for UDP
    void tcpReq1AndReq3() {
        established();
        assertEquals("eth1 tcp 203.0.113.1:11000 > 198.51.100.10:80", rig.out("syn " + A + ":11000 > " + Y + ":80"));
        assertEquals(1, rig.nat.mappings());
        assertEquals("DROP", rig.in("syn 198.51.100.11:9 > " + NAT + ":11000"));
    }

    @Test // RFC 5382 REQ-2: both ends send SYN at once
    void tcpReq2SimultaneousOpen() {
        rig.out("syn " + A + ":11000 > " + X + ":80");
        assertEquals("eth0 tcp 198.51.100.9:80 > 192.168.1.2:11000", rig.in("syn " + X + ":80 > " + NAT + ":11000"));
        rig.out("synack " + A + ":11000 > " + X + ":80");
        rig.in("synack " + X + ":80 > " + NAT + ":11000");
        rig.now += 7000 * SECOND;
        assertTrue(isOpen(), "it is established");
    }

    @Test // RFC 5382 REQ-4 a: an unsolicited SYN is dropped in silence
    void tcpReq4UnsolicitedSyn() {
        established();
        assertEquals("DROP", rig.in("syn " + Y + ":80 > " + NAT + ":11000"));
        assertEquals(1, rig.count("refusedFiltered"));
    }

    @Test // RFC 5382 REQ-5: 2 h 4 min when open
    void tcpReq5Established() {
        established();
        rig.now += 7439 * SECOND;
        assertTrue(isOpen(), "and this packet counts");
        rig.now += 7439 * SECOND;
        rig.out("tcp " + A + ":11000 > " + X + ":80");
        rig.now += 7440 * SECOND;
        assertTrue(rig.in("tcp " + X + ":80 > " + NAT + ":11000").startsWith("self"));
    }

    @Test // RFC 5382 REQ-5: 4 min while it opens, and when both have closed
    void tcpReq5Transitory() {
        rig.out("syn " + A + ":11000 > " + X + ":80");
        rig.now += 239 * SECOND;
        assertEquals(1, rig.nat.sessions());
        assertTrue(rig.in("synack " + X + ":80 > " + NAT + ":11000").startsWith("eth0"));
        rig.out("fin " + A + ":11000 > " + X + ":80");
        rig.now += 1000 * SECOND;
        assertTrue(isOpen(), "half closed is open");
        rig.in("fin " + X + ":80 > " + NAT + ":11000");
        rig.out("tcp " + A + ":11000 > " + X + ":80");
        rig.now += 239 * SECOND;
        assertTrue(isOpen(), "TIME-WAIT passes");
        rig.now += 240 * SECOND;
        assertTrue(rig.in("tcp " + X + ":80 > " + NAT + ":11000").startsWith("self"));
    }

    @Test // RFC 7857 §2: a reset, which may be forged, shortens the time and ends nothing
    void tcpReset() {
        established();
        rig.in("rst " + X + ":80 > " + NAT + ":11000");
        assertTrue(isOpen());
        rig.now += 240 * SECOND;
        assertTrue(rig.in("tcp " + X + ":80 > " + NAT + ":11000").startsWith("self"));
    }

    @Test // B63: the same ports for the next connection, while the last one's time is not over
    void tcpPortsUsedAgain() {
        established();
        rig.out("fin " + A + ":11000 > " + X + ":80");
        rig.in("fin " + X + ":80 > " + NAT + ":11000");
        established();
        rig.now += 7000 * SECOND;
        assertTrue(isOpen());
    }

    @Test // RFC 5382 REQ-8, in the external address and port, both ways, to the end of the connection
    void tcpReq8Hairpinning() {
        rig = new NatRig(filtering(Behaviour.ENDPOINT_INDEPENDENT));
        established();
        assertEquals("eth0 tcp 203.0.113.1:2000 > 192.168.1.2:11000",
                rig.out("syn " + B + ":2000 > " + NAT + ":11000"));
        assertEquals("eth0 tcp 203.0.113.1:11000 > 192.168.1.3:2000",
                rig.out("synack " + A + ":11000 > " + NAT + ":2000"));
        rig.now += 7439 * SECOND;
        assertEquals("eth0 tcp 203.0.113.1:2000 > 192.168.1.2:11000",
                rig.out("fin " + B + ":2000 > " + NAT + ":11000"));
    }

    @Test // RFC 5382 REQ-10, RFC 4787 REQ-12: no ICMP message ends a mapping or a connection
    void tcpReq10AndReq12ErrorsEndNothing() {
        established();
        byte[] sent = rig.last;
        for (int i = 0; i < 3; i++) {
            assertTrue(rig.through(NatRig.error(Y, NAT, sent, 8), NatRig.OUT).startsWith("eth0 error"));
        }
        rig.now += 7439 * SECOND;
        assertTrue(isOpen());
    }
}
