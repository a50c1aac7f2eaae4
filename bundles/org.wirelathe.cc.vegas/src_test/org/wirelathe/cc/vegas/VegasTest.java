package org.wirelathe.cc.vegas;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import java.util.TreeMap;

import org.junit.jupiter.api.Test;
import org.wirelathe.api.congestion.Acked;
import org.wirelathe.api.congestion.CongestionState;
import org.wirelathe.api.congestion.FlowInfo;
import org.wirelathe.api.congestion.Lost;
import org.wirelathe.api.congestion.Lost.Cause;

/** Vegas with figures by hand: segments of 1000 bytes, a base round trip of 100 ms (B59). */
class VegasTest {
    private static final long MS = 1_000_000;
    private static final long BASE = 100 * MS;
    private static final FlowInfo FLOW = new FlowInfo(1000, "a:1>b:2");

    private static Vegas vegas(long window, long threshold) {
        return new Vegas(FLOW, new CongestionState(window, threshold, -1, false));
    }

    private static Acked ack(long rtt, boolean roundStart) {
        return new Acked(0, 1000, 0, rtt, BASE, true, roundStart);
    }

    /** A round of so many acknowledgments, all with that round-trip time; the last one ends it. */
    private static void round(Vegas vegas, int acks, long rtt) {
        for (int i = 1; i < acks; i++) {
            vegas.onAck(ack(rtt, false));
        }
        vegas.onAck(ack(rtt, true));
    }

    /** 20000 bytes, 105 ms: 20000 * 5 / 105 = 952 bytes in the queue, less than alpha = 2000: one segment more. */
    @Test
    void growsBelowAlpha() {
        Vegas v = vegas(20_000, 10_000);
        round(v, 10, 105 * MS);
        assertEquals(21_000, v.window());
        assertEquals(952, gauges(v).get("queued"));
        assertEquals(BASE, gauges(v).get("baseRtt"));
    }

    /** 20000 bytes, 115 ms: 2608 in the queue, between alpha and beta: as it is. */
    @Test
    void restsBetween() {
        Vegas v = vegas(20_000, 10_000);
        round(v, 10, 115 * MS);
        assertEquals(20_000, v.window());
    }

    /** 20000 bytes, 130 ms: 4615, more than beta = 4000: one segment less, and the threshold stays below. */
    @Test
    void shrinksAboveBeta() {
        Vegas v = vegas(20_000, 20_000);
        round(v, 10, 130 * MS);
        assertEquals(new CongestionState(19_000, 18_000, BASE, false), v.state());
    }

    /**
     * At the bounds themselves nothing happens: 20000 * 12.5 / 112.5 = 2222; 18000 * 1 / 9 = 2000; 20000 / 5 = 4000.
     */
    @Test
    void atTheBounds() {
        Vegas atAlpha = vegas(18_000, 1000);
        round(atAlpha, 5, 112_500_000);
        assertEquals(2000, gauges(atAlpha).get("queued"));
        assertEquals(18_000, atAlpha.window());
        Vegas atBeta = vegas(20_000, 1000);
        round(atBeta, 5, 125 * MS);
        assertEquals(4000, gauges(atBeta).get("queued"));
        assertEquals(20_000, atBeta.window());
    }

    /** The least of a round counts: one quick answer among slow ones. */
    @Test
    void leastOfTheRound() {
        Vegas v = vegas(20_000, 10_000);
        v.onAck(ack(300 * MS, false));
        v.onAck(ack(105 * MS, false));
        v.onAck(ack(300 * MS, true));
        assertEquals(21_000, v.window());
        round(v, 3, 300 * MS);                                          // forgotten: now 21000 * 200 / 300
        assertEquals(14_000, gauges(v).get("queued"));
        assertEquals(20_000, v.window());
    }

    /** Slow start doubles in one round and rests in the next; a quiet path: no queue. */
    @Test
    void slowStartEveryOtherRound() {
        Vegas v = vegas(10_000, Long.MAX_VALUE);
        round(v, 11, BASE);                                             // ten acknowledgments grow, the eleventh ends
        assertEquals(20_000, v.window());
        round(v, 21, BASE);
        assertEquals(20_000, v.window());
        round(v, 21, BASE);
        assertEquals(40_000, v.window());
    }

    /**
     * 20000 bytes, 110 ms: 1818 in the queue, more than gamma = 1000: out of slow start, to what the path holds plus
     * one.
     */
    @Test
    void slowStartEndsAtGamma() {
        Vegas v = vegas(20_000, Long.MAX_VALUE);
        round(v, 10, BASE);                                             // grew by 9000 and rests now
        assertEquals(29_000, v.window());
        round(v, 10, 110 * MS);                                         // 29000 * 10 / 110 = 2636
        assertEquals(new CongestionState(27_364, 26_364, BASE, false), v.state());
    }

    /** Two samples may both be delayed acknowledgments: with so few, the window grows as Reno's would (Linux). */
    @Test
    void tooFewSamples() {
        Vegas v = vegas(4000, 2000);
        round(v, 2, 500 * MS);
        assertEquals(5000, v.window());
        Vegas starting = vegas(4000, Long.MAX_VALUE);
        round(starting, 2, 500 * MS);
        assertEquals(5000, starting.window());
        round(starting, 2, 500 * MS);
        assertEquals(6000, starting.window());
    }

    /** A window that nobody fills does not grow; it may shrink. */
    @Test
    void notLimited() {
        Vegas v = vegas(20_000, 10_000);
        for (int i = 0; i < 5; i++) {
            v.onAck(new Acked(0, 1000, 0, BASE, BASE, false, i == 4));
        }
        assertEquals(20_000, v.window());
        Vegas starting = vegas(20_000, Long.MAX_VALUE);
        starting.onAck(new Acked(0, 1000, 0, BASE, BASE, false, false));
        assertEquals(20_000, starting.window());
    }

    /** Never below two segments by delay alone: 3000 bytes, 10 s: 2970 in the queue, 1030 would be left. */
    @Test
    void leastWindow() {
        Vegas v = vegas(3000, Long.MAX_VALUE);
        round(v, 1, BASE);
        round(v, 4, 10_000 * MS);
        assertEquals(new CongestionState(2000, 1000, BASE, false), v.state());
    }

    /** RFC 5681 eq. 4. */
    @Test
    void loss() {
        Vegas v = vegas(20_000, Long.MAX_VALUE);
        v.onLoss(new Lost(0, Cause.DUPLICATE_ACKS, 16_000, false));
        assertEquals(new CongestionState(8000, 8000, -1, false), v.state());
        v.onLoss(new Lost(0, Cause.TIMEOUT, 3000, false));
        assertEquals(new CongestionState(1000, 2000, -1, false), v.state());
        v.onLoss(new Lost(0, Cause.TIMEOUT, 90_000, true));
        assertEquals(new CongestionState(1000, 2000, -1, false), v.state());
    }

    @Test
    void idleRestart() {
        Vegas v = vegas(50_000, 30_000);
        v.onIdleRestart(0);
        assertEquals(10_000, v.window());
        v.onIdleRestart(0);
        assertEquals(10_000, v.window());
    }

    /**
     * Taken over from Reno in congestion avoidance with a full queue: 60000 * 50 / 150 = 20000 in it; it drains by one.
     */
    @Test
    void takenOverFromReno() {
        Vegas v = new Vegas(FLOW, new CongestionState(60_000, 30_000, BASE, false));
        assertEquals(60_000, v.window());
        long window = 60_000;
        for (int rounds = 0; rounds < 10; rounds++) {
            round(v, 30, 150 * MS);
            window -= 1000;
            assertEquals(window, v.window());
        }
    }

    /** Satellites and worse: no overflow at the largest window and a round trip of a minute. */
    @Test
    void largeNumbers() {
        Vegas v = vegas(1L << 30, 1000);
        for (int i = 0; i < 3; i++) {
            v.onAck(new Acked(0, 1000, 0, 60_000 * MS, 30_000 * MS, true, i == 2));
        }
        assertEquals(1L << 29, gauges(v).get("queued"));
        assertEquals((1L << 30) - 1000, v.window());
    }

    private static Map<String, Long> gauges(Vegas v) {
        Map<String, Long> gauges = new TreeMap<>();
        v.gauges(gauges::put);
        return gauges;
    }
}
