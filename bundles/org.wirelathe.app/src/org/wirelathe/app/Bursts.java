package org.wirelathe.app;

/**
 * In which portions a sender writes.
 *
 * @param size bytes that it may write at each time, at least 1
 * @param every ns from one time to the next, at least 1
 */
record Bursts(long size, long every) {
    /** The time between bursts when nobody says it, ns. */
    static final long USUAL_PAUSE = 10_000_000;
    /** All at once. */
    static final Bursts NONE = new Bursts(Long.MAX_VALUE, 1);

    boolean isNone() {
        return size == Long.MAX_VALUE;
    }
}
