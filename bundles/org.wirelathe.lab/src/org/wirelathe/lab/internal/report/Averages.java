package org.wirelathe.lab.internal.report;

import java.util.Arrays;
import org.wirelathe.lab.Series.Points;

/**
 * A rate over spans long enough to be read: acknowledgments come in bursts, and what one of them covers after a loss
 * says little about how fast anything was.
 */
final class Averages {
    private static final int MOST_SPANS = 100;

    private Averages() {
    }

    /** A round span (ns) of which the run has at most 100. */
    static long span(long end) {
        return Axis.round(end, MOST_SPANS, 1);
    }

    /**
     * The mean of each span, in its middle. Samples that do not come at regular times are returned as they are: they
     * are a selection that keeps the extremes, and their mean is not that of all.
     */
    static Points of(Points points, long span) {
        int size = points.size();
        if (size < 2 || !isRegular(points.times())) {
            return points;
        }
        long[] times = new long[size];
        long[] values = new long[size];
        int spans = 0;
        for (int first = 0; first < size;) {
            // A sample tells of the time before it, so that at the end of a span belongs to it.
            long number = (points.times()[first] - 1) / span;
            double sum = 0;
            int end = first;
            for (; end < size && (points.times()[end] - 1) / span == number; end++) {
                sum += points.values()[end];
            }
            times[spans] = points.times()[first] + (points.times()[end - 1] - points.times()[first]) / 2;
            values[spans++] = Math.round(sum / (end - first));
            first = end;
        }
        return new Points(Arrays.copyOf(times, spans), Arrays.copyOf(values, spans));
    }

    /** Whether no two samples are further apart than others; the first may be late. */
    private static boolean isRegular(long[] times) {
        long step = times[1] - times[0];
        for (int i = 2; i < times.length; i++) {
            if (times[i] - times[i - 1] != step) {
                return false;
            }
        }
        return step > 0;
    }
}
