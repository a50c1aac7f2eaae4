package org.wirelathe.api.node;

import org.wirelathe.api.packet.PacketPool;
import org.wirelathe.api.probe.Counters;
import org.wirelathe.api.probe.Journal;
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
 */
public record NodeContext(String name, long seed, Scheduler scheduler, PacketPool packets, Counters counters,
        Journal journal) {
    /** The node's random stream for one purpose, e.g. {@code tcp.isn}. */
    public RandomStream random(String purpose) {
        return new RandomStream(seed, name + '/' + purpose);
    }
}
