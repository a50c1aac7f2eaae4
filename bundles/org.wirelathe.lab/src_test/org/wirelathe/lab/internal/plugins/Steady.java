package org.wirelathe.lab.internal.plugins;

import org.wirelathe.api.congestion.Acked;
import org.wirelathe.api.congestion.CongestionAlgorithm;
import org.wirelathe.api.congestion.CongestionController;
import org.wirelathe.api.congestion.CongestionState;
import org.wirelathe.api.congestion.FlowInfo;
import org.wirelathe.api.congestion.Lost;

/** A well-behaved algorithm, and its controller; tests override what is to go wrong. */
class Steady implements CongestionAlgorithm, CongestionController {
    private final String name;

    Steady(String name) {
        this.name = name;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public CongestionController create(FlowInfo flow, CongestionState start) {
        return this;
    }

    @Override
    public long window() {
        return 20_000;
    }

    @Override
    public void onAck(Acked ack) {
    }

    @Override
    public void onLoss(Lost loss) {
    }

    @Override
    public CongestionState state() {
        return new CongestionState(20_000, 20_000, -1, false);
    }
}
