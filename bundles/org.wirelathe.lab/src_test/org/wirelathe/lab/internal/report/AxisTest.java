package org.wirelathe.lab.internal.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Ticks that a person would choose with pencil and paper. */
class AxisTest {
    @Test
    void ofTimeEndsWithTheRun() {
        Axis axis = Axis.within(12_602_000_000L, 12, Quantity.TIME); // steps of 1 s would be 13
        assertEquals(List.of("0 s", "2 s", "4 s", "6 s", "8 s", "10 s", "12 s"), labels(axis));
        assertEquals(12_602_000_000L, axis.end());
        assertEquals(5_000, axis.tenths(6_301_000_000L, 1000)); // the middle
    }

    @Test
    void aShortRunCountsSmallerUnits() {
        assertEquals(List.of("0 ms", "200 ms", "400 ms", "600 ms", "800 ms", "1000 ms", "1200 ms", "1400 ms"),
                labels(Axis.within(1_500_000_000, 12, Quantity.TIME)));
        assertEquals(List.of("0 µs", "200 µs", "400 µs", "600 µs", "800 µs"),
                labels(Axis.over(750_000, 5, Quantity.TIME)));
    }

    @Test
    void ofValuesEndsAtATick() {
        assertEquals(List.of("0 KiB", "100 KiB", "200 KiB", "300 KiB"),
                labels(Axis.over(270 * 1024, 5, Quantity.SIZE)));
        assertEquals(List.of("0 MiB", "1 MiB", "2 MiB", "3 MiB", "4 MiB"),
                labels(Axis.over(4 << 20, 5, Quantity.SIZE)));
        assertEquals(List.of("0 Mbit/s", "20 Mbit/s", "40 Mbit/s", "60 Mbit/s", "80 Mbit/s", "100 Mbit/s"),
                labels(Axis.over(97_300_000, 5, Quantity.RATE)));
        assertEquals(List.of("0", "1", "2"), labels(Axis.over(2, 5, Quantity.COUNT)));
    }

    @Test
    void nothingAndTheGreatestNumberHaveAxesToo() {
        assertEquals(List.of("0", "1"), labels(Axis.over(0, 5, Quantity.COUNT)));
        Axis axis = Axis.over(Long.MAX_VALUE, 5, Quantity.SIZE);
        assertTrue(axis.end() > 0 && axis.steps() >= 2 && axis.steps() <= 5, axis.toString());
    }

    private static List<String> labels(Axis axis) {
        return IntStream.rangeClosed(0, axis.steps()).mapToObj(axis::label).toList();
    }
}
