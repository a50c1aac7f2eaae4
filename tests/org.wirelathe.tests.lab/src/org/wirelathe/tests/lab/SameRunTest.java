package org.wirelathe.tests.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.wirelathe.tests.lab.Bench.assertSound;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wirelathe.lab.LabRun;
import org.wirelathe.lab.RunListener;
import org.wirelathe.lab.RunOptions;
import org.wirelathe.lab.RunResult;
import org.wirelathe.lab.RunState;
import org.wirelathe.lab.Snapshot;
import org.wirelathe.lab.Step;
import org.wirelathe.lab.Watch;
import org.wirelathe.model.Lab;

/** Same lab, same seed, same frames at the same times: however the run is driven and watched. */
class SameRunTest {
    private static final long MS = 1_000_000;

    @TempDir
    Path folder;

    private final Bench bench;
    private Lab lab;
    private RunResult once;

    SameRunTest() throws InterruptedException {
        bench = new Bench();
    }

    @BeforeEach
    void runOnce() throws Exception {
        lab = lossy("sample: 10 ms");
        once = bench.run(lab);
        assertSound(once);
        assertTrue(once.frames() > 500, () -> once.frames() + " frames");
    }

    private Lab lossy(String more) throws Exception {
        return bench.example("lossy", "10 MiB", "300 KiB", "seed: 1", "seed: 1, " + more);
    }

    private void assertSame(RunResult other) {
        assertEquals(once.digest(), other.digest());
        assertEquals(once.virtualTime(), other.virtualTime());
        assertEquals(once.events(), other.events());
        assertEquals(once.cables(), other.cables());
    }

    @Test
    void twice() throws Exception {
        assertSame(bench.run(lab));
    }

    @Test
    void withResultsOnDisk() throws Exception {
        assertSame(bench.run(lab, folder.resolve("out")));
    }

    @Test
    void steppedPausedAndLookedAt() throws Exception {
        try (LabRun run = bench.prepare(lab)) {
            for (int i = 0; i < 100; i++) {
                run.step();
                run.snapshot().get();
            }
            run.runUntil(400 * MS);
            assertEquals(RunState.PAUSED, run.awaitStandstill());
            Snapshot snapshot = run.snapshot().get();
            assertEquals(400 * MS, snapshot.time());
            assertEquals("alice", snapshot.flows().getFirst().node());
            assertTrue(snapshot.flows().getFirst().gauges().containsKey("cwnd"), () -> snapshot.flows().toString());
            assertTrue(snapshot.sockets().get("bob").size() >= 2, () -> snapshot.sockets().toString());
            run.speed(5);
            run.start();
            run.pause();
            run.awaitStandstill();
            run.speed(Double.POSITIVE_INFINITY);
            run.start();
            run.snapshot().get();
            assertSame(run.await());
        }
    }

    @Test
    void watchedAndTakenFrameByFrame() throws Exception {
        List<Watch> watches = List.of(new Watch.CounterReaches("bob", "eth0", "rxPackets", 50),
                new Watch.GaugePasses("alice", "", "cwnd", false, 20_000));
        try (LabRun run = bench.prepare(lab)) {
            watches.forEach(run::watch);
            run.start();
            assertEquals(RunState.PAUSED, run.awaitStandstill());
            watches.forEach(run::unwatch);
            for (int i = 0; i < 50; i++) {
                run.step(new Step.Frame());
                run.step(new Step.Time(100_000));
            }
            assertEquals(RunState.PAUSED, run.awaitStandstill());
            assertTrue(run.time() >= 50 * 100_000, () -> "at " + run.time() + " ns");
            run.start();
            assertSame(run.await());
        }
    }

    /** To the end, over every kind of watch point, as {@code --watch} goes. */
    @Test
    void stoppedAtEveryWatchPoint() throws Exception {
        List<String> texts = List.of("alice cwnd < 20 kB", "bob tcp inSegs >= 100", "at 250 ms", "drop at alice",
                "demux at bob", "journal: swap");
        Set<String> came = new TreeSet<>();
        try (LabRun run = bench.labs().prepare(lab, RunOptions.unrecorded(Bench.examples()).withProbes())) {
            run.addListener(new RunListener() {
                @Override
                public void watched(Watch watch, long time, String found) {
                    came.add(watch.toString());
                    run.start();
                }
            });
            texts.forEach(text -> run.watch(Watch.parse(text)));
            run.start();
            assertSame(run.await());
        }
        assertTrue(came.containsAll(List.of("alice cwnd < 20000", "bob tcp inSegs >= 100", "at 250 ms", "demux at bob")),
                came::toString);
    }

    @Test
    void sampledMoreOften() throws Exception {
        RunResult other = bench.run(lossy("sample: 100 us"));
        assertEquals(once.digest(), other.digest());
        assertEquals(once.events(), other.events());
    }

    @Test
    void sideBySide() throws Exception {
        List<LabRun> runs = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            runs.add(bench.prepare(lab));
        }
        runs.forEach(LabRun::start);
        for (LabRun run : runs) {
            assertSame(run.await());
        }
    }
}
