package org.wirelathe.cli.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class FiguresTest {
    @Test
    void threeDigitsMatter() {
        assertEquals("0", Figures.decimal(0));
        assertEquals("0.05", Figures.decimal(0.05));
        assertEquals("9.13", Figures.decimal(9.134));
        assertEquals("9.1", Figures.decimal(9.1));
        assertEquals("91.3", Figures.decimal(91.34));
        assertEquals("913", Figures.decimal(913.4));
        assertEquals("9134", Figures.decimal(9134.2));
        assertEquals("10", Figures.decimal(9.999));
    }

    @Test
    void unitsFollowTheValue() {
        assertEquals("100 MiB", Figures.size(104_857_600));
        assertEquals("512 B", Figures.size(512));
        assertEquals("93.4 Mbit/s", Figures.rate(93_430_422));
        assertEquals("22 ms", Figures.time(22_019_360));
        assertEquals("9.13 s", Figures.time(9_134_000_000L));
    }
}
