package org.wirelathe.ip.v4;

import org.wirelathe.api.time.RandomStream;
import org.wirelathe.ip.TokenBucket;

/**
 * How many ICMP errors may be sent (RFC 1812 §4.3.2.8): so many by the node, and few to any one host. What the node's
 * bucket loses with a message is random, one on average: who counts the messages that he gets does not learn how many
 * others got (CVE-2020-25705, "SAD DNS"; as Linux does).
 */
final class ErrorLimits {
    /** Time between messages to one host, and how many it gets after a pause (Linux: icmp_ratelimit, 6). */
    private static final long INTERVAL = 1_000_000_000L;
    private static final int BURST = 6;
    /** Hosts that are remembered; two that meet in one place take turns, and the node's limit still holds. */
    private static final int HOSTS = 256;

    private final RandomStream random;
    private final int key;
    private final int[] hosts = new int[HOSTS];
    /** When each host's bucket will be full again, ns. */
    private final long[] fullAt = new long[HOSTS];
    private TokenBucket node = new TokenBucket(1, 1);

    ErrorLimits(RandomStream random) {
        this.random = random;
        key = random.nextInt() | 1;
    }

    void set(int perSecond, int burst) {
        node = new TokenBucket(perSecond, burst);
    }

    /** Whether a message may go to a host now; if so, it counts. */
    boolean take(int host, long now) {
        int hash = (host ^ key) * 0x9E3779B9;
        int slot = hash >>> 24;
        long full = hosts[slot] == host ? Math.max(fullAt[slot], now) : now;
        if (full + INTERVAL - now > BURST * INTERVAL || !node.take(now, (int) random.below(3))) {
            return false;
        }
        hosts[slot] = host;
        fullAt[slot] = full + INTERVAL;
        return true;
    }
}
