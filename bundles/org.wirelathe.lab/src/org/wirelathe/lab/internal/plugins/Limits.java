package org.wirelathe.lab.internal.plugins;

import java.time.Duration;

/**
 * How long others are waited for. Together they stay below the 5 s after which the component runtime gives up on a
 * component that does not let go.
 *
 * @param probe for a new provider to go through its rehearsal
 * @param handOver for all runs to hand their connections over
 * @param grace for a call that is inside a provider which must go
 */
record Limits(Duration probe, Duration handOver, Duration grace) {
    static final Limits USUAL = new Limits(Duration.ofSeconds(2), Duration.ofSeconds(2), Duration.ofSeconds(1));
}
