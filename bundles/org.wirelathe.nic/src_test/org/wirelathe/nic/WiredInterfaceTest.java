package org.wirelathe.nic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.wirelathe.nic.FakeLine.FRAME_TIME;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.wirelathe.api.nic.NetworkInterface;
import org.wirelathe.api.nic.NicSpec;
import org.wirelathe.api.node.NodeContext;
import org.wirelathe.api.packet.Packet;
import org.wirelathe.api.packet.PacketPool;

class WiredInterfaceTest {
    private final ManualTime time = new ManualTime();
    private final PacketPool pool = new PacketPool();
    private final TestCounters counters = new TestCounters();
    private final NodeContext node = new NodeContext("n", 1, time, pool, counters, null);
    private final FakeLine line = new FakeLine(time);
    private final List<Integer> received = new ArrayList<>();
    private NetworkInterface nic = fit(4, 4, 100);

    private NetworkInterface fit(int txRing, int rxRing, int limit) {
        NicSpec spec = new NicSpec("eth0", 0x0200_0000_0001L, 1500, txRing, rxRing);
        NetworkInterface made = new CardModel().create(node, spec, line, new RingDriver(), new TestQueue(limit));
        made.receiver(this::receive);
        return made;
    }

    private void refit(int txRing, int rxRing, int limit) {
        nic.close();
        nic = fit(txRing, rxRing, limit);
    }

    @AfterEach
    void everythingComesBack() {
        nic.close();
        line.clear();
        assertEquals(0, pool.inUse(), "packets not back in the pool");
        assertEquals(0, nic.backlog());
    }

    private void receive(Packet frame) {
        received.add(frame.bytes[frame.head] & 0xFF);
        frame.release();
    }

    private Packet frame(int mark) {
        Packet packet = pool.take();
        packet.bytes[packet.put(60)] = (byte) mark;
        return packet;
    }

    private void send(int from, int to) {
        for (int mark = from; mark < to; mark++) {
            nic.send(frame(mark));
        }
    }

    private void arrive(int mark) {
        line.card.received(frame(mark));
    }

    private static List<Integer> marks(int from, int to) {
        return IntStream.range(from, to).boxed().toList();
    }

    @Test // B2, B15: straight to the ring, doorbell, fetched at once
    void b15EmptyQueueIsBypassed() {
        assertTrue(nic.send(frame(7)));
        assertEquals(List.of(7), line.sent);
        assertEquals(0, nic.backlog(), "the frame on its way out does not wait");
        nic.send(frame(8));
        assertEquals(1, nic.backlog());
        assertEquals(2, counters.value("eth0.txPackets"));
        assertEquals(120, counters.value("eth0.txBytes"));
    }

    @Test // B3, B4: nobody waits, and while nothing is full a frame costs no event at the sender
    void b3CompletionIsWrittenBackWhenTheDriverLooks() {
        send(0, 3);
        assertEquals(2, nic.backlog());
        time.runUntil(FRAME_TIME);
        assertEquals(1, nic.backlog());
        time.runUntil(2 * FRAME_TIME - 1);
        assertEquals(1, nic.backlog());
        time.runUntil(3 * FRAME_TIME);
        assertEquals(0, nic.backlog());
        assertEquals(0, time.fired);
    }

    @Test // B2: ring of 4; the rest waits in the queue and follows without a gap on the line
    void b2FullRingFillsTheQueueAndTheLineNeverRunsDry() {
        send(0, 20);
        assertEquals(marks(0, 4), line.sent);
        assertEquals(19, nic.backlog());
        time.runUntil(100 * FRAME_TIME);
        assertEquals(marks(0, 20), line.sent);
        assertEquals(LongRange.steps(FRAME_TIME, 20), line.left);
        assertEquals(8, time.fired, "one interrupt for every two frames that waited");
    }

    @Test // B16: limit 6 waiting, ring included, besides the one on its way out
    void b16FullQueueDropsCountsAndSaysSo() {
        refit(4, 4, 6);
        for (int mark = 0; mark < 7; mark++) {
            assertTrue(nic.send(frame(mark)), "frame " + mark);
        }
        assertFalse(nic.send(frame(7)));
        assertEquals(1, counters.value("eth0.txQueueDrops"));
        time.runUntil(FRAME_TIME);
        assertTrue(nic.send(frame(8)));
        time.runUntil(100 * FRAME_TIME);
        assertEquals(List.of(0, 1, 2, 3, 4, 5, 6, 8), line.sent);
    }

    @Test // B5
    void b5FrameGoesIntoAPostedBufferAndUp() {
        for (int mark = 0; mark < 50; mark++) {
            arrive(mark);
        }
        assertEquals(marks(0, 50), received, "a fresh buffer is posted for each");
        assertEquals(50, counters.value("eth0.rxPackets"));
        assertEquals(3000, counters.value("eth0.rxBytes"));
        assertEquals(0, counters.drops());
        assertEquals(0, pool.inUse());
    }

    @Test // B5
    void b5BadFcsIsDroppedAndCounted() {
        Packet bad = frame(1);
        bad.corrupted = true;
        line.card.received(bad);
        assertEquals(List.of(), received);
        assertEquals(1, counters.value("eth0.rxCrcErrors"));
        assertEquals(0, counters.value("eth0.rxPackets"));
    }

    @Test
    void frameWithoutAReceiverIsCounted() {
        nic.close();
        nic = new CardModel().create(node, new NicSpec("eth1", 1, 1500, 4, 4), line, new RingDriver(),
                new TestQueue(1));
        arrive(1);
        assertEquals(1, counters.value("eth1.rxNoReceiver"));
    }

    @Test
    void driverReplacedWithFramesInRingQueueAndOnTheLineLosesNone() {
        send(0, 20);
        time.runUntil(FRAME_TIME + 1);
        nic.driver(new RingDriver(), UnaryOperator.identity());
        send(20, 25);
        arrive(1);
        time.runUntil(3 * FRAME_TIME);
        nic.driver(new RingDriver(), UnaryOperator.identity());
        nic.driver(new RingDriver(), UnaryOperator.identity());
        arrive(2);
        time.runUntil(100 * FRAME_TIME);
        assertEquals(marks(0, 25), line.sent);
        assertEquals(LongRange.steps(FRAME_TIME, 25), line.left);
        assertEquals(List.of(1, 2), received);
        assertEquals(0, counters.drops());
    }

    @Test
    void driverThatCannotAttachLeavesAPulledCardThatCounts() {
        try {
            nic.driver(new FailingDriver(), UnaryOperator.identity());
        } catch (IllegalStateException e) {
            received.add(-1);
        }
        assertEquals(List.of(-1), received);
        assertTrue(nic.send(frame(1)));
        arrive(2);
        assertEquals(1, counters.value("eth0.txNoDriver"));
        assertEquals(1, counters.value("eth0.rxNoBuffer"));
        nic.driver(new RingDriver(), UnaryOperator.identity());
        assertTrue(nic.send(frame(3)));
        arrive(4);
        assertEquals(List.of(3), line.sent);
        assertEquals(List.of(-1, 4), received);
    }

    @Test
    void decoratorSeesEveryFrame() {
        List<String> seen = new ArrayList<>();
        nic.driver(new RingDriver(), device -> new Spy(device, seen));
        nic.send(frame(1));
        arrive(2);
        assertEquals(List.of("out 1", "in 2"), seen);
        assertEquals(List.of(2), received);
    }

    @Test
    void queueReplacedKeepsItsFramesAndDropsWhatDoesNotFit() {
        send(0, 20);
        nic.queue(new TestQueue(10));
        // 3 of the ring of 4 wait; 7 of the 16 that stood in the queue fit
        assertEquals(9, counters.value("eth0.txQueueDrops"));
        time.runUntil(100 * FRAME_TIME);
        assertEquals(marks(0, 11), line.sent);
    }

    /** A shaper's timer must not wake an interface that it no longer serves. */
    @Test
    void queueIsClosedWhenReplacedAndWithItsInterface() {
        TestQueue first = new TestQueue(10);
        TestQueue second = new TestQueue(10);
        nic.queue(first);
        send(0, 10);
        nic.queue(second);
        assertTrue(first.closed);
        assertFalse(second.closed);
        assertEquals(0, first.length());
        nic.close();
        assertTrue(second.closed);
    }

    @Test
    void closedInterfaceTakesNothing() {
        send(0, 20);
        nic.close();
        line.clear();
        assertEquals(0, pool.inUse());
        nic.send(frame(1));
        arrive(1);
        time.runUntil(100 * FRAME_TIME);
        assertEquals(0, pool.inUse());
        assertEquals(marks(0, 4), line.sent);
    }
}
