package org.wirelathe.ip.ndp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.TreeSet;

import org.junit.jupiter.api.Test;
import org.wirelathe.wire.IpAddress;

/** RFC 4861 §7.3: whether a neighbour is still reachable. Times are those of §10. */
class NeighbourUnreachabilityTest {
    private static final String SELF = "fe80::1";
    private static final String BOB = "fe80::b0b";
    private final Node alice = Node.host(true, SELF + "/64");

    private void stale() {
        alice.hear(new Say(BOB, "ff02::1").ra(0).from(0xBB));
        alice.said();
    }

    private void confirm() {
        IpAddress bob = IpAddress.parse(BOB);
        alice.discovery.confirmed(alice.eth0, bob.high(), bob.low());
    }

    @Test
    void rfc4861_7_3_3_threeUnicastProbesAfterFiveSecondsThenItIsGone() {
        stale();
        alice.until(30_000).said();
        alice.data(SELF, BOB);
        assertEquals("DELAY :bb", alice.state(BOB));
        alice.until(34_999);
        assertEquals("30000 fe80::1 > fe80::b0b data to 200000000bb", alice.said());
        alice.until(60_000);
        assertEquals("""
                35000 fe80::1 > fe80::b0b NS fe80::b0b from 00:01 to 200000000bb
                36000 fe80::1 > fe80::b0b NS fe80::b0b from 00:01 to 200000000bb
                37000 fe80::1 > fe80::b0b NS fe80::b0b from 00:01 to 200000000bb""", alice.said());
        assertEquals("FAILED", alice.state(BOB));
    }

    @Test
    void rfc4861_7_3_3_packetsGoOnWhileItIsProbed() {
        stale();
        alice.data(SELF, BOB);
        alice.until(5_500).said();
        alice.data(SELF, BOB);
        assertEquals("5500 fe80::1 > fe80::b0b data to 200000000bb", alice.said());
        assertEquals("PROBE :bb", alice.state(BOB));
    }

    @Test
    void rfc4861_7_3_1_theLayerAboveSparesTheProbe() {
        stale();
        alice.until(10_000).said();
        alice.data(SELF, BOB);
        alice.until(14_999);
        confirm();
        assertEquals("REACHABLE :bb", alice.state(BOB));
        alice.said();
        alice.until(24_000);
        assertEquals("", alice.said());
    }

    @Test
    void rfc4861_7_3_1_theLayerAboveCannotTellAnAddressThatIsUnknown() {
        alice.data(SELF, BOB);
        confirm();
        assertEquals("INCOMPLETE", alice.state(BOB));
    }

    @Test
    void rfc4861_7_3_3_nobodyAsksForWhoIsNotSentTo() {
        stale();
        confirm();
        alice.until(1_000_000);
        assertEquals("STALE :bb", alice.state(BOB));
        assertEquals(0, alice.counters.value("eth0.ndOutNeighborSolicits"));
    }

    /** RFC 4861 §6.3.2, §10: 30 s times 0.5 to 1.5, drawn at random; by milliseconds, over a hundred seeds. */
    @Test
    void rfc4861_6_3_2_reachableForFifteenToFortyFiveSeconds() {
        TreeSet<Long> times = new TreeSet<>();
        for (int seed = 0; seed < 100; seed++) {
            Node node = new Node(seed).up(false, false, null, SELF + "/64");
            node.hear(new Say(BOB, "ff02::1").ra(0).from(0xBB));
            IpAddress bob = IpAddress.parse(BOB);
            node.discovery.confirmed(node.eth0, bob.high(), bob.low());
            long ms = 0;
            while (node.until(ms).state(BOB).startsWith("REACHABLE")) {
                ms += 10;
            }
            times.add(ms);
        }
        assertTrue(times.first() >= 15_000 && times.first() < 18_000, times::toString);
        assertTrue(times.last() <= 45_010 && times.last() > 42_000, times::toString);
    }

    /** RFC 4861 §6.3.4: what a router says of both times is used. */
    @Test
    void rfc4861_6_3_4_routersSetReachableTimeAndRetransTimer() {
        alice.hear(new Say(BOB, "ff02::1").ra(0, 0, 4_000, 250).from(0xBB));
        confirm();
        alice.until(1_999);
        assertEquals("REACHABLE :bb", alice.state(BOB));
        alice.until(6_001);
        assertEquals("STALE :bb", alice.state(BOB));
        alice.said();
        alice.data(SELF, "fe80::5");
        alice.until(6_750);
        assertEquals("""
                6001 fe80::1 > ff02::1:ff00:5 NS fe80::5 from 00:01 to 3333ff000005
                6251 fe80::1 > ff02::1:ff00:5 NS fe80::5 from 00:01 to 3333ff000005
                6501 fe80::1 > ff02::1:ff00:5 NS fe80::5 from 00:01 to 3333ff000005""", alice.said());
    }

    @Test
    void rfc4861_7_3_3_whoFailedIsAskedAnewForTheNextPacket() {
        alice.data(SELF, BOB);
        alice.until(10_000).said();
        alice.data(SELF, BOB);
        assertEquals("10000 fe80::1 > ff02::1:ff00:b0b NS fe80::b0b from 00:01 to 3333ff000b0b", alice.said());
        assertEquals("INCOMPLETE", alice.state(BOB));
    }

    @Test
    void oneTimerForAllNeighbours() {
        int before = alice.time.made;
        for (int i = 2; i < 200; i++) {
            alice.data(SELF, "fe80::" + Integer.toHexString(i));
        }
        assertEquals(before, alice.time.made);
    }
}
