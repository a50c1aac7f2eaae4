package org.wirelathe.tcp;

import java.util.Map;
import java.util.TreeMap;

import org.wirelathe.api.probe.Counter;
import org.wirelathe.api.probe.Counters;

/** Counters by name. */
final class FakeCounters implements Counters {
    private final Map<String, Counter> counters = new TreeMap<>();

    @Override
    public Counter counter(String place, String name) {
        return counters.computeIfAbsent(name, Counter::new);
    }

    @Override
    public Counter drop(String place, String reason) {
        return counter(place, reason);
    }

    /** The value of a counter that the code under test has asked for. */
    long value(String name) {
        Counter counter = counters.get(name);
        if (counter == null) {
            throw new AssertionError("no counter " + name + " among " + counters.keySet());
        }
        return counter.value();
    }
}
