package org.wirelathe.model;

/**
 * The queue in front of one end of a cable.
 *
 * @param type the name of the queue discipline
 * @param limit how much it holds, at least 1, in {@code unit}
 * @param unit what {@code limit} counts
 */
public record Queue(String type, long limit, Unit unit) {
    /** What a queue's limit counts. */
    public enum Unit {
        PACKETS,
        BYTES
    }

    /** What a cable has when the lab file is silent: as long as Linux's default queue. */
    public static final Queue DEFAULT = new Queue("fifo", 1000, Unit.PACKETS);
}
