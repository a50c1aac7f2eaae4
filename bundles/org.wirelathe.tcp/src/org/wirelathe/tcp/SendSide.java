package org.wirelathe.tcp;

import org.wirelathe.api.congestion.Acked;
import org.wirelathe.api.net.Sent;
import org.wirelathe.api.transport.StreamBuffer;
import org.wirelathe.wire.TcpHeader;

/**
 * The send sequence variables (RFC 9293 §3.3.1), what acknowledgments do to them, and what is sent next (§3.8.6).
 *
 * <p>Data lies in the send buffer until it is acknowledged (B56). New data goes out while it fits both windows (B55); what
 * is sent again, the {@link LossRecovery} says.
 */
final class SendSide {
    private static final int FIRST_BYTE = 0;

    private final SequenceSpace numbers = new SequenceSpace();
    private final SendTimes sendTimes = new SendTimes();
    private final TcpConnection connection;
    private final StreamBuffer buffer;
    private final CongestionSlot congestion;
    private final LossRecovery recovery;

    private int mss;
    private int scale;
    private long una = SequenceSpace.SYN;
    private long nxt = SequenceSpace.SYN;
    /** SND.WND: bytes from SND.UNA on that the peer takes. */
    private long window;
    /** Max(SND.WND). */
    private long mostWindow;
    /** SND.WL1 and SND.WL2: sequence and acknowledgment number of the segment that set the window last. */
    private long windowSequence;
    private long windowAcknowledgment;

    /** Nothing more will be written: a FIN follows the last byte. */
    private boolean finishing;
    /** Whether small segments wait while anything is in flight (RFC 9293 §3.7.4); TCP_NODELAY turns it off. */
    private final boolean nagle = true;
    /** End of the last write: the segment that carries it says PSH (B60, SHLD-27). */
    private long pushAt;
    /** Data below was sent while the congestion window held back more. */
    private long limitedBelow;
    /** A round trip ends with the first acknowledgment beyond. */
    private long roundEnd;
    private long lastSent = -1;

    SendSide(TcpConnection connection, StreamBuffer buffer, CongestionSlot congestion) {
        this.connection = connection;
        this.buffer = buffer;
        this.congestion = congestion;
        this.recovery = new NewReno(connection, this, congestion);
    }

    /** The SYN, number {@code initial}, is being sent. */
    void begin(int initial) {
        numbers.begin(initial);
        nxt = FIRST_BYTE;
        sendTimes.sent(nxt, connection.now());
    }

    void mss(int segmentSize) {
        mss = segmentSize;
    }

    /** Effective send MSS: most bytes of data in a segment (RFC 9293 §3.7.1). */
    int mss() {
        return mss;
    }

    void scale(int shift) {
        scale = shift;
    }

    /** SND.UNA. */
    long una() {
        return una;
    }

    /** SND.NXT. */
    long nxt() {
        return nxt;
    }

    /** SND.WND. */
    long window() {
        return window;
    }

    /** Copies data of the send buffer into a segment. */
    void copy(long position, byte[] target, int at, int length) {
        if (length > 0) {
            buffer.copy(position, target, at, length);
        }
    }

    /** Largest window that the peer has offered. */
    long mostWindow() {
        return mostWindow;
    }

    LossRecovery recovery() {
        return recovery;
    }

    SendTimes times() {
        return sendTimes;
    }

    /** A position as it goes on the wire. */
    int wire(long position) {
        return numbers.wire(position);
    }

    /** The position that a segment acknowledges up to. */
    long position(int acknowledgment) {
        return numbers.position(acknowledgment, una);
    }

    /** Whether data, SYN or FIN is unacknowledged. */
    boolean isOutstanding() {
        return nxt > una;
    }

    /** Whether our FIN has been sent and acknowledged. */
    boolean isFinAcknowledged() {
        return finishing && una > buffer.end();
    }

    /** Whether a number on the wire is that of something sent and not acknowledged. */
    boolean isInFlight(int number) {
        long position = numbers.position(number, una);
        return position >= una && position < nxt;
    }

    /** Bytes of data not yet acknowledged, sent or not. */
    long bytesUnacknowledged() {
        return buffer.length();
    }

    /** Bytes of data acknowledged. */
    long bytesAcknowledged() {
        return Math.max(0, Math.min(una, buffer.end()));
    }

    /** A write ended where the buffer ends now. */
    void push() {
        pushAt = buffer.end();
    }

    /** No more will be written. */
    void finish() {
        finishing = true;
    }

    // ---- acknowledgments (RFC 9293 §3.10.7.4, fifth step) ----

    /** An acknowledgment up to {@code ack}, at most SND.NXT, in a segment at position {@code sequence}. */
    void acknowledged(Segment seg, long sequence, long ack) {
        if (ack < una) {
            return;
        }
        boolean windowMoved = updateWindow(seg, sequence, ack);
        if (ack > una) {
            advance(ack);
        } else if (isOutstanding() && !windowMoved && window > 0 && seg.length() == 0) {
            recovery.duplicate();                                       // RFC 5681 §2
        }
    }

    /** The window of the segment that completes the handshake, or of the peer's SYN, whose window is not scaled. */
    void firstWindow(Segment seg, long sequence) {
        windowSequence = sequence;
        windowAcknowledgment = una;
        setWindow((long) seg.window() << (seg.syn() ? 0 : scale));
    }

    /** The SYN was acknowledged. */
    void synAcknowledged() {
        una = FIRST_BYTE;
        sendTimes.acknowledged(una, connection.now());
    }

    /** Whether the offered window changed; an older segment than the last that set it says nothing (SND.WL1, SND.WL2). */
    private boolean updateWindow(Segment seg, long sequence, long ack) {
        if (sequence < windowSequence || sequence == windowSequence && ack < windowAcknowledgment) {
            return false;
        }
        windowSequence = sequence;
        windowAcknowledgment = ack;
        long offered = (long) seg.window() << scale;
        if (offered == window) {
            return false;
        }
        setWindow(offered);
        return true;
    }

    private void setWindow(long offered) {
        window = offered;
        mostWindow = Math.max(mostWindow, offered);
    }

    private void advance(long ack) {
        long now = connection.now();
        long from = una;
        una = ack;
        long dataEnd = Math.min(ack, buffer.end());
        long bytes = dataEnd - buffer.start();
        buffer.discardTo(dataEnd);
        boolean repairing = recovery.isRepairing();
        measure(ack, now);
        connection.progressed(recovery.acknowledged(from, ack));
        if (bytes > 0) {
            connection.statistics.active(now);
            connection.news.note(News.ACKNOWLEDGED);
            if (!repairing) {
                report(from, bytes, now);
            }
        }
    }

    /** Takes the round-trip sample of an acknowledgment. */
    private void measure(long ack, long now) {
        sendTimes.acknowledged(ack, now);
        if (sendTimes.oldest() >= 0) {
            connection.rtt.sample(sendTimes.oldest());
            connection.rtt.seen(sendTimes.newest());
        }
    }

    private void report(long from, long bytes, long now) {
        boolean roundStart = una > roundEnd;
        if (roundStart) {
            roundEnd = nxt;
        }
        congestion.onAck(new Acked(now, bytes, recovery.inFlight(), sendTimes.newest(), connection.rtt.least(),
                from < limitedBelow, roundStart));
    }

    // ---- sending (RFC 9293 §3.8.6, B55) ----

    /** Sends what both windows allow: first what was lost, then what is new. */
    void output() {
        if (!connection.maySend()) {
            return;
        }
        if (una == nxt) {
            restartAfterIdle();
        }
        boolean more = true;
        while (more) {
            more = recovery.nextLost() != LossRecovery.NOTHING ? sendLost() : sendNew();
        }
        persistIfStuck();
    }

    /** The window that was right before a pause says nothing about the network now (RFC 5681 §4.1). */
    private void restartAfterIdle() {
        if (hasUnsent() && lastSent >= 0 && connection.now() - lastSent > connection.rtt.timeout()) {
            congestion.onIdleRestart(connection.now());
        }
    }

    private boolean hasUnsent() {
        return nxt < buffer.end() || finishing && nxt == buffer.end();
    }

    /** The segment at SND.UNA is what the timer is for: it goes whatever the windows say (RFC 9293 SHLD-16, MAY-7). */
    private boolean sendLost() {
        long from = recovery.nextLost();
        if (from > una && from - una >= window) {
            return false;
        }
        if (from > una && recovery.inFlight() + mss > recovery.window()) {
            limitedBelow = nxt;
            return false;
        }
        return resend(from);
    }

    /** Sends one segment from {@code from} on again; returns whether it left the host. */
    boolean resend(long from) {
        int length = (int) Math.max(0, Math.min(mss, Math.min(buffer.end(), nxt) - from));
        boolean fin = finishing && from + length == buffer.end() && nxt > buffer.end();
        if (transmit(from, length, fin) != Sent.YES) {
            return false;
        }
        sendTimes.resent(nxt);
        connection.statistics.retransmitted();
        recovery.resent(from + length + (fin ? 1 : 0));
        return true;
    }

    /** Sends the next new segment when there is one, it fits, and it is worth sending (RFC 9293 §3.8.6.2.1, §3.7.4). */
    private boolean sendNew() {
        if (!hasUnsent()) {
            return false;
        }
        int length = lengthOfNext();
        boolean fin = isFinWith(length);
        if (length < 0 || length == 0 && !fin || !isWorthSending(length, fin)) {
            return false;
        }
        if (recovery.inFlight() + length > recovery.window()) {
            limitedBelow = nxt;
            return false;
        }
        return transmitNew(length, fin);
    }

    /** The three conditions of RFC 9293 §3.8.6.2.1, where every write counts as pushed; a FIN waits for nothing. */
    private boolean isWorthSending(int length, boolean fin) {
        boolean quiet = !nagle || una == nxt;
        boolean all = nxt + length == buffer.end();
        return length == mss || fin || quiet && (all || length >= mostWindow / 2);
    }

    private boolean transmitNew(int length, boolean fin) {
        if (transmit(nxt, length, fin) != Sent.YES) {
            recovery.droppedLocally();
            return false;
        }
        nxt += length + (fin ? 1 : 0);
        connection.timers.cancel(TcpTimer.PERSIST);
        lastSent = connection.now();
        sendTimes.sent(nxt, lastSent);
        if (!connection.timers.isArmed(TcpTimer.RETRANSMIT)) {
            connection.restartRetransmissionTimer();                    // RFC 6298 §5.1
        }
        return true;
    }

    /** Tries to send what little the window takes, silly or not (RFC 9293 §3.8.6.2.1 (4)); false when it takes nothing. */
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
        return (int) Math.min(mss, Math.min(buffer.end() - nxt, una + window - nxt));
    }

    /** Whether a FIN goes with the next {@code length} bytes: they are the last, and the window has room for it. */
    private boolean isFinWith(int length) {
        return finishing && nxt + length == buffer.end() && nxt + length < una + window;
    }

    private Sent transmit(long from, int length, boolean fin) {
        int flags = TcpHeader.ACK | (fin ? TcpHeader.FIN : 0);
        if (length > 0) {
            flags |= from + length == pushAt ? TcpHeader.PSH : 0;
            connection.statistics.sentData();
        }
        return connection.writer().data(connection, flags, from, length);
    }

    /** A sender that waits for a window, with nothing in flight whose acknowledgment could tell of one, must ask. */
    private void persistIfStuck() {
        if (una == nxt && hasUnsent()) {
            connection.probe.begin();
        }
    }
}
