package org.wirelathe.lab.internal.record;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.wirelathe.lab.Series;
import org.wirelathe.lab.Series.Points;
import org.wirelathe.lab.Series.Track;

class CurveTest {
    private final Curve curve = new Curve();

    @Test
    void aShortCurveKeepsEveryPoint() {
        for (int i = 0; i < 1000; i++) {
            curve.add(10 * i, i % 7);
        }
        Points points = curve.points(0);
        assertEquals(1000, points.size());
        assertEquals(9990, points.times()[999]);
        assertEquals(5, points.values()[999]); // 999 = 142 * 7 + 5
    }

    @Test
    void pointsFromATimeOn() {
        for (int i = 0; i < 10; i++) {
            curve.add(10 * i, i);
        }
        assertArrayEquals(new long[] {50, 60, 70, 80, 90}, curve.points(41).times());
        assertArrayEquals(new long[] {5, 6, 7, 8, 9}, curve.points(50).values());
        assertEquals(0, curve.points(91).size());
    }

    @Test
    void aLongCurveKeepsItsExtremes() {
        for (int i = 0; i < 1_000_000; i++) {
            curve.add(i, i == 123_456 ? 1_000_000 : i == 765_432 ? -5 : i % 100);
        }
        Points points = curve.points(0);
        assertTrue(points.size() <= Series.CAPACITY);
        assertTrue(points.size() >= Series.CAPACITY / 2);
        long[] sorted = points.times().clone();
        Arrays.sort(sorted);
        assertArrayEquals(sorted, points.times());
        assertEquals(1_000_000, points.values()[Arrays.binarySearch(points.times(), 123_456)]);
        assertEquals(-5, points.values()[Arrays.binarySearch(points.times(), 765_432)]);
    }

    @Test
    void tracksAreNumberedAsTheyCome() {
        Curves curves = new Curves();
        int cwnd = curves.open("alice", "a>b", "cwnd", "B");
        int srtt = curves.open("alice", "a>b", "srtt", "ns");
        curves.add(srtt, 5, 6);
        assertEquals(0, cwnd);
        assertEquals(new Track(1, "alice", "a>b", "srtt", "ns"), curves.tracks().get(srtt));
        assertArrayEquals(new long[] {6}, curves.points(curves.tracks().get(1), 0).values());
        assertEquals(1, curves.revision());
    }
}
