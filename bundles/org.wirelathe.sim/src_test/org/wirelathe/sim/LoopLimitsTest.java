package org.wirelathe.sim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.management.ManagementFactory;
import java.util.concurrent.TimeUnit;

import com.sun.management.ThreadMXBean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.wirelathe.api.time.EventLoop;
import org.wirelathe.api.time.Timer;

/** What the loop costs, and where it ends. */
class LoopLimitsTest {
    private final EventLoop loop = new EventLoops().virtual();
    private int fired;

    @Test
    void armingAndFiringAllocateNothing() {
        Timer ack = loop.timer(() -> fired++);
        Timer[] tick = new Timer[1];
        tick[0] = loop.timer(() -> {
            tick[0].armAt(loop.now() + 10);
            ack.armAt(loop.now() + 25);
            ack.armAt(loop.now() + 5);
        });
        tick[0].armAt(0);
        loop.runUntil(100_000);
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();
        loop.runUntil(2_000_000);
        long allocated = threads.getCurrentThreadAllocatedBytes() - before;
        assertTrue(allocated < 4096, "190,000 rounds allocated " + allocated + " bytes");
        assertEquals(200_000, fired);
    }

    @Test // 20,000 timers of each kind of delay, so that the wheel is in use and turns through its levels
    void armingAndFiringAllocateNothingAmongMany() {
        for (int i = 0; i < 20_000; i++) {
            long period = i % 10 == 0 ? 200_000_000 : 100_000 + i * 300;
            Timer[] self = new Timer[1];
            self[0] = loop.timer(() -> {
                fired++;
                self[0].armAt(loop.now() + period + 1);
                self[0].armAt(loop.now() + period);
            });
            self[0].armAt(i);
        }
        loop.runUntil(250_000_000);
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        int firedBefore = fired;
        long before = threads.getCurrentThreadAllocatedBytes();
        loop.runUntil(500_000_000);
        long allocated = threads.getCurrentThreadAllocatedBytes() - before;
        assertTrue(fired - firedBefore > 1_000_000, fired - firedBefore + " fired");
        assertTrue(allocated < 4096, fired - firedBefore + " events allocated " + allocated + " bytes");
    }

    @Test
    void timersThatHaveFiredCostNoSlot() {
        for (int i = 0; i < 5_000_000; i++) { // more than there are slots
            loop.timer(() -> fired++).armAt(i);
            loop.runUntil(i);
        }
        assertEquals(5_000_000, fired);
    }

    @Test
    void tooManyPendingEventsFailWithASentence() {
        Timer timer = loop.timer(() -> fired++);
        IllegalStateException failure = assertThrows(IllegalStateException.class, () -> {
            for (int i = 5_000_000; i > 0; i--) { // each earlier than the one before: each needs an entry
                timer.armAt(i);
            }
        });
        assertEquals("more than 4194304 events are pending in one run", failure.getMessage());
        assertEquals(5_000_000 - (1 << 22) + 1, timer.deadline(), "the last good arming stands");
        assertTrue(loop.runUntil(10_000_000));
        assertEquals(1, fired);
        timer.armAt(10_000_001);
        loop.runUntil(10_000_001);
        assertEquals(2, fired);
    }

    @Test
    void orderNumberOutOfRangeFailsWithASentence() {
        Timer timer = loop.timer(() -> fired++);
        assertThrows(IllegalStateException.class, () -> timer.armAt(5, 1L << 41));
        assertThrows(IllegalStateException.class, () -> timer.armAt(5, -1));
        assertFalse(timer.isArmed());
        timer.armAt(5, (1L << 41) - 1);
        loop.runUntil(5);
        assertEquals(1, fired);
    }

    @Test
    @Timeout(value = 20, unit = TimeUnit.SECONDS)
    void stopFromAnotherThreadEndsARunThatWouldNeverEnd() throws InterruptedException {
        Timer[] tick = new Timer[1];
        Thread other = new Thread(loop::stop);
        tick[0] = loop.timer(() -> {
            tick[0].armAt(loop.now() + 1);
            if (fired++ == 0) {
                other.start();
            }
        });
        tick[0].armAt(0);
        assertFalse(loop.runUntil(Long.MAX_VALUE));
        other.join();
        assertTrue(tick[0].isArmed());
    }
}
