package org.wirelathe.api.nic;

/**
 * When a line may send, in the format of Mahimahi's {@code mm-link}: times in ms that never go back, each a chance to
 * deliver 1504 bytes. After the last time the trace starts anew.
 *
 * @param times ms; owned by this record, not to be changed
 */
public record RateTrace(long[] times) {
    /** A line of constant rate. */
    public static final RateTrace NONE = new RateTrace(new long[0]);
    /** Bytes that may leave at each time. */
    public static final int BYTES = 1504;

    public RateTrace {
        for (int i = 0; i < times.length; i++) {
            if (times[i] < (i == 0 ? 0 : times[i - 1])) {
                throw new IllegalArgumentException("time " + times[i] + " ms in place " + (i + 1)
                        + " of a rate trace: times never go back");
            }
        }
        if (times.length > 0 && times[times.length - 1] == 0) {
            throw new IllegalArgumentException("a rate trace lasts 1 ms at least");
        }
    }

    public boolean isNone() {
        return times.length == 0;
    }
}
