package org.wirelathe.api.app;

/**
 * One parameter of an application.
 *
 * @param name key in the lab file
 * @param type what its value is
 * @param required whether a lab file must give it
 * @param help one sentence, with unit, range and default
 */
public record Parameter(String name, Type type, boolean required, String help) {
    /** Kinds of values. */
    public enum Type {
        /** Any text. */
        TEXT,
        /** A whole number. */
        NUMBER,
        /** Bytes, as in {@code 100 MiB}. */
        SIZE,
        /** Time, as in {@code 100 ms}. */
        DURATION,
        /** Bits in a second, as in {@code 10 Mbit/s}. */
        RATE,
        /** {@code true} or {@code false}. */
        FLAG,
        /** A TCP or UDP port, 1 to 65535. */
        PORT,
        /** A node's name or an address, of either family. */
        HOST,
        /** {@code host:port}, an IPv6 address in brackets. */
        ENDPOINT,
        /** A file to read, relative to the lab file. */
        INPUT_FILE,
        /** A file to write, relative to the run's output folder. */
        OUTPUT_FILE
    }
}
