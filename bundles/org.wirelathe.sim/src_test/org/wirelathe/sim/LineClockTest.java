package org.wirelathe.sim;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class LineClockTest {
    @Test
    void b9NoDriftOverAMillionFramesAtAnOddRate() {
        LineClock clock = new LineClock(3_000_007);
        clock.start(0);
        long free = 0;
        for (int i = 0; i < 1_000_000; i++) {
            clock.frame(60);
            free = clock.gap();
        }
        // 84e6 bytes * 8e9 / 3000007 = 223999477334.55 ns
        assertEquals(223_999_477_335L, free);
    }

    @Test // 8e9 / 4e11 = 0.02 ns a byte: 84 bytes 1.68 ns
    void b9FourHundredGigabit() {
        LineClock clock = new LineClock(400_000_000_000L);
        clock.start(0);
        assertEquals(2, clock.frame(60)); // 1.44
        assertEquals(2, clock.gap()); // 1.68
        assertEquals(4, clock.frame(60)); // 3.12
        assertEquals(4, clock.gap()); // 3.36
        assertEquals(34, clock.frame(1514)); // 33.88
    }

    @Test
    void fastestRateThatCanBeWritten() {
        LineClock clock = new LineClock(Long.MAX_VALUE);
        long last = 0;
        for (int i = 0; i < 1000; i++) {
            clock.start(0);
            clock.frame(1514);
            last = clock.gap();
        }
        assertEquals(1, last, "1000 frames take 0.0013 ns");
    }

    @Test
    void fractionIsKeptWhenTheNextFrameComesAsSoonAsTheLineIsSaidToBeFree() {
        LineClock clock = new LineClock(7_000_000_000L);
        // 84 bytes last 96 ns exactly; the last bit of the FCS leaves after 82 2/7 ns
        assertEquals(0, clock.start(0));
        assertEquals(83, clock.frame(60));
        assertEquals(96, clock.gap());
        // 85 bytes last 97 1/7 ns: free at 193 1/7, said to be 194
        assertEquals(96, clock.start(96));
        clock.frame(61);
        assertEquals(194, clock.gap());
        assertEquals(194, clock.start(194));
        // six more of 97 1/7 ns: 193 1/7 + 582 6/7 = 776 exactly, only if no fraction was lost
        long free = 194;
        for (int i = 0; i < 6; i++) {
            clock.start(free);
            clock.frame(61);
            free = clock.gap();
        }
        assertEquals(776, free);
    }
}
