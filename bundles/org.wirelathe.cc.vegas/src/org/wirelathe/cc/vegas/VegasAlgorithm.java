package org.wirelathe.cc.vegas;

import org.osgi.service.component.annotations.Component;
import org.wirelathe.api.congestion.CongestionAlgorithm;
import org.wirelathe.api.congestion.CongestionController;
import org.wirelathe.api.congestion.CongestionState;
import org.wirelathe.api.congestion.FlowInfo;

/** Vegas as a service. */
@Component
public final class VegasAlgorithm implements CongestionAlgorithm {
    @Override
    public String name() {
        return "vegas";
    }

    @Override
    public CongestionController create(FlowInfo flow, CongestionState start) {
        return new Vegas(flow, start);
    }
}
