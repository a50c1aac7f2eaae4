package org.wirelathe.tcp;

import java.util.Map;
import java.util.TreeMap;

import org.wirelathe.api.probe.Counter;
import org.wirelathe.api.probe.Counters;

/** Counters by name; a test asks for values, and for what the equations of docs/counters.md say. */
final class FakeCounters implements Counters {
    private final Map<String, Counter> counters = new TreeMap<>();
    private final Map<String, Counter> drops = new TreeMap<>();

    @Override
    public Counter counter(String place, String name) {
        return counters.computeIfAbsent(name, Counter::new);
    }

    @Override
    public Counter drop(String place, String reason) {
        Counter counter = counter(place, reason);
        drops.put(reason, counter);
        return counter;
    }

    /** Every drop counter that is not 0. */
    Map<String, Long> drops() {
        Map<String, Long> counted = new TreeMap<>();
        drops.forEach((name, counter) -> {
            if (counter.value() != 0) {
                counted.put(name, counter.value());
            }
        });
        return counted;
    }

    /** Segments in = taken + dropped by reason; faults are errors. */
    void requireBalance() {
        long dropped = drops().values().stream().mapToLong(Long::longValue).sum();
        if (value("inSegs") != value("inTaken") + dropped) {
            throw new AssertionError(
                    value("inSegs") + " segments in, " + value("inTaken") + " taken, dropped " + drops());
        }
        long faults = drops.keySet().stream().filter(name -> name.startsWith("in")).mapToLong(this::value).sum();
        if (value("inErrs") != faults) {
            throw new AssertionError(value("inErrs") + " errors, dropped " + drops());
        }
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
