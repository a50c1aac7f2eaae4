package org.wirelathe.lab.internal.run;

import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** What other threads want done on the run's thread, in the order in which they asked. */
final class Mailbox {
    private final LinkedBlockingQueue<Runnable> tasks = new LinkedBlockingQueue<>();
    private boolean closed;

    /** False when nobody will do it any more. */
    synchronized boolean post(Runnable task) {
        if (!closed) {
            tasks.add(task);
        }
        return !closed;
    }

    boolean isEmpty() {
        return tasks.isEmpty();
    }

    /** The next task, or {@code null} when there is none now. */
    Runnable poll() {
        return tasks.poll();
    }

    /** The next task; waits for it at most that long. */
    Runnable poll(long nanos) {
        try {
            return tasks.poll(nanos, TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            return null; // the run's thread ends by tasks, not by interrupts
        }
    }

    /** The next task; waits for it. */
    Runnable take() {
        while (true) {
            try {
                return tasks.take();
            } catch (InterruptedException e) {
                // As above.
            }
        }
    }

    /** Takes no more tasks, and does those that were taken. */
    void close() {
        synchronized (this) {
            closed = true;
        }
        for (Runnable task = tasks.poll(); task != null; task = tasks.poll()) {
            task.run();
        }
    }
}
