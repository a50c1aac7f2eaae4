package org.wirelathe.nic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.wirelathe.nic.FakeLine.FRAME_TIME;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.wirelathe.api.nic.NicSpec;
import org.wirelathe.api.node.NodeContext;
import org.wirelathe.api.packet.Packet;
import org.wirelathe.api.packet.PacketPool;

/** The card alone, driven by hand. */
class CardTest {
    private final ManualTime time = new ManualTime();
    private final PacketPool pool = new PacketPool();
    private final TestCounters counters = new TestCounters();
    private final FakeLine line = new FakeLine(time);
    private final Card card = new Card(new NodeContext("n", 1, time, pool, counters, null),
            new NicSpec("eth0", 0x0200_0000_0001L, 1500, 8, 4), line);
    private int interrupts;

    private Packet frame(int mark) {
        Packet packet = pool.take();
        packet.bytes[packet.put(60)] = (byte) mark;
        return packet;
    }

    @Test // B2: nothing is fetched before the doorbell, everything after it
    void b2DoorbellFetchesWhatIsPosted() {
        card.txRing().post(frame(1));
        card.txRing().post(frame(2));
        assertEquals(List.of(), line.sent);
        card.doorbell();
        assertEquals(List.of(1, 2), line.sent);
        assertEquals(2, card.txRing().inWork());
        card.doorbell();
        assertEquals(List.of(1, 2), line.sent);
    }

    @Test // B3
    void b3CompletionIsTrueForThePresentAfterWriteBack() {
        for (int mark = 0; mark < 3; mark++) {
            card.txRing().post(frame(mark));
        }
        card.doorbell();
        time.runUntil(2 * FRAME_TIME);
        assertEquals(0, card.txRing().reclaimable(), "nothing is written back unasked");
        card.writeBack();
        assertEquals(2, card.txRing().reclaimable());
        assertEquals(1, card.txRing().inWork());
    }

    @Test // B3, B6
    void b6InterruptWhenSoManyHaveBeenSent() {
        card.interruptHandler(() -> interrupts++);
        for (int mark = 0; mark < 4; mark++) {
            card.txRing().post(frame(mark));
        }
        card.doorbell();
        card.interruptWhenSent(3);
        time.runUntil(3 * FRAME_TIME - 1);
        assertEquals(0, interrupts);
        time.runUntil(3 * FRAME_TIME);
        assertEquals(1, interrupts);
        card.interruptWhenSent(100); // more than are in work: when the last has gone
        time.runUntil(4 * FRAME_TIME);
        assertEquals(2, interrupts);
        card.writeBack();
        card.interruptWhenSent(1); // none in work: at once, but not inside the call
        assertEquals(2, interrupts);
        time.runUntil(4 * FRAME_TIME);
        assertEquals(3, interrupts);
    }

    @Test // B5
    void b5FrameTakesThePlaceOfThePostedBuffer() {
        card.interruptHandler(() -> interrupts++);
        card.rxRing().postBuffers(1518);
        Packet frame = frame(9);
        line.card.received(frame);
        assertEquals(1, interrupts);
        assertSame(frame, card.rxRing().reclaim());
        assertEquals(1, pool.inUse());
    }

    @Test // B5, hostile: more frames than buffers
    void b5NoPostedBufferDropsAndCounts() {
        card.interruptHandler(() -> interrupts++);
        card.rxRing().postBuffers(1518);
        for (int mark = 0; mark < 7; mark++) {
            line.card.received(frame(mark));
        }
        assertEquals(3, counters.value("eth0.rxNoBuffer"));
        assertEquals(4, counters.value("eth0.rxPackets"));
        assertEquals(4, interrupts, "a dropped frame interrupts nobody");
        assertEquals(0, card.rxRing().reclaim().bytes[Packet.HEADROOM]);
        assertEquals(1, card.rxRing().reclaim().bytes[Packet.HEADROOM]);
    }

    @Test // B6
    void b6HeldInterruptComesWhenInterruptsAreLetThrough() {
        card.interruptHandler(() -> interrupts++);
        card.rxRing().postBuffers(1518);
        card.enableInterrupts(false);
        line.card.received(frame(1));
        line.card.received(frame(2));
        assertEquals(0, interrupts);
        card.enableInterrupts(true);
        assertEquals(1, interrupts, "one for both");
        card.enableInterrupts(false);
        card.enableInterrupts(true);
        assertEquals(1, interrupts, "nothing was held");
    }

    @Test
    void cardWithoutADriverKeepsQuiet() {
        line.card.received(frame(1));
        card.interruptWhenSent(1);
        time.runUntil(FRAME_TIME);
        assertEquals(1, counters.value("eth0.rxNoBuffer"));
        assertEquals(0, pool.inUse());
    }
}
