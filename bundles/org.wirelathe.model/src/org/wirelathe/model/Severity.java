package org.wirelathe.model;

/** How bad a {@link Problem} is. */
public enum Severity {
    /** The lab runs, though perhaps not as its author means it to. */
    WARNING,
    /** There is no lab until this is mended. */
    ERROR
}
