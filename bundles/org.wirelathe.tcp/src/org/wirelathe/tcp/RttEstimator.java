package org.wirelathe.tcp;

/**
 * Round-trip time and retransmission timeout (RFC 6298), integers of nanoseconds.
 *
 * <p>RFC 6298 §2.4 rounds RTO up to 1 s. Linux instead lets the variance term be no less than 200 ms, so {@code RTO =
 * SRTT + max(200 ms, 4 * RTTVAR)}: less waiting, and on a path with little variance still no timeout before an
 * acknowledgment that a queue or a delayed-ACK timer holds back. The personality here is Linux.
 */
final class RttEstimator {
    /** Before the first sample (RFC 6298 §2.1). */
    static final long INITIAL_RTO = 1_000_000_000L;
    /** When the handshake had to be repeated and gave no sample (RFC 6298 §5.7). */
    static final long FALLBACK_RTO = 3_000_000_000L;
    /** Least variance term (Linux TCP_RTO_MIN). */
    static final long LEAST_VARIANCE = 200_000_000L;
    /** Most RTO (Linux TCP_RTO_MAX; RFC 6298 §2.5 wants at least 60 s). */
    static final long MOST_RTO = 120_000_000_000L;

    private static final int NOTHING = -1;
    private static final int MOST_BACKOFF = 20;

    private long smoothed = NOTHING;
    private long variation;
    private long least = NOTHING;
    private long base = INITIAL_RTO;
    private int backoff;

    /** Takes a sample of a segment that was sent once (Karn); it ends the back-off (RFC 6298 §5.7, Linux). */
    void sample(long rtt) {
        if (smoothed == NOTHING) {                                      // §2.2
            smoothed = rtt;
            variation = rtt / 2;
        } else {                                                        // §2.3: RTTVAR first
            variation += (Math.abs(smoothed - rtt) - variation) / 4;
            smoothed += (rtt - smoothed) / 8;
        }
        base = Math.min(MOST_RTO, smoothed + Math.max(LEAST_VARIANCE, 4 * variation));
        backoff = 0;
    }

    /** Notes the time that the newest segment of an acknowledgment took, for the least of all. */
    void seen(long rtt) {
        if (least == NOTHING || rtt < least) {
            least = rtt;
        }
    }

    /** RTO in ns, backed off. */
    long timeout() {
        return Math.min(MOST_RTO, base << backoff);
    }

    /** The timer expired: doubles RTO (§5.5). */
    void backOff() {
        backoff = Math.min(MOST_BACKOFF, backoff + 1);
    }

    /** The handshake is complete; the SYN's back-off does not outlive it. */
    void handshakeDone() {
        if (smoothed == NOTHING) {
            base = FALLBACK_RTO;
        }
        backoff = 0;
    }

    /** SRTT in ns; -1 before the first sample. */
    long smoothed() {
        return smoothed;
    }

    /** Least round-trip time in ns; -1 before the first sample. */
    long least() {
        return least;
    }
}
