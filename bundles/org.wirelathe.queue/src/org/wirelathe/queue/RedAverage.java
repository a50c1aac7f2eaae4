package org.wirelathe.queue;

/**
 * RED's exponentially weighted average of the queue's length (Floyd and Jacobson, Random Early Detection Gateways,
 * 1993, §4): {@code avg += w (queue - avg)} at each arrival, {@code avg *= (1 - w)^m} after a time in which {@code m}
 * typical frames could have left the empty queue. The weight is {@code 2^-shift}, the average is kept times
 * {@code 2^shift}.
 */
final class RedAverage {
    private static final int MOST_SHIFT = 16;
    private static final int POWERS = 31;

    private final int shift;
    /** {@code (1 - w)^(2^i)}, times 2^63. */
    private final long[] decay = new long[POWERS];
    private long scaled;

    RedAverage(int shift) {
        this.shift = shift;
        decay[0] = Long.MAX_VALUE - (1L << 63 - shift) + 1;
        for (int i = 1; i < POWERS; i++) {
            decay[i] = Math.multiplyHigh(decay[i - 1], decay[i - 1]) << 1;
        }
    }

    /**
     * The shift for which a burst of that many frames, from an empty queue, brings the average no further than
     * {@code min} (FJ93 §6, equation 3): {@code burst + 1 - min / avpkt <= (1 - (1 - w)^burst) / w}. As in tc-red(8).
     */
    static int shift(long min, long burst, int avpkt) {
        double room = burst + 1 - (double) min / avpkt;
        int shift = 1;
        for (double w = 0.5; shift < MOST_SHIFT && room > (1 - StrictMath.pow(1 - w, burst)) / w; w /= 2) {
            shift++;
        }
        return shift;
    }

    int shift() {
        return shift;
    }

    /** A frame arrives at a queue of that many bytes. */
    void arrival(long bytes) {
        scaled += bytes - (scaled >> shift);
    }

    /** The queue has been empty while {@code frames} could have left it. */
    void idle(long frames) {
        int left = (int) Math.min(frames, Integer.MAX_VALUE);
        for (int i = 0; left != 0; i++, left >>>= 1) {
            if ((left & 1) != 0) {
                scaled = Math.multiplyHigh(scaled << 1, decay[i]);
            }
        }
    }

    /** Bytes. */
    long value() {
        return scaled >> shift;
    }

    /** Bytes times {@code 2^shift}. */
    long scaled() {
        return scaled;
    }
}
