package org.wirelathe.cli.internal.bench;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.concurrent.CompletableFuture;
import org.wirelathe.lab.LabException;
import org.wirelathe.lab.LabRun;
import org.wirelathe.lab.Snapshot;

/**
 * What a run has taken and done, from its start or from one moment to another.
 *
 * @param wall ns
 * @param cpu CPU time of the run's thread, ns
 * @param allocated bytes that the run's thread has allocated
 * @param frames frames given to cables: frame-hops
 * @param events events handled
 */
record Reading(long wall, long cpu, long allocated, long frames, long events) {
    /** Lets a run that stands still go on to that time, and reads its meters there. */
    static Reading at(LabRun run, long time) throws InterruptedException, LabException {
        run.runUntil(time);
        run.awaitStandstill();
        if (run.state().isOver()) {
            throw new LabException("the lab to measure ended early: " + run.result().flatMap(r -> r.failure()).orElse("")
                    + "; nothing was measured");
        }
        return of(run);
    }

    /** The meters of a run that stands still. */
    static Reading of(LabRun run) throws InterruptedException {
        CompletableFuture<Reading> meters = new CompletableFuture<>();
        run.post(() -> meters.complete(onRunThread()));
        Reading thread = meters.join();
        Snapshot snapshot = run.snapshot().join();
        return new Reading(thread.wall, thread.cpu, thread.allocated, snapshot.frames(), snapshot.events());
    }

    private static Reading onRunThread() {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        return new Reading(System.nanoTime(), threads.getCurrentThreadCpuTime(), threads.getCurrentThreadAllocatedBytes(),
                0, 0);
    }

    Reading since(Reading before) {
        return new Reading(wall - before.wall, cpu - before.cpu, allocated - before.allocated, frames - before.frames,
                events - before.events);
    }

    /** Millions. */
    double framesPerCpuSecond() {
        return cpu == 0 ? 0 : frames * 1e3 / cpu;
    }

    double bytesPerFrame() {
        return frames == 0 ? 0 : (double) allocated / frames;
    }

    double eventsPerFrame() {
        return frames == 0 ? 0 : (double) events / frames;
    }
}
