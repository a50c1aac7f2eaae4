package org.wirelathe.ip.filter;

import java.util.Arrays;

/** Numbers from 0 found by a hash: chains in two flat arrays, so that finding and adding make no object. */
final class Chains {
    /** The end of a chain. */
    static final int NONE = -1;

    private final int[] heads;
    private final int[] next;

    /** @param capacity how many numbers there are */
    Chains(int capacity) {
        heads = new int[Integer.highestOneBit(Math.max(1, capacity - 1)) << 1];
        next = new int[capacity];
        Arrays.fill(heads, NONE);
    }

    /** The first that may have that hash. */
    int first(long hash) {
        return heads[slot(hash)];
    }

    /** The next of the same chain. */
    int next(int number) {
        return next[number];
    }

    void add(int number, long hash) {
        next[number] = heads[slot(hash)];
        heads[slot(hash)] = number;
    }

    void remove(int number, long hash) {
        int slot = slot(hash);
        if (heads[slot] == number) {
            heads[slot] = next[number];
            return;
        }
        int before = heads[slot];
        while (next[before] != number) {
            before = next[before];
        }
        next[before] = next[number];
    }

    private int slot(long hash) {
        return (int) hash & heads.length - 1;
    }

    /** A hash of two words that a secret scatters: each bit depends on every one (the finisher of SplitMix64). */
    static long hash(long key, long a, long b) {
        return mix(mix(key ^ a) ^ b);
    }

    private static long mix(long z) {
        long x = (z ^ z >>> 30) * 0xBF58476D1CE4E5B9L;
        x = (x ^ x >>> 27) * 0x94D049BB133111EBL;
        return x ^ x >>> 31;
    }
}
