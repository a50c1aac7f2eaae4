package org.wirelathe.ip.v6;

import org.wirelathe.api.time.RandomStream;
import org.wirelathe.ip.TokenBucket;

/**
 * How many errors may be sent (RFC 4443 §2.4 f): so many by the node, and few to any one host. What the node's bucket
 * loses with a message is random, one on average, as in Linux: who counts the errors that he gets does not learn how
 * many others got (CVE-2020-25705).
 */
final class Icmp6Limit {
    /** Time between errors to one host, ns, and how many it gets after a pause (Linux: icmpv6 ratelimit, 6). */
    private static final long INTERVAL = 1_000_000_000L;
    private static final int BURST = 6;
    /** Hosts that are remembered; two that meet in one place take turns, and the node's limit still holds. */
    private static final int HOSTS = 256;

    private final RandomStream random;
    private final long key;
    private final long[] highs = new long[HOSTS];
    private final long[] lows = new long[HOSTS];
    /** When each host's bucket will be full again, ns. */
    private final long[] fullAt = new long[HOSTS];
    private TokenBucket node = new TokenBucket(1, 1);

    Icmp6Limit(RandomStream random) {
        this.random = random;
        key = random.nextLong();
    }

    /**
     * Changes the node's limit.
     *
     * @param perSecond 1 to 10^9
     * @param burst most of them at once
     */
    void set(int perSecond, int burst) {
        node = new TokenBucket(perSecond, burst);
    }

    /** Whether an error may go to a host now; if so, it counts. */
    boolean take(long high, long low, long now) {
        long hash = ((high ^ key) * 0xBF58476D1CE4E5B9L ^ low) * 0x94D049BB133111EBL;
        int slot = (int) (hash >>> 56);
        long full = lows[slot] == low && highs[slot] == high ? Math.max(fullAt[slot], now) : now;
        if (full + INTERVAL - now > BURST * INTERVAL || !node.take(now, (int) random.below(3))) {
            return false;
        }
        highs[slot] = high;
        lows[slot] = low;
        fullAt[slot] = full + INTERVAL;
        return true;
    }
}
