package org.wirelathe.model;

/**
 * How the lab runs.
 *
 * @param until the run ends at this virtual time at the latest, ns, at least 1
 * @param seed of everything random
 * @param sample the interval between two samples of a series, ns, at least 1
 */
public record Run(long until, long seed, long sample) {
    /** What a lab has when its file is silent: 60 s, seed 1, a sample every 10 ms. */
    public static final Run DEFAULT = new Run(60_000_000_000L, 1, 10_000_000);
}
