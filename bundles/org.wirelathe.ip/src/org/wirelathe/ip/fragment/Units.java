package org.wirelathe.ip.fragment;

import java.util.Arrays;

/**
 * A set of the units of eight bytes that a packet of 65,535 bytes has: RFC 791's fragment block bit table. It is asked
 * and filled 64 units at a time, so that a fragment costs as many steps as it has half kilobytes, however many others
 * there are and in whatever order they came.
 */
final class Units {
    /** Units in the longest packet. */
    static final int MOST = 8192;

    private final long[] bits = new long[MOST >> 6];

    /** Whether any of the units from {@code from} to before {@code to}, which is more, is in it. */
    boolean hasAny(int from, int to) {
        int last = to - 1 >> 6;
        for (int word = from >> 6; word <= last; word++) {
            if ((bits[word] & mask(word, from, to)) != 0) {
                return true;
            }
        }
        return false;
    }

    boolean has(int unit) {
        return unit < MOST && (bits[unit >> 6] & 1L << unit) != 0;
    }

    /** Whether every unit from {@code from} to before {@code to} is in it. */
    boolean hasAll(int from, int to) {
        int last = to - 1 >> 6;
        for (int word = from >> 6; word <= last; word++) {
            long mask = mask(word, from, to);
            if ((bits[word] & mask) != mask) {
                return false;
            }
        }
        return true;
    }

    void add(int unit) {
        bits[unit >> 6] |= 1L << unit;
    }

    void addAll(int from, int to) {
        int last = to - 1 >> 6;
        for (int word = from >> 6; word <= last; word++) {
            bits[word] |= mask(word, from, to);
        }
    }

    /** Takes out all units before {@code to}: no other was added. */
    void clear(int to) {
        Arrays.fill(bits, 0, to + 63 >> 6, 0);
    }

    /** The bits of a word that stand for units in the range, which it is a part of. */
    private static long mask(int word, int from, int to) {
        long mask = -1L;
        if (word == from >> 6) {
            mask <<= from;
        }
        if (word == to - 1 >> 6) {
            mask &= -1L >>> -to;
        }
        return mask;
    }
}
