package org.wirelathe.ip;

/** Lets so many things happen per second, and a burst after a pause. */
public final class TokenBucket {
    private final long interval;
    private final long burst;
    /** When the bucket will be full again, ns: each token taken moves it on by one interval. */
    private long fullAt = Long.MIN_VALUE;

    /**
     * @param perSecond tokens per second, 1 to 10^9
     * @param burst tokens in a full bucket
     */
    public TokenBucket(int perSecond, int burst) {
        interval = 1_000_000_000L / perSecond;
        this.burst = burst * interval;
    }

    /** Takes a token if there is one. */
    public boolean take(long now) {
        return take(now, 1);
    }

    /** Takes so many tokens if there is one at least: the bucket may owe what was taken beyond the last. */
    public boolean take(long now, int tokens) {
        long then = Math.max(fullAt, now);
        if (then + interval - now > burst) {
            return false;
        }
        fullAt = then + tokens * interval;
        return true;
    }
}
