package org.wirelathe.ip.ndp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.wirelathe.api.net.Advertisement;
import org.wirelathe.wire.IpPrefix;

/** RFC 4861 §6.2: when a router advertises itself, and what it says. */
class RouterAdvertisementTest {
    private static final long SECOND = 1_000_000_000L;
    private static final Advertisement TOLD = new Advertisement(
            List.of(new Advertisement.Prefix(IpPrefix.parse("2001:db8:1::/64"), true, true, Long.MAX_VALUE,
                    7200 * SECOND),
                    new Advertisement.Prefix(IpPrefix.parse("2001:db8:2::/64"), true, false, 100 * SECOND,
                            100 * SECOND)),
            600 * SECOND, 1800 * SECOND, 1400, 64);
    private static final String WORDS = " fe80::1 > ff02::1 RA hop 64 life %d from 00:01 mtu 1400"
            + " 2001:db8:1::/64 LA 4294967295/7200 2001:db8:2::/64 L- 100/100 to 333300000001";

    private static Node router(long seed, Advertisement advertisement) {
        Node router = new Node(seed);
        router.router = true;
        return router.up(false, false, advertisement, "fe80::1/64");
    }

    private static List<Long> times(String said, int lifetime) {
        List<Long> times = new ArrayList<>();
        for (String line : said.split("\n")) {
            assertTrue(line.endsWith(WORDS.formatted(lifetime)), line);
            times.add(Long.parseLong(line.substring(0, line.indexOf(' '))));
        }
        return times;
    }

    private static List<Long> gaps(List<Long> times) {
        List<Long> gaps = new ArrayList<>();
        for (int i = 1; i < times.size(); i++) {
            gaps.add(times.get(i) - times.get(i - 1));
        }
        return gaps;
    }

    /** Three at most 16 s apart, then 200 to 600 s: MinRtrAdvInterval is a third of the greatest (§6.2.1, §6.2.4). */
    @Test
    void rfc4861_6_2_4_threeSoonAndThenAtRandomIntervals() {
        List<Long> times = times(router(1, TOLD).until(100_000_000).said(), 1800);
        assertTrue(times.get(0) <= 500);
        List<Long> gaps = gaps(times);
        assertEquals(List.of(16_000L, 16_000L), gaps.subList(0, 2), "each would have been 200 s at least");
        List<Long> later = gaps.subList(2, gaps.size());
        assertTrue(later.size() > 160);
        assertTrue(Collections.min(later) >= 200_000 && Collections.min(later) < 220_000, later::toString);
        assertTrue(Collections.max(later) <= 600_001 && Collections.max(later) > 580_000, later::toString);
    }

    /** §6.2.6: the answer goes to all, 0 to 0.5 s later, and three seconds after the one before at the earliest. */
    @Test
    void rfc4861_6_2_6_aSolicitationIsAnsweredSoonButNotTwiceInThreeSeconds() {
        Node router = router(1, TOLD);
        router.until(100_000).said();
        router.hear(new Say("fe80::b0b", "ff02::2").rs().from(0xBB));
        assertEquals("STALE :bb", router.state("fe80::b0b"));
        List<Long> first = times(router.until(100_500).said(), 1800);
        assertEquals(1, first.size());
        router.hear(new Say("fe80::b0b", "ff02::2").rs().from(0xBB));
        router.hear(new Say("::", "ff02::2").rs());
        router.until(101_000);
        router.hear(new Say("fe80::b0b", "ff02::2").rs().from(0xBB));
        List<Long> second = times(router.until(110_000).said(), 1800);
        assertEquals(1, second.size(), "one answer for all");
        long gap = second.getFirst() - first.getFirst();
        assertTrue(gap >= 3_000 && gap <= 3_500, () -> gap + " ms");
    }

    @Test
    void rfc4861_6_2_6_theAnswerIsSpreadOverHalfASecond() {
        List<Long> delays = new ArrayList<>();
        for (int seed = 0; seed < 100; seed++) {
            Node router = router(seed, TOLD);
            router.until(100_000).said();
            router.hear(new Say("::", "ff02::2").rs());
            delays.add(times(router.until(101_000).said(), 1800).getFirst() - 100_000);
        }
        assertTrue(Collections.min(delays) < 25, delays::toString);
        assertTrue(Collections.max(delays) > 475 && Collections.max(delays) <= 500, delays::toString);
    }

    /** §6.2.5: three final ones with a lifetime of 0, then silence, and no answer. */
    @Test
    void rfc4861_6_2_5_whoCeasesToRouteSaysSoThreeTimes() {
        Node router = router(1, TOLD);
        router.until(100_000).said();
        router.router = false;
        router.discovery.roleChanged();
        List<Long> times = times(router.until(10_000_000).said(), 0);
        assertEquals(List.of(100_000L, 103_000L, 106_000L), times);
        router.hear(new Say("fe80::b0b", "ff02::2").rs().from(0xBB));
        assertEquals(1, router.counters.value("icmp6.inNdRole"));
        assertEquals("", router.until(20_000_000).said());
    }

    @Test
    void aHostThatBecomesARouterBeginsToAdvertise() {
        Node node = new Node(1).up(false, true, TOLD, "fe80::1/64");
        node.until(20_000).said();
        node.router = true;
        node.discovery.roleChanged();
        assertEquals(1, times(node.until(20_500).said(), 1800).size());
    }

    @Test
    void rfc4861_6_2_2_nothingToAdvertiseNothingSaid() {
        Node router = router(1, null);
        router.hear(new Say("fe80::b0b", "ff02::2").rs().from(0xBB));
        assertEquals("", router.until(10_000_000).said());
        assertEquals(1, router.counters.value("icmp6.inNdRole"));
    }

    @Test
    void rfc4861_6_2_3_nothingFromATentativeAddress() {
        Node router = new Node(1);
        router.router = true;
        router.up(true, false, TOLD, "fe80::1/64");
        String said = router.until(3_000).said();
        assertTrue(said.lines().findFirst().orElseThrow().contains("NS fe80::1"));
        assertTrue(said.indexOf("RA ") > said.indexOf("NS "));
        long used = Long.parseLong(router.happened().split(" ")[0]);
        assertTrue(Long.parseLong(said.lines().skip(1).findFirst().orElseThrow().split(" ")[0]) >= used);
    }

    /** 40 + 16 + 8 bytes, and 32 for each prefix: 38 of them in 1280 bytes (§6.2.3: more than one message). */
    @Test
    void rfc4861_6_2_3_manyPrefixesTakeMoreThanOneMessage() {
        List<Advertisement.Prefix> prefixes = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            prefixes.add(new Advertisement.Prefix(IpPrefix.parse("2001:db8:" + i + "::/64"), true, true,
                    Long.MAX_VALUE, Long.MAX_VALUE));
        }
        Node router = router(1, new Advertisement(prefixes, 600 * SECOND, 1800 * SECOND, 0, 0));
        List<String> said = List.of(router.until(500).said().split("\n"));
        assertEquals(2, said.size());
        assertEquals(38, said.get(0).split("/64 LA", -1).length - 1);
        assertEquals(12, said.get(1).split("/64 LA", -1).length - 1);
    }

    /** §6.2.7: what another router says otherwise is told to people, once in a while. */
    @Test
    void rfc4861_6_2_7_routersThatContradictEachOther() {
        Node router = router(1, TOLD);
        router.until(1_000).happened();
        router.hear(new Say("fe80::9", "ff02::1").ra(64, 0, 0, 0).mtu(1400)
                .prefix("2001:db8:1::", 64, "LA", 0xFFFF_FFFFL, 7200).prefix("2001:db8:7::", 64, "LA", 5, 5));
        assertEquals("", router.happened());
        router.hear(new Say("fe80::9", "ff02::1").ra(32, 0, 0, 0));
        router.hear(new Say("fe80::9", "ff02::1").ra(64, 0, 0, 0).mtu(1500));
        assertEquals("1000 contradiction alice:eth0: The router fe80::9 advertises another hop limit than alice:eth0",
                router.happened());
        router.until(601_000);
        router.hear(new Say("fe80::9", "ff02::1").ra(64, 0, 0, 0).mtu(1400)
                .prefix("2001:db8:1::", 64, "LA", 0xFFFF_FFFFL, 7201));
        assertEquals("601000 contradiction alice:eth0: The router fe80::9 advertises another lifetime of"
                + " 2001:db8:1::/64 than alice:eth0", router.happened());
    }

    @Test
    void rfc4861_7_2_4_aRouterSaysSoWhenItAnswers() {
        Node router = router(1, null);
        router.hear(new Say("fe80::b0b", "ff02::1:ff00:1").ns("fe80::1").from(0xBB));
        assertEquals("0 fe80::1 > fe80::b0b NA fe80::1 RSO at 00:01 to 200000000bb", router.said());
    }
}
