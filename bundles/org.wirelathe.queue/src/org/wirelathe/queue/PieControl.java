package org.wirelathe.queue;

import org.wirelathe.api.time.RandomStream;

/**
 * PIE's controller (RFC 8033 §4 and §5): a drop probability from the delay and its trend, in integers. Probabilities
 * are parts of {@link #ONE}.
 */
final class PieControl {
    /** Certainty: 10^15. */
    static final long ONE = 1_000_000_000_000_000L;
    /** A part per billion. */
    static final long PER_BILLIONTH = ONE / 1_000_000_000;
    /** How long a burst passes without a drop, ns (MAX_BURST, RFC 8033 §4.4). */
    static final long MAX_BURST = 150_000_000;
    /** Delays beyond this count as this, ns: products then fit in a long. */
    private static final long MOST_DELAY = 10_000_000_000L;
    /** alpha and beta come in sixteenths of a Hz; a delay in ns times a Hz is so many parts of {@link #ONE}. */
    private static final long PER_NS = ONE / 1_000_000_000;
    private static final int SIXTEENTHS = 16;
    /** A delay that calls for more at once, ns; Linux has that, RFC 8033 does not. */
    private static final long HUGE_DELAY = 250_000_000;
    private static final long STEP = ONE / 50;
    /** The probability decays by this part of itself when the queue is empty: 1/64 (RFC 8033 §4.2). */
    private static final int DECAY_SHIFT = 6;

    private final long target;
    private final long period;
    private final long alpha;
    private final long beta;
    private final RandomStream random;
    private long probability;
    /** Sum of the probabilities since the last drop (§5.4). */
    private long accumulated;
    private long oldDelay;
    private long burstAllowance = MAX_BURST;

    /** @param alpha sixteenths of a Hz; @param beta sixteenths of a Hz */
    PieControl(long target, long period, long alpha, long beta, RandomStream random) {
        this.target = target;
        this.period = period;
        this.alpha = alpha;
        this.beta = beta;
        this.random = random;
    }

    long probability() {
        return probability;
    }

    long burstAllowance() {
        return burstAllowance;
    }

    /** Whether nothing changes for as long as the queue stays empty: no update is needed then. */
    boolean atRest() {
        return probability == 0 && oldDelay == 0 && burstAllowance == MAX_BURST;
    }

    /** Once a period (RFC 8033 §4.2): the new probability for a queue whose last frame waited {@code measured} ns. */
    void update(long measured) {
        long delay = Math.min(measured, MOST_DELAY);
        long change = (alpha * (delay - target) + beta * (delay - oldDelay)) * PER_NS / SIXTEENTHS / caution();
        if (probability >= ONE / 10) {
            change = Math.min(change, STEP);
        }
        if (delay > HUGE_DELAY) {
            change += STEP;
        }
        probability += change;
        if (delay == 0 && oldDelay == 0) {
            probability -= probability >> DECAY_SHIFT;
        }
        probability = Math.clamp(probability, 0, ONE);
        tolerate(delay);
        oldDelay = delay;
    }

    /** RFC 8033 §4.2: the smaller the probability, the smaller its steps. */
    private long caution() {
        if (probability < ONE / 1_000_000) {
            return 2048;
        } else if (probability < ONE / 100_000) {
            return 512;
        } else if (probability < ONE / 10_000) {
            return 128;
        } else if (probability < ONE / 1000) {
            return 32;
        } else if (probability < ONE / 100) {
            return 8;
        }
        return probability < ONE / 10 ? 2 : 1;
    }

    /** RFC 8033 §4.4: the allowance runs down with time, and is whole again after calm. */
    private void tolerate(long delay) {
        if (probability == 0 && delay < target / 2 && oldDelay < target / 2) {
            burstAllowance = MAX_BURST;
        } else {
            burstAllowance = Math.max(0, burstAllowance - period);
        }
    }

    /**
     * Whether a frame is to be dropped that arrives at a queue of {@code backlog} bytes (RFC 8033 §4.1, §5.4).
     *
     * @param fullFrame bytes; with less than two of them waiting nothing is dropped
     */
    boolean drops(long backlog, int fullFrame) {
        if (burstAllowance > 0 || oldDelay < target / 2 && probability < ONE / 5 || backlog < 2L * fullFrame) {
            return false;
        }
        if (probability == 0) {
            accumulated = 0;
            return false;
        }
        accumulated += probability;
        if (accumulated < ONE / 100 * 85) {
            return false;
        }
        if (accumulated < ONE / 10 * 85 && random.below(ONE) >= probability) {
            return false;
        }
        accumulated = 0;
        return true;
    }
}
