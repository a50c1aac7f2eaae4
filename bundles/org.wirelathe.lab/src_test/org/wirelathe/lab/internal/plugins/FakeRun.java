package org.wirelathe.lab.internal.plugins;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.wirelathe.api.congestion.Lease;

/**
 * A run with one connection that asks for one algorithm. It stands still, and executes what is posted on the caller's
 * thread; or its loop is held up, and nothing posted is executed before {@link #serve}.
 */
final class FakeRun implements RunHandle {
    final RunAlgorithms algorithms;
    final List<String> journal = new ArrayList<>();
    final BlockingQueue<Runnable> posted = new LinkedBlockingQueue<>();
    private final String wanted;
    volatile boolean heldUp;
    volatile boolean over;
    volatile int told;
    volatile Lease lease;

    FakeRun(PluginRegistry registry, String wanted) {
        this.wanted = wanted;
        algorithms = registry.attach(this);
        algorithmsChanged();
        told = 0;
    }

    @Override
    public boolean post(Runnable task) {
        if (over) {
            return false;
        }
        posted.add(task);
        if (!heldUp) {
            serve();
        }
        return true;
    }

    void serve() {
        for (Runnable task = posted.poll(); task != null; task = posted.poll()) {
            task.run();
        }
    }

    @Override
    public void algorithmsChanged() {
        told++;
        lease = algorithms.lease(wanted);
    }

    @Override
    public void journal(String kind, String subject, String detail) {
        journal.add(kind + ' ' + subject + ": " + detail);
    }
}
