package org.wirelathe.lab.internal.build;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.LongSupplier;
import org.wirelathe.api.probe.Counter;
import org.wirelathe.api.probe.Counters;

/** The counters of a node, in the order in which its layers asked for them. */
public final class NodeCounters implements Counters {
    /** Where a counter stands. */
    private record Key(String place, String name, boolean drop) {
    }

    /** Changed by the run's thread only, under the lock of this, so that others can ask for {@link #names}. */
    private final Map<Key, Counter> counters = new LinkedHashMap<>();

    @Override
    public synchronized Counter counter(String place, String name) {
        return counters.computeIfAbsent(new Key(place, name, false), key -> new Counter(name));
    }

    @Override
    public synchronized Counter drop(String place, String reason) {
        return counters.computeIfAbsent(new Key(place, reason, true), key -> new Counter(reason));
    }

    /** The value of a counter, whether it counts drops or not; 0 when nobody has asked for it. */
    public long value(String place, String name) {
        Counter counter = counters.get(new Key(place, name, true));
        Counter plain = counters.get(new Key(place, name, false));
        return (counter == null ? 0 : counter.value()) + (plain == null ? 0 : plain.value());
    }

    /** The names of the counters by place, in the order in which they were asked for; from any thread. */
    public synchronized Map<String, Set<String>> names() {
        Map<String, Set<String>> names = new LinkedHashMap<>();
        counters.keySet().forEach(key -> names.computeIfAbsent(key.place(), place -> new LinkedHashSet<>())
                .add(key.name()));
        return names;
    }

    /** Packets dropped at a place so far, asked often: a layer that asks for a counter later is found then. */
    public LongSupplier dropsAt(String place) {
        return new LongSupplier() {
            private Counter[] drops = {};
            private int known = -1;

            @Override
            public long getAsLong() {
                if (known != counters.size()) {
                    known = counters.size();
                    drops = counters.entrySet().stream()
                            .filter(entry -> entry.getKey().drop() && entry.getKey().place().equals(place))
                            .map(Map.Entry::getValue).toArray(Counter[]::new);
                }
                long sum = 0;
                for (Counter drop : drops) {
                    sum += drop.value();
                }
                return sum;
            }
        };
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
