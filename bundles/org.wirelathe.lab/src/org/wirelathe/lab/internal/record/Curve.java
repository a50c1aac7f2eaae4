package org.wirelathe.lab.internal.record;

import java.util.Arrays;
import org.wirelathe.lab.Series;

/**
 * The points of one curve. When it is full it is thinned: of every four neighbours the least and the greatest stay, so
 * peaks and troughs are never lost, however long the run.
 */
final class Curve {
    private static final int FIRST = 1024;

    private long[] times = new long[FIRST];
    private long[] values = new long[FIRST];
    private int size;

    void add(long time, long value) {
        if (size == times.length) {
            if (size == Series.CAPACITY) {
                thin();
            } else {
                times = Arrays.copyOf(times, 2 * size);
                values = Arrays.copyOf(values, 2 * size);
            }
        }
        times[size] = time;
        values[size++] = value;
    }

    /** Copies of the points from the time {@code from} on. */
    Series.Points points(long from) {
        int first = Arrays.binarySearch(times, 0, size, from);
        if (first < 0) {
            first = -first - 1;
        }
        return new Series.Points(Arrays.copyOfRange(times, first, size), Arrays.copyOfRange(values, first, size));
    }

    private void thin() {
        int kept = 0;
        for (int group = 0; group < size; group += 4) {
            int low = group;
            int high = group;
            for (int i = group + 1; i < group + 4; i++) {
                low = values[i] < values[low] ? i : low;
                high = values[i] >= values[high] ? i : high;
            }
            int first = Math.min(low, high);
            int second = low == high ? group + 3 : Math.max(low, high);
            times[kept] = times[first];
            values[kept++] = values[first];
            times[kept] = times[second];
            values[kept++] = values[second];
        }
        size = kept;
    }
}
