package org.wirelathe.ip.fragment;

/** Scatters addresses over tables and counters, differently on every node: who fills one chain must know the key. */
final class KeyedHash {
    private KeyedHash() {
    }

    /** A bijection of 64 bits in which each bit depends on every one (the finisher of SplitMix64). */
    static long mix(long z) {
        long x = (z ^ z >>> 30) * 0xBF58476D1CE4E5B9L;
        x = (x ^ x >>> 27) * 0x94D049BB133111EBL;
        return x ^ x >>> 31;
    }
}
