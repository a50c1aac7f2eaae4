package org.wirelathe.tests.swap;

import java.util.ArrayList;
import java.util.List;
import org.wirelathe.api.congestion.CongestionState;
import org.wirelathe.api.congestion.FlowInfo;
import org.wirelathe.api.congestion.Lease;
import org.wirelathe.lab.internal.plugins.PluginRegistry;
import org.wirelathe.lab.internal.plugins.RunAlgorithms;
import org.wirelathe.lab.internal.plugins.RunHandle;

/** A run that stands still, with one connection that asks for one algorithm, of 1000-byte segments. */
final class IdleRun implements RunHandle, AutoCloseable {
    private final String wanted;
    private final RunAlgorithms algorithms;
    /** The window in segments after each time its lease changed; 0 at home. */
    private final List<Long> windows = new ArrayList<>();
    private final List<String> journal = new ArrayList<>();
    private Lease lease;

    IdleRun(PluginRegistry registry, String wanted) {
        this.wanted = wanted;
        algorithms = registry.attach(this);
        algorithmsChanged();
        windows.clear();
    }

    @Override
    public synchronized boolean post(Runnable task) {
        task.run();
        return true;
    }

    @Override
    public synchronized void algorithmsChanged() {
        Lease best = algorithms.lease(wanted);
        if (best != lease) {
            lease = best;
            windows.add(window());
        }
    }

    private long window() {
        if (lease == null || !lease.enter()) {
            return 0;
        }
        try {
            CongestionState start = new CongestionState(10_000, Long.MAX_VALUE, -1, false);
            return lease.algorithm().create(new FlowInfo(1000, "idle"), start).window() / 1000;
        } finally {
            lease.leave();
        }
    }

    @Override
    public synchronized void journal(String kind, String subject, String detail) {
        journal.add(kind + ' ' + subject + ": " + detail);
    }

    synchronized Lease lease() {
        return lease;
    }

    synchronized List<Long> windows() {
        return List.copyOf(windows);
    }

    synchronized List<String> journal() {
        return List.copyOf(journal);
    }

    @Override
    public synchronized void close() {
        algorithms.close();
    }
}
