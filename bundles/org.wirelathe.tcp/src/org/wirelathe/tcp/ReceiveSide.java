package org.wirelathe.tcp;

import org.wirelathe.api.transport.StreamBuffer;

/**
 * The receive sequence variables (RFC 9293 §3.3.1), the text that arrives, the window that is offered and the
 * acknowledgments that are owed.
 */
final class ReceiveSide {
    /** How long an acknowledgment may be held back (Linux: 40 ms; RFC 9293 MUST-40: below 500 ms). */
    static final long ACK_DELAY = 40_000_000L;

    private static final long NEVER = Long.MAX_VALUE;
    private static final int MOST_FIELD = 0xFFFF;

    private final SequenceSpace numbers = new SequenceSpace();
    private final Reassembly held = new Reassembly();
    private final TcpConnection connection;
    private final StreamBuffer buffer;
    private final int segmentLimit;
    private final boolean delaying;

    private long nxt;
    /** Right edge of the window: the position behind the last byte that the peer has been told it may send. */
    private long edge;
    private int scale;
    /** Position of the FIN, once it has been seen. */
    private long finAt = NEVER;
    /** RCV.NXT in the last segment that we sent. */
    private long acknowledged;
    private boolean ackNow;
    /** The largest text of a segment seen so far: what the peer's full segment seems to be. */
    private int fullSize;

    /**
     * @param segmentLimit the MSS that is announced
     * @param delaying whether an acknowledgment may wait for a second segment
     */
    ReceiveSide(TcpConnection connection, StreamBuffer buffer, int segmentLimit, boolean delaying) {
        this.connection = connection;
        this.buffer = buffer;
        this.segmentLimit = segmentLimit;
        this.delaying = delaying;
        this.fullSize = Math.min(segmentLimit, connection.pathMtu.unsaid());
    }

    /** The peer's SYN has come. */
    void begin(int initial) {
        numbers.begin(initial);
        edge = synWindow();
    }

    /** The shift that lets a 16-bit field offer the whole buffer (RFC 7323 §2.3). */
    int scaleNeeded() {
        int shift = 0;
        while (shift < TcpOptions.MOST_WINDOW_SCALE && buffer.limit() >> shift > MOST_FIELD) {
            shift++;
        }
        return shift;
    }

    void scale(int shift) {
        scale = shift;
    }

    /** The window field of a SYN, which is never scaled (RFC 7323 §2.2). */
    int synWindow() {
        return Math.min(buffer.limit(), MOST_FIELD);
    }

    /** RCV.NXT. */
    long nxt() {
        return nxt;
    }

    /** RCV.NXT as it goes on the wire. */
    int acknowledgment() {
        return numbers.wire(nxt);
    }

    /** RCV.WND: bytes that the peer may still send. A FIN takes a number, though no room, and may lie at the edge. */
    long window() {
        return Math.max(0, edge - nxt);
    }

    /** Bytes of data received in order. */
    long bytes() {
        return Math.min(nxt, finAt);
    }

    /** Bytes received in order that nobody has read. */
    int unread() {
        return buffer.length();
    }

    /** Position of a segment's first number. */
    long position(Segment seg) {
        return numbers.position(seg.sequence(), nxt);
    }

    /**
     * Whether some part of the segment lies in the window (RFC 9293 §3.10.7.4, first step), as Linux reads it: a
     * segment that reaches over both ends is trimmed, and one without text may stand at the very edge, where a peer who
     * has filled the window acknowledges from. At RCV.NXT a segment is looked at even when the window is shut, for the
     * sake of its ACK.
     */
    boolean isAcceptable(Segment seg) {
        long from = position(seg);
        int length = seg.length();
        return length == 0
                ? from >= nxt && from <= edge
                : from + length > nxt && (from < edge || from == nxt);
    }

    /** Whether the segment begins before the window; of one that is not acceptable, that it lies there altogether. */
    boolean isOld(Segment seg) {
        return position(seg) < nxt;
    }

    /** Whether the segment carries text that has not been received yet. */
    boolean isNewText(Segment seg) {
        return seg.textLength() > 0 && position(seg) + seg.textLength() > nxt;
    }

    /**
     * Takes what is new of the text and lies in the window (seventh step); notes a FIN behind it.
     *
     * @return false when there was new text that could not be kept: the segment is dropped, and counted
     */
    boolean take(Segment seg) {
        long from = position(seg) + (seg.syn() ? 1 : 0);
        long end = from + seg.textLength();
        if (seg.fin() && end >= nxt && end <= edge && finAt == NEVER) {
            finAt = end;
        }
        if (seg.textLength() == 0) {
            return true;
        }
        fullSize = Math.min(segmentLimit, Math.max(fullSize, seg.segmentSize()));
        long first = Math.max(from, nxt);
        long last = Math.min(Math.min(end, edge), finAt);
        if (first >= last) {
            ackNow = true;
            if (end > nxt) {
                connection.trace.drop(edge <= first ? connection.mib.zeroWindowDrop : connection.mib.outOfWindow,
                        seg.packet());
                return false;
            }
        } else if (held.isEmpty() && first == nxt) {
            buffer.store(first, seg.bytes(), seg.textAt() + (int) (first - from), (int) (last - first));
            advance(last, seg);
            ackNow |= end > last;
        } else {
            return takeAmongHeld(seg, from, first, last);
        }
        return true;
    }

    /** Out of order, or into a hole: every such segment is acknowledged at once (RFC 5681 §4.2). */
    private boolean takeAmongHeld(Segment seg, long from, long first, long last) {
        ackNow = true;
        if (first > nxt && held.isFullFor(first, last)) {
            connection.trace.drop(connection.mib.ofoPruned, seg.packet());
            return false;
        }
        storeMissing(seg, from, first, last);
        if (first > nxt) {
            held.add(first, last);
            connection.mib.ofoQueued.increment();
        } else {
            advance(held.take(last), seg);
        }
        return true;
    }

    /** Stores the parts of {@code [first, last)} that are not held yet: what was received first stays. */
    private void storeMissing(Segment seg, long from, long first, long last) {
        long at = first;
        for (int next = held.firstEndingAfter(first); at < last; next++) {
            long upTo = next < held.count() ? Math.min(last, held.start(next)) : last;
            if (upTo > at) {
                buffer.store(at, seg.bytes(), seg.textAt() + (int) (at - from), (int) (upTo - at));
            }
            at = next < held.count() ? Math.max(at, held.end(next)) : last;
        }
    }

    private void advance(long to, Segment seg) {
        connection.streams.queued(nxt, to, seg.packet().id);
        nxt = to;
        buffer.advance(to);
        connection.statistics.active(connection.now());
        connection.news.note(News.RECEIVED);
    }

    /** Whether everything before the peer's FIN is here; claims the FIN (eighth step). */
    boolean takeFin() {
        if (nxt != finAt) {
            return false;
        }
        nxt++;
        ackNow = true;
        return true;
    }

    /** Whether the peer's FIN has been taken. */
    boolean isFinished() {
        return nxt > finAt;
    }

    /** An acknowledgment is due at once, whatever the delay timer says. */
    void acknowledgeNow() {
        ackNow = true;
    }

    /** Sends the acknowledgment that is owed by now, or lets it wait (RFC 9293 §3.8.6.3). */
    void acknowledgeIfDue() {
        long owed = nxt - acknowledged;
        if (ackNow || owed > fullSize || owed > 0 && !delaying) {
            connection.sendAck();
        } else if (owed > 0 && !connection.timers.isArmed(TcpTimer.DELAYED_ACK)) {
            connection.timers.arm(TcpTimer.DELAYED_ACK, ACK_DELAY);
        }
    }

    /** The application took bytes: tells the peer when that at least doubles the window (B25; Linux). */
    void consumed() {
        long open = mostEdge() - nxt;
        if (open - window() >= leastStep() && open >= 2 * window()) {
            connection.sendAck();
        }
    }

    /** SEG.WND for the segment that is being sent; with it, everything received so far is acknowledged. */
    int offer() {
        long wanted = mostEdge();
        if (wanted - edge >= leastStep()) {
            edge = wanted;
        }
        long slack = (1L << scale) - 1;
        long field = Math.min(MOST_FIELD, window() + slack >> scale);
        if (field > 0 && nxt + (field << scale) > buffer.start() + buffer.limit()) {
            field--;                                                 // the edge steps back within a unit: RFC 7323 §2.4
        }
        edge = Math.max(edge, nxt + (field << scale));
        acknowledged = nxt;
        ackNow = false;
        connection.timers.cancel(TcpTimer.DELAYED_ACK);
        return (int) field;
    }

    /** As far as the edge may go; a scale unit less than the buffer holds, because {@link #offer} rounds up. */
    private long mostEdge() {
        long slack = (1L << scale) - 1;
        long most = buffer.start() + buffer.limit() - slack;
        return Math.min(most, nxt + ((long) MOST_FIELD << scale));
    }

    /** The edge moves by no less: silly window avoidance (RFC 9293 §3.8.6.2.2, MUST-39). */
    private int leastStep() {
        return Math.min(buffer.limit() / 2, segmentLimit);
    }
}
