package org.wirelathe.ui.chart;

/** The stretch of virtual time that charts show: all of the run as it grows, or what the user has zoomed to. */
public final class TimeWindow {
    /** Narrower than this, ns, nobody zooms. */
    private static final double LEAST = 1_000;

    private double from;
    private double to = 1e9;
    private double end = 1e9;
    private boolean following = true;

    /** The run has got that far, ns. */
    public void runIsAt(long time) {
        end = Math.max(1_000_000, time);
        if (following) {
            from = 0;
            to = end;
        }
    }

    /** ns. */
    public long from() {
        return (long) from;
    }

    /** ns, more than {@link #from}. */
    public long to() {
        return (long) Math.ceil(to);
    }

    /** Whether the window grows with the run. */
    public boolean isFollowing() {
        return following;
    }

    /** Shows a part: {@code factor} of the present width, with the time {@code around} (ns) where it is. */
    public void zoom(double factor, double around) {
        double width = Math.max(LEAST, (to - from) * factor);
        double share = (around - from) / (to - from);
        from = around - share * width;
        to = from + width;
        following = false;
        if (to - from >= end) {
            showAll();
        } else {
            stay();
        }
    }

    /** Moves the window by that much, ns. */
    public void pan(double by) {
        if (!following) {
            from += by;
            to += by;
            stay();
        }
    }

    /** Shows all of the run, and follows it. */
    public void showAll() {
        following = true;
        from = 0;
        to = end;
    }

    private void stay() {
        double width = to - from;
        from = Math.clamp(from, 0, Math.max(0, end - width));
        to = from + width;
    }
}
