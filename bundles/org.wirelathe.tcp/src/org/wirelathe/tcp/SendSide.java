package org.wirelathe.tcp;

import org.wirelathe.api.congestion.Acked;
import org.wirelathe.api.transport.StreamBuffer;

/**
 * The send sequence variables (RFC 9293 §3.3.1) and what acknowledgments do to them. Data lies in the send buffer until
 * it is acknowledged (B56); what is sent when, {@link Output} decides.
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
    /**
     * SND.WL1: position of the segment that set the window last. SND.WL2 is not needed: what is below SND.UNA is not
     * read.
     */
    private long windowSequence;

    /** Nothing more will be written: a FIN follows the last byte. */
    private boolean finishing;
    /** Data below was sent while the congestion window held back more. */
    private long limitedBelow;
    /** Bytes acknowledged that the congestion controller has not been told of. */
    private long unreported;
    /** A round trip ends with the first acknowledgment beyond. */
    private long roundEnd;

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

    /** How many segments so many bytes of data are, at least 1. */
    int segments(int length) {
        return length <= mss ? 1 : Math.ceilDiv(length, mss);
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

    /** Where the data ends that has been written so far. */
    long end() {
        return buffer.end();
    }

    /** No more will be written. */
    void finish() {
        finishing = true;
    }

    /** Whether a FIN follows the last byte. */
    boolean isFinishing() {
        return finishing;
    }

    /** Whether data or a FIN waits that has never been sent. */
    boolean hasUnsent() {
        return nxt < buffer.end() || finishing && nxt == buffer.end();
    }

    /** Everything up to {@code end} has been sent now. */
    void sentUpTo(long end) {
        nxt = end;
        sendTimes.sent(end, connection.now());
    }

    /** The congestion window is what keeps the next segment back. */
    void heldByCongestionWindow() {
        limitedBelow = nxt;
    }

    // ---- acknowledgments (RFC 9293 §3.10.7.4, fifth step) ----

    /** An acknowledgment up to {@code ack}, at most SND.NXT, in a segment at position {@code sequence}. */
    void acknowledged(Segment seg, long sequence, long ack) {
        if (ack < una) {
            return;
        }
        boolean windowMoved = updateWindow(seg, sequence);
        if (ack > una) {
            advance(ack);
        } else if (isOutstanding() && !windowMoved && window > 0 && seg.length() == 0) {
            recovery.duplicate();                                       // RFC 5681 §2
        }
    }

    /** The window of the segment that completes the handshake, or of the peer's SYN, whose window is not scaled. */
    void firstWindow(Segment seg, long sequence) {
        windowSequence = sequence;
        setWindow((long) seg.window() << (seg.syn() ? 0 : scale));
    }

    /** The SYN was acknowledged. */
    void synAcknowledged() {
        una = FIRST_BYTE;
        sendTimes.acknowledged(una, connection.now());
    }

    /** Whether the offered window changed; an older segment than the last that set it says nothing. */
    private boolean updateWindow(Segment seg, long sequence) {
        if (sequence < windowSequence) {
            return false;
        }
        windowSequence = sequence;
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

    /**
     * Tells the congestion controller of a segment's worth of acknowledged data, or of the last that was in flight. A
     * receiver that acknowledges each segment in a hundred pieces gains nothing by it (ACK division: Savage 1999, RFC
     * 3465).
     */
    private void report(long from, long bytes, long now) {
        unreported += bytes;
        if (unreported < mss && isOutstanding()) {
            return;
        }
        boolean roundStart = una > roundEnd;
        if (roundStart) {
            roundEnd = nxt;
        }
        long reported = unreported;
        unreported = 0;
        congestion.onAck(new Acked(now, reported, recovery.inFlight(), sendTimes.newest(), connection.rtt.least(),
                from < limitedBelow, roundStart));
    }
}
