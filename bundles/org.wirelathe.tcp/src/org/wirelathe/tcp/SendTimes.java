package org.wirelathe.tcp;

import java.util.Arrays;

/**
 * When the data in flight was sent: a ring of (end position, time) pairs, one per burst, so that every acknowledgment
 * measures the round trip. Data that was ever sent again measures nothing (Karn's rule, RFC 6298 §3).
 */
final class SendTimes {
    private static final int FIRST = 8;

    private long[] ends = new long[FIRST];
    private long[] times = new long[FIRST];
    private int head;
    private int count;
    /** Positions below have been sent twice, or lie beside data that was. */
    private long ambiguousBelow = Long.MIN_VALUE;
    private long oldest = -1;
    private long newest = -1;

    /** Data up to {@code end} was sent for the first time. */
    void sent(long end, long now) {
        int mask = ends.length - 1;
        int last = head + count - 1 & mask;
        if (count > 0 && times[last] == now) {
            ends[last] = end;
            return;
        }
        if (count == ends.length) {
            grow();
            mask = ends.length - 1;
        }
        int slot = head + count & mask;
        count++;
        ends[slot] = end;
        times[slot] = now;
    }

    /** Something was sent again while data up to {@code next} was in flight. */
    void resent(long next) {
        ambiguousBelow = next;
    }

    /**
     * Data below {@code una} has been acknowledged anew; {@link #oldest} and {@link #newest} tell what that measured.
     */
    void acknowledged(long una, long now) {
        oldest = -1;
        newest = -1;
        while (count > 0) {
            long end = ends[head];
            if (Math.min(end, una) > ambiguousBelow) {
                newest = now - times[head];
                oldest = Math.max(oldest, newest);
            }
            if (end > una) {
                return;
            }
            head = head + 1 & ends.length - 1;
            count--;
            if (end == una) {
                return;
            }
        }
    }

    /**
     * Age of the oldest data that the last acknowledgment covered, ns: what RTO must allow for; -1 without a sample.
     */
    long oldest() {
        return oldest;
    }

    /** Age of the newest data that it covered, ns: the round trip without the receiver's delay; -1 without a sample. */
    long newest() {
        return newest;
    }

    private void grow() {
        int size = ends.length;
        long[] largerEnds = Arrays.copyOf(ends, 2 * size);
        long[] largerTimes = Arrays.copyOf(times, 2 * size);
        for (int i = 0; i < size; i++) {
            largerEnds[i] = ends[head + i & size - 1];
            largerTimes[i] = times[head + i & size - 1];
        }
        ends = largerEnds;
        times = largerTimes;
        head = 0;
    }
}
