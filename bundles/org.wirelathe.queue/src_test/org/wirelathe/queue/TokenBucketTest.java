package org.wirelathe.queue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.wirelathe.queue.TestNode.MS;
import static org.wirelathe.queue.TestNode.SECOND;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.wirelathe.api.packet.Packet;
import org.wirelathe.api.queue.PacketQueue;

/** tc-tbf(8), to the nanosecond. B15: a shaper. */
class TokenBucketTest {
    private final TestNode node = new TestNode();
    private final List<Long> departures = new ArrayList<>();
    private PacketQueue queue;

    private void shaper(long rate, long burst) {
        queue = node.queue(new TbfDiscipline(), "rate", rate, "burst", burst);
        queue.waker(this::pollAll);
    }

    private void pollAll() {
        for (Packet frame = queue.poll(); frame != null; frame = queue.poll()) {
            departures.add(node.clock.now());
            frame.release();
        }
    }

    private void offer(int frames, int length) {
        for (int i = 0; i < frames; i++) {
            assertTrue(queue.offer(node.frame(length), 0));
        }
        pollAll();
    }

    @AfterEach
    void nothingLeaks() {
        queue.close();
        assertEquals(0, node.pool.inUse());
        assertEquals(0, node.clock.pending());
    }

    @Test // 1000 bytes at 1 Mbit/s take 8 ms; 500 of 1500 are left after the first
    void b15BurstThenRate() {
        shaper(1_000_000, 1500);
        offer(4, 1000);
        node.clock.runUntil(SECOND);
        assertEquals(List.of(0L, 4 * MS, 12 * MS, 20 * MS), departures);
        assertEquals(3, node.count("overlimits"));
    }

    @Test // 8000 bits at 3 Mbit/s take 2,666,666 2/3 ns, a byte less at first 2,664,000: each rounds up by itself
    void roundingDoesNotAddUp() {
        shaper(3_000_000, 1001);
        offer(7, 1000);
        node.clock.runUntil(SECOND);
        assertEquals(List.of(0L, 2_664_000L, 5_330_667L, 7_997_334L, 10_664_000L, 13_330_667L, 15_997_334L),
                departures);
    }

    @Test // however long the pause, no more than the burst
    void aPauseFillsTheBucketAndNoMore() {
        shaper(1_000_000, 3000);
        offer(3, 1000);
        node.clock.runUntil(3600 * SECOND);
        offer(4, 1000);
        node.clock.runUntil(3601 * SECOND);
        long late = 3600 * SECOND;
        assertEquals(List.of(0L, 0L, 0L, late, late, late, late + 8 * MS), departures);
    }

    @Test // 50 bytes come in 0.4 ms
    void aPartlyFilledBucket() {
        shaper(1_000_000, 1000);
        offer(1, 950);
        node.clock.runUntil(2 * MS);
        offer(1, 400);
        node.clock.runUntil(SECOND);
        // 50 are left, 250 come in 2 ms, 100 more take 0.8 ms
        assertEquals(List.of(0L, 2_800_000L), departures);
    }

    @Test
    void aFrameLargerThanTheBucketIsRefused() {
        shaper(1_000_000, 999);
        Packet frame = node.frame(1000);
        assertFalse(queue.offer(frame, 0));
        frame.release();
        assertEquals(1, node.count("too_long"));
    }

    @Test // a packet that the card will cut goes into debt: 10,000 bytes take 80 ms in the long run
    void aPacketYetToBeCutOwesWhatTheBucketLacks() {
        shaper(1_000_000, 2000);
        Packet large = node.frame(10_000);
        large.segmentSize = 1448;
        assertTrue(queue.offer(large, 0));
        offer(1, 1000);
        node.clock.runUntil(SECOND);
        // 8000 bytes of debt and 1000 to come: 72 ms
        assertEquals(List.of(0L, 72 * MS), departures);
    }

    @Test
    void holdsWithTheLargestNumbers() {
        shaper(400_000_000_000L, 1_000_000_000);
        offer(2, 1000);
        node.clock.runUntil(3600 * SECOND);
        offer(2, 1000);
        assertEquals(4, departures.size());
    }

    @Test
    void drainsWithoutTokens() {
        shaper(1000, 1000);
        offer(3, 1000);
        assertEquals(2, queue.length());
        assertNull(queue.poll());
        queue.drain().release();
        queue.drain().release();
        assertNull(queue.drain());
    }

    @Test
    void theLinesRateIsTheStandard() {
        queue = node.limited(new TbfDiscipline(), 10, Long.MAX_VALUE, 8_000_000, "burst", 1000);
        queue.waker(this::pollAll);
        offer(2, 1000);
        node.clock.runUntil(SECOND);
        assertEquals(List.of(0L, MS), departures);
    }
}
