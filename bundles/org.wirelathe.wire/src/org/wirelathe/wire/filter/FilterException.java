package org.wirelathe.wire.filter;

/** A filter cannot be read; the message is {@code column N: what is wrong, and what to write instead}. */
public final class FilterException extends Exception {
    private static final long serialVersionUID = 1;

    private final int column;
    private final String sentence;

    FilterException(int column, String sentence) {
        super("column " + column + ": " + sentence);
        this.column = column;
        this.sentence = sentence;
    }

    /** Where in the filter, counted from 1. */
    public int column() {
        return column;
    }

    /** The message without its place. */
    public String sentence() {
        return sentence;
    }
}
