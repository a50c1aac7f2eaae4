package org.wirelathe.ui.chart;

import java.util.Arrays;

/**
 * A curve as a screen can show it.
 *
 * @param xs seconds of virtual time, ascending
 * @param ys values in the unit of the axis
 */
public record Curve(double[] xs, double[] ys) {
    /** A curve without points. */
    public static final Curve EMPTY = new Curve(new double[0], new double[0]);

    /**
     * Thins samples: of those that fall into one column of pixels only the first, the least, the greatest and the last
     * are kept, in their order. The picture is the same, with at most four points for a column.
     *
     * @param times ns, ascending
     * @param values one for each time
     * @param from ns; the last sample before it is kept, so that the curve comes in from the left edge
     * @param to ns, more than {@code from}
     * @param columns pixels between {@code from} and {@code to}, at least 1
     * @param unit what is 1 on the axis
     */
    public static Curve thinned(long[] times, long[] values, long from, long to, int columns, double unit) {
        int begin = firstAfter(times, from - 1);
        begin = Math.max(0, begin - 1);
        int end = Math.min(times.length, firstAfter(times, to) + 1);
        Thinner thinner = new Thinner(4 * columns + 8, unit);
        int at = begin;
        while (at < end) {
            int next = lastInColumn(times, at, end, from, to, columns);
            thinner.column(times, values, at, next);
            at = next;
        }
        return thinner.curve();
    }

    private static int lastInColumn(long[] times, int at, int end, long from, long to, int columns) {
        long column = column(times[at], from, to, columns);
        int next = at + 1;
        while (next < end && column(times[next], from, to, columns) == column) {
            next++;
        }
        return next;
    }

    private static long column(long time, long from, long to, int columns) {
        return (long) Math.floor((double) (time - from) / (to - from) * columns);
    }

    /** Index of the first sample later than {@code time}. */
    private static int firstAfter(long[] times, long time) {
        int low = 0;
        int high = times.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (times[middle] <= time) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** The greatest value; 0 of a curve without points. */
    public double most() {
        double most = 0;
        for (double y : ys) {
            most = Math.max(most, y);
        }
        return most;
    }

    /** How far up and down the curve goes, in all, in heights of {@code most}. */
    public double travel(double most) {
        double sum = 0;
        for (int i = 1; i < ys.length; i++) {
            sum += Math.abs(ys[i] - ys[i - 1]);
        }
        return most > 0 ? sum / most : 0;
    }

    private static final class Thinner {
        private final double unit;
        private double[] xs;
        private double[] ys;
        private int size;

        Thinner(int room, double unit) {
            this.unit = unit;
            xs = new double[room];
            ys = new double[room];
        }

        void column(long[] times, long[] values, int from, int to) {
            int least = from;
            int most = from;
            for (int i = from; i < to; i++) {
                least = values[i] < values[least] ? i : least;
                most = values[i] > values[most] ? i : most;
            }
            int[] kept = {from, Math.min(least, most), Math.max(least, most), to - 1};
            int before = -1;
            for (int i : kept) {
                if (i != before) {
                    add(times[i] / 1e9, values[i] / unit);
                }
                before = i;
            }
        }

        private void add(double x, double y) {
            if (size == xs.length) {
                xs = Arrays.copyOf(xs, 2 * size);
                ys = Arrays.copyOf(ys, 2 * size);
            }
            xs[size] = x;
            ys[size++] = y;
        }

        Curve curve() {
            return new Curve(Arrays.copyOf(xs, size), Arrays.copyOf(ys, size));
        }
    }
}
