package org.wirelathe.queue;

import java.util.List;

import org.osgi.service.component.annotations.Component;
import org.wirelathe.api.node.NodeContext;
import org.wirelathe.api.queue.PacketQueue;
import org.wirelathe.api.queue.QueueDiscipline;
import org.wirelathe.api.queue.QueueSpec;
import org.wirelathe.api.queue.Setting;

/** Controlled Delay (RFC 8289) with the settings of tc-codel(8). */
@Component
public final class CodelDiscipline implements QueueDiscipline {
    private static final Setting ECN = CodelSettings.ecn(false);

    @Override
    public String name() {
        return "codel";
    }

    @Override
    public List<Setting> settings() {
        return List.of(CodelSettings.TARGET, CodelSettings.INTERVAL, ECN, CodelSettings.CE_THRESHOLD);
    }

    @Override
    public PacketQueue create(NodeContext node, QueueSpec spec) {
        return new CodelQueue(node, spec, CodelSettings.of(spec, ECN));
    }
}
