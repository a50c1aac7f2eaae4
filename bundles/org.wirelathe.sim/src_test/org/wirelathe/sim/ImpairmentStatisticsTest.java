package org.wirelathe.sim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.wirelathe.api.nic.LineSpec;
import org.wirelathe.api.nic.Loss;
import org.wirelathe.api.packet.Packet;
import org.wirelathe.sim.CableBench.Heard;
import org.wirelathe.sim.CableBench.Told;

/**
 * Impairments against their closed forms, over {@value #SEEDS} seeds. Each mean must lie within five of its standard
 * deviations: a right implementation with other seeds would fail such a check once in 1.7 million times.
 */
class ImpairmentStatisticsTest {
    private static final int SEEDS = 20;
    private static final int FRAMES = 20_000;
    private static final long ALL = (long) SEEDS * FRAMES;
    private static final double SIGMAS = 5;
    /** When a frame of 60 bytes arrives after its start at 1 Gbit/s. */
    private static final long LASTS = 576;

    private interface Count {
        long of(CableBench bench);
    }

    private static long sum(LineSpec line, int frames, Count count) {
        long sum = 0;
        for (long seed = 1; seed <= SEEDS; seed++) {
            try (CableBench bench = new CableBench(line, seed)) {
                bench.stream(frames);
                sum += count.of(bench);
            }
        }
        return sum;
    }

    private static void near(double expected, double deviation, double actual) {
        assertTrue(Math.abs(actual - expected) < SIGMAS * deviation,
                actual + " instead of " + expected + ", standard deviation " + deviation);
    }

    /** A count of independent events of probability {@code share} / 10^9 out of {@link #ALL}. */
    private static void binomial(long share, long actual) {
        double p = share / 1e9;
        near(ALL * p, Math.sqrt(ALL * p * (1 - p)), actual);
    }

    private static long lost(CableBench bench) {
        return bench.told.stream().filter(Told::lost).count();
    }

    @Test
    void independentLoss() {
        for (long share : new long[] {100_000, 10_000_000, 300_000_000}) {
            binomial(share, sum(CableBench.line(0, 0, false, Loss.independent(share), 0, 0, 0, 0), FRAMES,
                    ImpairmentStatisticsTest::lost));
        }
        assertEquals(ALL, sum(CableBench.line(0, 0, false, Loss.independent(Loss.CERTAIN), 0, 0, 0, 0), FRAMES,
                ImpairmentStatisticsTest::lost));
    }

    /**
     * Share of the bad state b = toBad / (toBad + toGood), loss p = b bad + (1 - b) good. States a distance of k frames
     * apart correlate as (1 - toBad - toGood)^k, hence the variance of a sum of n:
     * n (p (1 - p) + 2 (bad - good)^2 b (1 - b) c / (1 - c)) with c = 1 - toBad - toGood.
     */
    @Test
    void gilbertElliottStationaryLoss() {
        for (Loss loss : List.of(new Loss(0, Loss.CERTAIN, 10_000_000, 200_000_000),
                new Loss(1_000_000, 400_000_000, 50_000_000, 100_000_000),
                new Loss(20_000_000, 700_000_000, 5_000_000, 30_000_000))) {
            double good = loss.good() / 1e9;
            double bad = loss.bad() / 1e9;
            double c = 1 - (loss.toBad() + loss.toGood()) / 1e9;
            double b = loss.toBad() / (double) (loss.toBad() + loss.toGood());
            double p = b * bad + (1 - b) * good;
            double variance = p * (1 - p) + 2 * (bad - good) * (bad - good) * b * (1 - b) * c / (1 - c);
            near(ALL * p, Math.sqrt(ALL * variance), sum(CableBench.line(0, 0, false, loss, 0, 0, 0, 0), FRAMES,
                    ImpairmentStatisticsTest::lost));
        }
    }

    /** When everything is lost in the bad state and nothing in the good one, bursts are geometric: mean 1 / toGood. */
    @Test
    void gilbertElliottMeanBurst() {
        Loss loss = new Loss(0, Loss.CERTAIN, 10_000_000, 200_000_000);
        LineSpec line = CableBench.line(0, 0, false, loss, 0, 0, 0, 0);
        long bursts = sum(line, FRAMES, bench -> {
            long count = 0;
            for (int i = 1; i < bench.told.size(); i++) {
                count += bench.told.get(i).lost() && !bench.told.get(i - 1).lost() ? 1 : 0;
            }
            return count;
        });
        long lost = sum(line, FRAMES, ImpairmentStatisticsTest::lost);
        double q = 0.2;
        near(1 / q, Math.sqrt((1 - q) / (q * q) / bursts), (double) lost / bursts);
        // a burst and the gap after it last 1 / toGood + 1 / toBad frames in the mean
        double cycle = 5 + 100;
        double deviation = Math.sqrt((1 - q) / (q * q) + 0.99 / 1e-4) / cycle * Math.sqrt(ALL / cycle);
        near(ALL / cycle, deviation, bursts);
    }

    @Test
    void duplicateCorruptAndReorderRates() {
        for (long share : new long[] {1_000_000, 50_000_000, 500_000_000}) {
            binomial(share, sum(CableBench.line(0, 0, false, Loss.NONE, share, 0, 0, 0), FRAMES,
                    bench -> bench.heard.size() - FRAMES));
            binomial(share, sum(CableBench.line(0, 0, false, Loss.NONE, 0, share, 0, 0), FRAMES,
                    bench -> bench.heard.stream().filter(Heard::corrupted).count()));
            binomial(share, sum(CableBench.line(0, 0, false, Loss.NONE, 0, 0, share, 7), FRAMES,
                    bench -> bench.told.stream().filter(told -> told.arrival() - told.start() == LASTS + 7).count()));
        }
    }

    /** Uniform on 0 .. J: mean J / 2, variance ((J + 1)^2 - 1) / 12; the estimate of a variance v has 0.8 v^2 / n. */
    @Test
    void jitterIsUniform() {
        long most = 300_000;
        LineSpec line = CableBench.line(1000, most, true, Loss.NONE, 0, 0, 0, 0);
        double variance = (Math.pow(most + 1, 2) - 1) / 12;
        double sum = 0;
        double squares = 0;
        long[] bins = new long[16];
        for (long seed = 1; seed <= SEEDS; seed++) {
            try (CableBench bench = new CableBench(line, seed)) {
                bench.stream(FRAMES);
                for (Told told : bench.told) {
                    long extra = told.arrival() - told.start() - LASTS - 1000;
                    assertTrue(extra >= 0 && extra <= most, "jitter of " + extra);
                    sum += extra;
                    squares += Math.pow(extra - most / 2.0, 2);
                    bins[(int) (extra * 16 / (most + 1))]++;
                }
            }
        }
        near(most / 2.0, Math.sqrt(variance / ALL), sum / ALL);
        near(variance, variance * Math.sqrt(0.8 / ALL), squares / ALL);
        double chiSquared = 0;
        for (long bin : bins) {
            chiSquared += Math.pow(bin - ALL / 16.0, 2) / (ALL / 16.0);
        }
        assertTrue(chiSquared < 57, "chi-squared " + chiSquared + ", 15 degrees of freedom, one in a million");
    }

    @Test
    void smallestJitterTakesBothValues() {
        LineSpec line = CableBench.line(0, 1, true, Loss.NONE, 0, 0, 0, 0);
        binomial(500_000_000, sum(line, FRAMES, bench -> bench.told.stream().filter(told ->
                told.arrival() - told.start() == LASTS + 1).count()));
    }

    /** Sent one behind the other, with a jitter of many frames' time: a frame waits for the latest before it. */
    @Test
    void jitterWithoutReordering() {
        LineSpec free = CableBench.line(1000, 20_000, true, Loss.NONE, 0, 0, 0, 0);
        LineSpec kept = CableBench.line(1000, 20_000, false, Loss.NONE, 0, 0, 0, 0);
        for (long seed = 1; seed <= SEEDS; seed++) {
            try (CableBench overtaking = new CableBench(free, seed); CableBench inOrder = new CableBench(kept, seed)) {
                overtaking.stream(2000);
                inOrder.stream(2000);
                long[] drawn = new long[2001];
                overtaking.told.forEach(told -> drawn[(int) told.id()] = told.arrival());
                assertTrue(!overtaking.ids().equals(inOrder.ids()));
                long latest = 0;
                for (int i = 0; i < 2000; i++) {
                    latest = Math.max(latest, drawn[i + 1]);
                    assertEquals(new Told(i + 1, 672L * i, latest), inOrder.told.get(i));
                    assertEquals(new Heard(i + 1, latest, false), inOrder.heard.get(i));
                }
            }
        }
    }

    /** Which frames an impairment hits, and how, is the same whatever else befalls frames, and in both directions. */
    @Test
    void addingOneImpairmentShiftsNoOther() {
        Loss loss = new Loss(50_000_000, 600_000_000, 20_000_000, 100_000_000);
        long half = 500_000_000;
        CableBench all = ran(CableBench.line(0, 9000, true, loss, half, half, half, 1_000_000));
        CableBench onlyLoss = ran(CableBench.line(0, 0, false, loss, 0, 0, 0, 0));
        CableBench onlyJitter = ran(CableBench.line(0, 9000, true, Loss.NONE, 0, 0, 0, 0));
        CableBench onlyTwice = ran(CableBench.line(0, 0, false, Loss.NONE, half, 0, 0, 0));
        CableBench onlyCorrupt = ran(CableBench.line(0, 0, false, Loss.NONE, 0, half, 0, 0));
        CableBench onlyReorder = ran(CableBench.line(0, 0, false, Loss.NONE, 0, 0, half, 1_000_000));
        Set<Long> lost = lostIds(all);
        assertEquals(lostIds(onlyLoss), lost);
        assertTrue(lost.size() > 100, lost.size() + " lost");
        assertEquals(without(lost, corruptIds(onlyCorrupt)), corruptIds(all));
        assertEquals(without(lost, twiceIds(onlyTwice)), twiceIds(all));
        long[] jitter = extra(onlyJitter);
        long[] reorder = extra(onlyReorder);
        long[] both = extra(all);
        for (int i = 1; i <= 1000; i++) {
            assertEquals(lost.contains((long) i) ? 0 : jitter[i] + reorder[i], both[i], "frame " + i);
        }
    }

    /** Frame i has the starting time i, counted from 0, whatever its id: copies take ids too. */
    private static long number(Told told) {
        return told.start() / 672 + 1;
    }

    private static CableBench ran(LineSpec line) {
        try (CableBench bench = new CableBench(line, 7)) {
            for (int i = 1; i <= 1000; i++) {
                Packet frame = bench.frame(60);
                frame.id = i;
                bench.cable.a().send(frame);
            }
            bench.loop.runUntil(1_000_000_000);
            return bench;
        }
    }

    private static Set<Long> lostIds(CableBench bench) {
        Set<Long> ids = new HashSet<>();
        bench.told.stream().filter(Told::lost).forEach(told -> ids.add(number(told)));
        return ids;
    }

    private static Set<Long> corruptIds(CableBench bench) {
        Set<Long> ids = new HashSet<>();
        bench.heard.stream().filter(Heard::corrupted).forEach(heard -> ids.add(heard.id()));
        return ids;
    }

    private static Set<Long> twiceIds(CableBench bench) {
        Set<Long> once = new HashSet<>();
        Set<Long> twice = new HashSet<>();
        bench.heard.stream().filter(heard -> !once.add(heard.id())).forEach(heard -> twice.add(heard.id()));
        return twice;
    }

    private static Set<Long> without(Set<Long> those, Set<Long> ids) {
        ids.removeAll(those);
        return ids;
    }

    private static long[] extra(CableBench bench) {
        long[] extra = new long[1001];
        bench.told.stream().filter(told -> !told.lost()).forEach(told ->
                extra[(int) number(told)] = told.arrival() - told.start() - LASTS);
        return extra;
    }
}
