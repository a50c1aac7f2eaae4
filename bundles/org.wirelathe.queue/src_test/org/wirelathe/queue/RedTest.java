package org.wirelathe.queue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.wirelathe.queue.TestNode.MS;

import org.junit.jupiter.api.Test;
import org.wirelathe.api.packet.Packet;
import org.wirelathe.api.queue.PacketQueue;

/** Floyd and Jacobson, Random Early Detection Gateways for Congestion Avoidance, 1993; tc-red(8). */
class RedTest {
    private static final int LENGTH = 1000;

    @Test // FJ93 §4: after n arrivals at a queue of q bytes, avg = q (1 - (1 - w)^n)
    void theAverageFollowsTheQueue() {
        RedAverage average = new RedAverage(9);
        for (int n = 1; n <= 3000; n++) {
            average.arrival(50_000);
            assertEquals(50_000 * (1 - Math.pow(1 - 1.0 / 512, n)), average.value(), 2);
        }
    }

    @Test // FJ93 §4: avg (1 - w)^m after the time of m frames
    void theAverageDecaysWhileIdle() {
        for (int frames : new int[] {0, 1, 2, 3, 100, 511, 512, 1000, 5000}) {
            RedAverage average = new RedAverage(9);
            while (average.value() < 1_000_000_000) {
                average.arrival(1_100_000_000);
            }
            double before = average.value();
            average.idle(frames);
            assertEquals(before * Math.pow(1 - 1.0 / 512, frames), average.value(), 1 + before * 1e-9);
        }
        RedAverage average = new RedAverage(9);
        average.arrival(1_000_000);
        average.idle(Long.MAX_VALUE);
        assertEquals(0, average.value());
    }

    @Test // 55 + 1 - 30 = 26: (1 - (1 - 1/32)^55) 32 = 26.4 holds it, (1 - (1 - 1/16)^55) 16 = 15.5 does not
    void theWeightFollowsTheBurst() {
        assertEquals(5, RedAverage.shift(30_000, 55, 1000));
        assertEquals(1, RedAverage.shift(30_000, 30, 1000));
    }

    /** A queue with weight 1/32, thresholds 30,000 and 90,000 bytes, as in the example of tc-red(8). */
    private static PacketQueue red(TestNode node, int ecn) {
        return node.limited(new RedDiscipline(), 10_000, 400_000, 10_000_000, "min", 30_000, "max", 90_000, "avpkt",
                1000, "burst", 55, "probability", 20_000_000, "ecn", ecn);
    }

    private static boolean offer(TestNode node, PacketQueue queue) {
        Packet frame = node.ipv4(LENGTH, 2, 7);
        if (queue.offer(frame, 1)) {
            return true;
        }
        frame.release();
        return false;
    }

    /** Lets the average come to rest at a queue of that many frames; the line then gives up a frame for each taken. */
    private static void settle(TestNode node, PacketQueue queue, int frames) {
        while (queue.length() < frames) {
            offer(node, queue);
        }
        for (int i = 0; i < 2000; i++) {
            if (offer(node, queue)) {
                queue.poll().release();
            }
        }
        assertEquals(frames * (long) LENGTH, ((RedQueue) queue).averageBytes());
    }

    /**
     * FJ93 §4, method 2: between marks lie 1 to 1/p frames, each as likely, where p = 0.02 (avg - min) / (max - min) =
     * 0.01 in the middle. Of each of 5 seeds 20,000 gaps: the mean 50.5 within 4 standard errors (99.99 %), and
     * chi-squared over the 100 lengths below its 99.99 % quantile for 99 degrees of freedom, 161.
     */
    @Test
    void marksAreSpreadEvenly() {
        for (int seed = 1; seed <= 5; seed++) {
            TestNode node = new TestNode(seed);
            PacketQueue queue = red(node, 1);
            settle(node, queue, 60);
            int gaps = 20_000;
            int[] byLength = new int[101];
            long sum = 0;
            for (int i = -1; i < gaps; i++) {
                long before = node.count("prob_mark");
                int gap = 0;
                while (node.count("prob_mark") == before) {
                    assertTrue(offer(node, queue));
                    queue.poll().release();
                    gap++;
                }
                if (i >= 0) {
                    byLength[gap]++;
                    sum += gap;
                }
            }
            double error = Math.sqrt((100 * 100 - 1) / 12.0 / gaps);
            assertEquals(50.5, (double) sum / gaps, 4 * error, "seed " + seed);
            double chiSquared = 0;
            for (int length = 1; length <= 100; length++) {
                chiSquared += (byLength[length] - 200.0) * (byLength[length] - 200.0) / 200;
            }
            assertTrue(chiSquared < 161, "seed " + seed + ": " + chiSquared);
        }
    }

    /** p is linear in the average: at a quarter, half, three quarters of the way, the mean gap is (1/p + 1) / 2. */
    @Test
    void theProbabilityIsLinear() {
        for (int frames : new int[] {45, 60, 75}) {
            TestNode node = new TestNode(9);
            PacketQueue queue = red(node, 0);
            settle(node, queue, frames);
            double n = 60.0 / (0.02 * (frames - 30));
            long before = node.count("prob_drop");
            int offered = 1_000_000;
            for (int i = 0; i < offered; i++) {
                if (offer(node, queue)) {
                    queue.poll().release();
                }
            }
            double expected = offered / ((n + 1) / 2);
            // Renewals: the variance of their number is offered var(gap) / mean(gap)^3; 4 deviations, 99.99 %, and 1 %
            // because a gap is a whole number of frames where 1/p is not.
            double mean = (n + 1) / 2;
            double deviation = Math.sqrt(offered * (n * n - 1) / 12 / (mean * mean * mean));
            assertEquals(expected, node.count("prob_drop") - before, 4 * deviation + expected / 100, "at " + frames);
        }
    }

    @Test
    void belowMinNothingAboveMaxEverything() {
        TestNode node = new TestNode();
        PacketQueue queue = red(node, 0);
        settle(node, queue, 29);
        assertEquals(0, node.count("prob_drop") + node.count("forced_drop"));
        while (((RedQueue) queue).averageBytes() < 90_000) {
            offer(node, queue);
        }
        long forced = node.count("forced_drop");
        for (int i = 1; i <= 100; i++) {
            assertFalse(offer(node, queue));
            assertEquals(forced + i, node.count("forced_drop"));
        }
        queue.close();
        assertEquals(0, node.pool.inUse());
        assertEquals(0, node.dropped(), "refusals are the interface's to count");
    }

    @Test
    void marksAboveMaxWhenItMay() {
        TestNode node = new TestNode();
        PacketQueue queue = red(node, 1);
        while (((RedQueue) queue).averageBytes() < 90_000) {
            offer(node, queue);
        }
        assertTrue(offer(node, queue));
        assertTrue(node.count("forced_mark") > 0);
        while (offer(node, queue)) {
            assertTrue(queue.length() <= 400);
        }
        assertEquals(1, node.count("pdrop"), "the queue itself is full");
    }

    @Test // an average above max, then 128 frame times of silence at 10 Mbit/s: (1 - 1/32)^128 = 0.0172
    void silenceIsForgiven() {
        TestNode node = new TestNode();
        PacketQueue queue = red(node, 0);
        while (offer(node, queue)) {
            assertTrue(queue.length() <= 400);
        }
        long average = ((RedQueue) queue).averageBytes();
        while (queue.length() > 0) {
            queue.poll().release();
        }
        node.clock.runUntil(128 * 800_000 + MS / 10);
        assertTrue(offer(node, queue));
        assertEquals(average * 0.01718, ((RedQueue) queue).averageBytes(), average * 0.0001 + 1);
    }

    /**
     * FJ93 §4: an arrival that is refused leaves the queue idle, and what it did not use of the silence counts for the
     * next. At 10 Mbit/s a frame of 1000 bytes takes 0.8 ms: the arrivals at 1.2 and 1.6 ms have seen one frame's time
     * each, (1 - 1/32) twice; were the remainder forgotten, the second had seen none, were the start, two.
     */
    @Test
    void silenceIsCountedOnceAndWhole() {
        TestNode node = new TestNode();
        PacketQueue queue = red(node, 0);
        for (int i = 0; i < 5000; i++) {
            offer(node, queue);
        }
        long average = queue.length() * (long) LENGTH;
        assertEquals(average, ((RedQueue) queue).averageBytes());
        assertTrue(average > 100_000, "above max, and still when it has decayed twice");
        while (queue.length() > 0) {
            queue.poll().release();
        }
        long[] after = {average * 31 / 32, average * 31 * 31 / (32 * 32), average * 31 * 31 / (32 * 32)};
        long[] times = {1_200_000, 1_600_000, 2_399_999};
        for (int i = 0; i < times.length; i++) {
            node.clock.runUntil(times[i]);
            assertFalse(offer(node, queue));
            assertEquals(after[i], ((RedQueue) queue).averageBytes(), 1, "at " + times[i] + " ns");
        }
        node.clock.runUntil(2_400_000);
        assertFalse(offer(node, queue));
        assertEquals(average * 31 / 32 * 31 / 32 * 31 / 32, ((RedQueue) queue).averageBytes(), 2);
    }
}
