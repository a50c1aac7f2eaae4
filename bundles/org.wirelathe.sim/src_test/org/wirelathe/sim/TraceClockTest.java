package org.wirelathe.sim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.wirelathe.api.nic.LineSpec;
import org.wirelathe.api.nic.Loss;
import org.wirelathe.api.nic.RateTrace;
import org.wirelathe.api.packet.Packet;
import org.wirelathe.sim.CableBench.Told;

/** A line that follows a trace in Mahimahi's format: 1504 bytes at each of its times, used or lost. */
class TraceClockTest {
    private static final long MS = 1_000_000;

    private static LineSpec trace(long delay, long... times) {
        return new LineSpec(1, delay, 0, false, Loss.NONE, 0, 0, 0, 0, new RateTrace(times));
    }

    @Test // a frame with a packet of 1500 bytes takes one chance; the trace starts anew at its last time
    void fullFramesTakeOneChanceEach() {
        try (CableBench bench = new CableBench(trace(100, 1, 1, 3, 10))) {
            for (int i = 0; i < 6; i++) {
                bench.send(1514);
            }
            bench.loop.runUntil(100 * MS);
            assertEquals(List.of(MS + 100, MS + 100, 3 * MS + 100, 10 * MS + 100, 11 * MS + 100, 11 * MS + 100),
                    bench.arrivals());
        }
    }

    @Test // 376 bytes each as Mahimahi counts: four fill a chance; the fifth goes with the next
    void severalFramesShareAChance() {
        try (CableBench bench = new CableBench(trace(0, 2))) {
            for (int i = 0; i < 5; i++) {
                bench.send(386);
            }
            bench.loop.runUntil(100 * MS);
            assertEquals(List.of(2 * MS, 2 * MS, 2 * MS, 2 * MS, 4 * MS), bench.arrivals());
        }
    }

    @Test // 9000 bytes of payload: 9004 = 5 * 1504 + 1484; the rest of the sixth chance, 20 bytes, begins the next
    void longFrameTakesSeveralChances() {
        try (CableBench bench = new CableBench(trace(0, 1))) {
            bench.cable.a().send(jumbo(bench));
            assertEquals(7 * MS, bench.send(1514));
            bench.loop.runUntil(100 * MS);
            assertEquals(List.of(new Told(1, MS, 6 * MS), new Told(2, 6 * MS, 7 * MS)), bench.told);
        }
    }

    private static Packet jumbo(CableBench bench) {
        Packet packet = bench.pool.takeFor(9014);
        packet.put(9014);
        return packet;
    }

    @Test // a chance at which nothing waits is lost, and one cannot be had at the moment it comes, nor its remainder
    void chancesThatNobodyWaitsForAreLost() {
        try (CableBench bench = new CableBench(trace(0, 0, 5, 5, 8))) {
            assertEquals(5 * MS, bench.send(60), "the chance at 0 was over");
            bench.loop.runUntil(5 * MS);
            assertEquals(8 * MS, bench.send(60), "the rest of the chances at 5 ms has gone");
            bench.loop.runUntil(1_000_005 * MS - 1);
            // 125,000 rounds of 8 ms: now in round 125,000 at 5 ms less one ns
            assertEquals(1_000_005 * MS, bench.send(60));
            bench.loop.runUntil(1_000_007 * MS);
            assertEquals(1_000_008 * MS, bench.send(1514));
            assertEquals(1_000_008 * MS, bench.send(1514), "the chance at 0 of the next round is at the same time");
        }
    }

    @Test // 1504 bytes in each ms are 12.032 Mbit/s
    void throughputIsThatOfTheTrace() {
        try (CableBench bench = new CableBench(trace(0, 1))) {
            assertEquals(12_032_000, bench.cable.a().bitsPerSecond());
            long free = 0;
            for (int i = 0; i < 1000; i++) {
                free = bench.send(1514);
            }
            assertEquals(1000 * MS, free);
        }
    }

    @Test
    void tracesThatMakeNoSense() {
        assertThrows(IllegalArgumentException.class, () -> new RateTrace(new long[] {3, 2}));
        assertThrows(IllegalArgumentException.class, () -> new RateTrace(new long[] {0, 0}));
    }
}
