package org.wirelathe.ui.run;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class FiguresTest {
    @Test
    void times() {
        assertEquals("\u2013", Figures.time(-1));
        assertEquals("1.50 \u00b5s", Figures.time(1_500));
        assertEquals("22.1 ms", Figures.time(22_123_456));
        assertEquals("60 s", Figures.time(60_000_000_000L));
    }

    @Test
    void sizesAreBinaryAndRatesDecimal() {
        assertEquals("1 KiB", Figures.bytes(1024));
        assertEquals("100 MiB", Figures.bytes(100 << 20));
        assertEquals("95.7 Mbit/s", Figures.rate(95_700_000));
        assertEquals("0 bit/s", Figures.rate(0));
    }

    @Test
    void longTimesHaveLargerUnits() {
        assertEquals("119 s", Figures.span(119_000_000_000L));
        assertEquals("2 min", Figures.span(120_000_000_000L));
        assertEquals("2 h", Figures.span(7_200_000_000_000L));
        assertEquals("30 d", Figures.span(30 * 86_400_000_000_000L));
    }
}
