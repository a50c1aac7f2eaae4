package org.wirelathe.ip.v6;

/**
 * What is known of the path MTU to destinations (RFC 8201 §5.2): an open hash table without objects, of so many
 * entries and no more. Entries age (§5.3); when the table is full it forgets the oldest of a few neighbours in it.
 */
final class PathMtus {
    /** Most destinations remembered (Linux: ip6_rt_max_size, 4096). */
    static final int MOST = 4096;
    /** Entries looked at for a destination. */
    private static final int NEAR = 8;

    private final long key;
    private long[] highs = new long[16];
    private long[] lows = new long[16];
    private long[] since = new long[16];
    /** 0 where nothing stands. */
    private int[] mtus = new int[16];
    private int version;

    /** @param key makes places in the table unknown to others */
    PathMtus(long key) {
        this.key = key;
    }

    /** Another number after each change but ageing. */
    int version() {
        return version;
    }

    /** The path MTU to a destination, bytes; {@link Integer#MAX_VALUE} when nothing is known, or no longer. */
    int mtu(long high, long low, long now, long age) {
        int i = index(high, low);
        return i < 0 || now - since[i] >= age ? Integer.MAX_VALUE : mtus[i];
    }

    /** Remembers a path MTU. */
    void put(long high, long low, int mtu, long now) {
        int i = index(high, low);
        if (i < 0) {
            i = place(high, low);
        }
        highs[i] = high;
        lows[i] = low;
        mtus[i] = mtu;
        since[i] = now;
        version++;
    }

    private int index(long high, long low) {
        int mask = mtus.length - 1;
        int from = hash(high, low);
        for (int n = 0; n < NEAR; n++) {
            int i = from + n & mask;
            if (mtus[i] != 0 && lows[i] == low && highs[i] == high) {
                return i;
            }
        }
        return -1;
    }

    /** A free place, or that of the oldest nearby. */
    private int place(long high, long low) {
        while (true) {
            int mask = mtus.length - 1;
            int from = hash(high, low);
            int oldest = from & mask;
            for (int n = 0; n < NEAR; n++) {
                int i = from + n & mask;
                if (mtus[i] == 0) {
                    return i;
                }
                oldest = since[i] < since[oldest] ? i : oldest;
            }
            if (mtus.length == MOST) {
                return oldest;
            }
            grow();
        }
    }

    private void grow() {
        int old = mtus.length;
        long[] oldHighs = highs;
        long[] oldLows = lows;
        long[] oldSince = since;
        int[] oldMtus = mtus;
        highs = new long[2 * old];
        lows = new long[2 * old];
        since = new long[2 * old];
        mtus = new int[2 * old];
        for (int i = 0; i < old; i++) {
            if (oldMtus[i] != 0) {
                put(oldHighs[i], oldLows[i], oldMtus[i], oldSince[i]);
            }
        }
    }

    private int hash(long high, long low) {
        long hash = (high ^ key) * 0xBF58476D1CE4E5B9L;
        hash = (hash ^ hash >>> 29 ^ low) * 0x94D049BB133111EBL;
        return (int) (hash >>> 40);
    }
}
