package org.wirelathe.tcp;

import java.util.Arrays;

/**
 * What has been received beyond the first hole: disjoint, not touching intervals of stream positions, in order. The
 * bytes themselves lie in the receive buffer already; only their bounds are kept here.
 *
 * <p>Finding a place is a binary search. There is a most number of intervals, so that a peer who sends every second
 * byte (CVE-2018-5390) costs a bounded amount of memory and time per segment.
 */
final class Reassembly {
    /** Most intervals kept: enough for a window of 8,000 segments with every fourth lost. */
    static final int MOST = 2048;

    private static final int FIRST = 4;
    private static final long[] NONE = {};

    private long[] starts = NONE;
    private long[] ends = NONE;
    private int count;

    boolean isEmpty() {
        return count == 0;
    }

    /** How many intervals there are. */
    int count() {
        return count;
    }

    /** Index of the first interval that ends behind {@code position}; {@link #count} when there is none. */
    int firstEndingAfter(long position) {
        int low = 0;
        int high = count;
        while (low < high) {
            int middle = low + high >>> 1;
            if (ends[middle] > position) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }

    /** Where interval {@code index} begins. */
    long start(int index) {
        return starts[index];
    }

    /** Where interval {@code index} ends. */
    long end(int index) {
        return ends[index];
    }

    /** Whether {@link #add} would need one interval more than may be kept. */
    boolean isFullFor(long start, long end) {
        if (count < MOST) {
            return false;
        }
        int index = firstEndingAfter(start - 1);
        return index == count || starts[index] > end;
    }

    /** Adds {@code [start, end)}; it may overlap or touch what is there. */
    void add(long start, long end) {
        int from = firstEndingAfter(start - 1);
        int to = from;
        long first = start;
        long last = end;
        while (to < count && starts[to] <= end) {
            first = Math.min(first, starts[to]);
            last = Math.max(last, ends[to]);
            to++;
        }
        replace(from, to, first, last);
    }

    /** Takes the intervals that {@code position} reaches; returns the position behind them. */
    long take(long position) {
        int taken = 0;
        long reached = position;
        while (taken < count && starts[taken] <= reached) {
            reached = Math.max(reached, ends[taken++]);
        }
        if (taken > 0) {
            remove(0, taken);
        }
        return reached;
    }

    private void replace(int from, int to, long start, long end) {
        if (from == to) {
            open(from);
        } else {
            remove(from + 1, to);
        }
        starts[from] = start;
        ends[from] = end;
    }

    private void open(int index) {
        if (count == starts.length) {
            int larger = Math.max(FIRST, 2 * count);
            starts = Arrays.copyOf(starts, larger);
            ends = Arrays.copyOf(ends, larger);
        }
        System.arraycopy(starts, index, starts, index + 1, count - index);
        System.arraycopy(ends, index, ends, index + 1, count - index);
        count++;
    }

    private void remove(int from, int to) {
        System.arraycopy(starts, to, starts, from, count - to);
        System.arraycopy(ends, to, ends, from, count - to);
        count -= to - from;
    }
}
