package org.wirelathe.ip.ndp;

import java.util.Map;
import java.util.TreeMap;

import org.wirelathe.api.probe.Counter;
import org.wirelathe.api.probe.Counters;

/** Counters by place and name. */
final class TestCount implements Counters {
    private final Map<String, Counter> all = new TreeMap<>();

    @Override
    public Counter counter(String place, String name) {
        return all.computeIfAbsent(place + '.' + name, key -> new Counter(name));
    }

    @Override
    public Counter drop(String place, String reason) {
        return counter(place, reason);
    }

    long value(String name) {
        Counter counter = all.get(name);
        return counter == null ? 0 : counter.value();
    }

    /** The sum of those whose place and name begin so. */
    long sum(String prefix) {
        return all.entrySet().stream().filter(entry -> entry.getKey().startsWith(prefix))
                .mapToLong(entry -> entry.getValue().value()).sum();
    }
}
