package org.wirelathe.ui.device;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.wirelathe.api.nic.NicState;
import org.wirelathe.lab.Snapshot;
import org.wirelathe.model.Lab;
import org.wirelathe.model.PortRef;
import org.wirelathe.model.Queue;

/**
 * One interface at one moment of a run.
 *
 * @param port which
 * @param time ns of virtual time
 * @param nic card, rings and queue
 * @param driver name of its driver
 * @param queue the queue in front of it
 * @param rate of its cable, bit/s; 0 when there is none
 * @param counters what it has counted, drops first, by name
 */
public record Device(PortRef port, long time, NicState nic, String driver, Queue queue, long rate,
        Map<String, Count> counters) {
    /**
     * A counter.
     *
     * @param value how many so far
     * @param drop whether they are packets that were dropped, the name being the reason
     */
    public record Count(long value, boolean drop) {
    }

    /** That interface in the snapshot; empty when it is not in the run, or does not say how it is. */
    public static Optional<Device> of(Snapshot snapshot, Lab lab, PortRef port) {
        return snapshot.interfaces().stream().filter(row -> row.port().equals(port)).findFirst()
                .flatMap(row -> row.state().map(nic -> of(snapshot, lab, row, nic)));
    }

    private static Device of(Snapshot snapshot, Lab lab, Snapshot.InterfaceRow row, NicState nic) {
        PortRef port = row.port();
        long rate = lab.links().stream().filter(link -> link.touches(port)).findFirst()
                .map(link -> link.a().equals(port) ? link.forth().rate() : link.back().rate()).orElse(0L);
        return new Device(port, snapshot.time(), nic, row.driver(), row.queue(), rate, counters(snapshot, port));
    }

    private static Map<String, Count> counters(Snapshot snapshot, PortRef port) {
        Map<String, Count> counters = new LinkedHashMap<>();
        for (boolean drops : new boolean[] {true, false}) {
            for (Snapshot.CounterRow row : snapshot.counters()) {
                if (row.drop() == drops && row.node().equals(port.node()) && row.place().equals(port.iface())) {
                    counters.put(row.name(), new Count(row.value(), drops));
                }
            }
        }
        return counters;
    }

    /** Hard interrupts so far; empty when the card does not count them. */
    Optional<Long> hardInterrupts() {
        return interrupts(false);
    }

    /** Rounds of the soft interrupt so far; empty when the driver does not count them. */
    Optional<Long> softInterrupts() {
        return interrupts(true);
    }

    private Optional<Long> interrupts(boolean soft) {
        return counters.entrySet().stream().filter(e -> isInterrupts(e.getKey(), soft))
                .map(e -> e.getValue().value()).findFirst();
    }

    private static boolean isInterrupts(String name, boolean soft) {
        String plain = name.toLowerCase(Locale.ROOT);
        boolean isSoft = plain.startsWith("soft");
        return soft == isSoft && (plain.endsWith("interrupts") || plain.endsWith("irqs"));
    }

    /** Packets dropped here, for any reason. */
    long drops() {
        return counters.values().stream().filter(Count::drop).mapToLong(Count::value).sum();
    }

    boolean heldByPause() {
        return nic.pausedUntil() > time;
    }
}
