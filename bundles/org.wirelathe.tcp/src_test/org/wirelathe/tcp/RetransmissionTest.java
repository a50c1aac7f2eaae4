package org.wirelathe.tcp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.wirelathe.tcp.Drill.ms;
import static org.wirelathe.tcp.Drill.seconds;

import org.junit.jupiter.api.Test;
import org.wirelathe.api.transport.ConnectionState;

/** The retransmission timer (RFC 6298, RFC 9293 §3.8.1 and §3.8.3, B58). RTO after the handshake is 300 ms. */
class RetransmissionTest {
    /** §5.4 to §5.6: the oldest segment, and the wait doubles each time. */
    @Test
    void oldestSegmentWithBackOff() {
        try (Drill t = Drill.established("mss=1000", "cwnd=3000")) {
            t.write(3000).out("1:1001", "1001:2001", "2001:3001");
            t.after(ms(300) - 1).out().after(1).out("1:1001").window(1000);
            t.after(ms(600) - 1).out().after(1).out("1:1001");
            t.after(ms(1200) - 1).out().after(1).out("1:1001").count("timeouts", 3);
            t.in("ack 3001").told("acknowledged");
        }
    }

    /** §5.3: every acknowledgment of new data starts the timer anew; §5.2: the last stops it. */
    @Test
    void restartedByProgress() {
        try (Drill t = Drill.established("mss=1000", "cwnd=3000")) {
            t.write(2000).out("1:1001", "1001:2001");
            t.after(ms(250)).in("ack 1001").gauge("rto", 418_750_000);  // SRTT 118.75, RTTVAR 37.5 + 37.5
            t.after(ms(400)).out();
            t.after(ms(100)).out("1001:2001").in("ack 2001").after(seconds(100)).out();
        }
    }

    /** RFC 5681 §3.1: ssthresh = max(FlightSize / 2, 2 SMSS), once per loss, and the window starts from one segment. */
    @Test
    void timeoutHalvesTheThresholdOnce() {
        try (Drill t = Drill.established("mss=1000", "cwnd=8000")) {
            t.write(20000).out("1:1001", "1001:2001", "2001:3001", "3001:4001", "4001:5001", "5001:6001", "6001:7001",
                    "7001:8001");
            t.after(ms(300)).out("1:1001").window(1000).gauge("ssthresh", 4000);
            t.after(ms(600)).out("1:1001").window(1000).gauge("ssthresh", 4000);
            t.in("ack 1001").out("1001:2001", "2001:3001").window(2000);            // slow start again
            t.in("ack 2001").out("3001:4001", "4001:5001").window(3000);
            t.in("ack 8001").out("8001:9001", "9001:10001", "10001:11001", "11001:12001").window(4000);
            t.in("ack 9001").window(4250).out("12001:13001");                       // 1000 * 1000 / 4000
        }
    }

    /** What the receiver had kept is acknowledged at a stroke, and not sent again. */
    @Test
    void goingBackSkipsWhatIsAcknowledged() {
        try (Drill t = Drill.established("mss=1000", "cwnd=5000")) {
            t.write(5000).out("1:1001", "1001:2001", "2001:3001", "3001:4001", "4001:5001");
            t.after(ms(300)).out("1:1001").in("ack 3001").out("3001:4001", "4001:5001");
            t.in("ack 5001").after(seconds(10)).out();
        }
    }

    /** Karn (MUST-18): what was sent twice measures nothing, and the back-off stays until something does. */
    @Test
    void karn() {
        try (Drill t = Drill.established("mss=1000", "cwnd=3000")) {
            t.write(1000).out("1:1001").after(ms(300)).out("1:1001").after(ms(50)).in("ack 1001");
            t.gauge("srtt", ms(100)).gauge("rto", ms(600));
            t.write(1000).out("1001:2001").after(ms(600) - 1).out().after(1).out("1001:2001").in("ack 2001");
            t.gauge("rto", ms(1200)).write(1000).out("2001:3001").after(ms(100)).in("ack 3001");
            t.gauge("rto", ms(300));                                    // RTTVAR 50 -> 37.5: the least variance term
        }
    }

    /** R2 (§3.8.3) as Linux counts it: 15 retransmissions, the wait at most 120 s. 300 ms grow to it in 9 steps. */
    @Test
    void givenUpAfterFifteenRetransmissions() {
        try (Drill t = Drill.established("mss=1000")) {
            t.write(1000).out("1:1001");
            for (int i = 0; i < 15; i++) {
                t.after(Math.min(ms(300) << i, seconds(120)) - 1).out().after(1).out("1:1001").told();
            }
            t.after(seconds(120) - 1).out().told().after(1).out().told("failed TIMED_OUT");
            t.state(ConnectionState.CLOSED);
            assertEquals(1, t.journal.stream().filter(e -> e.startsWith("timeout")).count());
        }
    }

    /** SHLD-17: a peer that took its window back, and says so again and again, is no reason to give up. */
    @Test
    void shutWindowIsNoReasonToGiveUp() {
        try (Drill t = Drill.established("mss=1000", "win=1000")) {
            t.write(1000).out("1:1001").in("ack 1 win 0");
            for (int i = 0; i < 40; i++) {
                t.after(Math.min(ms(300) << Math.min(i, 20), seconds(120))).out("1:1001").in("ack 1 win 0").told();
            }
            t.after(seconds(120)).out("1:1001").told();                 // the last word is 120 s old
            t.after(seconds(120)).out().told("failed TIMED_OUT");
        }
    }

    /** Any acknowledgment of new data makes the count begin again. */
    @Test
    void progressEndsTheCount() {
        try (Drill t = Drill.established("mss=1000", "cwnd=2000")) {
            t.write(2000).out("1:1001", "1001:2001");
            for (int i = 0; i < 15; i++) {
                t.after(Math.min(ms(300) << i, seconds(120))).out("1:1001");
            }
            t.in("ack 1001").out("1001:2001").told("acknowledged");
            for (int i = 0; i < 15; i++) {
                t.after(seconds(120)).out("1001:2001").told();          // Karn: the back-off stays
            }
            t.in("ack 2001").told("acknowledged");
        }
    }

    /** B16: a retransmission that the device refuses is tried again after 500 ms, and RTO does not double for it. */
    @Test
    void b16RefusedRetransmission() {
        try (Drill t = Drill.established("mss=1000")) {
            t.write(1000).out("1:1001").refuseNext(1).after(ms(300)).out().after(ms(500) - 1).out();
            t.after(1).out("1:1001").after(ms(600)).out("1:1001").in("ack 1001");   // no back-off for the first
        }
    }

    /** Duplicate acknowledgments of what was sent again after a timeout begin no recovery (RFC 6582 §3.2 step 2). */
    @Test
    void noFastRetransmitOfOldData() {
        try (Drill t = Drill.established("mss=1000", "cwnd=4000")) {
            t.write(4000).out("1:1001", "1001:2001", "2001:3001", "3001:4001");
            t.after(ms(300)).out("1:1001").in("ack 1001").out("1001:2001", "2001:3001");
            t.in("ack 1001", "ack 1001", "ack 1001", "ack 1001").out().count("fastRetrans", 0).in("ack 4001");
        }
    }
}
