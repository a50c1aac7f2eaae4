package org.wirelathe.nic;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.wirelathe.api.nic.NicState;
import org.wirelathe.api.node.CpuCosts;
import org.wirelathe.wire.Bytes;

/** PAUSE (IEEE 802.3 annex 31B) on a line of 1 Gbit/s, on which a frame of 1000 bytes lasts 1024 * 8 = 8192 ns. */
class FlowControlTest {
    private static final long FRAME = 8192;
    /** 60 + 24 bytes. */
    private static final long PAUSE_FRAME = 672;
    /** 512 bit times. */
    private static final long QUANTUM = 512;

    private final Bench bench = new Bench().buffer(true, 8000);

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

    @Test // B9: the frame on its way out is finished; the next begins when the time is over, to the nanosecond
    void b9PausedCardResumesWhenTheTimeIsOver() {
        bench.build();
        send(0, 4);
        bench.arriveAt(1000, bench.frames.pause(100));
        assertEquals(marks(0, 1), bench.line.sent);
        NicState state = bench.nic.state().orElseThrow();
        assertEquals(1000 + 100 * QUANTUM, state.pausedUntil());
        assertEquals(3, state.tx().waiting());
        assertEquals(1, bench.count("txPackets"), "what was called back has not been sent");
        assertEquals(1000, bench.count("txBytes"));
        send(4, 5);
        bench.time.runUntil(1000 + 100 * QUANTUM - 1);
        assertEquals(marks(0, 1), bench.line.sent);
        bench.time.runUntil(1_000_000);
        assertEquals(marks(0, 5), bench.line.sent);
        long resumed = 1000 + 100 * QUANTUM;
        assertEquals(List.of(FRAME, resumed + FRAME, resumed + 2 * FRAME, resumed + 3 * FRAME, resumed + 4 * FRAME),
                bench.line.left);
        assertEquals(1, bench.count("rxPauseFrames"));
        assertEquals(0, bench.up.size(), "never goes up");
    }

    @Test // B9: XON, and a second PAUSE that counts from its own arrival
    void b9QuantaOfZeroEndThePauseAndALaterPauseCountsAnew() {
        bench.build();
        send(0, 3);
        bench.arriveAt(100, bench.frames.pause(0xFFFF));
        bench.arriveAt(20_000, bench.frames.pause(10));
        bench.time.runUntil(20_000 + 10 * QUANTUM);
        assertEquals(marks(0, 3), bench.line.sent);
        assertEquals(20_000 + 10 * QUANTUM + FRAME, bench.line.left.get(1));
        send(3, 6);
        bench.arriveAt(50_000, bench.frames.pause(0xFFFF));
        int sent = bench.line.sent.size();
        bench.arriveAt(100_000, bench.frames.pause(0));
        assertEquals(marks(0, 6), bench.line.sent);
        assertTrue(sent < 6);
        assertEquals(100_000 + FRAME, bench.line.left.get(sent));
    }

    @Test // B9: the ring fills, then the queue, and the sender hears of room when it is over
    void b9PausedCardFillsItsRingAndItsQueue() {
        bench.rings(4, 16).build();
        bench.line.card.received(bench.frames.pause(1000));
        send(0, 10);
        assertEquals(10, bench.nic.backlog());
        assertEquals(List.of(), bench.line.sent);
        bench.time.runUntil(10_000_000);
        assertEquals(marks(0, 10), bench.line.sent);
        assertEquals(LongRange.steps(FRAME, 10).stream().map(left -> left + 1000 * QUANTUM).toList(), bench.line.left);
    }

    @Test // B9: driver and queue are replaced under a paused card
    void b9DriverReplacedWhilePaused() {
        bench.build();
        send(0, 4);
        bench.arriveAt(1000, bench.frames.pause(100));
        bench.nic.driver(new RingDriver(), UnaryOperator.identity());
        send(4, 6);
        bench.time.runUntil(10_000_000);
        assertEquals(marks(0, 6), bench.line.sent);
    }

    @Test // B9: without PAUSE the frame goes to nobody, and nothing stops
    void b9CardWithoutPauseTakesNoNotice() {
        bench.buffer(false, 0).build();
        send(0, 4);
        bench.arriveAt(1000, bench.frames.pause(0xFFFF));
        assertEquals(marks(0, 4), bench.line.sent);
        assertEquals(1, bench.count("rxPauseIgnored"));
        assertEquals(0, bench.up.size());
    }

    @Test // other MAC control frames never go up either
    void b9UnknownControlFrameIsCounted() {
        bench.build();
        var frame = bench.frames.pause(1);
        frame.bytes[frame.head + 15] = 2;
        bench.line.card.received(frame);
        var truncated = bench.frames.pause(1);
        truncated.trim(16);
        bench.line.card.received(truncated);
        assertEquals(2, bench.count("rxControlUnknown"));
        assertEquals(0, bench.up.size());
    }

    @Test // B10: slow processor, ring full, card full: without PAUSE frames drop, and it shows where
    void b10OverloadWithoutPauseDropsAndTellsWhere() {
        bench.costs = new CpuCosts(0, 0, 20_000);
        bench.rings(16, 4).buffer(false, 3000).build();
        for (int mark = 0; mark < 10; mark++) {
            bench.line.card.received(bench.frames.plain(mark, 1000));
        }
        assertEquals(4, bench.count("rxPackets"), "the ring is full");
        assertEquals(3, bench.count("rxRingFull"), "these wait in the card");
        assertEquals(3, bench.count("rxCardFull"), "these are lost");
        bench.time.runUntil(1_000_000);
        assertEquals(marks(0, 7), bench.marksUp());
        assertEquals(20_000L * 7, bench.when.getLast());
        assertEquals(0, bench.count("txPauseFrames"));
        assertEquals(20_000 * 7, bench.count("softInterruptTime"));
    }

    @Test // B10, B9: with PAUSE nothing drops: XOFF above half of the buffer, XON at a quarter, before what waits
    void b10OverloadWithPauseSilencesTheSender() {
        bench.costs = new CpuCosts(0, 0, 20_000);
        bench.rings(16, 4).build();
        send(0, 3); // frames of its own: the PAUSE goes out behind the first of them
        for (int mark = 0; mark < 9; mark++) {
            bench.line.card.received(bench.frames.plain(mark, 1000));
        }
        assertEquals(1, bench.count("txPauseFrames"), "5000 of 8000 bytes wait in the card");
        assertTrue(bench.nic.state().orElseThrow().pausing());
        assertEquals(5000, bench.nic.state().orElseThrow().cardBuffered());
        assertEquals(FRAME + PAUSE_FRAME, bench.line.left.get(1));
        assertEquals(List.of(0, 1, 1, 2), bench.line.sent, "the PAUSE begins with octet 1");
        byte[] expected = new byte[60];
        byte[] start = {0x01, (byte) 0x80, (byte) 0xC2, 0, 0, 1, 2, 0, 0, 0, 0, 1, (byte) 0x88, 8, 0, 1, -1, -1};
        System.arraycopy(start, 0, expected, 0, start.length);
        assertArrayEquals(expected, bench.line.frames.get(1));
        bench.time.runUntil(40_000); // two taken, 3000 wait
        assertEquals(1, bench.count("txPauseFrames"));
        bench.time.runUntil(60_000); // 2000 wait
        assertEquals(2, bench.count("txPauseFrames"));
        assertEquals(0, Bytes.u16(bench.line.frames.getLast(), 16), "XON");
        assertFalse(bench.nic.state().orElseThrow().pausing());
        bench.time.runUntil(1_000_000);
        assertEquals(marks(0, 9), bench.marksUp());
        assertEquals(0, bench.counters.drops());
    }

    @Test // B9: XOFF is repeated before the other end goes on by itself
    void b9XoffIsRepeatedBeforeItExpires() {
        bench.costs = new CpuCosts(0, 0, 100_000_000);
        bench.rings(16, 4).build();
        for (int mark = 0; mark < 9; mark++) {
            bench.line.card.received(bench.frames.plain(mark, 1000));
        }
        long lasts = 65_535 * QUANTUM;
        bench.time.runUntil(lasts - 1);
        assertEquals(2, bench.count("txPauseFrames"));
        bench.time.runUntil(290_000_000);
        assertEquals(290_000_000 / (lasts / 2) + 1, bench.count("txPauseFrames"));
    }

    @Test // two ends that silence each other still hear each other
    void b9PausedCardSendsPauseFramesAllTheSame() {
        bench.costs = new CpuCosts(0, 0, 20_000);
        bench.rings(16, 4).build();
        bench.line.card.received(bench.frames.pause(0xFFFF));
        send(0, 2);
        for (int mark = 0; mark < 9; mark++) {
            bench.line.card.received(bench.frames.plain(mark, 1000));
        }
        assertEquals(List.of(1), bench.line.sent);
        assertEquals(List.of(PAUSE_FRAME), bench.line.left);
        assertEquals(2, bench.nic.backlog());
    }
}
