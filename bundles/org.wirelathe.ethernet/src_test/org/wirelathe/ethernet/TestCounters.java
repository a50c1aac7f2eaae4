package org.wirelathe.ethernet;

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

    /** Drops whose reason begins so. */
    long dropsOf(String prefix) {
        return drops.entrySet().stream().filter(entry -> entry.getKey().contains('.' + prefix))
                .mapToLong(entry -> entry.getValue().value()).sum();
    }

    long drops() {
        return drops.values().stream().mapToLong(Counter::value).sum();
    }
}
