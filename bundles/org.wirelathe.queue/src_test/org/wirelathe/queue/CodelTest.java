package org.wirelathe.queue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.wirelathe.queue.TestNode.MS;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.wirelathe.api.packet.Packet;
import org.wirelathe.api.queue.PacketQueue;

/** RFC 8289 with its standard target of 5 ms and interval of 100 ms, by hand. */
class CodelTest {
    private final TestNode node = new TestNode();
    private PacketQueue queue = node.queue(new CodelDiscipline());

    @AfterEach
    void nothingLeaks() {
        queue.close();
        assertEquals(0, node.pool.inUse());
    }

    private void fill(int frames, int tos) {
        for (int i = 0; i < frames; i++) {
            assertTrue(queue.offer(node.ipv4(1000, tos, 7), 0));
        }
    }

    private void pollAt(long time) {
        node.clock.runUntil(time);
        Packet frame = queue.poll();
        assertNotNull(frame);
        frame.release();
    }

    private long drops() {
        return node.dropped("codel_drop");
    }

    /** A drop is due at {@code time}, and not 1 ns before. */
    private void dropsAt(long time) {
        long before = drops();
        pollAt(time - 1);
        assertEquals(before, drops(), "too soon before " + time);
        pollAt(time);
        assertEquals(before + 1, drops(), "at " + time);
    }

    @Test // RFC 8289 §5.5, §5.6
    void dropsAnIntervalAfterTheDelayIsAboveTargetThenBySquareRoots() {
        fill(100, 0);
        pollAt(5 * MS - 1);
        pollAt(5 * MS);
        dropsAt(105 * MS);
        dropsAt(205 * MS);
        long time = 205 * MS + 70_710_678;
        dropsAt(time);
        time += 57_735_026;
        dropsAt(time);
        time += 50_000_000;
        dropsAt(time);
        time += 44_721_359;
        dropsAt(time);
        time += 40_824_829;
        dropsAt(time);
    }

    @Test // RFC 8289 §5.5: a late poll makes up for the drops that were due
    void aLatePollDropsAllThatIsDue() {
        fill(100, 0);
        pollAt(5 * MS);
        pollAt(105 * MS);
        pollAt(400 * MS);
        // 205, 275.7, 333.4, 383.4 ms
        assertEquals(1 + 4, drops());
    }

    @Test // RFC 8289 §5.6: below the target for one frame, and the interval begins anew
    void oneFrameBelowTargetEndsIt() {
        fill(3, 0);
        pollAt(10 * MS);
        node.clock.runUntil(60 * MS);
        pollAt(60 * MS);
        pollAt(60 * MS);
        fill(20, 0);
        pollAt(62 * MS);
        pollAt(66 * MS);
        pollAt(120 * MS);
        assertEquals(0, drops());
        dropsAt(166 * MS);
    }

    @Test // RFC 8289 §4.1: no drop that would leave the line without a frame
    void theLastFrameIsNeverDropped() {
        fill(100, 0);
        pollAt(10 * MS);
        long held = queue.length();
        for (int i = 0; i < held - 2; i++) {
            pollAt(11 * MS);
        }
        assertEquals(2, queue.length());
        pollAt(500 * MS);
        pollAt(900 * MS);
        assertEquals(0, drops());
        assertNull(queue.poll());
    }

    /** Drops at 105, 205, 275.7, 333.4 and 383.4 ms: count 5, of which 1 was there at the start; then it is emptied. */
    private void fiveDropsThenEmpty() {
        fill(100, 0);
        pollAt(5 * MS);
        pollAt(105 * MS);
        pollAt(400 * MS);
        assertEquals(5, drops());
        while (queue.length() > 0) {
            pollAt(400 * MS);
        }
    }

    @Test // RFC 8289 §5.5: the next drop is due at 428.2 ms; within 16 intervals of that it starts at count 5 - 1
    void remembersItsRateForSixteenIntervals() {
        fiveDropsThenEmpty();
        node.clock.runUntil(1800 * MS);
        fill(60, 0);
        pollAt(1810 * MS);
        dropsAt(1910 * MS);
        dropsAt(1960 * MS);
    }

    @Test
    void forgetsItsRateAfterSixteenIntervals() {
        fiveDropsThenEmpty();
        node.clock.runUntil(2000 * MS);
        fill(60, 0);
        pollAt(2010 * MS);
        dropsAt(2110 * MS);
        dropsAt(2210 * MS);
    }

    @Test // tc-codel(8), ecn: a mark stands for a drop, in time too
    void marksInsteadOfDropping() {
        queue = node.queue(new CodelDiscipline(), "ecn", 1);
        fill(20, 2);
        pollAt(5 * MS);
        pollAt(105 * MS - 1);
        assertEquals(0, node.count("ecn_mark"));
        node.clock.runUntil(105 * MS);
        Packet frame = queue.poll();
        assertEquals(3, frame.bytes[frame.head + 15] & 3);
        frame.release();
        pollAt(205 * MS - 1);
        assertEquals(1, node.count("ecn_mark"));
        pollAt(205 * MS);
        assertEquals(2, node.count("ecn_mark"));
        assertEquals(0, drops());
    }

    @Test // what is not ECN-capable is dropped, even so
    void dropsWhatItCannotMark() {
        queue = node.queue(new CodelDiscipline(), "ecn", 1);
        fill(20, 0);
        pollAt(5 * MS);
        pollAt(105 * MS);
        assertEquals(1, drops());
        assertEquals(0, node.count("ecn_mark"));
    }

    @Test // tc-codel(8): ce_threshold
    void marksAllAboveTheSecondThreshold() {
        queue = node.queue(new CodelDiscipline(), "ce_threshold", MS);
        fill(3, 2);
        pollAt(MS);
        assertEquals(0, node.count("ce_mark"));
        pollAt(MS + 1);
        pollAt(2 * MS);
        assertEquals(2, node.count("ce_mark"));
    }

    @Test // B15
    void b15AnEmptyQueueBeforeAnIdleDeviceIsBypassed() {
        Packet frame = node.frame(100);
        assertTrue(queue.mayBypass(frame, 0));
        assertFalse(queue.mayBypass(frame, 1), "it would wait unseen");
        assertTrue(queue.offer(frame, 0));
        assertFalse(queue.mayBypass(frame, 0), "it would overtake");
        assertEquals(1, queue.lookahead());
    }

    @Test
    void aFullQueueRefuses() {
        queue = node.limited(new CodelDiscipline(), 2, Long.MAX_VALUE, 10_000_000);
        fill(2, 0);
        Packet late = node.frame(100);
        assertFalse(queue.offer(late, 0));
        late.release();
        assertEquals(1, node.count("drop_overlimit"));
        assertEquals(0, node.dropped(), "the interface counts it");
    }
}
