package org.wirelathe.tcp;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/** RFC 6298 §2 with figures by hand, in milliseconds. */
class RttEstimatorTest {
    private static final long MS = 1_000_000;

    private final RttEstimator rtt = new RttEstimator();

    @Test
    void firstSample() {
        assertEquals(1000 * MS, rtt.timeout());                         // §2.1
        rtt.sample(100 * MS);                                           // §2.2: SRTT 100, RTTVAR 50
        assertEquals(100 * MS, rtt.smoothed());
        assertEquals(300 * MS, rtt.timeout());
    }

    @Test
    void laterSamples() {
        rtt.sample(100 * MS);
        rtt.sample(180 * MS);                                           // RTTVAR 3/4 * 50 + 1/4 * 80 = 57.5; SRTT 110
        assertEquals(110 * MS, rtt.smoothed());
        assertEquals((110 + 230) * MS, rtt.timeout());
        rtt.sample(30 * MS);                                            // RTTVAR 43.125 + 20 = 63.125; SRTT 100
        assertEquals(100 * MS, rtt.smoothed());
        assertEquals(100 * MS + 4 * 63_125_000, rtt.timeout());
    }

    /** Linux: the variance term is no less than 200 ms. */
    @Test
    void leastVariance() {
        for (int i = 0; i < 50; i++) {
            rtt.sample(20 * MS);
        }
        assertEquals(20 * MS, rtt.smoothed());
        assertEquals(220 * MS, rtt.timeout());
    }

    @Test
    void backOffDoublesUpToTwoMinutes() {
        rtt.sample(100 * MS);
        for (long expected = 300; expected < 120_000; expected *= 2) {
            assertEquals(expected * MS, rtt.timeout());
            rtt.backOff();
        }
        for (int i = 0; i < 100; i++) {
            assertEquals(120_000 * MS, rtt.timeout());
            rtt.backOff();
        }
        rtt.sample(100 * MS);
        assertEquals(300 * MS, rtt.timeout());                          // RTTVAR 37.5: the least term
    }

    /** §5.7. */
    @Test
    void handshakeWithoutSample() {
        rtt.backOff();
        rtt.handshakeDone();
        assertEquals(3000 * MS, rtt.timeout());
    }

    @Test
    void least() {
        assertEquals(-1, rtt.least());
        rtt.seen(7);
        rtt.seen(9);
        rtt.seen(5);
        assertEquals(5, rtt.least());
    }
}
