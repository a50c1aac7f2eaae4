package org.wirelathe.lab.internal.report;

import org.wirelathe.lab.Series.Points;

/**
 * A curve as the points of an SVG path. Of the points that fall into one pixel column the first, the least, the
 * greatest and the last are drawn, which looks as if all were; of a level stretch, its two ends.
 */
final class CurvePath {
    private final Markup out;
    private final Axis time;
    private final Axis value;
    private final int width;
    private final int height;

    private boolean begun;
    private boolean waiting;
    private long drawnY;
    private long waitingX;
    private long waitingY;

    private CurvePath(Markup out, Axis time, Axis value, int width, int height) {
        this.out = out;
        this.time = time;
        this.value = value;
        this.width = width;
        this.height = height;
    }

    /** Appends what stands in {@code d}, for a plot of {@code width} by {@code height} pixels with its origin above. */
    static void append(Markup out, Points points, Axis time, Axis value, int width, int height) {
        new CurvePath(out, time, value, width, height).all(points);
    }

    private void all(Points points) {
        for (int first = 0; first < points.size();) {
            int end = first + 1;
            long column = x(points, first) / 10;
            int low = first;
            int high = first;
            for (; end < points.size() && x(points, end) / 10 == column; end++) {
                low = points.values()[end] < points.values()[low] ? end : low;
                high = points.values()[end] > points.values()[high] ? end : high;
            }
            point(points, first);
            pointBetween(points, Math.min(low, high), first, end - 1);
            pointBetween(points, Math.max(low, high), Math.max(first, Math.min(low, high)), end - 1);
            if (end - 1 > first) {
                point(points, end - 1);
            }
            first = end;
        }
        if (waiting) {
            draw(waitingX, waitingY);
        }
    }

    private void pointBetween(Points points, int at, int after, int before) {
        if (at > after && at < before) {
            point(points, at);
        }
    }

    private long x(Points points, int at) {
        return time.tenths(points.times()[at], width);
    }

    private void point(Points points, int at) {
        long x = x(points, at);
        long y = 10L * height - value.tenths(points.values()[at], height);
        if (!begun) {
            draw(x, y);
            return;
        }
        boolean level = y == drawnY && (!waiting || waitingY == y);
        if (waiting && !level) {
            draw(waitingX, waitingY);
        }
        waiting = true;
        waitingX = x;
        waitingY = y;
    }

    private void draw(long x, long y) {
        out.tags(begun ? " " : "M").tenths(x).tags(",").tenths(y);
        begun = true;
        drawnY = y;
    }
}
