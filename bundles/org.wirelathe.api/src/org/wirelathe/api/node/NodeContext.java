package org.wirelathe.api.node;

import org.wirelathe.api.packet.PacketPool;
import org.wirelathe.api.probe.Counters;
import org.wirelathe.api.probe.Journal;
import org.wirelathe.api.probe.Probes;
import org.wirelathe.api.time.RandomStream;
import org.wirelathe.api.time.Scheduler;

/**
 * What every layer of one node shares.
 *
 * @param name the node's name in the lab
 * @param seed the run's seed; {@link #random} derives streams from it
 * @param scheduler the run's clock and timers
 * @param packets the run's packet pool
 * @param counters the node's counters
 * @param journal the run's journal
 * @param probes who follows packets on their way
 * @param cpu the node's processor, as its devices load it
 */
public record NodeContext(String name, long seed, Scheduler scheduler, PacketPool packets, Counters counters,
        Journal journal, Probes probes, Cpu cpu) {
    /** A node that nobody traces, with a processor that takes no time. */
    public NodeContext(String name, long seed, Scheduler scheduler, PacketPool packets, Counters counters,
            Journal journal) {
        this(name, seed, scheduler, packets, counters, journal, Probes.OFF, new Cpu(scheduler, CpuCosts.NONE));
    }

    /** The node's random stream for one purpose, e.g. {@code tcp.isn}. */
    public RandomStream random(String purpose) {
        return new RandomStream(seed, name + '/' + purpose);
    }
}
