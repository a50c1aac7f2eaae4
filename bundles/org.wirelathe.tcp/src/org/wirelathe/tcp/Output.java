package org.wirelathe.tcp;

import org.wirelathe.api.net.Sent;
import org.wirelathe.wire.TcpHeader;

/**
 * What is sent, and when (RFC 9293 §3.8.6, B55): first what was lost, then what is new, while it fits the peer's window
 * and the congestion window, and while it is worth a segment. Which bytes are lost, the {@link LossRecovery} says.
 */
final class Output {
    private final TcpConnection connection;
    private final SendSide send;
    private final LossRecovery recovery;

    /** Whether small segments wait while anything is in flight (RFC 9293 §3.7.4); TCP_NODELAY turns it off. */
    private final boolean nagle = true;
    /** End of the last write: the segment that carries it says PSH (B60, SHLD-27). */
    private long pushAt;
    private long lastSent = -1;
    /** Most new data in a packet: one segment, or as many as a card cuts out of it. */
    private int mostInPacket;

    Output(TcpConnection connection, SendSide send) {
        this.connection = connection;
        this.send = send;
        this.recovery = send.recovery();
    }

    /** A write ended where the data ends now. */
    void push() {
        pushAt = send.end();
    }

    /** Sends all that may be sent now. */
    void run() {
        if (!connection.maySend()) {
            return;
        }
        if (!send.isOutstanding()) {
            restartAfterIdle();
        }
        connection.pathMtu.follow();
        mostInPacket = connection.writer.isCut(connection) ? largest() : send.mss();
        boolean more = true;
        while (more) {
            more = recovery.nextLost() != LossRecovery.NOTHING ? sendLost() : sendNew();
        }
        if (!send.isOutstanding() && send.hasUnsent()) {
            connection.probe.begin();                                   // no acknowledgment will tell of a window
        }
    }

    /** The window that was right before a pause says nothing about the network now (RFC 5681 §4.1). */
    private void restartAfterIdle() {
        if (send.hasUnsent() && lastSent >= 0 && connection.now() - lastSent > connection.rtt.timeout()) {
            connection.congestion.onIdleRestart(connection.now());
        }
    }

    /** The segment at SND.UNA is what the timer is for: it goes whatever the windows say (RFC 9293 SHLD-16, MAY-7). */
    private boolean sendLost() {
        long from = recovery.nextLost();
        if (from > send.una() && from - send.una() >= send.window()) {
            return false;
        }
        if (from > send.una() && recovery.inFlight() + send.mss() > recovery.window()) {
            send.heldByCongestionWindow();
            return false;
        }
        return resend(from);
    }

    /** Sends one segment from {@code from} on again; returns whether it left the host. */
    boolean resend(long from) {
        int length = (int) Math.max(0, Math.min(send.mss(), Math.min(send.end(), send.nxt()) - from));
        boolean fin = send.isFinishing() && from + length == send.end() && send.nxt() > send.end();
        if (!transmit(from, length, fin)) {
            return false;
        }
        send.times().resent(send.nxt());
        connection.statistics.retransmitted();
        recovery.resent(from + length + (fin ? 1 : 0));
        return true;
    }

    /** Sends the next new segment when there is one, it fits, and it is worth sending. */
    private boolean sendNew() {
        if (!send.hasUnsent()) {
            return false;
        }
        int length = lengthOfNext();
        boolean fin = isFinWith(length);
        if (length < 0 || length == 0 && !fin || !isWorthSending(length, fin)) {
            return false;
        }
        if (recovery.inFlight() + length > recovery.window()) {
            send.heldByCongestionWindow();
            return false;
        }
        if (length < mostInPacket && length == send.mss() && !fin) {
            length = lengthOfLarge();
            fin = isFinWith(length);
        }
        return transmitNew(length, fin);
    }

    /**
     * Most data for a card that cuts segments (TSO, B13): what the length field can tell of, but no more than half of
     * the peer's window, so that a small one still keeps several packets on their way (Linux tcp_bound_to_half_wnd).
     * How much of a pacing interval fits a packet (Linux tcp_tso_autosize) is no question until something paces.
     */
    private int largest() {
        return (int) Math.max(send.mss(), Math.min(SegmentWriter.mostText(connection.path), send.mostWindow() / 2));
    }

    /**
     * How many bytes go in one packet when at least one full segment may go: what single segments would carry now one
     * after the other, and so a whole number of segments; the rest goes with them only where it would go by itself
     * (Linux tcp_mss_split_point).
     */
    private int lengthOfLarge() {
        long unsent = send.end() - send.nxt();
        long usable = Math.min(send.una() + send.window() - send.nxt(), recovery.window() - recovery.inFlight());
        int length = (int) Math.min(mostInPacket, Math.min(unsent, usable));
        boolean ends = length == unsent && (!nagle || isFinWith(length));
        return ends ? length : length - length % send.mss();
    }

    /** The three conditions of RFC 9293 §3.8.6.2.1, where every write counts as pushed; a FIN waits for nothing. */
    private boolean isWorthSending(int length, boolean fin) {
        boolean quiet = !nagle || !send.isOutstanding();
        boolean all = send.nxt() + length == send.end();
        return length == send.mss() || fin || quiet && (all || length >= send.mostWindow() / 2);
    }

    /**
     * Tries to send what little the window takes, silly or not (RFC 9293 §3.8.6.2.1 (4)); false when it takes nothing.
     */
    boolean sendIntoWindow() {
        int length = lengthOfNext();
        boolean fin = isFinWith(length);
        if (length < 0 || length == 0 && !fin) {
            return false;
        }
        transmitNew(length, fin);
        return true;
    }

    /** How much new data one segment could carry now; negative when the peer drew back its window. */
    private int lengthOfNext() {
        long usable = send.una() + send.window() - send.nxt();
        return (int) Math.min(send.mss(), Math.min(send.end() - send.nxt(), usable));
    }

    /** Whether a FIN goes with the next {@code length} bytes: they are the last, and the window has room for it. */
    private boolean isFinWith(int length) {
        long at = send.nxt() + length;
        return send.isFinishing() && at == send.end() && at < send.una() + send.window();
    }

    private boolean transmitNew(int length, boolean fin) {
        if (!transmit(send.nxt(), length, fin)) {
            recovery.droppedLocally();
            return false;
        }
        send.sentUpTo(send.nxt() + length + (fin ? 1 : 0));
        lastSent = connection.now();
        connection.timers.cancel(TcpTimer.PERSIST);
        if (!connection.timers.isArmed(TcpTimer.RETRANSMIT)) {
            connection.restartRetransmissionTimer();                    // RFC 6298 §5.1
        }
        return true;
    }

    /** Sends one segment; whether it left the host. */
    private boolean transmit(long from, int length, boolean fin) {
        int flags = TcpHeader.ACK | (fin ? TcpHeader.FIN : 0);
        if (length > 0 && from + length == pushAt) {
            flags |= TcpHeader.PSH;
        }
        if (connection.writer.data(connection, flags, from, length) != Sent.YES) {
            return false;
        }
        if (length > 0) {
            connection.statistics.sentData(send.segments(length));
        }
        return true;
    }
}
