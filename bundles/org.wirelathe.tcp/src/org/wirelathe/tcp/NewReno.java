package org.wirelathe.tcp;

import org.wirelathe.api.congestion.Lost;
import org.wirelathe.api.congestion.Lost.Cause;

/**
 * Fast retransmit and fast recovery by duplicate and partial acknowledgments (RFC 5681 §3.2, RFC 6582), limited
 * transmit (RFC 3042), and going back to SND.UNA after a timeout (RFC 5681 §3.1).
 *
 * <p>Where the RFCs inflate the window for every duplicate acknowledgment, this counts the segment whose arrival it
 * tells of out of the network instead: the same number of segments is sent, and what is in flight is what is in flight.
 */
final class NewReno implements LossRecovery {
    private static final int DUPLICATE_THRESHOLD = 3;

    private final SendSide send;
    private final CongestionSlot congestion;
    private final TcpConnection connection;

    /** Duplicate acknowledgments since SND.UNA last moved. */
    private int duplicates;
    /** Bytes outstanding at the first of them: what limited transmit adds must not count (RFC 5681 §3.2 step 2). */
    private long flightAtFirstDuplicate;
    private boolean repairing;
    private boolean partialSeen;
    /** Where SND.NXT stood when the last loss was noticed; the ISS at first (RFC 6582 §3.2 step 1). */
    private long recover = SequenceSpace.SYN;
    /** Where SND.NXT stood when our own device last refused data. */
    private long reducedUntil = SequenceSpace.SYN;
    /** Bytes that have left the network unacknowledged: by how much the RFCs would have inflated the window. */
    private long departed;
    /** After a timeout {@code [lost, lostEnd)} is still to be sent again. */
    private long lost;
    private long lostEnd;
    /** What our own device would not take when it was to be sent again (B16). */
    private long refused = NOTHING;

    NewReno(TcpConnection connection, SendSide send, CongestionSlot congestion) {
        this.connection = connection;
        this.send = send;
        this.congestion = congestion;
    }

    @Override
    public void duplicate() {
        duplicates++;
        if (repairing) {
            depart(send.mss());                                         // RFC 5681 §3.2 step 4
        } else if (send.una() > recover) {                              // RFC 6582 §3.2 step 2
            if (duplicates == 1) {
                flightAtFirstDuplicate = outstanding();
            }
            if (duplicates < DUPLICATE_THRESHOLD) {
                depart(send.mss());                                     // RFC 3042
            } else {
                beginRepair();
            }
        }
    }

    /** No more can have left than was there, but for the segment that is missing, however many duplicates come. */
    private void depart(long bytes) {
        departed = Math.max(0, Math.min(departed + bytes, outstanding() - send.mss()));
    }

    private void beginRepair() {
        repairing = true;
        partialSeen = false;
        recover = send.nxt();
        connection.statistics.fastRetransmitted();
        congestion.onLoss(new Lost(connection.now(), Cause.DUPLICATE_ACKS, flightAtFirstDuplicate, false));
        depart(send.mss());                                             // RFC 5681 §3.2 step 3
        repair(send.una());
        connection.restartRetransmissionTimer();
    }

    /** One segment, whatever the window; what does not leave the host goes before all else next time (B16; Linux). */
    private void repair(long from) {
        if (!connection.output.resend(from)) {
            refused = from;
        }
    }

    @Override
    public boolean acknowledged(long from, long una) {
        duplicates = 0;
        refused = NOTHING;
        lost = Math.max(lost, una);
        if (!repairing || una >= recover) {                             // nothing to repair, or a full acknowledgment
            repairing = false;
            departed = 0;
            return true;
        }
        long bytes = una - from;                                        // partial: the next hole is lost too
        departed += bytes >= send.mss() ? send.mss() - bytes : -bytes;
        repair(una);
        boolean first = !partialSeen;
        partialSeen = true;
        return first;
    }

    @Override
    public void timedOut() {
        boolean again = repairing || connection.retries() > 1;
        congestion.onLoss(new Lost(connection.now(), Cause.TIMEOUT, outstanding(), again));
        goBack();
    }

    /** RFC 1191 §6.5: a packet that was too big says nothing about congestion. */
    @Override
    public void segmentsShrank() {
        goBack();
    }

    private void goBack() {
        recover = send.nxt();                                           // RFC 6582 §3.2 step 6
        repairing = false;
        duplicates = 0;
        departed = 0;
        refused = NOTHING;
        lost = send.una();
        lostEnd = send.nxt();
    }

    /** Our own queue is full: as good a sign as a loss, once per window (Linux: CWR). */
    @Override
    public void droppedLocally() {
        if (send.una() > reducedUntil && !repairing) {
            reducedUntil = send.nxt();
            congestion.onLoss(new Lost(connection.now(), Cause.LOCAL_DROP, outstanding(), false));
        }
    }

    @Override
    public boolean isRepairing() {
        return repairing;
    }

    /** FlightSize of RFC 5681; while going back, without what counts as lost. */
    private long outstanding() {
        return (lost < lostEnd ? lost : send.nxt()) - send.una();
    }

    @Override
    public long inFlight() {
        return outstanding() - Math.max(0, departed);
    }

    /** A partial acknowledgment may deflate by more than duplicates inflated (RFC 6582 §3.2 step 5). */
    @Override
    public long window() {
        return Math.max(send.mss(), congestion.window() + Math.min(0, departed));
    }

    @Override
    public long nextLost() {
        return lost < lostEnd ? lost : refused;
    }

    @Override
    public void resent(long end) {
        refused = NOTHING;
        if (lost < lostEnd) {
            lost = Math.max(lost, end);
        }
    }
}
