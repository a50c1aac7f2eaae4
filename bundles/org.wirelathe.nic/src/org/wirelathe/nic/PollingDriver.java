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
 * A driver without interrupts: it looks at the rings at a fixed interval. One wants it where frames come so fast that
 * interrupts would take the whole processor (receive livelock; Mogul and Ramakrishnan, 1997): the load of looking is
 * known beforehand, and what cannot be taken in is dropped by the card, where it costs nothing. The price is latency,
 * half an interval on average.
 */
@Component
public final class PollingDriver implements NicDriver {
    private static final Setting INTERVAL = new Setting("interval", Setting.Kind.TIME, 50_000, 100, 1_000_000_000,
            "How long the driver waits between two looks at its rings.");

    private final long interval;

    public PollingDriver() {
        this(INTERVAL.standard());
    }

    private PollingDriver(long interval) {
        this.interval = interval;
    }

    @Override
    public String name() {
        return "polling";
    }

    @Override
    public List<Setting> settings() {
        return List.of(INTERVAL);
    }

    @Override
    public NicDriver configured(Map<String, Long> values, byte[] file) {
        return new PollingDriver(values.getOrDefault(INTERVAL.name(), INTERVAL.standard()));
    }

    @Override
    public NetDevice attach(Nic nic, NodeContext node, String place) {
        return new PollingDevice(nic, node, place, interval);
    }
}
