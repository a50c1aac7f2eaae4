package org.wirelathe.tcp;

import java.util.ArrayList;
import java.util.List;

import org.wirelathe.api.congestion.CongestionAlgorithm;
import org.wirelathe.api.congestion.Lease;

/** A lease whose end the test decides, and that watches that every call stands between enter and leave. */
final class FakeLease implements Lease {
    enum Phase { LIVE, DRAINING, EXPIRED }

    final List<String> retired = new ArrayList<>();
    Phase phase = Phase.LIVE;
    int inside;
    int entered;
    private final String name;
    private final CongestionAlgorithm algorithm;

    FakeLease(String name, CongestionAlgorithm algorithm) {
        this.name = name;
        this.algorithm = algorithm;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public CongestionAlgorithm algorithm() {
        return algorithm;
    }

    @Override
    public boolean enter() {
        if (phase == Phase.EXPIRED) {
            return false;
        }
        inside++;
        entered++;
        return true;
    }

    @Override
    public void leave() {
        inside--;
    }

    @Override
    public boolean isLive() {
        return phase == Phase.LIVE && retired.isEmpty();
    }

    @Override
    public void retire(String flow, String reason) {
        retired.add(flow + " " + reason);
    }
}
