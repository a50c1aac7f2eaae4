package org.wirelathe.model;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The driver of a network card.
 *
 * @param type the driver's name
 * @param file the file that it works from, relative to the lab file; empty for none
 * @param settings the driver's own settings that are written, by name, in their base units
 */
public record Driver(String type, Optional<String> file, Map<String, Long> settings) {
    /** The driver of an interface for which the lab file names none. */
    public static final Driver DEFAULT = new Driver("ring");

    /** The driver that plays the frames of a capture into its host. */
    public static final String REPLAY = "replay";

    /** The largest file that a driver works from, bytes: the whole of it is held in memory. */
    public static final long LARGEST_FILE = 256L << 20;

    public Driver {
        settings = Collections.unmodifiableMap(new TreeMap<>(settings));
    }

    /** A driver with everything at its default. */
    public Driver(String type) {
        this(type, Optional.empty(), Map.of());
    }

    /** The same, working from another file. */
    public Driver from(String file) {
        return new Driver(type, Optional.of(file), settings);
    }
}
