package org.wirelathe.tcp;

import static org.wirelathe.tcp.Drill.ms;
import static org.wirelathe.tcp.Drill.seconds;

import org.junit.jupiter.api.Test;
import org.wirelathe.api.transport.ConnectionState;

/** Zero-window probing (RFC 9293 §3.8.6.1, B57). RTO after the handshake is 100 ms + 4 * 50 ms. */
class WindowProbeTest {
    /** SHLD-29, SHLD-30: the first probe after RTO, each later one after twice the time. */
    @Test
    void probesWithBackOff() {
        try (Drill t = Drill.established("mss=1000", "win=0")) {
            t.write(2000).out().after(ms(300) - 1).out().after(1).out("0:0");
            t.in("ack 1 win 0").after(ms(600) - 1).out().after(1).out("0:0");
            t.in("ack 1 win 0").after(ms(1200) - 1).out().after(1).out("0:0").count("zeroWindowProbes", 3);
            t.in("ack 1 win 1000").out("1:1001");
        }
    }

    /** Never more than two minutes apart (Linux TCP_RTO_MAX); MUST-37: answered probes keep the connection for ever. */
    @Test
    void answeredForEver() {
        try (Drill t = Drill.established("mss=1000", "win=0")) {
            t.write(2000).out();
            for (int probe = 0; probe < 100; probe++) {
                t.after(Math.min(ms(300) << Math.min(probe, 20), seconds(120))).out("0:0").in("ack 1 win 0");
            }
            t.told().state(ConnectionState.ESTABLISHED).in("ack 1 win 5000").out("1:1001", "1001:2001");
        }
    }

    /** The update that opened the window was lost: the answer to the next probe tells it again. */
    @Test
    void lostWindowUpdate() {
        try (Drill t = Drill.established("mss=1000", "win=1000")) {
            t.write(3000).out("1:1001").after(ms(100)).in("ack 1001 win 0").out();
            t.after(ms(300)).out("1000:1000").in("ack 1001 win 9000").out("1001:2001", "2001:3001");
        }
    }

    /** Nobody answers: after 15 probes without any answer the connection is given up (Linux tcp_retries2). */
    @Test
    void unanswered() {
        try (Drill t = Drill.established("mss=1000", "win=0")) {
            t.write(2000).out();
            for (int probe = 0; probe < 15; probe++) {
                t.after(Math.min(ms(300) << probe, seconds(120))).out("0:0").told();
            }
            t.after(seconds(120)).out().told("failed TIMED_OUT").state(ConnectionState.CLOSED);
        }
    }

    /** A window that is open but silly is used when the timer expires (§3.8.6.2.1, the override timeout). */
    @Test
    void sillyWindowIsUsedInTheEnd() {
        try (Drill t = Drill.established("mss=1000", "win=10000")) {
            t.write(1000).out("1:1001").after(ms(100)).in("ack 1001 win 100").write(1000).out();
            t.after(ms(300) - 1).out().after(1).out("1001:1101").in("ack 1101 win 10000").out("1101:2001");
        }
    }

    /** A FIN waits for the window like data, and is probed for like data. */
    @Test
    void finWaitsForTheWindow() {
        try (Drill t = Drill.established("mss=1000", "win=0")) {
            t.finish().out().state(ConnectionState.FIN_WAIT_1).after(ms(300)).out("0:0").in("ack 1 win 1");
            t.out("F. 1:1").in("ack 2").state(ConnectionState.FIN_WAIT_2);
        }
    }

    /** Row 14: a window that oscillates around nothing makes no negative length and no storm. */
    @Test
    void oscillatingWindow() {
        try (Drill t = Drill.established("mss=1000", "win=4000", "cwnd=10000")) {
            t.write(8000).out("1:1001", "1001:2001", "2001:3001", "3001:4001");
            for (int i = 0; i < 10; i++) {
                t.in("ack 1 win 0", "ack 1 win 1", "ack 1 win 3999", "ack 1 win 100").out();
            }
            t.in("ack 4001 win 1").out().after(ms(338)).out("4001:4002").in("ack 4002 win 0").out();
        }
    }

    /** While the window is shut, repeated acknowledgments are answers to probes and no sign of loss. */
    @Test
    void answersAreNoDuplicates() {
        try (Drill t = Drill.established("mss=1000", "win=4000")) {
            t.write(4000).out("1:1001", "1001:2001", "2001:3001", "3001:4001");
            t.in("ack 1 win 0", "ack 1 win 0", "ack 1 win 0", "ack 1 win 0").out().count("fastRetrans", 0);
            t.in("ack 4001 win 4000");
        }
    }
}
