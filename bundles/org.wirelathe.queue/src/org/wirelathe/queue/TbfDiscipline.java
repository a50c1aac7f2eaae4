package org.wirelathe.queue;

import java.util.List;

import org.osgi.service.component.annotations.Component;
import org.wirelathe.api.node.NodeContext;
import org.wirelathe.api.queue.PacketQueue;
import org.wirelathe.api.queue.QueueDiscipline;
import org.wirelathe.api.queue.QueueSpec;
import org.wirelathe.api.queue.Setting;

/** Linux's tbf (tc-tbf(8)): a token bucket that holds frames back until a rate allows them. */
@Component
public final class TbfDiscipline implements QueueDiscipline {
    private static final Setting RATE = new Setting("rate", Setting.Kind.RATE, 0, 0, 400_000_000_000L,
            "How fast tokens come; 0 stands for the line's rate.");
    private static final Setting BURST = new Setting("burst", Setting.Kind.SIZE, 10 * Limits.FULL_FRAME, 64,
            1_000_000_000, "How much may go at once after a pause; a frame that is larger is never sent.");

    @Override
    public String name() {
        return "tbf";
    }

    @Override
    public List<Setting> settings() {
        return List.of(RATE, BURST);
    }

    @Override
    public PacketQueue create(NodeContext node, QueueSpec spec) {
        long rate = spec.value(RATE);
        return new TokenBucketQueue(node, spec, rate == 0 ? spec.bitsPerSecond() : rate, spec.value(BURST));
    }
}
