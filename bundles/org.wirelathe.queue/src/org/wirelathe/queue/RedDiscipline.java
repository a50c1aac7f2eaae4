package org.wirelathe.queue;

import java.util.List;

import org.osgi.service.component.annotations.Component;
import org.wirelathe.api.node.NodeContext;
import org.wirelathe.api.queue.PacketQueue;
import org.wirelathe.api.queue.QueueDiscipline;
import org.wirelathe.api.queue.QueueSpec;
import org.wirelathe.api.queue.Setting;

/** Random Early Detection with the settings of tc-red(8); its limit is in bytes. */
@Component
public final class RedDiscipline implements QueueDiscipline {
    private static final long MOST_BYTES = Integer.MAX_VALUE;
    private static final Setting MIN = new Setting("min", Setting.Kind.SIZE, 0, 0, MOST_BYTES,
            "Average queue at which marking begins; 0 for a third of max.");
    private static final Setting MAX = new Setting("max", Setting.Kind.SIZE, 0, 0, MOST_BYTES,
            "Average queue above which every frame is marked; 0 for a quarter of the limit.");
    private static final Setting PROBABILITY = new Setting("probability", Setting.Kind.SHARE, 20_000_000, 100_000,
            1_000_000_000, "How likely a mark is when the average comes to max.");
    private static final Setting AVPKT = new Setting("avpkt", Setting.Kind.SIZE, 1000, 40, 65_536,
            "Bytes of a typical frame: the clock by which the average decays when nothing is sent.");
    private static final Setting BURST = new Setting("burst", Setting.Kind.PACKETS, 0, 0, 1_000_000,
            "Frames that may come at once without a mark; 0 for (2 min + max) / (3 avpkt).");
    private static final Setting ECN = new Setting("ecn", Setting.Kind.SWITCH, 0, 0, 1,
            "Whether to mark ECN-capable frames instead of dropping them.");

    @Override
    public String name() {
        return "red";
    }

    @Override
    public List<Setting> settings() {
        return List.of(MIN, MAX, PROBABILITY, AVPKT, BURST, ECN);
    }

    /** Thresholds that stand the wrong way round are moved apart: max is above min by a byte at least. */
    @Override
    public PacketQueue create(NodeContext node, QueueSpec spec) {
        int avpkt = (int) spec.value(AVPKT);
        long limit = Limits.bytes(spec, avpkt);
        long quarter = Math.clamp(limit / 4, 3, MOST_BYTES);
        long max = spec.value(MAX) == 0 ? quarter : spec.value(MAX);
        long min = spec.value(MIN) == 0 ? max / 3 : spec.value(MIN);
        max = Math.max(max, min + 1);
        long burst = spec.value(BURST) == 0 ? (2 * min + max) / (3L * avpkt) : spec.value(BURST);
        RedAverage average = new RedAverage(RedAverage.shift(min, Math.max(1, burst), avpkt));
        return new RedQueue(node, spec, average, limit, min, max, spec.value(PROBABILITY), spec.value(ECN) != 0, avpkt);
    }
}
