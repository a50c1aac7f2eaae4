package org.wirelathe.model;

import java.util.Optional;
import org.wirelathe.api.nic.LineSpec;
import org.wirelathe.api.nic.Loss;
import org.wirelathe.api.nic.RateTrace;

/**
 * One direction of a cable. Shares are in parts per billion.
 *
 * @param rate bit/s on the wire, at least 1; with a trace, what its ends take it for
 * @param delay propagation delay, ns, at least 0
 * @param jitter most that is added to the delay of a frame, ns, at least 0
 * @param jitterReorders whether a frame may overtake another by its jitter
 * @param loss when frames are lost
 * @param duplicate share of frames that arrive twice
 * @param corrupt share of frames in which a bit is turned over
 * @param reorder share of frames that are held back by {@code reorderDelay}
 * @param reorderDelay ns, at least 0
 * @param trace the file with the times at which it may send, relative to the lab file; empty for a
 *     constant rate
 */
public record Line(
        long rate,
        long delay,
        long jitter,
        boolean jitterReorders,
        Loss loss,
        long duplicate,
        long corrupt,
        long reorder,
        long reorderDelay,
        Optional<String> trace) {
    /** A line that does nothing but take its time. */
    public Line(long rate, long delay) {
        this(rate, delay, 0, false, Loss.NONE, 0, 0, 0, 0, Optional.empty());
    }

    /** The same line with another rate. */
    public Line withRate(long other) {
        return new Line(
                other,
                delay,
                jitter,
                jitterReorders,
                loss,
                duplicate,
                corrupt,
                reorder,
                reorderDelay,
                trace);
    }

    /** The same line with another loss. */
    public Line withLoss(Loss other) {
        return new Line(
                rate,
                delay,
                jitter,
                jitterReorders,
                other,
                duplicate,
                corrupt,
                reorder,
                reorderDelay,
                trace);
    }

    /** What {@link #loss} loses in the long run, parts per billion. */
    public long meanLoss() {
        long turns = loss.toBad() + loss.toGood();
        if (loss.toBad() == 0 || turns == 0) {
            return loss.good();
        }
        long bad = loss.bad() - loss.good();
        return loss.good() + Math.round((double) bad * loss.toBad() / turns);
    }

    /**
     * The line as a cable is made of it.
     *
     * @param times what {@link #trace} holds
     */
    public LineSpec spec(RateTrace times) {
        return new LineSpec(
                rate,
                delay,
                jitter,
                jitterReorders,
                loss,
                duplicate,
                corrupt,
                reorder,
                reorderDelay,
                times);
    }
}
