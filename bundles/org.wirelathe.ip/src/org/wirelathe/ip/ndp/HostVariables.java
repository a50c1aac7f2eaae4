package org.wirelathe.ip.ndp;

import org.wirelathe.api.time.RandomStream;

/** ReachableTime and RetransTimer of an interface, as its routers may set them (RFC 4861 §6.3.2). */
final class HostVariables {
    /** The random value is drawn anew so often even when no router says something new (RFC 4861 §6.3.4). */
    static final long RECOMPUTE = 2 * 3600 * Constants.SECOND;
    /** Longest ReachableTime that is believed, ns: that which a router may be set to (RFC 4861 §6.2.1). */
    private static final long MOST = 3600 * Constants.SECOND;
    /** Shortest of both times that is believed, ns (Linux: HZ / 100). */
    private static final long LEAST = 10 * Constants.MILLISECOND;

    private final RandomStream random;
    private long baseReachableTime = Constants.REACHABLE_TIME;
    private long retransTimer = Constants.RETRANS_TIMER;
    private long reachableTime;
    private long recomputeAt = Long.MIN_VALUE;

    HostVariables(RandomStream random) {
        this.random = random;
    }

    /** How long a neighbour is reachable after a confirmation, ns: 0.5 to 1.5 of what it is on average. */
    long reachableTime(long now) {
        if (now >= recomputeAt) {
            reachableTime = baseReachableTime / 2 + random.below(baseReachableTime + 1);
            recomputeAt = now + RECOMPUTE;
        }
        return reachableTime;
    }

    /** Between solicitations, ns. */
    long retransTimer() {
        return retransTimer;
    }

    /** A router says how long neighbours are reachable, ns; 0 for nothing. */
    void baseReachableTime(long time) {
        long bounded = Math.max(LEAST, Math.min(time, MOST));
        if (time != 0 && bounded != baseReachableTime) {
            baseReachableTime = bounded;
            recomputeAt = Long.MIN_VALUE;
        }
    }

    /** A router says how far apart solicitations are, ns; 0 for nothing. */
    void retransTimer(long time) {
        if (time != 0) {
            retransTimer = Math.max(LEAST, Math.min(time, MOST));
        }
    }
}
