package org.wirelathe.api.time;

/**
 * A seeded stream of random numbers: SplitMix64 (Steele, Lea, Flood: Fast Splittable Pseudorandom Number Generators,
 * 2014), written out here so that a seed gives the same run on every machine and in every year.
 *
 * <p>Each use has a stream of its own, named after what it is for: adding one use never shifts the numbers of another.
 */
public final class RandomStream {
    private static final long GOLDEN_GAMMA = 0x9E3779B97F4A7C15L;
    private static final long FNV_OFFSET = 0xCBF29CE484222325L;
    private static final long FNV_PRIME = 0x100000001B3L;

    private long state;

    /** The stream that belongs to {@code name} in a run with this seed. */
    public RandomStream(long seed, String name) {
        long hash = FNV_OFFSET;
        for (int i = 0; i < name.length(); i++) {
            hash = (hash ^ name.charAt(i)) * FNV_PRIME;
        }
        state = mix(mix(seed + GOLDEN_GAMMA) ^ hash);
    }

    /** 64 random bits. */
    public long nextLong() {
        return mix(state += GOLDEN_GAMMA);
    }

    /** 32 random bits. */
    public int nextInt() {
        return (int) (nextLong() >>> 32);
    }

    /** A number from 0 to {@code bound - 1}, each equally likely; {@code bound} is at least 1. */
    public long below(long bound) {
        long limit = Long.MAX_VALUE - (Long.MAX_VALUE % bound + 1) % bound;
        long bits = nextLong() >>> 1;
        while (bits > limit) {
            bits = nextLong() >>> 1;
        }
        return bits % bound;
    }

    private static long mix(long z) {
        z = (z ^ z >>> 30) * 0xBF58476D1CE4E5B9L;
        z = (z ^ z >>> 27) * 0x94D049BB133111EBL;
        return z ^ z >>> 31;
    }
}
