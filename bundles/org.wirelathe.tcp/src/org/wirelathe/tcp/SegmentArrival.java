package org.wirelathe.tcp;

import org.wirelathe.api.transport.ConnectionState;
import org.wirelathe.api.transport.Failure;

/**
 * What happens when a segment arrives: RFC 9293 §3.10.7, in its order. Each step answers whether the segment goes on to
 * the next one; {@code false} is the RFC's "drop the segment and return". A segment is counted once, where its way
 * ends: as taken, or as dropped for a reason.
 */
final class SegmentArrival {
    private final SegmentWriter writer;
    private final Mib mib;
    private final Trace trace;

    SegmentArrival(SegmentWriter writer, Mib mib, Trace trace) {
        this.writer = writer;
        this.mib = mib;
        this.trace = trace;
    }

    /** §3.10.7.1: no connection, and nobody listens. */
    void whileClosed(Segment seg) {
        trace.drop(mib.noPort, seg.packet());
        if (!seg.rst()) {
            writer.refuse(seg);
        }
    }

    /** §3.10.7.2. A SYN that says FIN as well is dropped, as Linux does. */
    void whileListening(TcpListener listener, Segment seg) {
        if (seg.rst()) {
            trace.drop(mib.unacceptable, seg.packet());
        } else if (seg.ack()) {
            trace.drop(mib.unacceptable, seg.packet());
            writer.refuse(seg);
        } else if (seg.syn() && !seg.fin()) {
            listener.open(seg);
        } else {
            trace.drop(mib.unacceptable, seg.packet());
        }
    }

    /** §3.10.7.3 and §3.10.7.4. */
    void whileOpen(TcpConnection c, Segment seg) {
        if (c.state() == ConnectionState.SYN_SENT) {
            whileSynSent(c, seg);
        } else {
            whileSynchronised(c, seg);
        }
    }

    // ---- §3.10.7.3: SYN-SENT ----

    private void whileSynSent(TcpConnection c, Segment seg) {
        boolean acknowledges = seg.ack() && c.send.position(seg.acknowledgment()) == c.send.nxt();
        if (seg.ack() && !acknowledges) {                               // first
            trace.drop(mib.unacceptable, seg.packet());
            if (!seg.rst()) {
                writer.refuse(seg);
            }
        } else if (seg.rst()) {                                         // second
            if (acknowledges) {
                mib.inTaken.increment();
                c.fail(Failure.REFUSED);
            } else {
                trace.drop(mib.unacceptable, seg.packet());
            }
        } else if (seg.syn() && !seg.fin()) {                           // fourth (third: security, of no use today)
            synArrived(c, seg, acknowledges);
        } else {                                                        // fifth
            trace.drop(mib.unacceptable, seg.packet());
        }
    }

    private void synArrived(TcpConnection c, Segment seg, boolean acknowledges) {
        mib.inTaken.increment();
        c.handshake.take(seg);
        if (acknowledges) {
            c.send.synAcknowledged();
            c.send.firstWindow(seg, SequenceSpace.SYN);
            c.established();
            c.sendAck();
            c.receive.take(seg);
        } else {
            c.becomes(ConnectionState.SYN_RECEIVED);                    // simultaneous open (MUST-10)
            c.send.firstWindow(seg, SequenceSpace.SYN);
            writer.syn(c);
        }
    }

    // ---- §3.10.7.4: all other states ----

    private void whileSynchronised(TcpConnection c, Segment seg) {
        if (sequenceAcceptable(c, seg)                                  // first
                && resetAbsent(c, seg)                                  // second
                && synAbsent(c, seg)                                    // fourth (third: security, of no use today)
                && ackUseful(c, seg)                                    // fifth
                && textTaken(c, seg)) {                                 // seventh (sixth: urgent data, not yet)
            mib.inTaken.increment();
            handleFin(c);                                               // eighth
        }
    }

    private boolean sequenceAcceptable(TcpConnection c, Segment seg) {
        if (c.receive.isAcceptable(seg) || isSimultaneousSynAck(c, seg)) {
            return true;
        }
        trace.drop(c.receive.isOld(seg) ? mib.oldDuplicate : mib.outOfWindow, seg.packet());
        if (seg.rst()) {
            return false;
        }
        if (c.state() == ConnectionState.SYN_RECEIVED && seg.syn()
                && c.receive.position(seg) == SequenceSpace.SYN) {
            c.handshake.sendAgain();                                  // our SYN-ACK was lost
        } else if (seg.textLength() > 0 || seg.fin()) {
            if (c.state() == ConnectionState.TIME_WAIT && seg.fin()) {
                c.timeWait();                                           // our last ACK was lost: wait anew
            }
            c.receive.acknowledgeNow();
        } else {
            c.challenge();
        }
        return false;
    }

    /**
     * In a simultaneous open the SYN comes twice, the second time with the ACK that is waited for (RFC 9293 figure 8).
     */
    private static boolean isSimultaneousSynAck(TcpConnection c, Segment seg) {
        return c.state() == ConnectionState.SYN_RECEIVED && seg.syn() && seg.ack() && !seg.rst() && !seg.fin()
                && c.receive.position(seg) == SequenceSpace.SYN
                && c.send.position(seg.acknowledgment()) == c.send.nxt();
    }

    /** RFC 5961 §3.2: only a RST at exactly RCV.NXT is believed. */
    private boolean resetAbsent(TcpConnection c, Segment seg) {
        if (!seg.rst()) {
            return true;
        }
        if (c.receive.position(seg) == c.receive.nxt()) {
            mib.inTaken.increment();
            c.wasReset();
        } else {
            trace.drop(mib.unacceptable, seg.packet());
            c.challenge();
        }
        return false;
    }

    /** RFC 5961 §4.2: a SYN here is an old duplicate, an attack, or a peer that was rebooted; a challenge finds out. */
    private boolean synAbsent(TcpConnection c, Segment seg) {
        if (!seg.syn() || isSimultaneousSynAck(c, seg)) {
            return true;
        }
        trace.drop(mib.unacceptable, seg.packet());
        c.challenge();
        return false;
    }

    private boolean ackUseful(TcpConnection c, Segment seg) {
        if (!seg.ack()) {
            trace.drop(mib.unacceptable, seg.packet());
            return false;
        }
        SendSide send = c.send;
        long ack = send.position(seg.acknowledgment());
        if (c.state() == ConnectionState.SYN_RECEIVED && !synReceivedAck(c, seg, ack)) {
            return false;
        }
        if (ack > send.nxt() || ack < send.una() - send.mostWindow()) { // RFC 5961 §5.2
            trace.drop(mib.unacceptable, seg.packet());
            c.challenge();
            return false;
        }
        c.heardAcknowledgment();
        send.acknowledged(seg, c.receive.position(seg), ack);
        if (send.isFinAcknowledged()) {
            finAcknowledged(c);
        }
        return true;
    }

    private boolean synReceivedAck(TcpConnection c, Segment seg, long ack) {
        if (ack != c.send.nxt()) {
            trace.drop(mib.unacceptable, seg.packet());
            writer.refuse(seg);
            return false;
        }
        if (!c.mayComplete()) {
            trace.drop(mib.listenOverflows, seg.packet()); // B41: the client will come again
            return false;
        }
        c.send.synAcknowledged();
        c.send.firstWindow(seg, c.receive.position(seg));
        c.established();
        return true;
    }

    private static void finAcknowledged(TcpConnection c) {
        switch (c.state()) {
            case FIN_WAIT_1 -> c.finWait2();
            case CLOSING -> c.timeWait();
            case LAST_ACK -> c.closed();                                // the peer's FIN came before: nothing is left
            default -> { }
        }
    }

    private boolean textTaken(TcpConnection c, Segment seg) {
        switch (c.state()) {
            case ESTABLISHED, FIN_WAIT_1, FIN_WAIT_2 -> {
                if (c.isReleased() && c.receive.isNewText(seg)) {
                    trace.drop(mib.abortOnData, seg.packet());
                    c.resetForUnwantedText();                           // SHLD-3
                    return false;
                }
                return c.receive.take(seg);
            }
            default -> {
                return true;                                            // a FIN came before: there can be no text
            }
        }
    }

    private static void handleFin(TcpConnection c) {
        if (c.receive.takeFin()) {
            switch (c.state()) {
                case ESTABLISHED -> c.becomes(ConnectionState.CLOSE_WAIT);
                case FIN_WAIT_1 -> c.becomes(ConnectionState.CLOSING);
                case FIN_WAIT_2 -> c.timeWait();
                default -> {
                    return;
                }
            }
            c.news.note(News.FINISHED);
        }
    }
}
