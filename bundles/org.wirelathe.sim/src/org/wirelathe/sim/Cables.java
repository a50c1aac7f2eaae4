package org.wirelathe.sim;

import org.osgi.service.component.annotations.Component;
import org.wirelathe.api.nic.Cable;
import org.wirelathe.api.nic.CableFactory;
import org.wirelathe.api.nic.CableSpec;
import org.wirelathe.api.nic.LineTap;
import org.wirelathe.api.time.Scheduler;

/** Makes the cables of runs. */
@Component
public final class Cables implements CableFactory {
    @Override
    public Cable create(Scheduler scheduler, CableSpec spec, long seed, LineTap tap) {
        return new SimulatedCable(scheduler, spec, seed, tap);
    }
}
