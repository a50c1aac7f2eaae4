package org.wirelathe.ip.ndp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** RFC 4861 §7.2: neighbours are asked for, and answer. ::1 of the prefix is this node, its MAC address ends in 01. */
class AddressResolutionTest {
    private static final String SELF = "2001:db8::1";
    private static final String BOB = "2001:db8::b0b";
    private final Node alice = Node.host(false, "fe80::1/64", SELF + "/64");

    @Test
    void rfc4861_7_2_2_theGroupIsAskedAndPacketsWaitForTheAnswer() {
        assertTrue(alice.data(SELF, BOB));
        assertTrue(alice.data(SELF, BOB));
        assertEquals("0 2001:db8::1 > ff02::1:ff00:b0b NS 2001:db8::b0b from 00:01 to 3333ff000b0b", alice.said());
        assertEquals("INCOMPLETE", alice.state(BOB));
        alice.until(5).hear(new Say(BOB, SELF).na(BOB, "SO").at(0xBB));
        assertEquals("""
                5 2001:db8::1 > 2001:db8::b0b data to 200000000bb
                5 2001:db8::1 > 2001:db8::b0b data to 200000000bb""", alice.said());
        assertEquals("REACHABLE :bb", alice.state(BOB));
    }

    @Test
    void rfc4861_7_2_2_threeSolicitationsOneSecondApartThenThePacketsGoBack() {
        alice.data("fe80::1", "fe80::b0b");
        alice.until(10_000);
        assertEquals("""
                0 fe80::1 > ff02::1:ff00:b0b NS fe80::b0b from 00:01 to 3333ff000b0b
                1000 fe80::1 > ff02::1:ff00:b0b NS fe80::b0b from 00:01 to 3333ff000b0b
                2000 fe80::1 > ff02::1:ff00:b0b NS fe80::b0b from 00:01 to 3333ff000b0b""", alice.said());
        assertTrue(alice.happened().endsWith("3000 unresolved fe80::b0b"));
        assertEquals("FAILED", alice.state("fe80::b0b"));
        assertEquals(0, alice.pool.inUse());
    }

    @Test
    void rfc4861_7_2_4_whoAsksIsAnsweredAndRemembered() {
        alice.hear(new Say(BOB, "ff02::1:ff00:1").ns(SELF).from(0xBB));
        assertEquals("0 2001:db8::1 > 2001:db8::b0b NA 2001:db8::1 -SO at 00:01 to 200000000bb", alice.said());
        assertEquals("DELAY :bb", alice.state(BOB));
        assertEquals(1, alice.counters.value("icmp6.inNeighborSolicits"));
    }

    @Test
    void rfc4861_7_2_4_whoTriesTheAddressIsToldInFrontOfAll() {
        alice.hear(new Say("::", "ff02::1:ff00:1").ns(SELF));
        assertEquals("0 2001:db8::1 > ff02::1 NA 2001:db8::1 --O at 00:01 to 333300000001", alice.said());
    }

    @Test
    void rfc4861_7_2_3_anotherTargetIsNotForUs() {
        alice.hear(new Say(BOB, "ff02::1:ff00:1").ns("2001:db8:1::1").from(0xBB));
        assertEquals("", alice.said());
        assertEquals("none", alice.state(BOB));
        assertEquals(1, alice.counters.value("icmp6.inNdOtherTarget"));
    }

    @Test
    void groupsNeedNoAsking() {
        assertTrue(alice.data(SELF, "ff02::1:2"));
        assertEquals("0 2001:db8::1 > ff02::1:2 data to 333300010002", alice.said());
    }
}
