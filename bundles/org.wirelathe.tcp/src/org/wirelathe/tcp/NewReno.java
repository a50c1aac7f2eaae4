package org.wirelathe.tcp;

import org.wirelathe.api.congestion.Lost;
import org.wirelathe.api.congestion.Lost.Cause;

/**
 * Fast retransmit and fast recovery by duplicate and partial acknowledgments (RFC 5681 §3.2, RFC 6582), limited transmit
 * (RFC 3042), and going back to SND.UNA after a timeout (RFC 5681 §3.1).
 */
final class NewReno implements LossRecovery {
    private static final int DUPLICATE_THRESHOLD = 3;

    private final SendSide send;
    private final CongestionSlot congestion;
    private final TcpConnection connection;

    /** Duplicate acknowledgments since SND.UNA last moved. */
    private int duplicates;
    /** Bytes in flight at the first of them: what limited transmit adds must not count (RFC 5681 §3.2 step 2). */
    private long flightAtFirstDuplicate;
    private boolean repairing;
    private boolean partialSeen;
    /** Where SND.NXT stood when the last loss was noticed; the ISS at first (RFC 6582 §3.2 step 1). */
    private long recover = SequenceSpace.SYN;
    /** Where SND.NXT stood when our own device last refused data. */
    private long reducedUntil = SequenceSpace.SYN;
    /** What the window is larger, or for a moment smaller, than the controller says (RFC 6582 §3.2 steps 2 to 4). */
    private long inflation;
    /** After a timeout {@code [lost, lostEnd)} is still to be sent again. */
    private long lost;
    private long lostEnd;

    NewReno(TcpConnection connection, SendSide send, CongestionSlot congestion) {
        this.connection = connection;
        this.send = send;
        this.congestion = congestion;
    }

    @Override
    public void duplicate() {
        duplicates++;
        if (repairing) {
            inflation += send.mss();                                    // RFC 5681 §3.2 step 4
        } else if (send.una() > recover) {                              // RFC 6582 §3.2 step 2
            if (duplicates == 1) {
                flightAtFirstDuplicate = inFlight();
            }
            if (duplicates < DUPLICATE_THRESHOLD) {
                inflation = (long) duplicates * send.mss();             // RFC 3042
            } else {
                beginRepair();
            }
        }
    }

    private void beginRepair() {
        repairing = true;
        partialSeen = false;
        recover = send.nxt();
        connection.countFastRetransmit();
        congestion.onLoss(new Lost(connection.now(), Cause.DUPLICATE_ACKS, flightAtFirstDuplicate, false));
        inflation = (long) DUPLICATE_THRESHOLD * send.mss();            // RFC 5681 §3.2 step 3
        send.resend(send.una());
        connection.restartRetransmissionTimer();
    }

    @Override
    public boolean acknowledged(long from, long una) {
        duplicates = 0;
        lost = Math.max(lost, una);
        if (!repairing) {
            inflation = 0;
            return true;
        }
        if (una >= recover) {                                           // full acknowledgment
            repairing = false;
            inflation = 0;
            return true;
        }
        long bytes = una - from;                                        // partial: the next hole is lost too
        inflation += bytes >= send.mss() ? send.mss() - bytes : -bytes;
        send.resend(una);
        boolean first = !partialSeen;
        partialSeen = true;
        return first;
    }

    @Override
    public void timedOut() {
        boolean again = connection.retries() > 1;
        congestion.onLoss(new Lost(connection.now(), Cause.TIMEOUT, inFlight(), again));
        recover = send.nxt();                                           // RFC 6582 §3.2 step 6
        repairing = false;
        duplicates = 0;
        inflation = 0;
        lost = send.una();
        lostEnd = send.nxt();
    }

    /** Our own queue is full: as good a sign as a loss, once per window (Linux: CWR). */
    @Override
    public void droppedLocally() {
        if (send.una() > reducedUntil && !repairing) {
            reducedUntil = send.nxt();
            congestion.onLoss(new Lost(connection.now(), Cause.LOCAL_DROP, inFlight(), false));
        }
    }

    @Override
    public boolean isRepairing() {
        return repairing;
    }

    @Override
    public long inFlight() {
        return (lost < lostEnd ? lost : send.nxt()) - send.una();
    }

    @Override
    public long window() {
        return Math.max(send.mss(), congestion.window() + inflation);
    }

    @Override
    public long nextLost() {
        return lost < lostEnd ? lost : NOTHING;
    }

    @Override
    public void resent(long end) {
        if (lost < lostEnd) {
            lost = Math.max(lost, end);
        }
    }
}
