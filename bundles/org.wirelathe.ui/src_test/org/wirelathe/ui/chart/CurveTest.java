package org.wirelathe.ui.chart;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class CurveTest {
    private static final long S = 1_000_000_000;

    @Test
    void aFewSamplesStayAsTheyAre() {
        Curve curve = Curve.thinned(new long[] {0, S, 2 * S}, new long[] {10, 30, 20}, 0, 2 * S, 100, 10);
        assertArrayEquals(new double[] {0, 1, 2}, curve.xs());
        assertArrayEquals(new double[] {1, 3, 2}, curve.ys());
    }

    @Test
    void aColumnKeepsFirstLeastGreatestAndLastInTheirOrder() {
        long[] times = LongStream.range(0, 10).toArray();
        long[] values = {5, 6, 9, 4, 5, 1, 5, 5, 7, 6};
        Curve curve = Curve.thinned(times, values, 0, 10, 1, 1);
        assertArrayEquals(new double[] {5, 9, 1, 6}, curve.ys());
    }

    @Test
    void samplesJustOutsideAreKeptSoThatTheCurveReachesTheEdges() {
        long[] times = LongStream.range(0, 100).map(i -> i * S).toArray();
        long[] values = times.clone();
        Curve curve = Curve.thinned(times, values, 40 * S + 5, 50 * S + 5, 500, S);
        assertEquals(40, curve.xs()[0]);
        assertEquals(51, curve.xs()[curve.xs().length - 1]);
    }

    @Test
    void aMillionSamplesBecomeFourForAColumn() {
        long[] times = LongStream.range(0, 1_000_000).toArray();
        long[] values = Arrays.stream(times).map(t -> t * 7919 % 1009).toArray();
        Curve curve = Curve.thinned(times, values, 0, 1_000_000, 300, 1);
        assertTrue(curve.xs().length <= 4 * 301, "points: " + curve.xs().length);
        assertEquals(1008, curve.most());
        for (int i = 1; i < curve.xs().length; i++) {
            assertTrue(curve.xs()[i - 1] < curve.xs()[i], "ascending at " + i);
        }
    }

    @Test
    void nothingIsNothing() {
        assertEquals(0, Curve.thinned(new long[0], new long[0], 0, S, 10, 1).xs().length);
    }

    @Test
    void windowFollowsTheRunUntilSomebodyZooms() {
        TimeWindow window = new TimeWindow();
        window.runIsAt(10 * S);
        assertEquals(10 * S, window.to());
        window.zoom(0.5, 4 * S);
        assertEquals(2 * S, window.from());
        assertEquals(7 * S, window.to());
        window.runIsAt(20 * S);
        assertEquals(7 * S, window.to(), "stays where the user put it");
        window.showAll();
        assertEquals(20 * S, window.to());
    }

    @Test
    void windowStaysWithinTheRun() {
        TimeWindow window = new TimeWindow();
        window.runIsAt(10 * S);
        window.pan(3 * S);
        assertEquals(0, window.from(), "all of it has nowhere to go");
        window.zoom(0.2, 5 * S);
        window.pan(100 * S);
        assertEquals(8 * S, window.from());
        window.pan(-100 * S);
        assertEquals(0, window.from());
        window.zoom(1000, 5 * S);
        assertTrue(window.isFollowing(), "zoomed out is the whole run again");
    }
}
