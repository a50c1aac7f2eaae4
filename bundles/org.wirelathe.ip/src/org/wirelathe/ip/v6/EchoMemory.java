package org.wirelathe.ip.v6;

/**
 * Which echoes were answered last: an error about a reply is believed when it quotes one of those (RFC 5927 §4 in
 * spirit). So many and no more; the oldest is forgotten first.
 */
final class EchoMemory {
    /** More than are on their way at once in any lab that is not a flood. */
    private static final int MOST = 64;

    private final long[] highs = new long[MOST];
    private final long[] lows = new long[MOST];
    /** Identifier and sequence number of each. */
    private final int[] words = new int[MOST];
    private int count;

    /** A reply with that identifier and sequence number goes to an address, which is not ::. */
    void answered(long high, long low, int word) {
        int i = count++ & MOST - 1;
        highs[i] = high;
        lows[i] = low;
        words[i] = word;
    }

    /** Whether it is one of the last. */
    boolean has(long high, long low, int word) {
        for (int i = 0; i < MOST; i++) {
            if (words[i] == word && lows[i] == low && highs[i] == high) {
                return true;
            }
        }
        return false;
    }
}
