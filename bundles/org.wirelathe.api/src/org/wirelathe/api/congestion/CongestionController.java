package org.wirelathe.api.congestion;

import org.wirelathe.api.probe.Gauges;

/**
 * One connection's congestion control: it says how much may be in flight, never which bytes, and never sends.
 *
 * <p>Called on the run's loop only, one call at a time. What a call may rely on: events come in the order of their
 * times; {@link #onAck} is never given zero bytes; {@link #onLoss} comes once per loss episode (a timeout may repeat).
 * Arithmetic that decides a window is done in integers or {@code StrictMath}, so that runs are the same everywhere. A
 * controller that throws, or answers a window below 1 byte, is retired: the connection goes on with Reno.
 */
public interface CongestionController {
    /** How many bytes may be in flight: at least 1, and useless below one segment. */
    long window();

    /** How fast to send, bytes per second; 0 leaves it to TCP. */
    default long pacingRate() {
        return 0;
    }

    /** New data was acknowledged cumulatively. During recovery from a loss the bytes acknowledged are not reported. */
    void onAck(Acked ack);

    /** A loss episode begins, or a retransmission timer expired (RFC 5681 §3.1, §3.2). */
    void onLoss(Lost loss);

    /** The connection sends again after nothing was in flight for longer than a retransmission timeout (RFC 5681 §4.1). */
    default void onIdleRestart(long now) {
    }

    /** The last loss reported was none: the segment had only been late. */
    default void onSpuriousLoss(long now) {
    }

    /** Values worth a curve in the chart, by name; {@code cwnd} and {@code ssthresh} are drawn already. */
    default void gauges(Gauges out) {
    }

    /** What a successor starts from. */
    CongestionState state();
}
