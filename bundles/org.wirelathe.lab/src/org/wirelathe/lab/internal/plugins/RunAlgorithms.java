package org.wirelathe.lab.internal.plugins;

import org.wirelathe.api.congestion.Algorithms;

/**
 * The algorithms as one run has them; its leases are good on that run's loop only. As long as a provider is the best
 * one of its name, {@link #lease} answers the same object for it.
 */
public interface RunAlgorithms extends Algorithms, AutoCloseable {
    /** The run is over: it is told of no further change, and gets no lease any more. */
    @Override
    void close();
}
