package org.wirelathe.ip.fragment;

import org.wirelathe.api.time.RandomStream;

/**
 * Identifications of IPv6 fragments: 32 bits that are not used again soon between the same two addresses, and that
 * nobody can foresee or count by (RFC 7739 §5.3): a secret offset for each pair, plus a counter that pairs share by a
 * second secret hash.
 */
final class FragmentIds {
    private static final int COUNTERS = 256;

    private final int[] counters = new int[COUNTERS];
    private final long offsetKey;
    private final long counterKey;

    FragmentIds(RandomStream random) {
        offsetKey = random.nextLong();
        counterKey = random.nextLong();
        for (int i = 0; i < COUNTERS; i++) {
            counters[i] = random.nextInt();
        }
    }

    /** The next one for packets between two addresses. */
    int next(long sourceHigh, long sourceLow, long destinationHigh, long destinationLow) {
        int offset = (int) hash(offsetKey, sourceHigh, sourceLow, destinationHigh, destinationLow);
        int counter = (int) (hash(counterKey, sourceHigh, sourceLow, destinationHigh, destinationLow) >>> 56);
        return offset + counters[counter]++;
    }

    private static long hash(long key, long a, long b, long c, long d) {
        return KeyedHash.mix(KeyedHash.mix(KeyedHash.mix(KeyedHash.mix(key ^ a) ^ b) ^ c) ^ d ^ key);
    }
}
