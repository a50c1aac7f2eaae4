package org.wirelathe.tcp;

import org.wirelathe.api.transport.Failure;

/**
 * The persist timer (RFC 9293 §3.8.6.1, B57): while the peer's window holds everything back, ask for it again and
 * again.
 *
 * <p>The first probe goes out after one RTO (SHLD-29), each later one after twice the time (SHLD-30). A window that
 * takes some bytes, though less than silly window avoidance would send, is given them. Into a shut window the probe is
 * an empty segment one below SND.UNA, as Linux sends it: not acceptable, therefore answered, and unlike the RFC's octet
 * of new data it leaves nothing in flight that nobody has taken. A peer that answers keeps the connection open for ever
 * (MUST-37).
 */
final class WindowProbe {
    private static final int MOST_UNANSWERED = 15;

    private final TcpConnection connection;
    private int sent;
    private int unanswered;

    WindowProbe(TcpConnection connection) {
        this.connection = connection;
    }

    /** Something waits for the window; begins to probe unless that has begun. */
    void begin() {
        if (!connection.timers.isArmed(TcpTimer.PERSIST)) {
            sent = 0;
            arm();
        }
    }

    /** The peer said something. */
    void answered() {
        unanswered = 0;
    }

    void expired() {
        if (unanswered == MOST_UNANSWERED) {
            connection.fail(Failure.TIMED_OUT);
            return;
        }
        sent++;
        unanswered++;
        arm();
        connection.mib.zeroWindowProbes.increment();
        if (!connection.output.sendIntoWindow()) {
            connection.writer.probe(connection);
        }
    }

    private void arm() {
        long delay = connection.rtt.timeout() << Math.min(sent, 20);
        connection.timers.arm(TcpTimer.PERSIST, Math.min(delay, RttEstimator.MOST_RTO));
    }
}
