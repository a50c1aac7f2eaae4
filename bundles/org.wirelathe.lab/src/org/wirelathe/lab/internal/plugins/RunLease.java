package org.wirelathe.lab.internal.plugins;

import java.util.concurrent.atomic.AtomicInteger;
import org.wirelathe.api.congestion.CongestionAlgorithm;
import org.wirelathe.api.congestion.Lease;

/**
 * One run's right to call into one provider.
 *
 * <p>The hand-shake with a provider that must go is Dekker's: the loop says "inside", then looks whether the provider
 * has expired; whoever evicts says "expired", then looks whether a loop is inside. Both stores are ordered before both
 * reads, so at least one of the two sees the other, and no call begins after the eviction has looked.
 */
final class RunLease implements Lease {
    private final Provider provider;
    private final AttachedRun run;
    /** Calls that are inside, one in another; only this run's loop writes it. */
    private final AtomicInteger inside = new AtomicInteger();

    /** @param run whose lease it is; {@code null} for the rehearsal of a new provider */
    RunLease(Provider provider, AttachedRun run) {
        this.provider = provider;
        this.run = run;
        provider.add(this);
    }

    @Override
    public String name() {
        return provider.name();
    }

    @Override
    public CongestionAlgorithm algorithm() {
        return provider.algorithm();
    }

    @Override
    public boolean enter() {
        inside.set(inside.getPlain() + 1);
        if (!provider.isExpired()) {
            return true;
        }
        leave();
        return false;
    }

    @Override
    public void leave() {
        inside.setRelease(inside.getPlain() - 1);
    }

    @Override
    public boolean isLive() {
        return provider.isLive();
    }

    @Override
    public void retire(String flow, String reason) {
        if (run != null) {
            run.retire(provider, flow, reason);
        }
    }

    boolean isInside() {
        return inside.get() != 0;
    }

    void end() {
        provider.remove(this);
    }
}
