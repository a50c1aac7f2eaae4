package org.wirelathe.api.nic;

/**
 * What one direction of a cable does to frames. Probabilities are in parts per billion, 0 to 10^9; each impairment has
 * a random stream of its own, so that adding one shifts no other.
 *
 * @param bitsPerSecond line rate, at least 1; ignored while {@code rateTrace} is given
 * @param delay propagation time, ns
 * @param jitter most that is added to the delay of a frame, uniformly, ns
 * @param jitterReorders whether a frame may overtake another by its jitter; otherwise it waits behind it
 * @param loss when frames are lost
 * @param duplicate probability that a frame that arrives does so twice, the second time right behind the first
 * @param corrupt probability that a bit of a frame or its FCS is turned over: the FCS does not verify
 * @param reorder probability that a frame is held back by {@code reorderDelay}, so that those behind it overtake
 * @param reorderDelay ns
 * @param rateTrace delivery times in ms from the start, in Mahimahi's format: at each, 1504 bytes may leave, counted as
 *        there: a frame's payload and 4 bytes; the trace starts anew at its last time; empty for a constant rate
 */
public record LineSpec(long bitsPerSecond, long delay, long jitter, boolean jitterReorders, Loss loss, long duplicate,
        long corrupt, long reorder, long reorderDelay, RateTrace rateTrace) {
    /** A line that does nothing but take its time. */
    public LineSpec(long bitsPerSecond, long delay) {
        this(bitsPerSecond, delay, 0, false, Loss.NONE, 0, 0, 0, 0, RateTrace.NONE);
    }

    public LineSpec {
        if (bitsPerSecond < 1 || delay < 0 || jitter < 0 || reorderDelay < 0) {
            throw new IllegalArgumentException("a line of " + bitsPerSecond + " bit/s, delay " + delay + " ns, jitter "
                    + jitter + " ns, reordering by " + reorderDelay + " ns");
        }
        Loss.requireShare("duplicate", duplicate);
        Loss.requireShare("corrupt", corrupt);
        Loss.requireShare("reorder", reorder);
    }

    /** The same line with another loss. */
    public LineSpec withLoss(Loss other) {
        return new LineSpec(bitsPerSecond, delay, jitter, jitterReorders, other, duplicate, corrupt, reorder,
                reorderDelay, rateTrace);
    }
}
