package org.wirelathe.model;

/**
 * A stretch of text.
 *
 * @param offset where it starts, in UTF-16 units, from 0
 * @param length how long it is, in UTF-16 units
 */
public record Span(int offset, int length) {
    public Span {
        if (offset < 0 || length < 0) {
            throw new IllegalArgumentException("negative span: " + offset + "+" + length);
        }
    }

    /** The index just after the last character. */
    public int end() {
        return offset + length;
    }

    /** True when {@code at} lies inside or directly behind the last character. */
    public boolean touches(int at) {
        return offset <= at && at <= end();
    }
}
