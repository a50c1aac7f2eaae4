package org.wirelathe.ip.ndp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;

/** RFC 4861 §6.3.7: a host asks for routers. */
class RouterSolicitationTest {
    private static final String ASKED = " fe80::1 > ff02::2 RS from 00:01 to 333300000002";

    private static List<Long> times(String said) {
        List<Long> times = new ArrayList<>();
        for (String line : said.split("\n")) {
            assertTrue(line.endsWith(ASKED), line);
            times.add(Long.parseLong(line.split(" ")[0]));
        }
        return times;
    }

    @Test
    void rfc4861_6_3_7_threeTimesFourSecondsApartAfterARandomDelay() {
        List<Long> times = times(Node.host(true, "fe80::1/64").until(60_000).said());
        long first = times.get(0);
        assertTrue(first <= 1_000);
        assertEquals(List.of(first, first + 4_000, first + 8_000), times);
    }

    /** The delay of duplicate address detection serves for both, and nothing is asked before the address is used. */
    @Test
    void rfc4861_6_3_7_noSecondDelayAfterThatOfTheTrial() {
        Node alice = new Node(1).up(true, true, null, "fe80::1/64");
        List<String> said = List.of(alice.until(60_000).said().split("\n"));
        assertEquals(4, said.size());
        long trial = Long.parseLong(said.getFirst().split(" ")[0]);
        assertEquals(List.of(trial + 1_000, trial + 5_000, trial + 9_000),
                times(String.join("\n", said.subList(1, 4))));
    }

    @Test
    void rfc4861_6_3_7_noneAfterAnAnswer() {
        Node alice = Node.host(true, "fe80::1/64");
        alice.until(1_000).said();
        alice.hear(new Say("fe80::9", "ff02::1").ra(1800).from(9));
        assertEquals("", alice.until(60_000).said());
    }

    @Test
    void rfc4861_6_3_7_whoIsNoDefaultRouterIsNoAnswer() {
        Node alice = Node.host(true, "fe80::1/64");
        alice.until(1_000).said();
        alice.hear(new Say("fe80::9", "ff02::1").ra(0).from(9));
        assertEquals(2, times(alice.until(60_000).said()).size());
    }

    @Test
    void rfc4861_6_3_7_oneIsSentThoughARouterSpokeFirst() {
        Node alice = Node.host(true, "fe80::1/64");
        alice.hear(new Say("fe80::9", "ff02::1").ra(1800).from(9));
        assertEquals(1, times(alice.until(60_000).said()).size());
    }

    @Test
    void whoBelievesNoAdvertisementAsksForNone() {
        assertEquals("", Node.host(false, "fe80::1/64").until(60_000).said());
    }

    @Test
    void routersDoNotAsk() {
        Node router = new Node(1);
        router.router = true;
        assertEquals("", router.up(false, true, null, "fe80::1/64").until(60_000).said());
        assertTrue(router.stations.contains(0x3333_0000_0002L));
    }
}
