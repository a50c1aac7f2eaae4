package org.wirelathe.tests.swap.plugin;

import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.wirelathe.api.congestion.Acked;
import org.wirelathe.api.congestion.CongestionAlgorithm;
import org.wirelathe.api.congestion.CongestionController;
import org.wirelathe.api.congestion.CongestionState;
import org.wirelathe.api.congestion.FlowInfo;
import org.wirelathe.api.congestion.Lost;

/**
 * A window of so many segments, and faults on demand. Component properties: {@code algorithm}, {@code segments}, {@code
 * fault}; {@code failAfter} and {@code blockAfter}, the number of acknowledgments after which {@code onAck} throws, or
 * blocks as long as the system property {@code org.example.portion.block} is true.
 */
public final class Portion implements CongestionAlgorithm {
    private String name;
    private int segments;
    private String fault;
    private int failAfter;
    private int blockAfter;

    /** Called by the component runtime. */
    void activate(Map<String, Object> properties) {
        name = (String) properties.get("algorithm");
        segments = (Integer) properties.get("segments");
        fault = (String) properties.getOrDefault("fault", "");
        failAfter = (Integer) properties.getOrDefault("failAfter", Integer.MAX_VALUE);
        blockAfter = (Integer) properties.getOrDefault("blockAfter", Integer.MAX_VALUE);
        if (fault.equals("activate")) {
            throw new IllegalStateException("no licence for this table");
        }
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public CongestionController create(FlowInfo flow, CongestionState start) {
        return new Controller(flow.mss(), start);
    }

    private final class Controller implements CongestionController {
        private final int mss;
        private final CongestionState start;
        private int acks;

        Controller(int mss, CongestionState start) {
            this.mss = mss;
            this.start = start;
        }

        @Override
        public long window() {
            return fault.equals("window") ? 0 : (long) segments * mss;
        }

        @Override
        public void onAck(Acked ack) {
            if (++acks > failAfter) {
                throw new IllegalStateException("acknowledgment " + acks + " is one too many");
            }
            while (acks > blockAfter && Boolean.getBoolean("org.example.portion.block")) {
                System.setProperty("org.example.portion.blocked", "true");
                LockSupport.parkNanos(1_000_000);
            }
        }

        @Override
        public void onLoss(Lost loss) {
        }

        @Override
        public CongestionState state() {
            return new CongestionState((long) segments * mss, start.threshold(), start.minRtt(), false);
        }
    }
}
