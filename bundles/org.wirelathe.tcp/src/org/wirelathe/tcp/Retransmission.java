package org.wirelathe.tcp;

import org.wirelathe.api.transport.Failure;

/**
 * The retransmission timer's rules (RFC 6298 §5), and when to give up (R2 of RFC 9293 §3.8.3), counted in
 * retransmissions as Linux does: 6 of a SYN (127 s, where MUST-23 wants 3 minutes), 5 of a SYN-ACK (63 s), 15 of
 * anything else (at least 924 s).
 */
final class Retransmission {
    private static final int MOST_SYN = 6;
    private static final int MOST_SYN_ACK = 5;
    private static final int MOST_DATA = 15;
    /** After our own device refused a segment it is tried again so soon (Linux TCP_RESOURCE_PROBE_INTERVAL). */
    private static final long REFUSED_AGAIN = 500_000_000L;

    private final TcpConnection connection;
    private int retries;

    Retransmission(TcpConnection connection) {
        this.connection = connection;
    }

    /** How often the data at SND.UNA has timed out in a row. */
    int retries() {
        return retries;
    }

    /** Starts the timer, or starts it anew. */
    void restart() {
        connection.timers.arm(TcpTimer.RETRANSMIT, connection.rtt.timeout());
    }

    /** SND.UNA moved: the timer stops when nothing is outstanding (§5.2), or starts anew (§5.3). */
    void progressed(boolean startAnew) {
        retries = 0;
        if (!connection.send.isOutstanding()) {
            connection.timers.cancel(TcpTimer.RETRANSMIT);
        } else if (startAnew) {
            restart();
        }
    }

    /** The timer expired (§5.4 to §5.6). */
    void expired() {
        switch (connection.state()) {
            case SYN_SENT -> repeatSyn(MOST_SYN);
            case SYN_RECEIVED -> repeatSyn(MOST_SYN_ACK);
            default -> repeatData();
        }
    }

    private void repeatSyn(int most) {
        if (retries == most) {
            connection.fail(Failure.TIMED_OUT);
            return;
        }
        retries++;
        connection.rtt.backOff();
        connection.handshake.sendAgain();
        restart();
    }

    private void repeatData() {
        if (retries == MOST_DATA && !connection.hasHeardOfShutWindow()) {
            connection.fail(Failure.TIMED_OUT);
            return;
        }
        retries = Math.min(MOST_DATA, retries + 1);
        connection.statistics.timedOut();
        LossRecovery recovery = connection.send.recovery();
        connection.pathMtu.timedOut(retries);                           // first: the loss window is one segment of then
        recovery.timedOut();
        connection.output.run();
        if (recovery.nextLost() == connection.send.una()) {             // B16: the network is not to blame
            connection.timers.arm(TcpTimer.RETRANSMIT, REFUSED_AGAIN);
        } else {
            connection.rtt.backOff();
            restart();
        }
    }
}
