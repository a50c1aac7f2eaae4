package org.wirelathe.lab.internal.run;

/** How fast virtual time may go. Belongs to the run's thread. */
final class Pace {
    /** Real time from one look at the clock to the next: short enough for a smooth picture. */
    private static final long STRIDE = 10_000_000;

    private double speed = Double.POSITIVE_INFINITY;
    private long virtualStart;
    private long realStart;

    /** From here on, {@code speed} virtual seconds per second; from the present times (ns). */
    void set(double speed, long virtual, long real) {
        this.speed = speed;
        from(virtual, real);
    }

    /** Counts from here on: the run stood still. */
    void from(long virtual, long real) {
        virtualStart = virtual;
        realStart = real;
    }

    /** How far virtual time may go by the next look, ns; from {@code now} on at most one stride. */
    long limit(long real) {
        return speed == Double.POSITIVE_INFINITY ? Long.MAX_VALUE : virtualAt(real + STRIDE);
    }

    /** How long to wait until virtual time {@code virtual} is due, ns; 0 when it is. */
    long wait(long virtual, long real) {
        if (speed == Double.POSITIVE_INFINITY) {
            return 0;
        }
        double due = realStart + (virtual - virtualStart) / speed;
        return (long) Math.min(Math.max(0, due - real), STRIDE);
    }

    private long virtualAt(long real) {
        return virtualStart + (long) ((real - realStart) * speed);
    }
}
