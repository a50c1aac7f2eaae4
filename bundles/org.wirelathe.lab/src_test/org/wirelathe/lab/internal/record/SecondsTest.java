package org.wirelathe.lab.internal.record;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class SecondsTest {
    @Test
    void noDigitLostAndNoneTooMany() {
        assertEquals("0", Seconds.text(0));
        assertEquals("1.25", Seconds.text(1_250_000_000L));
        assertEquals("0.000000001", Seconds.text(1));
        assertEquals("60", Seconds.text(60_000_000_000L));
        assertEquals("-0.5", Seconds.text(-500_000_000));
        assertEquals("9223372036.854775807", Seconds.text(Long.MAX_VALUE));
    }
}
