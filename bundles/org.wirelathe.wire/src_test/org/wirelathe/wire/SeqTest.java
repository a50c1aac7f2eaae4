package org.wirelathe.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** RFC 9293 §3.4: arithmetic modulo 2^32, at the two places where signs and wraps go wrong. */
class SeqTest {
    private static final int[] CORNERS = {0, 1, -1, Integer.MAX_VALUE, Integer.MIN_VALUE, Integer.MIN_VALUE + 1,
        0x7FFF_0000, 0x8000_FFFF, 0x1234_5678};

    @Test
    void orderHoldsAcrossBothWraps() {
        for (int a : CORNERS) {
            for (int step : new int[] {1, 2, 1460, 65535, 0x4000_0000, Integer.MAX_VALUE}) {
                int b = a + step;
                assertTrue(Seq.before(a, b), () -> Seq.format(a) + " + " + step);
                assertTrue(Seq.after(b, a));
                assertFalse(Seq.before(b, a));
                assertFalse(Seq.after(a, b));
                assertTrue(Seq.atOrBefore(a, b));
                assertTrue(Seq.atOrAfter(b, a));
                assertFalse(Seq.atOrBefore(b, a));
                assertFalse(Seq.atOrAfter(a, b));
                assertEquals(step, Seq.distance(a, b));
                assertEquals(-step, Seq.distance(b, a));
                assertEquals(b, Seq.max(a, b));
                assertEquals(b, Seq.max(b, a));
                assertEquals(a, Seq.min(a, b));
                assertEquals(a, Seq.min(b, a));
            }
            assertFalse(Seq.before(a, a));
            assertFalse(Seq.after(a, a));
            assertTrue(Seq.atOrBefore(a, a));
            assertTrue(Seq.atOrAfter(a, a));
            assertEquals(0, Seq.distance(a, a));
        }
    }

    @Test
    void rangeIsHalfOpenAndWraps() {
        for (int from : CORNERS) {
            assertFalse(Seq.in(from, from, 0), "an empty range holds nothing");
            for (int length : new int[] {1, 2, 65535, 0x4000_0000, Integer.MAX_VALUE}) {
                assertTrue(Seq.in(from, from, length));
                assertTrue(Seq.in(from + length - 1, from, length));
                assertFalse(Seq.in(from + length, from, length));
                assertFalse(Seq.in(from - 1, from, length));
            }
        }
    }

    @Test
    void printsUnsigned() {
        assertEquals("4294967295", Seq.format(-1));
        assertEquals("2147483648", Seq.format(Integer.MIN_VALUE));
    }
}
