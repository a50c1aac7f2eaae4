package org.wirelathe.lab.internal.plugins;

import java.util.IdentityHashMap;
import java.util.Map;
import org.wirelathe.api.congestion.Lease;

/** One run's view of the registry. All but {@link #post} belongs to the run's loop. */
final class AttachedRun implements RunAlgorithms {
    private final AlgorithmRegistry registry;
    private final RunHandle handle;
    /** By provider; looked up, never iterated where an order would matter. */
    private final Map<Provider, RunLease> leases = new IdentityHashMap<>();
    private boolean closed;

    AttachedRun(AlgorithmRegistry registry, RunHandle handle) {
        this.registry = registry;
        this.handle = handle;
    }

    @Override
    public Lease lease(String name) {
        Provider best = closed ? null : registry.best(name);
        if (best == null) {
            return null;
        }
        RunLease lease = leases.get(best);
        if (lease == null) {
            lease = new RunLease(best, this);
            leases.put(best, lease);
        }
        return lease;
    }

    @Override
    public void close() {
        closed = true;
        registry.detach(this);
        leases.values().forEach(RunLease::end);
        leases.clear();
    }

    /** From any thread: has the run do something on its loop; false when it is over. */
    boolean post(Runnable task) {
        return handle.post(task);
    }

    /** Has every connection look for its algorithm, then forgets the leases that nobody can have any more. */
    void providersChanged() {
        handle.algorithmsChanged();
        leases.keySet().removeIf(provider -> !provider.isLive());
    }

    void journal(String kind, String subject, String detail) {
        handle.journal(kind, subject, detail);
    }

    void retire(Provider provider, String flow, String reason) {
        registry.retire(provider, this, flow, reason);
    }
}
