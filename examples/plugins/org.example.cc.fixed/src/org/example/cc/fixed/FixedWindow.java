package org.example.cc.fixed;

import org.osgi.service.component.annotations.Component;
import org.wirelathe.api.congestion.Acked;
import org.wirelathe.api.congestion.CongestionAlgorithm;
import org.wirelathe.api.congestion.CongestionController;
import org.wirelathe.api.congestion.CongestionState;
import org.wirelathe.api.congestion.FlowInfo;
import org.wirelathe.api.congestion.Lost;

/** Keeps 32 segments in flight, whatever happens: the simplest algorithm that works, and unfair to everybody else. */
@Component
public final class FixedWindow implements CongestionAlgorithm {
    private static final int SEGMENTS = 32;

    @Override
    public String name() {
        return "fixed";
    }

    @Override
    public CongestionController create(FlowInfo flow, CongestionState start) {
        return new Controller(flow.mss(), start);
    }

    /** One connection's. */
    private static final class Controller implements CongestionController {
        private final int mss;
        private long threshold;
        private long minRtt;

        Controller(int mss, CongestionState start) {
            this.mss = mss;
            threshold = start.threshold();
            minRtt = start.minRtt();
        }

        @Override
        public long window() {
            return (long) SEGMENTS * mss;
        }

        @Override
        public void onAck(Acked ack) {
            minRtt = ack.minRtt();
        }

        /** Half of what was in flight (RFC 5681 §3.1): not for this algorithm, but for the one that comes after it. */
        @Override
        public void onLoss(Lost loss) {
            if (!loss.again()) {
                threshold = Math.max(loss.inFlight() / 2, 2L * mss);
            }
        }

        @Override
        public CongestionState state() {
            return new CongestionState(window(), threshold, minRtt, false);
        }
    }
}
