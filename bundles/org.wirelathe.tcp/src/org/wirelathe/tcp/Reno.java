package org.wirelathe.tcp;

import org.wirelathe.api.congestion.Acked;
import org.wirelathe.api.congestion.CongestionController;
import org.wirelathe.api.congestion.CongestionState;
import org.wirelathe.api.congestion.FlowInfo;
import org.wirelathe.api.congestion.Lost;
import org.wirelathe.api.congestion.Lost.Cause;

/**
 * Slow start, congestion avoidance and the reaction to loss of RFC 5681. Part of TCP: the algorithm that is always
 * there.
 */
final class Reno implements CongestionController {
    static final String NAME = "reno";

    private final int mss;
    private long window;
    private long threshold;

    Reno(FlowInfo flow, CongestionState start) {
        mss = flow.mss();
        window = start.window();
        threshold = start.threshold();
    }

    @Override
    public long window() {
        return window;
    }

    @Override
    public void onAck(Acked ack) {                                      // RFC 5681 §3.1
        if (!ack.windowLimited()) {
            return;
        }
        window += window < threshold
                ? Math.min(ack.bytes(), mss)                            // eq. 2
                : Math.max(1, (long) mss * mss / window);               // eq. 3
    }

    @Override
    public void onLoss(Lost loss) {
        if (!loss.again()) {
            threshold = Math.max(loss.inFlight() / 2, 2 * mss);         // eq. 4
        }
        window = loss.cause() == Cause.TIMEOUT ? mss : threshold;
    }

    @Override
    public void onIdleRestart(long now) {
        window = Math.min(window, InitialWindow.of(mss));               // §4.1
    }

    @Override
    public CongestionState state() {
        return new CongestionState(window, threshold, -1, false);
    }
}
