package org.wirelathe.tcp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.wirelathe.tcp.Drill.ms;
import static org.wirelathe.tcp.Drill.seconds;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wirelathe.api.net.NetworkError.Kind;
import org.wirelathe.api.transport.ConnectionState;

/** What is sent, and what is held back (RFC 9293 §3.8.6, §3.7.4, B48, B55, B56, B60). */
class SendTest {
    /** B55: min(receive window, congestion window) minus what is in flight. */
    @Test
    void bothWindowsLimit() {
        try (Drill t = Drill.established("mss=1000", "cwnd=3500", "win=5000")) {
            t.write(9000).out("1:1001", "1001:2001", "2001:3001");      // 500 bytes of window are no full segment
            t.after(ms(100)).in("ack 3001 win 2000").out("3001:4001", "4001:5001");
            t.after(ms(100)).in("ack 5001 win 10000").out("5001:6001", "6001:7001", "7001:8001", "8001:9001");
        }
    }

    /** B56: an acknowledgment, or a window alone, sends more without any call of the application. */
    @Test
    void windowUpdateSends() {
        try (Drill t = Drill.established("mss=1000", "win=1000")) {
            t.write(3000).out("1:1001").after(ms(10)).in("ack 1001 win 0").out();
            t.after(ms(10)).in("ack 1001 win 2000").out("1001:2001", "2001:3001");
        }
    }

    /** B60, MUST-61: the segment that ends with a write says PSH, those before do not. */
    @Test
    void pushEndsAWrite() {
        try (Drill t = Drill.established("mss=1000")) {
            t.write(2500).out(". 1:1001", ". 1001:2001");               // the rest waits: Nagle
            t.in("ack 2001").out("P. 2001:2501").in("ack 2501");
            t.write(1000).out("P. 2501:3501");
        }
    }

    /** RFC 9293 §3.7.4, SHLD-7: a small segment waits while anything is in flight; what gathers is sent as one. */
    @Test
    void nagle() {
        try (Drill t = Drill.established("mss=1000")) {
            t.write(100).out("1:101").write(100).write(100).out();
            t.after(ms(20)).in("ack 101").out("P. 101:301");
            t.write(999).out().write(1).out("301:1301");                // full: waits for nothing
        }
    }

    /** A FIN waits for nothing either. */
    @Test
    void finPushesTheRest() {
        try (Drill t = Drill.established("mss=1000")) {
            t.write(100).out("1:101").write(100).out();
            t.finish().out("FP. 101:201").state(ConnectionState.FIN_WAIT_1);
        }
    }

    /** MUST-38 (3.8.6.2.1): part of a write goes out only when it is half of the largest window ever offered. */
    @Test
    void sillyWindowIsNotFilled() {
        try (Drill t = Drill.established("mss=1000", "win=1500")) {
            t.write(4000).out("1:1001").in("ack 1001 win 700").out();   // 700 < 750
            t.in("ack 1001 win 750").out("1001:1751");
        }
    }

    /** A peer whose whole window is smaller than a segment is still served. */
    @Test
    void tinyPeer() {
        try (Drill t = Drill.established("mss=1460", "win=500")) {
            t.write(1200).out("1:501").in("ack 501 win 500").out("501:1001").in("ack 1001 win 500").out("P. 1001:1201");
        }
    }

    /**
     * MUST-34, SHLD-15, SHLD-16: a peer that draws its window back gets nothing new, but what it lost is sent again.
     */
    @Test
    void shrunkenWindow() {
        try (Drill t = Drill.established("mss=1000", "win=4000")) {
            t.write(6000).out("1:1001", "1001:2001", "2001:3001", "3001:4001");
            t.after(ms(10)).in("ack 1001 win 1000").out();              // usable window: 1000 - 3000
            t.in("ack 1001 win 0").out();
            t.after(ms(329)).out("1001:2001").in("ack 4001 win 0").out();    // RTO = 88.75 ms + 4 * 60 ms
            t.in("ack 4001 win 2000").out("4001:5001").window(1000);     // the loss window of RFC 5681
        }
    }

    /** SND.WL1: an old segment that arrives late does not set the window. */
    @Test
    void oldWindowIsIgnored() {
        try (Drill t = Drill.established("mss=1000", "win=3000")) {
            t.in("101:201 win 5000").out("ack 1").in("1:101 win 1000").out("ack 201");      // overtaken on the way
            t.in("1:101 win 100").out("ack 201");                       // not even acceptable
            t.write(9000).out("1:1001", "1001:2001", "2001:3001", "3001:4001", "4001:5001");
            t.in("201:201 ack 2001 win 4000").out("5001:6001");         // 2001 + 4000 = 6001
            t.in("201:201 ack 1001 win 9000").out();                    // older: SEG.ACK < SND.UNA
        }
    }

    /** Sequence numbers that wrap at 2^32 and change sign at 2^31 in the middle of everything. */
    @ParameterizedTest
    @ValueSource(longs = {0xFFFF_F000L, 0xFFFF_FFFFL, 0xFFFF_FFFEL, 0x7FFF_F000L, 0x7FFF_FFFFL, 0x7FFF_FFFEL, 0})
    void sequenceNumbersWrap(long isn) {
        String ours = "isn=" + isn;
        String theirs = "irs=" + (isn ^ 0x8000_0000L);
        try (Drill t = Drill.established("mss=1000", "cwnd=4000", ours, theirs, "win=60000")) {
            t.write(6000).out("1:1001", "1001:2001", "2001:3001", "3001:4001");
            t.after(ms(50)).in("ack 1", "ack 1").out("4001:5001", "5001:6001");
            t.write(1000).in("ack 1").next("1:1001").in("ack 6001").out("6001:7001");
            t.in("1001:2001").out("ack 1").in("1:1001").out("ack 2001").in("2001:3001", "3001:4001").out("ack 4001");
            t.read(4000).in("ack 7001").finish().out("F. 7001:7001").in("F. 4001:4001 ack 7002").out("ack 4002");
            t.state(ConnectionState.TIME_WAIT);
        }
    }

    /** B21, SHLD-6, RFC 1191: what the path cannot carry goes out again in smaller segments, and the window stays. */
    @Test
    void pathMtu() {
        try (Drill t = Drill.established("mss=1460")) {
            t.write(4380).out("1:1461", "1461:2921", "2921:4381");
            t.after(ms(10)).icmp(Kind.FRAGMENTATION_NEEDED, 1, 1400);
            t.out("1:1361", "1361:2721", "2721:4081", "4081:4381").window(14_600).count("timeouts", 0);
            t.icmp(Kind.FRAGMENTATION_NEEDED, 1461, 1400).icmp(Kind.FRAGMENTATION_NEEDED, 2921, 1400).out();
            t.after(ms(90)).in("ack 4381").write(1360).out("4381:5741").in("ack 5741").write(1400).out("5741:7101");
            t.in("ack 7101").next("7101:7141");
        }
    }

    /** Row 22: forged ones: not in flight, not smaller, or absurd. */
    @Test
    void forgedPathMtu() {
        try (Drill t = Drill.established("mss=1460")) {
            t.write(1460).out("1:1461");
            t.icmp(Kind.FRAGMENTATION_NEEDED, 0, 1400).icmp(Kind.FRAGMENTATION_NEEDED, 1461, 1400).out();
            t.icmp(Kind.FRAGMENTATION_NEEDED, 1, 0).icmp(Kind.FRAGMENTATION_NEEDED, 1, 1500);
            t.icmp(Kind.FRAGMENTATION_NEEDED, 1, 65535).out();
            t.icmp(Kind.FRAGMENTATION_NEEDED, 1, 68).out("1:513", "513:1025", "1025:1461");     // 552 - 40
            t.icmp(Kind.FRAGMENTATION_NEEDED, 1, 1).out().in("ack 1461");
        }
        try (Drill t = Drill.connecting()) {
            t.out("S").icmp(Kind.FRAGMENTATION_NEEDED, 0, 68).out().told().state(ConnectionState.SYN_SENT);
        }
    }

    /**
     * B16: a segment that the device refuses never left; it is tried again when an acknowledgment comes. It counts
     * neither as in flight nor as sent, and the application hears nothing of it.
     */
    @Test
    void b16RefusedByTheDevice() {
        try (Drill t = Drill.established("mss=1000", "cwnd=4000")) {
            t.write(2000).out("1:1001", "1001:2001");
            t.refuseNext(1).write(1000).out().window(2000).count("retransSegs", 0).count("localDrops", 1);
            t.gauge("inFlight", 2000).told();
            t.after(ms(50)).in("ack 2001").out("2001:3001").gauge("inFlight", 1000).told("acknowledged");
            assertEquals(3, t.connection.report().dataSegments());
        }
    }

    /** B16, once per window: a queue that stays full for a while is one sign. */
    @Test
    void b16RefusedAgainInTheSameWindow() {
        try (Drill t = Drill.established("mss=1000", "cwnd=20000")) {
            t.write(12_000);
            for (int i = 0; i < 12; i++) {
                t.next(1 + 1000 * i + ":" + (1001 + 1000 * i));
            }
            t.refuseNext(1).write(9000).out().window(6000).refuseNext(1).in("ack 8001").out().window(6000);
            t.in("ack 12001").next("12001:13001").window(6000);
            for (int i = 13; i < 18; i++) {
                t.next(1 + 1000 * i + ":" + (1001 + 1000 * i));
            }
            t.refuseNext(1).out().in("ack 13001").out().window(2500);    // 5000 in flight
            t.in("ack 18001").out("18001:19001", "19001:20001").in("ack 20001").out("20001:21001");
        }
    }

    /** B16: with nothing in flight there is no acknowledgment to wait for: the persist timer tries again after RTO. */
    @Test
    void b16RefusedWithNothingInFlight() {
        try (Drill t = Drill.established("mss=1000", "cwnd=4000")) {
            t.refuseNext(2).write(1000).out().after(ms(300) - 1).out();
            t.after(1).out();                                           // refused again
            t.after(ms(600)).out("1:1001").in("ack 1001").told("acknowledged").window(2000);
        }
    }

    /** RFC 5681 §4.1: after more than one RTO without sending, no more than the initial window. */
    @Test
    void idleRestart() {
        try (Drill t = Drill.established("mss=1000", "cwnd=20000")) {
            t.write(1000).out("1:1001").after(ms(100)).in("ack 1001");
            t.after(ms(150)).write(1000).out("1001:2001").in("ack 2001").window(20000);
            t.after(seconds(5)).write(1000).out("2001:3001").window(10000);
        }
    }
}
