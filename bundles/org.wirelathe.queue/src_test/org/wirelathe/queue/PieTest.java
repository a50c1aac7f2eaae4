package org.wirelathe.queue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.wirelathe.queue.TestNode.MS;

import org.junit.jupiter.api.Test;
import org.wirelathe.api.packet.Packet;
import org.wirelathe.api.queue.PacketQueue;
import org.wirelathe.api.time.RandomStream;

/** RFC 8033 with its standard target and period of 15 ms, alpha 0.125 Hz, beta 1.25 Hz. */
class PieTest {
    private static final long ONE = PieControl.ONE;
    private static final int FULL = 1514;

    private final PieControl control = control(1);

    private static PieControl control(long seed) {
        return new PieControl(15 * MS, 15 * MS, 2, 20, new RandomStream(seed, "pie"));
    }

    @Test // RFC 8033 §4.2: (0.125 (0.030 - 0.015) + 1.25 (0.030 - 0)) / 2048, then / 128 without a trend
    void theFirstStepsByHand() {
        control.update(30 * MS);
        assertEquals(19_226_074_218L, control.probability());
        control.update(30 * MS);
        assertEquals(19_226_074_218L + 14_648_437_500L, control.probability());
    }

    @Test // RFC 8033 §4.2: each line of the table of scales
    void stepsGrowWithTheProbability() {
        long[][] table = {{1_000_000, 2048}, {100_000, 512}, {10_000, 128}, {1000, 32}, {100, 8}, {10, 2}, {1, 1}};
        boolean[] seen = new boolean[table.length];
        // A target a microsecond below the delay: 0.125 * 1e-6, whole parts of ONE even when divided by 2048.
        PieControl slow = new PieControl(30 * MS - 1000, 15 * MS, 2, 0, new RandomStream(1, "pie"));
        PieControl fast = new PieControl(15 * MS, 15 * MS, 2, 0, new RandomStream(1, "pie"));
        for (PieControl each : new PieControl[] {slow, fast}) {
            long step = each == slow ? 125_000_000L : 1_875_000_000_000L;
            for (int i = 0; i < 60_000 && each.probability() < ONE / 2; i++) {
                int line = 0;
                while (each.probability() >= ONE / table[line][0] && line < table.length - 1) {
                    line++;
                }
                long before = each.probability();
                each.update(30 * MS);
                assertEquals(step / table[line][1], each.probability() - before, "at " + before);
                seen[line] = true;
            }
        }
        for (boolean line : seen) {
            assertTrue(line);
        }
    }

    @Test // RFC 8033 §5.5: no more than 2 % at once above 10 %; Linux: 2 % more when the delay is beyond 250 ms
    void boundsItsSteps() {
        while (control.probability() < ONE / 2) {
            control.update(200 * MS);
        }
        control.update(15 * MS);
        control.update(15 * MS);
        long before = control.probability();
        control.update(100 * MS);
        assertEquals(before + ONE / 50, control.probability());
        control.update(251 * MS);
        assertEquals(before + 3 * (ONE / 50), control.probability());
        for (int i = 0; i < 100; i++) {
            control.update(300 * MS);
        }
        assertEquals(ONE, control.probability(), "never above one");
    }

    @Test // RFC 8033 §4.2: a 64th less, besides the controller's own step, while the queue stays empty
    void decaysWhileEmpty() {
        while (control.probability() < ONE / 2) {
            control.update(30 * MS);
        }
        control.update(0);
        long before = control.probability();
        control.update(0);
        long stepped = before - 1_875_000_000_000L;
        assertEquals(stepped - stepped / 64, control.probability());
        for (int i = 0; i < 2000; i++) {
            control.update(0);
        }
        assertEquals(0, control.probability());
        assertTrue(control.atRest());
    }

    @Test // RFC 8033 §4.4: 150 ms, ten periods, without a drop; whole again after calm
    void toleratesABurst() {
        for (int i = 0; i < 10; i++) {
            assertFalse(control.drops(1_000_000, FULL));
            assertEquals((10 - i) * 15 * MS, control.burstAllowance());
            control.update(300 * MS);
        }
        assertEquals(0, control.burstAllowance());
        for (int i = 0; i < 60; i++) {
            control.update(300 * MS);
        }
        assertTrue(control.drops(1_000_000, FULL));
        for (int i = 0; i < 2000; i++) {
            control.update(0);
        }
        assertEquals(150 * MS, control.burstAllowance());
    }

    @Test // RFC 8033 §4.1: nothing is dropped from less than two full frames
    void leavesASmallQueueAlone() {
        for (int i = 0; i < 200; i++) {
            control.update(300 * MS);
        }
        assertFalse(control.drops(2 * FULL - 1, FULL));
        assertTrue(control.drops(2 * FULL, FULL));
    }

    @Test // RFC 8033 §4.1: nor below half the target while the probability is under 20 %
    void leavesAShortDelayAlone() {
        while (control.probability() < ONE / 8) {
            control.update(30 * MS);
        }
        control.update(7 * MS);
        control.update(7 * MS);
        assertTrue(control.probability() > ONE / 50 && control.probability() < ONE / 5);
        for (int i = 0; i < 1000; i++) {
            assertFalse(control.drops(1_000_000, FULL));
        }
    }

    /**
     * RFC 8033 §5.4: drops are kept apart. With probability p, none comes before the sum reaches 0.85, all by 8.5;
     * between, the gap is geometric: its mean is ceil(0.85 / p) - 1 + 1 / p. Over 20,000 gaps of each of 5 seeds the
     * mean lies within 4 standard errors (99.99 %).
     */
    @Test
    void dropsAreDerandomized() {
        for (int seed = 1; seed <= 5; seed++) {
            PieControl each = control(seed);
            while (each.probability() < ONE / 20) {
                each.update(30 * MS);
            }
            double p = (double) each.probability() / ONE;
            int gaps = 20_000;
            long sum = 0;
            for (int i = 0; i < gaps; i++) {
                int gap = 1;
                while (!each.drops(1_000_000, FULL)) {
                    gap++;
                }
                assertTrue(gap >= Math.ceil(0.85 / p), "too soon after " + gap);
                assertTrue(gap <= Math.ceil(8.5 / p), "too late after " + gap);
                sum += gap;
            }
            double error = Math.sqrt(1 - p) / p / Math.sqrt(gaps);
            assertEquals(Math.ceil(0.85 / p) - 1 + 1 / p, (double) sum / gaps, 4 * error, "seed " + seed);
        }
    }

    @Test // the updates of a queue at rest are left out, and fall on the same multiples of 15 ms when it is not
    void costsNoEventAtRest() {
        TestNode node = new TestNode();
        PacketQueue queue = node.queue(new PieDiscipline());
        assertEquals(0, node.clock.pending());
        node.clock.runUntil(20 * MS);
        Packet frame = node.frame(1000);
        assertTrue(queue.mayBypass(frame, 0));
        assertTrue(queue.offer(frame, 1));
        assertEquals(1, node.clock.pending());
        node.clock.runUntil(29 * MS);
        queue.poll().release();
        node.clock.runUntil(30 * MS - 1);
        assertEquals(1, node.clock.pending());
        node.clock.runUntil(30 * MS);
        assertEquals(0, node.clock.pending());
        queue.close();
        assertEquals(0, node.pool.inUse());
    }

    @Test // RFC 8033 §5.1
    void marksWhileTheProbabilityIsSmallAndDropsAbove() {
        TestNode node = new TestNode();
        PacketQueue queue = node.queue(new PieDiscipline(), "ecn", 1);
        long marksAtFirstDrop = -1;
        for (int i = 0; i < 2000 && marksAtFirstDrop < 0; i++) {
            Packet frame = node.ipv4(1000, 2, 7);
            if (!queue.offer(frame, 1)) {
                frame.release();
            }
            node.clock.runUntil(i * 3 * MS);
            if (i % 2 == 0) {
                queue.poll().release();
            }
            if (node.count("early_drop") > 0) {
                marksAtFirstDrop = node.count("ecn_mark");
            }
        }
        assertTrue(marksAtFirstDrop > 0, marksAtFirstDrop + " marks before the first drop");
        queue.close();
        assertEquals(0, node.clock.pending());
    }

    @Test // the update that is due at 30 ms does not come when the queue is put away at 25 ms, with a frame in it
    void noUpdateAfterItsEnd() {
        TestNode node = new TestNode();
        PacketQueue queue = node.queue(new PieDiscipline());
        node.clock.runUntil(20 * MS);
        assertTrue(queue.offer(node.frame(1000), 1));
        assertTrue(queue.offer(node.frame(1000), 1));
        node.clock.runUntil(25 * MS);
        queue.poll().release();
        assertEquals(1, node.clock.pending());
        queue.close();
        assertEquals(0, node.clock.pending());
        assertEquals(0, node.pool.inUse());
        node.clock.runUntil(45 * MS);
        assertEquals(0, node.clock.pending(), "nor does it arm itself again");
    }
}
