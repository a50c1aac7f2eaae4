package org.wirelathe.api.queue;

/**
 * Something that can be set on a part of the lab, as the lab file writes it.
 *
 * @param name key in the lab file
 * @param kind what its value counts
 * @param standard its value when the lab file is silent
 * @param least smallest value allowed
 * @param most largest value allowed
 * @param help one sentence
 */
public record Setting(String name, Kind kind, long standard, long least, long most, String help) {
    /** What a value counts, and so its unit in a {@code long}. */
    public enum Kind {
        /** Nanoseconds. */
        TIME,
        /** Bits per second. */
        RATE,
        /** Bytes. */
        SIZE,
        /** Frames. */
        PACKETS,
        /** A share in parts per billion. */
        SHARE,
        /** A plain number. */
        NUMBER,
        /** 1 for yes, 0 for no. */
        SWITCH
    }
}
