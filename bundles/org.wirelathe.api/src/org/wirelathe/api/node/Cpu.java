package org.wirelathe.api.node;

import org.wirelathe.api.time.Scheduler;

/** A node's processor, as its devices load it: one core, hard interrupts before soft ones. */
public final class Cpu {
    private final Scheduler scheduler;
    private final CpuCosts costs;

    public Cpu(Scheduler scheduler, CpuCosts costs) {
        this.scheduler = scheduler;
        this.costs = costs;
    }

    /** What interrupts cost it. */
    public CpuCosts costs() {
        return costs;
    }

    /** The clock by which it works. */
    public Scheduler scheduler() {
        return scheduler;
    }
}
