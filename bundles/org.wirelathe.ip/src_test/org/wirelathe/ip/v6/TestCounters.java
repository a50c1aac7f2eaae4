package org.wirelathe.ip.v6;

import java.util.Map;
import java.util.TreeMap;

import org.wirelathe.api.probe.Counter;
import org.wirelathe.api.probe.Counters;

/** Counters by place and name; a test asks for values, and for sums of drops. */
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

    /** Every drop counter whose place and name begin so, and that is not 0. */
    Map<String, Long> counted(String prefix) {
        Map<String, Long> counted = new TreeMap<>();
        drops.forEach((name, counter) -> {
            if (name.startsWith(prefix) && counter.value() != 0) {
                counted.put(name, counter.value());
            }
        });
        return counted;
    }

    /** The sum of drops whose place and name begin so. */
    long drops(String prefix) {
        return drops.entrySet().stream().filter(entry -> entry.getKey().startsWith(prefix))
                .mapToLong(entry -> entry.getValue().value()).sum();
    }
}
