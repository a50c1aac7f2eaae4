package org.wirelathe.queue;

import java.util.List;

import org.osgi.service.component.annotations.Component;
import org.wirelathe.api.node.NodeContext;
import org.wirelathe.api.queue.PacketQueue;
import org.wirelathe.api.queue.QueueDiscipline;
import org.wirelathe.api.queue.QueueSpec;
import org.wirelathe.api.queue.Setting;

/** Fair queueing with CoDel in each queue (RFC 8290), with the settings of tc-fq_codel(8). */
@Component
public final class FqCodelDiscipline implements QueueDiscipline {
    private static final Setting ECN = CodelSettings.ecn(true);
    private static final Setting FLOWS = new Setting("flows", Setting.Kind.NUMBER, 1024, 1, 65_536,
            "How many queues the frames are spread over.");
    private static final Setting QUANTUM = new Setting("quantum", Setting.Kind.SIZE, Limits.FULL_FRAME, 64, 1_048_576,
            "How much a flow may send in a round.");
    private static final Setting DROP_BATCH = new Setting("drop_batch", Setting.Kind.PACKETS, 64, 1, 65_536,
            "How many frames of the fattest flow are dropped at once when the limit is passed.");

    @Override
    public String name() {
        return "fq_codel";
    }

    @Override
    public List<Setting> settings() {
        return List.of(CodelSettings.TARGET, CodelSettings.INTERVAL, FLOWS, QUANTUM, ECN, CodelSettings.CE_THRESHOLD,
                DROP_BATCH);
    }

    @Override
    public PacketQueue create(NodeContext node, QueueSpec spec) {
        return new FairCodelQueue(node, spec, CodelSettings.of(spec, ECN), (int) spec.value(FLOWS), spec.value(QUANTUM),
                (int) spec.value(DROP_BATCH));
    }
}
