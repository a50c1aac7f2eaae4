package org.wirelathe.lab.internal.build;

import java.util.LinkedHashMap;
import java.util.Map;
import org.wirelathe.api.probe.Counter;
import org.wirelathe.api.probe.Counters;

/** The counters of a node, in the order in which its layers asked for them. */
public final class NodeCounters implements Counters {
    /** Where a counter stands. */
    private record Key(String place, String name, boolean drop) {
    }

    private final Map<Key, Counter> counters = new LinkedHashMap<>();

    @Override
    public Counter counter(String place, String name) {
        return counters.computeIfAbsent(new Key(place, name, false), key -> new Counter(name));
    }

    @Override
    public Counter drop(String place, String reason) {
        return counters.computeIfAbsent(new Key(place, reason, true), key -> new Counter(reason));
    }

    /** Takes each counter. */
    public interface Visitor {
        void counter(String place, String name, boolean drop, long value);
    }

    /** Shows all counters. */
    public void forEach(Visitor visitor) {
        counters.forEach((key, counter) -> visitor.counter(key.place(), key.name(), key.drop(), counter.value()));
    }
}
