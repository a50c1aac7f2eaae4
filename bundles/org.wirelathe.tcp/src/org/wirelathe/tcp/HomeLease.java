package org.wirelathe.tcp;

import org.wirelathe.api.congestion.CongestionAlgorithm;
import org.wirelathe.api.congestion.CongestionController;
import org.wirelathe.api.congestion.CongestionState;
import org.wirelathe.api.congestion.FlowInfo;
import org.wirelathe.api.congestion.Lease;

/** The lease on the built-in Reno, which never ends. */
final class HomeLease implements Lease, CongestionAlgorithm {
    static final HomeLease RENO = new HomeLease();

    private HomeLease() {
    }

    @Override
    public String name() {
        return Reno.NAME;
    }

    @Override
    public CongestionController create(FlowInfo flow, CongestionState start) {
        return new Reno(flow, start);
    }

    @Override
    public CongestionAlgorithm algorithm() {
        return this;
    }

    @Override
    public boolean enter() {
        return true;
    }

    @Override
    public void leave() {
        // Nobody waits for this provider to go.
    }

    @Override
    public boolean isLive() {
        return true;
    }

    @Override
    public void retire(String flow, String reason) {
        throw new IllegalStateException("the built-in Reno failed on " + flow + ": " + reason);
    }
}
