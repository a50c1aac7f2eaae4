package org.wirelathe.lab.internal.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class QuantityTest {
    @Test
    void fourDigitsInTheUnitThatSuits() {
        assertEquals("0 B", Quantity.SIZE.text(0));
        assertEquals("1023 B", Quantity.SIZE.text(1023));
        assertEquals("1 KiB", Quantity.SIZE.text(1024));
        assertEquals("1.5 KiB", Quantity.SIZE.text(1536));
        assertEquals("100 MiB", Quantity.SIZE.text(104_857_600));
        assertEquals("66.82 Mbit/s", Quantity.RATE.text(66_817_345));
        assertEquals("22.14 ms", Quantity.TIME.text(22_140_624));
        assertEquals("1.005 ms", Quantity.TIME.text(1_005_000));
        assertEquals("12.6 s", Quantity.TIME.text(12_602_000_000L)); // 12.602 is five digits
        assertEquals("15700 s", Quantity.TIME.text(15_700_000_000_000L));
    }

    @Test
    void roundingCarries() {
        assertEquals("2 ms", Quantity.TIME.text(1_999_999));
        assertEquals("1000 ms", Quantity.TIME.text(999_960_000));
    }

    @Test
    void plainNumbersKeepEveryDigit() {
        assertEquals("123456789", Quantity.COUNT.text(123_456_789));
        assertEquals("-5", Quantity.COUNT.text(-5));
    }
}
