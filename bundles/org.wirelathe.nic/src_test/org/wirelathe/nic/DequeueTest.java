package org.wirelathe.nic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.wirelathe.api.node.CpuCosts;

/** Disciplines that decide at dequeue, and what becomes of frames when queue, rings or carrier change. */
class DequeueTest {
    private static final long FRAME = 8192;

    private final Bench bench = new Bench();

    @AfterEach
    void everythingComesBack() {
        assertEquals(0, bench.close());
    }

    private void send(int from, int to) {
        for (int mark = from; mark < to; mark++) {
            bench.nic.send(bench.frames.plain(mark, 1000));
        }
    }

    private static List<Integer> marks(int from, int to) {
        return IntStream.range(from, to).boxed().toList();
    }

    @Test // B15: one frame in the device; the queue is asked at the moment the line falls free, which never idles
    void b15DisciplineIsAskedWhenTheLineFallsFree() {
        bench.queue = new TestQueue(100, 1);
        bench.build();
        send(0, 5);
        assertEquals(marks(0, 1), bench.line.sent);
        assertEquals(4, bench.nic.backlog());
        bench.time.runUntil(FRAME - 1);
        assertEquals(marks(0, 1), bench.line.sent);
        bench.time.runUntil(FRAME);
        assertEquals(marks(0, 2), bench.line.sent);
        bench.time.runUntil(10 * FRAME);
        assertEquals(LongRange.steps(FRAME, 5), bench.line.left);
        assertEquals(4, bench.time.fired, "one event for each frame that waited, none behind the last");
        send(5, 6);
        bench.time.runUntil(20 * FRAME);
        assertEquals(4, bench.time.fired, "a frame that finds the line free costs none");
    }

    @Test // B15: two frames in the device
    void b15DeeperLookahead() {
        bench.queue = new TestQueue(100, 2);
        bench.build();
        send(0, 5);
        assertEquals(marks(0, 2), bench.line.sent);
        bench.time.runUntil(FRAME);
        assertEquals(marks(0, 3), bench.line.sent);
        bench.time.runUntil(10 * FRAME);
        assertEquals(LongRange.steps(FRAME, 5), bench.line.left);
    }

    @Test // B15: called back by a PAUSE, the frame is still one in the device
    void b15PausedDeviceHoldsOneFrame() {
        bench.queue = new TestQueue(100, 1);
        bench.buffer(true, 8000).build();
        send(0, 4);
        bench.arriveAt(FRAME / 2, bench.frames.pause(100));
        bench.time.runUntil(5 * FRAME);
        assertEquals(marks(0, 1), bench.line.sent);
        bench.time.runUntil(1_000_000);
        assertEquals(marks(0, 4), bench.line.sent);
        long resumed = FRAME / 2 + 100 * 512;
        assertEquals(List.of(FRAME, resumed + FRAME, resumed + 2 * FRAME, resumed + 3 * FRAME), bench.line.left);
    }

    @Test // B15: a shaper wakes the interface
    void b15ShaperWakesTheInterface() {
        TestQueue shaper = new TestQueue(100, 1);
        shaper.shut = true;
        bench.queue = shaper;
        bench.build();
        send(0, 3);
        bench.time.runUntil(10 * FRAME);
        assertEquals(List.of(), bench.line.sent);
        shaper.shut = false;
        shaper.waker.run();
        bench.time.runUntil(20 * FRAME);
        assertEquals(marks(0, 3), bench.line.sent);
    }

    @Test // what a shaper holds moves to its successor, and is released at the end
    void queueThatHoldsBackIsDrained() {
        TestQueue shaper = new TestQueue(100, 1);
        shaper.shut = true;
        bench.queue = shaper;
        bench.build();
        send(0, 5);
        bench.nic.queue(new TestQueue(100));
        assertEquals(marks(0, 5), bench.line.sent);
        TestQueue other = new TestQueue(100, 1);
        other.shut = true;
        bench.nic.queue(other);
        send(5, 9);
        bench.nic.close();
        assertEquals(0, other.length());
    }

    @Test // B15, B16: a queue replaced in the middle neither stalls nor loses
    void b16QueueReplacedWhileTheLineIsBusy() {
        bench.queue = new TestQueue(100, 1);
        bench.build();
        send(0, 5);
        bench.nic.queue(new TestQueue(100, 2));
        bench.time.runUntil(FRAME);
        bench.nic.queue(new TestQueue(100, 1));
        bench.time.runUntil(100 * FRAME);
        assertEquals(marks(0, 5), bench.line.sent);
        assertEquals(LongRange.steps(FRAME, 5), bench.line.left);
        assertEquals(0, bench.counters.drops());
    }

    @Test // B11: a burst of 20 into a ring of 4, and of 32
    void b11BurstIntoASmallAndALargeRing() {
        bench.costs = new CpuCosts(0, 0, 1_000_000);
        bench.rings(16, 4).build();
        for (int mark = 0; mark < 20; mark++) {
            bench.line.card.received(bench.frames.plain(mark, 1000));
        }
        bench.time.runUntil(100_000_000);
        assertEquals(marks(0, 4), bench.marksUp());
        assertEquals(16, bench.count("rxNoBuffer"));
        bench.rings(16, 32).refit();
        for (int mark = 20; mark < 40; mark++) {
            bench.line.card.received(bench.frames.plain(mark, 1000));
        }
        bench.time.runUntil(200_000_000);
        assertEquals(24, bench.up.size());
        assertEquals(16, bench.count("rxNoBuffer"));
    }

    @Test // B11: rings shrink and grow under frames in both directions; none is lost and none overtakes
    void b11RingsChangeUnderFrames() {
        bench.costs = new CpuCosts(0, 0, 1000);
        bench.rings(32, 32).build();
        send(0, 40);
        for (int mark = 0; mark < 20; mark++) {
            bench.line.card.received(bench.frames.plain(mark, 1000));
        }
        bench.rings(4, 4).refit();
        bench.time.runUntil(10 * FRAME);
        bench.rings(64, 64).refit();
        bench.time.runUntil(100 * FRAME);
        assertEquals(marks(0, 40), bench.line.sent);
        assertEquals(LongRange.steps(FRAME, 40), bench.line.left);
        assertEquals(marks(0, 20), bench.marksUp());
        assertEquals(0, bench.counters.drops());
    }

    @Test // B16: what waits when the carrier goes is dropped and counted, as is what is sent meanwhile
    void b16WithoutCarrierFramesAreDroppedAndCounted() {
        bench.rings(4, 4).build();
        send(0, 10);
        bench.time.runUntil(FRAME + 1);
        assertTrue(bench.nic.carrier());
        bench.line.carrier(false);
        assertTrue(!bench.nic.carrier());
        send(10, 12);
        bench.time.runUntil(20 * FRAME);
        assertEquals(marks(0, 2), bench.line.sent);
        assertEquals(10, bench.count("txNoCarrier"));
        assertEquals(2, bench.count("txPackets"));
        bench.line.carrier(true);
        send(12, 14);
        assertEquals(List.of(0, 1, 12, 13), bench.line.sent);
    }

    @Test // the run is over: the cable may be cut or cleared, the card takes no notice
    void closedCardTakesNoNoticeOfTheLine() {
        bench.build();
        send(0, 5);
        bench.nic.close();
        bench.line.carrier(false);
        bench.line.carrier(true);
        bench.line.card.received(bench.frames.pause(9));
        assertEquals(5, bench.line.sent.size());
    }
}
