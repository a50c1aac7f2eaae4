package org.wirelathe.lab.internal.run;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import org.wirelathe.lab.RunResult.Cost;

/** What the run takes of the machine; made and asked on the run's thread. */
final class Meter {
    private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private long wall;
    private long cpu;
    private long allocated;

    Meter() {
        start(); // once for nothing: what the first call costs is not the run's
    }

    void start() {
        wall = System.nanoTime();
        allocated = threads.getCurrentThreadAllocatedBytes();
        cpu = threads.getCurrentThreadCpuTime();
    }

    Cost cost() {
        long cpuNow = threads.getCurrentThreadCpuTime();
        long allocatedNow = threads.getCurrentThreadAllocatedBytes();
        return new Cost(System.nanoTime() - wall, cpuNow - cpu, allocatedNow - allocated);
    }
}
