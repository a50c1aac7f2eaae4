package org.wirelathe.model;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * The queue in front of one end of a cable.
 *
 * @param type the name of the queue discipline
 * @param limit how much it holds, at least 1, in {@code unit}
 * @param unit what {@code limit} counts
 * @param settings the discipline's own settings that are written, by name, in their base units
 */
public record Queue(String type, long limit, Unit unit, Map<String, Long> settings) {
    /** What a queue's limit counts. */
    public enum Unit {
        PACKETS,
        BYTES
    }

    /** What a cable has when the lab file is silent: as long as Linux's default queue. */
    public static final Queue DEFAULT = new Queue("fifo", 1000, Unit.PACKETS);

    public Queue {
        settings = Collections.unmodifiableMap(new TreeMap<>(settings));
    }

    /** A queue with nothing but a limit. */
    public Queue(String type, long limit, Unit unit) {
        this(type, limit, unit, Map.of());
    }
}
