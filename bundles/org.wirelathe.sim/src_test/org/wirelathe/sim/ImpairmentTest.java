package org.wirelathe.sim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.wirelathe.sim.CableBench.GIGABIT;
import static org.wirelathe.sim.CableBench.line;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.wirelathe.api.nic.LineSpec;
import org.wirelathe.api.nic.Loss;
import org.wirelathe.api.nic.RateTrace;
import org.wirelathe.api.packet.Packet;
import org.wirelathe.sim.CableBench.Heard;
import org.wirelathe.sim.CableBench.Told;

/** What each impairment does to a frame. */
class ImpairmentTest {
    @Test // 84 bytes from start to start, the held one 2000 ns later than its turn
    void reorderingHoldsAFrameBack() {
        try (CableBench bench = new CableBench(line(0, 0, false, Loss.NONE, 0, 0, 500_000_000, 2000), 3)) {
            bench.stream(100);
            int held = 0;
            for (Told told : bench.told) {
                long extra = told.arrival() - told.start() - 576;
                assertTrue(extra == 0 || extra == 2000, "extra " + extra);
                held += extra == 2000 ? 1 : 0;
            }
            assertTrue(held > 20 && held < 80, held + " held");
            assertTrue(!bench.ids().equals(bench.ids().stream().sorted().toList()), "nobody overtook");
            assertEquals(bench.told.stream().map(told -> new Heard(told.id(), told.arrival(), false)).toList(),
                    bench.heard, "the tap hears of them as they arrive");
        }
    }

    @Test
    void duplicateIsASecondFrameLikeTheFirst() {
        try (CableBench bench = new CableBench(new LineSpec(GIGABIT, 10))) {
            bench.cable.change(0, line(10, 0, false, Loss.NONE, Loss.CERTAIN, 0, 0, 0));
            List<byte[]> seen = new ArrayList<>();
            List<Packet> packets = new ArrayList<>();
            bench.cable.b().connect(frame -> {
                seen.add(Arrays.copyOfRange(frame.bytes, frame.head, frame.tail));
                packets.add(frame);
            });
            Packet frame = bench.frame(1000);
            for (int i = 0; i < 1000; i++) {
                frame.bytes[frame.head + i] = (byte) (i * 31);
            }
            byte[] sent = Arrays.copyOfRange(frame.bytes, frame.head, frame.tail);
            bench.cable.a().send(frame);
            bench.loop.runUntil(1_000_000);
            assertEquals(2, packets.size());
            assertEquals(packets.get(0).id, packets.get(1).id);
            assertTrue(packets.get(0) != packets.get(1) && packets.get(0).bytes != packets.get(1).bytes);
            seen.forEach(bytes -> assertEquals(HexFormat.of().formatHex(sent),
                    HexFormat.of().formatHex(bytes)));
            assertEquals(List.of(1L, 1L), bench.told.stream().map(told -> told.id()).toList());
            packets.forEach(Packet::release);
        }
    }

    @Test // a lost frame has no double, and a line that loses everything holds nothing
    void lostFrameHasNoDouble() {
        try (CableBench bench = new CableBench(line(0, 50, true, Loss.independent(Loss.CERTAIN), Loss.CERTAIN,
                Loss.CERTAIN, Loss.CERTAIN, 10))) {
            bench.stream(50);
            assertEquals(50, bench.told.size());
            assertEquals(List.of(), bench.heard);
            assertEquals(0, bench.cable.inFlight());
        }
    }

    @Test // B5: one bit of frame or FCS; 60 of 64 bytes are the frame's: 3000 frames, five standard deviations of 13.3
    void corruptionTurnsOneBit() {
        try (CableBench bench = new CableBench(line(0, 0, false, Loss.NONE, 0, Loss.CERTAIN, 0, 0))) {
            int[] inFrame = new int[1];
            bench.cable.b().connect(frame -> {
                int bits = 0;
                for (int i = frame.head; i < frame.tail; i++) {
                    bits += Integer.bitCount(frame.bytes[i] & 0xFF);
                }
                assertTrue(frame.corrupted);
                assertTrue(bits <= 1, bits + " bits");
                inFrame[0] += bits;
                frame.release();
            });
            bench.stream(3000);
            assertTrue(Math.abs(inFrame[0] - 3000 * 60 / 64) < 67, inFrame[0] + " in the frame");
        }
    }

    @Test
    void directionsDifferInEverything() {
        LineSpec back = new LineSpec(GIGABIT / 10, 5000, 0, false, Loss.NONE, 0, Loss.CERTAIN, 0, 0,
                RateTrace.NONE);
        try (CableBench bench = new CableBench(new LineSpec(GIGABIT, 1000), back, 1)) {
            assertEquals(GIGABIT, bench.cable.a().bitsPerSecond());
            assertEquals(GIGABIT / 10, bench.cable.b().bitsPerSecond());
            bench.send(60);
            bench.cable.b().send(bench.frame(60));
            bench.loop.runUntil(1_000_000);
            assertEquals(List.of(new Heard(1, 1576, false), new Heard(2, 10_760, true)), bench.heard);
        }
    }

    @Test // a line on which nothing befalls frames costs one event for each; a lost frame costs it too
    void oneEventPerFrame() {
        for (LineSpec spec : List.of(new LineSpec(GIGABIT, 5000), new LineSpec(GIGABIT, 5000).withLoss(
                Loss.independent(100_000_000)), line(5000, 0, false, Loss.NONE, 0, 500_000_000, 0, 0))) {
            try (CableBench bench = new CableBench(spec)) {
                bench.stream(1000);
                assertEquals(1000, bench.loop.events());
            }
        }
        try (CableBench bench = new CableBench(line(5000, 900, true, Loss.NONE, 0, 0, 0, 0))) {
            bench.stream(1000);
            assertTrue(bench.loop.events() <= 2000, "two at most where frames overtake");
        }
    }
}
