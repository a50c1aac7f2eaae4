package org.wirelathe.ethernet;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import java.util.TreeMap;

import org.wirelathe.api.probe.Counter;
import org.wirelathe.api.probe.Counters;

/** Counters by place and name; a test asks for values, and for the sum of drops. */
final class TestCounters implements Counters {
    private final Map<String, Counter> all = new TreeMap<>();
    private final Map<String, Counter> drops = new TreeMap<>();

    @Override
    public Counter counter(String place, String name) {
        return all.computeIfAbsent(place + "." + name, key -> new Counter(name));
    }

    @Override
    public Counter drop(String place, String reason) {
        Counter counter = counter(place, reason);
        drops.put(place + "." + reason, counter);
        return counter;
    }

    long value(String name) {
        Counter counter = all.get(name);
        return counter == null ? 0 : counter.value();
    }

    /** The sum of a counter over the links of an interface. */
    long sum(String name) {
        return all.entrySet().stream().filter(entry -> entry.getKey().endsWith('.' + name))
                .mapToLong(entry -> entry.getValue().value()).sum();
    }

    /** Everything that has counted something. */
    Map<String, Long> counted() {
        Map<String, Long> counted = new TreeMap<>();
        all.forEach((name, counter) -> {
            if (counter.value() != 0) {
                counted.put(name, counter.value());
            }
        });
        return counted;
    }

    /**
     * What docs/counters.md says of links.
     *
     * @param waiting packets that wait for a neighbour's address
     */
    void requireBalance(int waiting) {
        assertEquals(sum("linkIn"), sum("linkDelivers") + sum("arpInPackets") + sum("rxNotJoined") + dropsOf("rx"),
                "frames in");
        assertEquals(sum("arpInPackets"), sum("arpOutReplies") + sum("arpInReplies") + sum("arpInOthers")
                + dropsOf("arpIn"), "ARP packets in");
        assertEquals(sum("linkRequests"), sum("linkTransmits") + sum("linkUnresolved") + dropsOf("tx")
                + dropsOf("arpPendingFull") + dropsOf("arpCacheFull") + waiting, "packets to be sent");
    }

    /** Drops whose reason begins so. */
    long dropsOf(String prefix) {
        return drops.entrySet().stream().filter(entry -> entry.getKey().contains('.' + prefix))
                .mapToLong(entry -> entry.getValue().value()).sum();
    }

    long drops() {
        return drops.values().stream().mapToLong(Counter::value).sum();
    }
}
