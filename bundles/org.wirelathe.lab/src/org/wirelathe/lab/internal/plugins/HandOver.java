package org.wirelathe.lab.internal.plugins;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Has every run do something on its loop. */
final class HandOver {
    private HandOver() {
    }

    /** Posts to every run and does not wait: for use on a loop. */
    static void begin(List<AttachedRun> runs, Consumer<AttachedRun> change) {
        for (AttachedRun run : runs) {
            run.post(() -> change.accept(run));
        }
    }

    /**
     * Posts to every run and waits until all are done.
     *
     * @return false when one was not done within {@code limit}; it still will be, should its loop come back
     */
    static boolean await(List<AttachedRun> runs, Consumer<AttachedRun> change, Duration limit) {
        List<AttachedRun> all = List.copyOf(runs);
        CountDownLatch done = new CountDownLatch(all.size());
        for (AttachedRun run : all) {
            boolean accepted = run.post(() -> {
                try {
                    change.accept(run);
                } finally {
                    done.countDown();
                }
            });
            if (!accepted) {
                done.countDown();
            }
        }
        try {
            return done.await(limit.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
