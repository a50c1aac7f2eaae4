package org.wirelathe.api.congestion;

/**
 * The right to call into one provider, which ends when its bundle goes.
 *
 * <p>Every call into the provider, {@link CongestionAlgorithm#create} and all methods of its controllers, stands between
 * {@link #enter} and {@link #leave}, on the loop's thread:
 * <pre>{@code
 * if (lease.enter()) {
 *     try { controller.onAck(ack); } finally { lease.leave(); }
 * } else { ... the provider is gone: hand the connection home }
 * }</pre>
 */
public interface Lease {
    /** Name of the algorithm. */
    String name();

    /** The provider's factory. */
    CongestionAlgorithm algorithm();

    /** Begins a call; false when the provider must not be called any more. */
    boolean enter();

    /** Ends a call that {@link #enter} allowed. */
    void leave();

    /**
     * Whether connections should stay. False from the moment the provider is leaving: {@link #enter} still succeeds for
     * a while, so that the state can be fetched.
     */
    boolean isLive();

    /**
     * The provider misbehaved on a connection: it threw, or answered nonsense. It is retired, the user is told.
     *
     * @param flow name of the connection
     * @param reason what it did, the rest of a sentence: {@code answered a window of 0 bytes}
     */
    void retire(String flow, String reason);
}
