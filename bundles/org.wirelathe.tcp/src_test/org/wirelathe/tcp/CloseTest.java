package org.wirelathe.tcp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.wirelathe.api.transport.ConnectionState.CLOSED;
import static org.wirelathe.api.transport.ConnectionState.CLOSE_WAIT;
import static org.wirelathe.api.transport.ConnectionState.CLOSING;
import static org.wirelathe.api.transport.ConnectionState.ESTABLISHED;
import static org.wirelathe.api.transport.ConnectionState.FIN_WAIT_1;
import static org.wirelathe.api.transport.ConnectionState.FIN_WAIT_2;
import static org.wirelathe.api.transport.ConnectionState.LAST_ACK;
import static org.wirelathe.api.transport.ConnectionState.TIME_WAIT;
import static org.wirelathe.tcp.Drill.ms;
import static org.wirelathe.tcp.Drill.seconds;

import org.junit.jupiter.api.Test;
import org.wirelathe.api.transport.ConnectionReport;

/** Closing (RFC 9293 §3.6, B44, B46, B54, B61, B62). */
class CloseTest {
    /** Figure 12: we close first. */
    @Test
    void activeClose() {
        try (Drill t = Drill.established()) {
            t.finish().out("F. 1:1").state(FIN_WAIT_1).in("ack 2").out().state(FIN_WAIT_2).told();
            t.in("F. 1:1").out("ack 2").state(TIME_WAIT).told("finished", "closed");
            t.after(seconds(60) - 1).state(TIME_WAIT).after(1).state(CLOSED).out().told();
            assertEquals(0, t.transport.connections().size());
        }
    }

    /** The other side of figure 12. */
    @Test
    void passiveClose() {
        try (Drill t = Drill.established()) {
            t.in("F. 1:1").out("ack 2").state(CLOSE_WAIT).told("finished");
            t.after(seconds(100)).out().state(CLOSE_WAIT);              // B61: for as long as the application likes
            t.finish().out("F. 1:1 ack 2").state(LAST_ACK).told();
            t.in("ack 2").out().state(CLOSED).told("closed");
        }
    }

    /** Figure 13: both FINs cross. */
    @Test
    void simultaneousClose() {
        try (Drill t = Drill.established()) {
            t.finish().out("F. 1:1").in("F. 1:1 ack 1").out("ack 2").state(CLOSING).told("finished");
            t.in("ack 2").out().state(TIME_WAIT).told("closed");
        }
    }

    /** FIN and the ACK of our FIN in one segment. */
    @Test
    void finWithAckOfFin() {
        try (Drill t = Drill.established()) {
            t.finish().out("F. 1:1").in("F. 1:1 ack 2").out("ack 2").state(TIME_WAIT).told("finished", "closed");
        }
    }

    /** B44: the buffer drains first, the FIN goes behind the last byte. */
    @Test
    void finBehindTheData() {
        try (Drill t = Drill.established("mss=1000", "cwnd=2000")) {
            t.write(3000).out("1:1001", "1001:2001").finish().out().state(FIN_WAIT_1);
            t.in("ack 2001").out("FP. 2001:3001").in("ack 3001").state(FIN_WAIT_1).in("ack 3002").state(FIN_WAIT_2);
        }
    }

    /** Half close: the other direction goes on. */
    @Test
    void halfClose() {
        try (Drill t = Drill.established("mss=1000")) {
            t.finish().out("F. 1:1").in("ack 2").in("1:1001", "1001:2001").out("2:2 ack 2001").read(2000);
            t.hush().in("F. 2001:2001").out("ack 2002").told("finished", "closed");
        }
        try (Drill t = Drill.established("mss=1000")) {
            t.in("F. 1:1").out("ack 2").write(2500).out("1:1001", "1001:2001").in("ack 2001").out("2001:2501");
            t.finish().out("F. 2501:2501").in("ack 2502").told("finished", "acknowledged", "acknowledged", "closed");
        }
    }

    /** A lost FIN is sent again like data. */
    @Test
    void lostFin() {
        try (Drill t = Drill.established("mss=1000")) {
            t.write(500).finish().out("1:501", "F. 501:501").in("ack 501").out();
            t.after(ms(400)).out("F. 501:501").in("ack 502").state(FIN_WAIT_2).after(seconds(10)).out();
        }
    }

    /** A FIN lost together with its data goes out with the data again. */
    @Test
    void lostFinWithData() {
        try (Drill t = Drill.established("mss=1000")) {
            t.write(100).out("1:101").write(500).finish().out("FP. 101:601").after(ms(300)).out("FP. 1:601");
            t.in("ack 602").state(FIN_WAIT_2);
        }
    }

    /** B62: the ACK of the peer's FIN was lost; it sends the FIN again, and the 60 s begin anew. */
    @Test
    void lostLastAck() {
        try (Drill t = Drill.established()) {
            t.finish().out("F. 1:1").in("F. 1:1 ack 2").out("ack 2").state(TIME_WAIT).told("finished", "closed");
            t.after(seconds(30)).in("F. 1:1 ack 2").out("2:2 ack 2").after(seconds(60) - 1).state(TIME_WAIT).after(1);
            t.state(CLOSED).told();
        }
    }

    /** B62: in LAST-ACK our FIN is sent again until it is acknowledged. */
    @Test
    void lastAckSendsFinAgain() {
        try (Drill t = Drill.established()) {
            t.in("F. 1:1").out("ack 2").finish().out("F. 1:1");
            t.after(ms(300)).out("F. 1:1").after(ms(600)).out("F. 1:1");
            t.in("ack 2").state(CLOSED).told("finished", "closed").after(seconds(300)).out();
        }
    }

    /** B62: old duplicates die in TIME-WAIT. */
    @Test
    void oldDuplicatesInTimeWait() {
        try (Drill t = Drill.established("mss=1000")) {
            t.in("1:101").after(ms(40)).out("ack 101").read(100).hush();
            t.finish().out("F. 1:1").in("F. 101:101 ack 2").out("ack 102").hush();
            t.in("1:101").out("ack 102").in("S 5000:5000").out("ack 102").told().state(TIME_WAIT);
        }
    }

    /** B46, SHLD-3: closed with unread input: RST, not FIN. */
    @Test
    void releaseWithUnreadInput() {
        try (Drill t = Drill.established()) {
            t.in("1:101").hush().release().out("R. 1:1 ack 101").state(CLOSED).told("failed ABORTED");
        }
    }

    /** SHLD-3: input that comes after the application has closed. */
    @Test
    void inputAfterRelease() {
        try (Drill t = Drill.established()) {
            t.release().out("F. 1:1").in("ack 2").state(FIN_WAIT_2).in("1:101").out("R. 2:2").told("failed ABORTED");
        }
    }

    /** After release the listener hears only how it ends; a FIN is no input. */
    @Test
    void releasedInOrder() {
        try (Drill t = Drill.established("mss=1000")) {
            t.write(1000).release().out("1:1001", "F. 1001:1001").in("ack 1002").told().in("F. 1:1").out("ack 2");
            t.told("closed").state(TIME_WAIT);
        }
    }

    /** B61: an orphan in FIN-WAIT-2 is not kept for ever (Linux tcp_fin_timeout 60 s). */
    @Test
    void orphanInFinWait2() {
        try (Drill t = Drill.established()) {
            t.release().out("F. 1:1").in("ack 2").after(seconds(60) - 1).state(FIN_WAIT_2).after(1).state(CLOSED);
            t.told("closed");
        }
    }

    /** Who still reads may wait for ever. */
    @Test
    void finWait2WithAReader() {
        try (Drill t = Drill.established()) {
            t.finish().out("F. 1:1").in("ack 2").after(seconds(7200)).state(FIN_WAIT_2).out();
            t.release().after(seconds(60)).state(CLOSED);
        }
    }

    /** RFC 9293 §3.10.5: ABORT sends RST where the peer knows of us, and nothing where it does not. */
    @Test
    void abort() {
        try (Drill t = Drill.established("mss=1000")) {
            t.write(1000).out("1:1001").abort().out("R. 1001:1001 ack 1").told("failed ABORTED").state(CLOSED);
            t.in("ack 1001").out("R 1001:1001");
        }
        try (Drill t = Drill.connecting()) {
            t.out("S").abort().out().told("failed ABORTED");
        }
        try (Drill t = Drill.connecting()) {
            t.out("S").release().out().told("failed ABORTED");
        }
    }

    /**
     * In CLOSING and LAST-ACK the peer needs no RST, unless it has not got our FIN yet (Linux) or left input unread.
     */
    @Test
    void abortAtTheEnd() {
        try (Drill t = Drill.established()) {
            t.in("F. 1:1").out("ack 2").hush().finish().out("F. 1:1").abort().out().told("failed ABORTED");
        }
        try (Drill t = Drill.established("mss=1000", "cwnd=1000")) {
            t.in("F. 1:1").out("ack 2").hush().write(2000).finish().out("1:1001").state(LAST_ACK);
            t.abort().out("R. 1001:1001").told("failed ABORTED");
        }
        try (Drill t = Drill.established()) {
            t.in("F. 1:11").out("ack 12").hush().finish().out("F. 1:1").release().out("R. 2:2").told("failed ABORTED");
        }
    }

    /** TIME-WAIT has ended in order: an abort cuts the waiting short, and there is nothing more to tell. */
    @Test
    void abortInTimeWait() {
        try (Drill t = Drill.established()) {
            t.finish().out("F. 1:1").in("F. 1:1 ack 2").out("ack 2").told("finished", "closed");
            t.abort().out().told().state(CLOSED).timers();
        }
    }

    /** Shutdown before the handshake is complete: the FIN follows it. */
    @Test
    void finishWhileConnecting() {
        try (Drill t = Drill.connecting()) {
            t.out("S").finish().out().in("S. 0:0 ack 1").out("ack 1", "F. 1:1").state(FIN_WAIT_1).told("established");
        }
    }

    /** A second close, a write of nothing, an abort after the end: no segment, no news. */
    @Test
    void callsAfterTheEnd() {
        try (Drill t = Drill.established()) {
            t.finish().out("F. 1:1").finish().in("F. 1:1 ack 2").out("ack 2").hush().finish().release();
            t.connection.written();
            t.connection.consumed();
            t.out().after(seconds(60)).state(CLOSED).abort().release().finish().out().told();
        }
    }

    /** The connection a closed one was keeps its numbers in the report. */
    @Test
    void closedConnectionsStayInTheReport() {
        try (Drill t = Drill.established("mss=1000", "reading")) {
            t.write(1500).out("1:1001").in("ack 1001").out("1001:1501").in("1:701 ack 1501");
            t.finish().out("F. 1501:1501");
            t.in("F. 701:701 ack 1502").out("ack 702").after(seconds(60)).state(CLOSED);
            ConnectionReport report = t.transport.reports().getFirst();
            assertEquals(CLOSED, report.state());
            assertEquals(1500, report.bytesAcked());
            assertEquals(700, report.bytesReceived());
            assertEquals(2, report.dataSegments());
            assertEquals(0, report.retransmits());
            assertEquals(ms(100), report.establishedAt());
        }
    }

    /** No state is left in the middle: an established connection that nobody closes stays established. */
    @Test
    void idleForEver() {
        try (Drill t = Drill.established()) {
            t.after(seconds(100_000)).out().told().state(ESTABLISHED);
        }
    }
}
