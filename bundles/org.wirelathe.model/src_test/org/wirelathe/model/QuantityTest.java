package org.wirelathe.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class QuantityTest {
    @ParameterizedTest
    @CsvSource({
        "TIME, 10 ms, 10000000",
        "TIME, 1.5 s, 1500000000",
        "TIME, 0.000000001 s, 1",
        "TIME, 0.1 us, 100",
        "TIME, 2 µs, 2000",
        "TIME, 1 min, 60000000000",
        "TIME, 1.5 h, 5400000000000",
        "TIME, 0, 0",
        "TIME, 7ns, 7",
        "TIME, 9223372036.854775807 s, 9223372036854775807",
        "RATE, 1 Gbit/s, 1000000000",
        "RATE, 100 Mbit/s, 100000000",
        "RATE, 9.6 kbit/s, 9600",
        "RATE, 1 bit/s, 1",
        "SIZE, 100 MiB, 104857600",
        "SIZE, 64 KiB, 65536",
        "SIZE, 64 kB, 64000",
        "SIZE, 0.5 KiB, 512",
        "SIZE, 1500 B, 1500",
        "SIZE, 1 TiB, 1099511627776",
        "SHARE, 0.01 %, 100000",
        "SHARE, 1 %, 10000000",
        "SHARE, 100 %, 1000000000",
        "SHARE, 0.0000001 %, 1",
        "SHARE, 0, 0",
        "PACKETS, 100 packets, 100",
        "PACKETS, 1 packet, 1",
    })
    void readsExactly(Quantity quantity, String text, long value) {
        assertEquals(value, quantity.parse(text));
    }

    @ParameterizedTest
    @CsvSource({
        "TIME, 0, 0 ns",
        "TIME, 1, 1 ns",
        "TIME, 1500000000, 1.5 s",
        "TIME, 100000000, 100 ms",
        "TIME, 1000000, 1 ms",
        "TIME, 1000001, 1000001 ns",
        "TIME, 60000000000, 60 s",
        "TIME, 120000000000, 2 min",
        "TIME, 90000000000, 90 s",
        "TIME, 3600000000000, 1 h",
        "TIME, 1200000000000, 20 min",
        "RATE, 1000000000, 1 Gbit/s",
        "RATE, 100000000, 100 Mbit/s",
        "RATE, 1500000, 1.5 Mbit/s",
        "RATE, 999, 999 bit/s",
        "SIZE, 104857600, 100 MiB",
        "SIZE, 1000, 1 kB",
        "SIZE, 1024, 1 KiB",
        "SIZE, 1500, 1.5 kB",
        "SIZE, 1, 1 B",
        "SHARE, 100000, 0.01 %",
        "SHARE, 1000000000, 100 %",
        "SHARE, 0, 0 %",
        "PACKETS, 1, 1 packet",
        "PACKETS, 100, 100 packets",
    })
    void writesTheShortestForm(Quantity quantity, long value, String text) {
        assertEquals(text, quantity.format(value));
    }

    @ParameterizedTest
    @EnumSource
    void whatItWritesItReads(Quantity quantity) {
        Random random = new Random(1);
        for (int i = 0; i < 5000; i++) {
            long value = random.nextLong() >>> 1 + random.nextInt(63);
            String text = quantity.format(value);
            assertEquals(value, quantity.parse(text), text);
            boolean base =
                    quantity != Quantity.SHARE; // a share has no unit of one part per billion
            assertTrue(
                    !base || text.length() <= (value + " " + quantity.units().getFirst()).length(),
                    text);
        }
        assertEquals(Long.MAX_VALUE, quantity.parse(quantity.format(Long.MAX_VALUE)));
        assertThrows(IllegalArgumentException.class, () -> quantity.format(-1));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "TIME | 10 | missing-unit | '10' has no unit: write a time like `10 ms`",
                "TIME | ms | bad-quantity | 'ms' is not a time: write it like `10 ms`",
                "TIME | '' | bad-quantity | '' is not a time: write it like `10 ms`",
                "TIME | 1..5 s | bad-quantity | '1..5 s' is not a time: write it like `10 ms`",
                "TIME | 1. s | bad-quantity | '1. s' is not a time: write it like `10 ms`",
                "TIME | .5 s | bad-quantity | '.5 s' is not a time: write it like `10 ms`",
                "TIME | +5 s | bad-quantity | '+5 s' is not a time: write it like `10 ms`",
                "TIME | 1e3 s | bad-quantity | 'e3 s' is no unit of a time: use ns, us, ms, s, min,"
                        + " h",
                "TIME | -1 s | out-of-range | a time is never negative",
                "TIME | 0.5 ns | bad-quantity | '0.5 ns' is finer than one ns, the smallest step of"
                        + " a time",
                "TIME | 10 sec | bad-quantity | 'sec' is no unit of a time: use ns, us, ms, s, min,"
                        + " h",
                "TIME | 9223372036.854775808 s | out-of-range | '9223372036.854775808 s' is too"
                        + " large for a time",
                "RATE | 1 Gbit | bad-quantity | 'Gbit' is no unit of a rate: did you mean Gbit/s?"
                        + " use bit/s, kbit/s, Mbit/s, Gbit/s, Tbit/s",
                "RATE | 1 gbit/s | bad-quantity | 'gbit/s' is no unit of a rate: did you mean"
                        + " Gbit/s? use bit/s, kbit/s, Mbit/s, Gbit/s, Tbit/s",
                "SHARE | 0.00000001 % | bad-quantity | '0.00000001 %' is finer than one part per"
                        + " billion, the smallest step of a share",
            })
    void saysWhatIsWrong(Quantity quantity, String text, String code, String message) {
        QuantityException e = assertThrows(QuantityException.class, () -> quantity.parse(text));
        assertEquals(code, e.code());
        assertEquals(message, e.getMessage());
    }

    @Test
    void manyDigitsTakeNoTime() {
        QuantityException e =
                assertThrows(
                        QuantityException.class,
                        () -> Quantity.SIZE.parse("9".repeat(1_000_000) + " B"));
        assertEquals("the number of this size has too many digits", e.getMessage());
    }
}
