package org.wirelathe.tcp;

import static org.wirelathe.tcp.Drill.ms;

import org.junit.jupiter.api.Test;

/** Fast retransmit and fast recovery with figures by hand (RFC 5681 §3.2, RFC 6582, RFC 3042, B58). */
class FastRetransmitTest {
    @Test
    void thirdDuplicateSendsTheFirstSegmentAgain() {
        try (Drill t = Drill.established("mss=1000", "cwnd=4000")) {
            t.write(4000).out("1:1001", "1001:2001", "2001:3001", "3001:4001");
            t.after(ms(100)).in("ack 1", "ack 1").out();
            t.after(ms(1)).in("ack 1").out("1:1001");                   // RFC 5681 §3.2
            t.after(ms(100)).in("ack 4001").window(2000);
        }
    }

    /** RFC 3042: the first two duplicates send one new segment each. */
    @Test
    void limitedTransmit() {
        try (Drill t = Drill.established("mss=1000", "cwnd=4000")) {
            t.write(9000).out("1:1001", "1001:2001", "2001:3001", "3001:4001");
            t.after(ms(100)).in("ack 1").out("4001:5001").window(4000).in("ack 1").out("5001:6001");
            // Six in flight, but the two of limited transmit do not count: ssthresh = 4000 / 2
            t.in("ack 1").out("1:1001").window(2000).gauge("ssthresh", 2000);
            // cwnd 2000 + 3000 is less than the 6000 in flight; one more duplicate makes 6000, the next sends
            t.in("ack 1").out().in("ack 1").out("6001:7001");
            t.in("ack 6001").out("7001:8001").window(2000);             // full: 1000 in flight, 2000 allowed
            t.in("ack 7001").out("8001:9001");
        }
    }

    /** The receiver's window bounds limited transmit and inflation. */
    @Test
    void limitedTransmitKeepsToTheWindow() {
        try (Drill t = Drill.established("mss=1000", "cwnd=4000", "win=4000")) {
            t.write(9000).next("1:1001").next("1001:2001").next("2001:3001").next("3001:4001");
            t.in("ack 1", "ack 1").out().in("ack 1").out("1:1001").in("ack 1", "ack 1", "ack 1").out();
            t.in("ack 4001").out("4001:5001", "5001:6001");
        }
    }

    /**
     * RFC 6582 §3.2: two segments of ten lost, 1:1001 and 4001:5001. The partial acknowledgment sends the second at
     * once, deflates by what it acknowledged and adds one segment.
     */
    @Test
    void partialAcknowledgment() {
        try (Drill t = Drill.established("mss=1000", "cwnd=10000")) {
            t.write(20000);
            for (int i = 0; i < 10; i++) {
                t.next(1 + 1000 * i + ":" + (1001 + 1000 * i));
            }
            t.after(ms(100)).in("ack 1").out("10001:11001").in("ack 1").out("11001:12001").in("ack 1").out("1:1001");
            t.window(5000).gauge("ssthresh", 5000);                     // FlightSize 10000, less limited transmit
            t.in("ack 1", "ack 1", "ack 1", "ack 1").out();             // 5000 + 3000 + 4000 = 12000 in flight
            t.in("ack 1").out("12001:13001").in("ack 1").out("13001:14001");    // 7 + 2: all but the two lost
            // 5000 + 9000 - 4000 + 1000 = 11000; in flight 14001 - 4001 = 10000: one may go
            t.after(ms(100)).in("ack 4001").out("4001:5001", "14001:15001").window(5000);
            // recover is 12001: full, no growth, and 3000 in flight of the 5000 allowed
            t.after(ms(100)).in("ack 12001").out("15001:16001", "16001:17001").window(5000);
            t.after(ms(1)).in("ack 13001").out("17001:18001").window(5200);     // congestion avoidance: 1000^2 / 5000
        }
    }

    /** RFC 6582 §4: only the first partial acknowledgment starts the retransmission timer anew. */
    @Test
    void impatientTimer() {
        try (Drill t = Drill.established("mss=1000", "cwnd=6000")) {
            t.write(6000);
            for (int i = 0; i < 6; i++) {
                t.next(1 + 1000 * i + ":" + (1001 + 1000 * i));
            }
            t.after(ms(100)).in("ack 1", "ack 1", "ack 1").out("1:1001");
            t.after(ms(100)).in("ack 1001").out("1001:2001");           // first partial, at 200 ms: RTO at 500 ms
            t.after(ms(100)).in("ack 2001").out("2001:3001");
            t.after(ms(200) - 1).out().after(1).out("2001:3001").count("timeouts", 1);
            t.in("ack 6001");
        }
    }

    /** A timeout in the middle of recovery ends it (RFC 6582 §3.2 step 6); what follows is slow start. */
    @Test
    void timeoutInRecovery() {
        try (Drill t = Drill.established("mss=1000", "cwnd=8000")) {
            t.write(8000);
            for (int i = 0; i < 8; i++) {
                t.next(1 + 1000 * i + ":" + (1001 + 1000 * i));
            }
            t.after(ms(100)).in("ack 1", "ack 1", "ack 1").out("1:1001").gauge("ssthresh", 4000);
            t.after(ms(300)).out("1:1001").window(1000).gauge("ssthresh", 4000);    // 8000 in flight, halved again
            t.in("ack 1", "ack 1", "ack 1").out();
            t.in("ack 1001").out("1001:2001", "2001:3001").window(2000);
            t.in("ack 8001").window(3000);
        }
    }

    /**
     * What makes an acknowledgment a duplicate (RFC 5681 §2): no text, no new window, no SYN, no FIN, something in
     * flight.
     */
    @Test
    void whatIsNoDuplicate() {
        try (Drill t = Drill.established("mss=1000", "cwnd=4000", "win=8000")) {
            t.in("ack 1", "ack 1", "ack 1", "ack 1").out();
            t.write(4000).next("1:1001").next("1001:2001").next("2001:3001").out("3001:4001");
            t.in("ack 1 win 8001", "ack 1 win 8002", "ack 1 win 8003", "ack 1 win 8004").out();
            t.in("1:11 ack 1", "11:21 ack 1", "21:31 ack 1", "31:41 ack 1").after(ms(40)).out("ack 41");
            t.count("fastRetrans", 0).in("ack 4001").hush().read(40);
        }
    }

    /** Recovery ends when exactly RECOVER is reached, and the next loss, of newer data, begins another. */
    @Test
    void nextEpisode() {
        try (Drill t = Drill.established("mss=1000", "cwnd=8000")) {
            t.write(4000).next("1:1001").next("1001:2001").next("2001:3001").out("3001:4001");
            t.in("ack 1", "ack 1", "ack 1").out("1:1001").in("ack 4001").window(2000);
            t.write(1000).out("4001:5001").in("ack 5001");
            t.write(2000).next("5001:6001").out("6001:7001").write(3000).out();
            t.in("ack 5001").out("7001:8001").in("ack 5001").out("8001:9001").in("ack 5001");
            t.out("5001:6001", "9001:10001");                           // ssthresh 2000 + 3000, 4000 in flight: one new
            t.count("fastRetrans", 2).in("ack 9001").out().in("ack 10001");
        }
    }

    /**
     * Row 20 (Savage 1999): duplicates that somebody makes up do not make the window grow, nor what is in flight
     * nothing.
     */
    @Test
    void madeUpDuplicates() {
        try (Drill t = Drill.established("mss=1000", "cwnd=4000", "win=10000")) {
            t.write(60_000).out("1:1001", "1001:2001", "2001:3001", "3001:4001");
            for (int i = 0; i < 1000; i++) {
                t.in("ack 1");
            }
            t.out("4001:5001", "5001:6001", "1:1001", "6001:7001", "7001:8001", "8001:9001", "9001:10001");
            t.gauge("inFlight", 1000).window(2000).in("ack 10001").out("10001:11001", "11001:12001").window(2000);
        }
    }

    /** Row 20: one segment acknowledged in a hundred pieces counts once, in slow start and in congestion avoidance. */
    @Test
    void acknowledgmentsInPieces() {
        for (String threshold : new String[] {"ssthresh=64000", "ssthresh=2000"}) {
            try (Drill t = Drill.established("mss=1000", "cwnd=4000", threshold)) {
                t.write(60_000).next("1:1001").next("1001:2001").next("2001:3001").out("3001:4001");
                for (int ack = 11; ack <= 1001; ack += 10) {
                    t.in("ack " + ack);
                }
                t.window(threshold.endsWith("2000") ? 4250 : 5000).next("4001:5001");
                while (!t.network.sent.isEmpty()) {
                    t.next("5001:6001");
                }
            }
        }
    }

    /** RFC 6582 §3.2 step 2: duplicates of exactly RECOVER may be echoes of the recovery; they begin no other. */
    @Test
    void duplicatesOfRecover() {
        try (Drill t = Drill.established("mss=1000", "cwnd=8000")) {
            t.write(4000).next("1:1001").next("1001:2001").next("2001:3001").out("3001:4001");
            t.in("ack 1", "ack 1", "ack 1").out("1:1001").in("ack 4001").window(2000);
            t.write(2000).out("4001:5001", "5001:6001").in("ack 4001", "ack 4001", "ack 4001", "ack 4001").out();
            t.count("fastRetrans", 1).in("ack 6001");
        }
    }

    /** What was acknowledged before says nothing now, however often an old acknowledgment comes. */
    @Test
    void oldAcknowledgments() {
        try (Drill t = Drill.established("mss=1000", "cwnd=4000", "win=8000")) {
            t.write(4000).next("1:1001").next("1001:2001").next("2001:3001").out("3001:4001").in("ack 2001");
            t.in("ack 1001", "ack 1001", "ack 1001", "ack 1 win 1", "ack 1 win 0").out().count("fastRetrans", 0);
            t.in("ack 4001 win 8000").write(1000).out("4001:5001").in("ack 5001");
        }
    }

    /** A timeout in recovery does not halve the threshold again, whatever is in flight by then (Linux). */
    @Test
    void timeoutInRecoveryHalvesNothing() {
        try (Drill t = Drill.established("mss=1000", "cwnd=8000")) {
            t.write(20_000);
            for (int i = 0; i < 8; i++) {
                t.next(1 + 1000 * i + ":" + (1001 + 1000 * i));
            }
            t.out().in("ack 1", "ack 1").out("8001:9001", "9001:10001").in("ack 1").out("1:1001");
            t.gauge("ssthresh", 4000);
            t.after(ms(300)).out("1:1001").window(1000).gauge("ssthresh", 4000);    // 10000 / 2 it is not
            t.in("ack 10001").out("10001:11001", "11001:12001").in("ack 12001").out("12001:13001", "13001:14001",
                    "14001:15001");
        }
    }

    /** B16: what our own device would not take is sent again with the next acknowledgment, not only after RTO. */
    @Test
    void b16RefusedFastRetransmit() {
        try (Drill t = Drill.established("mss=1000", "cwnd=4000")) {
            t.write(4000).out("1:1001", "1001:2001", "2001:3001", "3001:4001");
            t.after(ms(50)).in("ack 1", "ack 1").out().refuseNext(2).in("ack 1").out().count("retransSegs", 0);
            t.in("ack 1").out("1:1001").in("ack 1").out();
            t.refuseNext(2).in("ack 2001").out().in("ack 2001").out("2001:3001").count("retransSegs", 2);
        }
    }
}
