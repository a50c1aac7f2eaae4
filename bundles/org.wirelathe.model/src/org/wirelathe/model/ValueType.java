package org.wirelathe.model;

/** What a value in a lab file may look like. */
public enum ValueType {
    /** Any text. */
    TEXT,
    /** {@code true} or {@code false}. */
    FLAG,
    /** A whole number. */
    INTEGER,
    /** A TCP or UDP port, 1 to 65535. */
    PORT,
    /** A {@link Quantity#TIME}. */
    TIME,
    /** A {@link Quantity#RATE}. */
    RATE,
    /** A {@link Quantity#SIZE}. */
    SIZE,
    /** A {@link Quantity#SHARE}. */
    SHARE,
    /** A file to read, relative to the lab file. */
    FILE,
    /** A file to write, relative to the results. */
    OUTPUT,
    /** A node's name or an IPv4 address. */
    HOST,
    /** A node's name or an IPv4 address, a colon and a port. */
    ENDPOINT,
    /** The name of a congestion control algorithm. */
    ALGORITHM,
    /** Anything at all: the application looks at it. */
    ANY
}
