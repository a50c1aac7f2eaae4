package org.wirelathe.sim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.wirelathe.sim.CableBench.GIGABIT;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.wirelathe.api.nic.LineSpec;
import org.wirelathe.api.nic.LineTap;
import org.wirelathe.api.nic.Loss;
import org.wirelathe.api.nic.RateTrace;
import org.wirelathe.api.packet.Packet;
import org.wirelathe.api.time.RandomStream;
import org.wirelathe.sim.CableBench.Told;

/** Frames taken back, lines changed and cables cut while frames are on them. 60 bytes take 576 + 96 ns at 1 Gbit/s. */
class CableChangeTest {
    @Test // B9: only what has not begun comes back, and the line is as if it had never been given
    void recallTakesBackWhatHasNotBegun() {
        try (CableBench bench = new CableBench(new LineSpec(GIGABIT, 1000))) {
            List<Packet> frames = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                frames.add(bench.frame(60));
                bench.cable.a().send(frames.get(i));
            }
            bench.loop.runUntil(672); // the second begins at this very moment
            assertEquals(2, bench.cable.a().recall());
            assertEquals(2, bench.cable.inFlight());
            assertNull(frames.get(2).next);
            assertNull(frames.get(3).next);
            assertEquals(0, bench.cable.a().recall());
            assertEquals(0, bench.cable.b().recall());
            bench.loop.runUntil(2000);
            frames.get(3).release();
            assertEquals(2672, bench.cable.a().send(frames.get(2)));
            bench.loop.runUntil(10_000);
            assertEquals(List.of(1576L, 2248L, 3576L), bench.arrivals());
            assertEquals(List.of(1L, 2L, 3L), bench.ids());
            assertEquals(List.of(0L, 672L, 2000L), bench.told.stream().map(Told::start).toList());
        }
    }

    @Test
    void recallFromALineWhereNothingHasBegunLeavesNothing() {
        LineSpec trace = new LineSpec(1, 0, 0, false, Loss.NONE, 0, 0, 0, 0, new RateTrace(new long[] {5}));
        try (CableBench bench = new CableBench(trace)) {
            Packet frame = bench.frame(1514);
            assertEquals(5_000_000, bench.cable.a().send(frame));
            assertEquals(1, bench.cable.a().recall());
            bench.loop.runUntil(20_000_000);
            assertEquals(List.of(), bench.heard);
            assertEquals(25_000_000, bench.cable.a().send(frame));
            bench.loop.runUntil(30_000_000);
            assertEquals(List.of(25_000_000L), bench.arrivals());
        }
    }

    /** Frames of random lengths at odd rates: recalled and given again at once at random moments, nothing changes. */
    @Test
    void recallAndGiveAgainAtOnceChangesNothing() {
        List<LineSpec> lines = List.of(new LineSpec(7_000_003, 50_000), new LineSpec(999_999_937, 0),
                new LineSpec(1, 0, 0, false, Loss.NONE, 0, 0, 0, 0, new RateTrace(new long[] {0, 1, 1, 4, 9})),
                new LineSpec(33_333_333, 10_000, 300_000, true, new Loss(10_000_000, 500_000_000, 50_000_000,
                        200_000_000), 100_000_000, 100_000_000, 100_000_000, 400_000, RateTrace.NONE));
        for (LineSpec line : lines) {
            for (long seed = 0; seed < 5; seed++) {
                CableBench plain = traffic(line, seed, false);
                CableBench recalled = traffic(line, seed, true);
                assertEquals(plain.told, recalled.told);
                assertEquals(plain.heard, recalled.heard);
                assertTrue(plain.heard.size() > 500, plain.heard.size() + " frames");
            }
        }
    }

    private static CableBench traffic(LineSpec line, long seed, boolean recall) {
        try (CableBench bench = new CableBench(line, seed)) {
            RandomStream random = new RandomStream(seed, "frames");
            List<Packet> given = new ArrayList<>();
            for (int i = 0; i < 1000; i++) {
                Packet frame = bench.frame(14 + (int) random.below(3000) % 1600);
                given.add(frame);
                bench.cable.a().send(frame);
                bench.loop.runUntil(bench.loop.now() + random.below(3_000_000) * random.below(2));
                if (recall) {
                    int count = bench.cable.a().recall();
                    given.subList(given.size() - count, given.size()).forEach(bench.cable.a()::send);
                }
            }
            bench.loop.runUntil(bench.loop.now() + 60_000_000_000L);
            return bench;
        }
    }

    @Test // what has begun arrives as it would have, the rest leaves by the new rules as soon as the line is free
    void changeOfRateAndDelay() {
        try (CableBench bench = new CableBench(new LineSpec(GIGABIT, 10_000))) {
            bench.send(60);
            bench.send(60);
            bench.send(60);
            bench.loop.runUntil(700); // the second has begun at 672, its gap ends at 1344
            bench.cable.change(0, new LineSpec(GIGABIT / 10, 1000));
            assertEquals(3, bench.cable.inFlight());
            assertEquals(GIGABIT / 10, bench.cable.a().bitsPerSecond());
            assertEquals(GIGABIT, bench.cable.b().bitsPerSecond());
            assertEquals(1344 + 2 * 6720, bench.send(60));
            bench.loop.runUntil(100_000);
            // third: 1344 + 5760 + 1000; fourth 6720 later; the delay has shrunk, so the third overtakes
            assertEquals(List.of(8104L, 10_576L, 11_248L, 14_824L), bench.arrivals());
            assertEquals(List.of(3L, 1L, 2L, 4L), bench.ids());
        }
    }

    @Test
    void changeTellsTheSenderWhoMayRecall() {
        try (CableBench bench = new CableBench(new LineSpec(GIGABIT, 0))) {
            List<String> calls = new ArrayList<>();
            bench.cable.a().onChange(() -> calls.add("a" + bench.cable.a().recall()));
            bench.cable.b().onChange(() -> calls.add("b" + bench.cable.b().recall()));
            Packet first = bench.frame(60);
            Packet second = bench.frame(60);
            bench.cable.a().send(first);
            bench.cable.a().send(second);
            bench.cable.change(0, new LineSpec(GIGABIT / 10, 0));
            assertEquals(List.of("a1"), calls);
            assertEquals(672 + 6720, bench.cable.a().send(second), "the first leaves at the old rate");
            bench.cable.change(1, new LineSpec(GIGABIT / 10, 0));
            assertEquals(List.of("a1", "b0"), calls);
        }
    }

    @Test // frames begun under the old loss keep its fate, frames begun under the new one are lost
    void changeOfLossIsForFramesThatBeginLater() {
        LineSpec line = new LineSpec(GIGABIT, 1_000_000);
        try (CableBench bench = new CableBench(line)) {
            bench.send(60);
            bench.cable.change(0, line.withLoss(Loss.independent(Loss.CERTAIN)));
            bench.loop.runUntil(10_000);
            bench.send(60);
            bench.cable.change(0, line);
            bench.loop.runUntil(20_000);
            bench.send(60);
            bench.loop.runUntil(5_000_000);
            assertEquals(List.of(new Told(1, 0, 1_000_576), new Told(2, 10_000, LineTap.LOST),
                    new Told(3, 20_000, 1_020_576)), bench.told);
            assertEquals(List.of(1L, 3L), bench.ids());
        }
    }

    @Test
    void changeBetweenRateAndTrace() {
        LineSpec constant = new LineSpec(1_000_000, 0); // 84 bytes take 672 us
        LineSpec trace = new LineSpec(1, 0, 0, false, Loss.NONE, 0, 0, 0, 0, new RateTrace(new long[] {2}));
        try (CableBench bench = new CableBench(constant)) {
            assertEquals(12_304_000, bench.send(1514));
            bench.cable.change(0, trace);
            assertEquals(14_000_000, bench.send(1514), "the first chance after the line got free");
            bench.loop.runUntil(14_000_000);
            bench.cable.change(0, constant);
            assertEquals(14_672_000, bench.send(60));
            bench.loop.runUntil(20_000_000);
            assertEquals(List.of(12_208_000L, 14_000_000L, 14_576_000L), bench.arrivals());
        }
    }

    @Test
    void cutLosesWhatIsOnTheLineBothWaysAndTakesTheCarrier() {
        try (CableBench bench = new CableBench(new LineSpec(GIGABIT, 10_000))) {
            List<String> calls = new ArrayList<>();
            bench.cable.a().onChange(() -> calls.add("a " + bench.cable.a().carrier()));
            bench.cable.b().onChange(() -> calls.add("b " + bench.cable.b().carrier()));
            bench.send(60);
            bench.send(60);
            bench.send(60);
            bench.cable.b().send(bench.frame(60)); // the fourth
            bench.loop.runUntil(672);
            assertTrue(bench.cable.a().carrier());
            bench.cable.down(true);
            assertEquals(List.of("a false", "b false"), calls);
            assertEquals(List.of(new Told(1, 0, LineTap.LOST), new Told(2, 672, LineTap.LOST),
                    new Told(4, 0, LineTap.LOST)), bench.told);
            assertEquals(1, bench.cable.inFlight(), "the third has not begun");
            bench.cable.down(true);
            assertEquals(2, calls.size(), "it was down already");
            bench.loop.runUntil(1343);
            bench.cable.down(false);
            assertEquals(List.of("a false", "b false", "a true", "b true"), calls);
            assertTrue(bench.cable.b().carrier());
            bench.loop.runUntil(100_000);
            assertEquals(List.of(3L), bench.ids(), "the third began after the mending");
        }
    }

    @Test
    void framesGivenToACutCableTakeTheirTimeAndAreLost() {
        try (CableBench bench = new CableBench(new LineSpec(GIGABIT, 10_000))) {
            bench.cable.down(true);
            assertFalse(bench.cable.a().carrier());
            assertEquals(672, bench.send(60));
            assertEquals(1344, bench.send(60));
            bench.loop.runUntil(10_576);
            assertEquals(List.of(new Told(1, 0, LineTap.LOST)), bench.told);
            bench.cable.down(false);
            assertEquals(List.of(new Told(1, 0, LineTap.LOST), new Told(2, 672, LineTap.LOST)), bench.told,
                    "begun before the mending");
            bench.send(60);
            bench.loop.runUntil(100_000);
            assertEquals(List.of(10_576 + 576 + 10_000L), bench.arrivals());
        }
    }

    @Test
    void cutLosesFramesHeldBackByJitter() {
        LineSpec line = CableBench.line(0, 1_000_000, false, Loss.NONE, Loss.CERTAIN, 0, 0, 0);
        try (CableBench bench = new CableBench(line)) {
            bench.send(60);
            bench.loop.runUntil(576);
            assertEquals(2, bench.cable.inFlight(), "the frame and its double");
            bench.cable.down(true);
            assertEquals(0, bench.cable.inFlight());
            assertEquals(2, bench.told.stream().filter(Told::lost).count());
            bench.loop.runUntil(2_000_000);
            assertEquals(List.of(), bench.heard);
        }
    }

    @Test // changed while it is down: what has begun stays lost, mended or not
    void changeWhileDown() {
        try (CableBench bench = new CableBench(new LineSpec(GIGABIT, 10_000))) {
            bench.cable.down(true);
            bench.send(60);
            bench.send(60);
            bench.cable.change(0, new LineSpec(GIGABIT, 20_000));
            bench.cable.down(false);
            bench.loop.runUntil(100_000);
            assertEquals(List.of(new Told(1, 0, LineTap.LOST), new Told(2, 672, 21_248)), bench.told);
        }
    }

    @Test // at the end of a run the tap hears of frames that have begun, as they would have ended
    void clearTellsOfFramesThatHaveBegun() {
        try (CableBench bench = new CableBench(new LineSpec(GIGABIT, 10_000))) {
            bench.send(60);
            bench.send(60);
            bench.send(60);
            bench.loop.runUntil(672);
            bench.cable.clear();
            assertEquals(List.of(new Told(1, 0, 10_576), new Told(2, 672, 11_248)), bench.told);
            bench.loop.runUntil(100_000);
            assertEquals(List.of(), bench.heard);
        }
    }
}
