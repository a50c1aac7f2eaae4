package org.wirelathe.lab.internal.report;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import org.junit.jupiter.api.Test;
import org.wirelathe.lab.Series.Points;

class AveragesTest {
    @Test
    void spansAreRoundAndNotMoreThan100() {
        assertEquals(200_000_000, Averages.span(12_602_000_000L)); // 127 of 100 ms would be too many
        assertEquals(50_000_000, Averages.span(5_000_000_000L));
    }

    @Test
    void aBurstIsSpreadOverItsSpan() {
        Points mean = Averages.of(new Points(new long[] {10, 20, 30, 40, 50, 60},
                new long[] {0, 90, 0, 10, 20, 30}), 30);
        assertArrayEquals(new long[] {20, 50}, mean.times());
        assertArrayEquals(new long[] {30, 20}, mean.values());
    }

    @Test
    void aSelectionOfSamplesIsLeftAlone() {
        Points thinned = new Points(new long[] {10, 20, 50, 60},
                new long[] {0, 90, 0, 10});
        assertSame(thinned, Averages.of(thinned, 30));
        Points single = new Points(new long[] {10}, new long[] {5});
        assertSame(single, Averages.of(single, 30));
    }
}
