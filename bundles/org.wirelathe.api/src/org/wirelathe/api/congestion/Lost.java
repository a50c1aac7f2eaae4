package org.wirelathe.api.congestion;

/**
 * Data was lost.
 *
 * @param now the present, ns since the run began
 * @param cause how it was noticed
 * @param inFlight bytes sent and not acknowledged when it was noticed (FlightSize of RFC 5681)
 * @param again whether this loss was reported before: the same data had timed out already, or was being repaired; the
 *        threshold must not fall a second time (RFC 5681 §3.1)
 */
public record Lost(long now, Cause cause, long inFlight, boolean again) {
    /** How a loss was noticed. */
    public enum Cause {
        /** Three duplicate acknowledgments (RFC 5681 §3.2). */
        DUPLICATE_ACKS,
        /** The retransmission timer expired (RFC 6298). */
        TIMEOUT,
        /** This host's own queue or ring was full, so the data never left; it stays with the sender (Linux: CWR). */
        LOCAL_DROP
    }
}
