package org.wirelathe.cc.vegas;

import org.wirelathe.api.congestion.Acked;
import org.wirelathe.api.congestion.CongestionController;
import org.wirelathe.api.congestion.CongestionState;
import org.wirelathe.api.congestion.FlowInfo;
import org.wirelathe.api.congestion.Lost;
import org.wirelathe.api.congestion.Lost.Cause;
import org.wirelathe.api.probe.Gauges;

/**
 * TCP Vegas (Brakmo, Peterson: TCP Vegas: End to End Congestion Avoidance on a Global Internet, IEEE JSAC 13(8), 1995).
 *
 * <p>Once per round trip it compares the round-trip time with the least ever seen. What the window holds beyond {@code
 * window * least / now} must stand in a queue; Vegas keeps between {@link #ALPHA} and {@link #BETA} segments there, and
 * leaves slow start, which doubles the window every other round trip, when {@link #GAMMA} have gathered. Parameters and
 * the reaction to loss (that of Reno) are those of Linux.
 */
final class Vegas implements CongestionController {
    /** Segments in the queue below which the window grows. */
    static final int ALPHA = 2;
    /** Segments in the queue above which it shrinks. */
    static final int BETA = 4;
    /** Segments in the queue that end slow start. */
    static final int GAMMA = 1;

    /** With fewer samples a delayed acknowledgment may be all that a round has seen (Linux). */
    private static final int LEAST_SAMPLES = 3;
    private static final long NONE = Long.MAX_VALUE;
    /**
     * Round trips below 2^32 ns times windows up to 2^30 bytes fit a long; longer ones are reckoned in microseconds.
     */
    private static final int NANOSECONDS_FIT = 32;

    private final int mss;
    private long window;
    private long threshold;
    /** Least round-trip time ever (the paper's BaseRTT), ns. */
    private long base = NONE;
    /** Least round-trip time of this round, ns. */
    private long current = NONE;
    private int samples;
    /** In slow start: whether the window doubles in this round, or rests so that it can be measured. */
    private boolean doubling = true;
    /** Bytes in the queue, as reckoned at the end of the last round. */
    private long queued;

    Vegas(FlowInfo flow, CongestionState start) {
        mss = flow.mss();
        window = start.window();
        threshold = start.threshold();
    }

    @Override
    public long window() {
        return window;
    }

    @Override
    public void onAck(Acked ack) {
        if (ack.rtt() >= 0) {
            base = ack.minRtt();
            current = Math.min(current, ack.rtt());
            samples++;
        }
        if (ack.roundStart()) {
            endRound(ack.windowLimited());
        } else if (isSlowStart() && doubling && ack.windowLimited()) {
            window += Math.min(ack.bytes(), mss);
        }
    }

    private boolean isSlowStart() {
        return window < threshold;
    }

    private void endRound(boolean limited) {
        boolean measured = samples >= LEAST_SAMPLES && current > 0;
        queued = measured ? inQueue() : 0;
        if (isSlowStart()) {
            if (measured && queued > (long) GAMMA * mss) {
                window = window - queued + mss;
                becomeSteady();
            } else {
                doubling = !measured || !doubling;
            }
        } else if (measured && queued > (long) BETA * mss) {
            window -= mss;
            becomeSteady();
        } else if (limited && queued < (long) ALPHA * mss) {
            window += mss;
        }
        window = Math.max(window, 2L * mss);
        current = NONE;
        samples = 0;
    }

    /** The window less what the path itself holds, {@code window * base / current}. */
    private long inQueue() {
        long unit = current >>> NANOSECONDS_FIT == 0 ? 1 : 1000;
        return window * ((current - base) / unit) / (current / unit);
    }

    /** The threshold follows a window that shrinks, lest slow start begin again. */
    private void becomeSteady() {
        threshold = Math.min(threshold, Math.max(mss, window - mss));
        doubling = true;
    }

    @Override
    public void onLoss(Lost loss) {                                     // RFC 5681 eq. 4, as Linux has it for Vegas
        if (!loss.again()) {
            threshold = Math.max(loss.inFlight() / 2, 2L * mss);
        }
        window = loss.cause() == Cause.TIMEOUT ? mss : threshold;
        forgetRound();
    }

    @Override
    public void onIdleRestart(long now) {                               // RFC 5681 §4.1 with the window of RFC 6928
        window = Math.min(window, Math.min(10L * mss, Math.max(2L * mss, 14_600)));
        forgetRound();
    }

    private void forgetRound() {
        current = NONE;
        samples = 0;
        doubling = true;
    }

    @Override
    public void gauges(Gauges out) {
        out.gauge("queued", queued);
        if (base != NONE) {
            out.gauge("baseRtt", base);
        }
    }

    @Override
    public CongestionState state() {
        return new CongestionState(window, threshold, base == NONE ? -1 : base, false);
    }
}
