package org.wirelathe.api.nic;

import org.wirelathe.api.time.Scheduler;

/** Service: makes cables. */
public interface CableFactory {
    /**
     * @param seed the run's seed
     * @param tap told of every frame
     */
    Cable create(Scheduler scheduler, CableSpec spec, long seed, LineTap tap);
}
