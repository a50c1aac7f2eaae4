package org.wirelathe.model;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * Frames that are recorded.
 *
 * @param at the interface
 * @param on the side of the card where they are seen
 * @param filter which of them, as in {@code tcp port 5001}; empty for all
 * @param ring keep only the last frames of that many bytes; empty keeps everything
 * @param snap bytes that are kept of each frame, at least 14; empty keeps it whole
 */
public record Capture(
        PortRef at, Place on, Optional<String> filter, OptionalLong ring, OptionalInt snap) {
    /** Where frames can be seen. */
    public enum Place {
        /** Between the queue and the driver, as a capture on a host sees them. */
        DRIVER,
        /** On the cable, as a tap in it sees them. */
        WIRE
    }

    /** Everything, above the driver. */
    public Capture(PortRef at) {
        this(at, Place.DRIVER, Optional.empty(), OptionalLong.empty(), OptionalInt.empty());
    }
}
