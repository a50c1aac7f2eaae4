package org.wirelathe.ip.v6;

import org.wirelathe.api.time.RandomStream;

/**
 * Lets so many errors be sent per second, and a burst after a pause (RFC 4443 §2.4 f). One in the mean costs one token,
 * but each nothing, one or two by chance, as in Linux: who counts errors learns nothing of how many others were sent
 * (CVE-2020-25705).
 */
final class Icmp6Limit {
    private final long interval;
    private final long burst;
    private final RandomStream random;
    /** When all tokens will be there again, ns. */
    private long fullAt = Long.MIN_VALUE;

    /**
     * @param perSecond 1 to 10^9
     * @param burst tokens at most
     */
    Icmp6Limit(int perSecond, int burst, RandomStream random) {
        interval = 1_000_000_000L / perSecond;
        this.burst = burst * interval;
        this.random = random;
    }

    /** Takes tokens if there is one. */
    boolean take(long now) {
        long from = Math.max(fullAt, now);
        if (from + interval - now > burst) {
            return false;
        }
        fullAt = from + interval * random.below(3);
        return true;
    }
}
