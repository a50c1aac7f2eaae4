package org.wirelathe.ip.v4;

import org.wirelathe.api.time.RandomStream;

/**
 * Values of the identification field: a counter for each destination, so that nobody learns from his own how much this
 * node sends to others (RFC 6864 §4, RFC 7739). Destinations share 256 counters by a hash with a secret key.
 */
final class Identification {
    private static final int COUNTERS = 256;

    private final short[] counters = new short[COUNTERS];
    private final int key;

    Identification(RandomStream random) {
        key = random.nextInt() | 1;
        for (int i = 0; i < COUNTERS; i++) {
            counters[i] = (short) random.nextInt();
        }
    }

    /**
     * The next value for packets to a destination, 0 to 65535.
     *
     * @param count how many values in a row are taken: as many as the packets that a card will cut this one into
     */
    int next(int destination, int count) {
        int h = (destination ^ key) * 0x9E3779B9;
        h = (h ^ h >>> 15) * key;
        short value = counters[h >>> 24];
        counters[h >>> 24] = (short) (value + count);
        return value & 0xFFFF;
    }
}
