package org.wirelathe.queue;

import java.util.List;

import org.osgi.service.component.annotations.Component;
import org.wirelathe.api.node.NodeContext;
import org.wirelathe.api.queue.PacketQueue;
import org.wirelathe.api.queue.QueueDiscipline;
import org.wirelathe.api.queue.QueueSpec;
import org.wirelathe.api.queue.Setting;

/** Proportional Integral controller Enhanced (RFC 8033) with the settings of tc-pie(8). */
@Component
public final class PieDiscipline implements QueueDiscipline {
    private static final Setting TARGET = new Setting("target", Setting.Kind.TIME, 15_000_000, 1, 1_000_000_000,
            "The delay to hold.");
    private static final Setting TUPDATE = new Setting("tupdate", Setting.Kind.TIME, 15_000_000, 1_000_000,
            1_000_000_000, "How often the drop probability is set anew.");
    private static final Setting ALPHA = new Setting("alpha", Setting.Kind.NUMBER, 2, 0, 32,
            "Weight of the delay's distance from the target, in sixteenths of a Hz.");
    private static final Setting BETA = new Setting("beta", Setting.Kind.NUMBER, 20, 0, 32,
            "Weight of the delay's growth, in sixteenths of a Hz.");
    private static final Setting ECN = new Setting("ecn", Setting.Kind.SWITCH, 0, 0, 1,
            "Whether to mark ECN-capable frames instead of dropping them, up to a probability of 10 %.");

    @Override
    public String name() {
        return "pie";
    }

    @Override
    public List<Setting> settings() {
        return List.of(TARGET, TUPDATE, ALPHA, BETA, ECN);
    }

    @Override
    public PacketQueue create(NodeContext node, QueueSpec spec) {
        PieControl control = new PieControl(spec.value(TARGET), spec.value(TUPDATE), spec.value(ALPHA),
                spec.value(BETA), node.random(spec.place() + ".pie"));
        return new PieQueue(node, spec, control, spec.value(TUPDATE), spec.value(ECN) != 0);
    }
}
