package org.wirelathe.tcp;

import org.wirelathe.api.congestion.CongestionAlgorithm;
import org.wirelathe.api.congestion.CongestionState;
import org.wirelathe.api.congestion.FlowInfo;

/** An algorithm that passes through to hand over a window that nobody grew. */
record FixedWindow(String name, long window, long threshold) implements CongestionAlgorithm {
    @Override
    public FakeController create(FlowInfo flow, CongestionState start) {
        return new FakeController(window, threshold);
    }
}
