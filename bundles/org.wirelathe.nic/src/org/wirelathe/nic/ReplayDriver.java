package org.wirelathe.nic;

import java.util.List;
import java.util.Map;

import org.osgi.service.component.annotations.Component;
import org.wirelathe.api.nic.NetDevice;
import org.wirelathe.api.nic.Nic;
import org.wirelathe.api.nic.NicDriver;
import org.wirelathe.api.node.NodeContext;
import org.wirelathe.api.queue.Setting;

/**
 * The standard driver, which besides plays the frames of a capture (pcap or pcapng) into its host, with the times that
 * lay between them.
 */
@Component
public final class ReplayDriver implements NicDriver {
    private static final Setting START = new Setting("start", Setting.Kind.TIME, 0, 0, 86_400_000_000_000L,
            "How long after the driver takes the card the first frame of the capture comes.");

    private final Replay replay;
    private final long start;

    public ReplayDriver() {
        this(new Replay(new byte[0]), START.standard());
    }

    private ReplayDriver(Replay replay, long start) {
        this.replay = replay;
        this.start = start;
    }

    @Override
    public String name() {
        return "replay";
    }

    @Override
    public List<Setting> settings() {
        return List.of(START);
    }

    @Override
    public boolean wantsFile() {
        return true;
    }

    @Override
    public NicDriver configured(Map<String, Long> values, byte[] file) {
        return new ReplayDriver(new Replay(file), values.getOrDefault(START.name(), START.standard()));
    }

    @Override
    public NetDevice attach(Nic nic, NodeContext node, String place) {
        return new ReplayDevice(new InterruptDevice(nic, node, place), nic, node, place, replay, start);
    }
}
