package org.wirelathe.queue;

import org.wirelathe.api.queue.QueueSpec;
import org.wirelathe.api.queue.Setting;

/**
 * What CoDel can be told (tc-codel(8)).
 *
 * @param target the delay that may stand, ns
 * @param interval within which the delay has to come down to the target once: an RTT at the worst, ns
 * @param ecn whether to mark what can be marked instead of dropping it
 * @param ceThreshold a delay above which every frame is marked that can be, ns; {@link Long#MAX_VALUE} for none
 */
record CodelSettings(long target, long interval, boolean ecn, long ceThreshold) {
    /** RFC 8289 §4.3; 5 % of the interval (§4.5). */
    static final Setting TARGET = new Setting("target", Setting.Kind.TIME, 5_000_000, 1, 1_000_000_000,
            "The delay that may stand in the queue.");
    /** RFC 8289 §4.2. A second at most: its square has to fit in a long. */
    static final Setting INTERVAL = new Setting("interval", Setting.Kind.TIME, 100_000_000, 1, 1_000_000_000,
            "How long the delay may stay above the target: a round trip time at the worst.");
    static final Setting CE_THRESHOLD = new Setting("ce_threshold", Setting.Kind.TIME, 0, 0, 1_000_000_000,
            "Mark every ECN-capable frame that waited longer than this; 0 for never.");

    /** Whether marking is on by default differs between codel (no) and fq_codel (yes), as in tc. */
    static Setting ecn(boolean standard) {
        return new Setting("ecn", Setting.Kind.SWITCH, standard ? 1 : 0, 0, 1,
                "Whether to mark ECN-capable frames instead of dropping them.");
    }

    static CodelSettings of(QueueSpec spec, Setting ecn) {
        long threshold = spec.value(CE_THRESHOLD);
        return new CodelSettings(spec.value(TARGET), spec.value(INTERVAL), spec.value(ecn) != 0,
                threshold == 0 ? Long.MAX_VALUE : threshold);
    }
}
