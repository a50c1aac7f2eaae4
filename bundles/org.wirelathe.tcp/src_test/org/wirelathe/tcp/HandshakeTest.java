package org.wirelathe.tcp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.wirelathe.tcp.Drill.ms;
import static org.wirelathe.tcp.Drill.seconds;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.wirelathe.api.net.NetworkError.Kind;
import org.wirelathe.api.transport.ConnectionConfig;
import org.wirelathe.api.transport.ConnectionState;
import org.wirelathe.api.transport.Endpoint;
import org.wirelathe.api.transport.Failure;
import org.wirelathe.api.transport.StreamBuffer;
import org.wirelathe.api.transport.TransportException;
import org.wirelathe.wire.IpAddress;
import org.wirelathe.wire.Ipv4;

/** Opening (RFC 9293 §3.5, §3.7.1, B37, B40, B41, B54, B66). */
class HandshakeTest {
    @Test
    void passiveOpen() {
        try (Drill t = Drill.listening("rcvbuf=65535")) {
            t.in("S 0:0 mss 1000 ws 7 win 5000").out("S. ack 1 mss 1460 ws 0 win 65535").told();
            t.after(ms(10)).in("ack 1").out().told("established", "completed").state(ConnectionState.ESTABLISHED);
        }
    }

    @Test
    void activeOpen() {
        try (Drill t = Drill.connecting("rcvbuf=262144")) {
            t.out("S mss 1460 ws 3 win 65535").state(ConnectionState.SYN_SENT);     // 262144 >> 2 is 65536
            t.after(ms(10)).in("S. 0:0 ack 1 mss 1460").out("ack 1").told("established");
        }
    }

    /** RFC 9293 figure 8, MUST-10: both ends send a SYN, both answer it with a SYN-ACK. */
    @Test
    void simultaneousOpen() {
        try (Drill t = Drill.connecting()) {
            t.out("S");
            t.after(ms(10)).in("S 0:0 mss 1000").out("S. ack 1").state(ConnectionState.SYN_RECEIVED);
            t.after(ms(10)).in("S. 0:0 ack 1 mss 1000").out().told("established");
            t.state(ConnectionState.ESTABLISHED).write(1000).out("1:1001 ack 1");
        }
    }

    /** The other end of a simultaneous open may be one that answers with a plain ACK. */
    @Test
    void simultaneousOpenCompletedByAnAck() {
        try (Drill t = Drill.connecting()) {
            t.out("S").in("S 0:0").out("S. ack 1").in("ack 1").out().told("established");
        }
    }

    /** MUST-15: without the option 536; MUST-16: never more than our own link carries; Linux floor 48. */
    @ParameterizedTest
    @CsvSource({"'', 536", "mss 1000, 1000", "mss 9000, 1460", "mss 0, 48", "mss 1, 48", "mss 47, 48", "mss 48, 48"})
    void effectiveMss(String option, int expected) {
        try (Drill t = Drill.listening()) {
            t.in("S 0:0 " + option).next("S.").in("ack 1").hush();
            t.write(expected + 1).out("1:" + (1 + expected));           // the odd byte waits: Nagle
        }
    }

    /** MUST-67: what is announced comes from the link, not from what the peer said. */
    @ParameterizedTest
    @CsvSource({"1500, 1460", "576, 536", "1280, 1240"})
    void announcedMss(int mtu, int expected) {
        try (Drill t = Drill.listening("mtu=" + mtu)) {
            t.in("S 0:0 mss 500").out("S. mss " + expected);
        }
    }

    /** RFC 7323 §2.2: no scaling unless both SYNs offer it, and then not in the SYNs themselves. */
    @Test
    void windowScaleNeedsBothEnds() {
        try (Drill t = Drill.listening("rcvbuf=1000000")) {
            t.in("S 0:0 mss 1000").out("S. ack 1 win 65535 ws -1").in("ack 1").hush();
            t.in("1:1001", "1001:2001").out("ack 2001 win 65535");
        }
        try (Drill t = Drill.established("rcvbuf=1000000", "ws=2", "mss=1000")) {
            t.in("1:1001", "1001:2001").out("ack 2001 win 998000");     // 998000 is a multiple of 16: shift 4
        }
    }

    /** RFC 7323 §2.3: a shift above 14 is taken as 14. */
    @Test
    void windowScaleIsAtMostFourteen() {
        try (Drill t = Drill.listening("ws=14")) {
            t.in("S 0:0 mss 1000 opt 020403e8010303ff").next("S.");
            t.in("ack 1 win 4").hush();                                 // Drill shifts by nothing: the field is 4
            t.write(70_000).out("1:1001", "1001:2001", "2001:3001", "3001:4001", "4001:5001", "5001:6001",
                    "6001:7001", "7001:8001", "8001:9001", "9001:10001");   // 4 << 14 is enough for IW10
        }
    }

    /** RFC 9293 §3.8.3, Linux tcp_syn_retries 6: SYNs at 0, 1, 3, 7, 15, 31, 63 s, and ETIMEDOUT at 127 s. */
    @Test
    void synIsSentAgainSixTimes() {
        try (Drill t = Drill.connecting()) {
            t.out("S");
            for (int wait = 1; wait <= 32; wait *= 2) {
                t.after(seconds(wait) - 1).out().after(1).out("S");
            }
            t.after(seconds(64) - 1).out().told().after(1).out().told("failed TIMED_OUT");
            t.state(ConnectionState.CLOSED).count("attemptFails", 1);
            assertEquals(0, t.transport.connections().size());
        }
    }

    /** Linux tcp_synack_retries 5: at 1, 3, 7, 15, 31 s, gone at 63 s without a word to anyone. */
    @Test
    void synAckIsSentAgainFiveTimes() {
        try (Drill t = Drill.listening()) {
            t.in("S 0:0").out("S. ack 1");
            for (int wait = 1; wait <= 16; wait *= 2) {
                t.after(seconds(wait)).out("S. ack 1");
            }
            t.after(seconds(32)).out().told();
            assertEquals(0, t.transport.connections().size());
        }
    }

    @Test
    void repeatedSynIsAnsweredAgain() {
        try (Drill t = Drill.listening()) {
            t.in("S 0:0").out("S. ack 1").after(ms(500)).in("S 0:0").out("S. ack 1");
            t.in("ack 1").out().told("established", "completed");
        }
    }

    /** B37: RST in answer to a SYN is ECONNREFUSED; one that does not acknowledge the SYN is not believed. */
    @Test
    void refused() {
        try (Drill t = Drill.connecting()) {
            t.out("S").in("R 0:0").out().told();
            t.in("R. 0:0 ack 2").out().told();
            t.in("R. 0:0 ack 1").out().told("failed REFUSED").state(ConnectionState.CLOSED);
        }
    }

    /** RFC 9293 §3.10.7.3, first step: a SYN-ACK for another SYN than ours is an old duplicate; its sender is reset. */
    @Test
    void halfOpenPeerIsReset() {
        try (Drill t = Drill.connecting()) {
            t.out("S").in("S. 0:0 ack 77").out("R 77:77").told().state(ConnectionState.SYN_SENT);
            t.in(". 0:0 ack 300").out("R 300:300");
            t.in("S. 0:0 ack 1").out("ack 1").told("established");
        }
    }

    /** B37, Linux: an ICMP error ends an attempt at once, if it quotes the SYN that is in flight. */
    @ParameterizedTest
    @CsvSource({"NET_UNREACHABLE, NETWORK_UNREACHABLE", "HOST_UNREACHABLE, HOST_UNREACHABLE",
        "PORT_UNREACHABLE, REFUSED", "PROTOCOL_UNREACHABLE, REFUSED", "TIME_EXCEEDED, HOST_UNREACHABLE"})
    void icmpEndsAnAttempt(Kind kind, Failure expected) {
        try (Drill t = Drill.connecting()) {
            t.out("S").icmp(kind, 1).icmp(kind, -1).told();
            t.icmp(kind, 0).told("failed " + expected);
        }
    }

    /** MUST-56: on an established connection it is only counted. */
    @Test
    void icmpIsSoftOnceEstablished() {
        try (Drill t = Drill.established("mss=1000")) {
            t.write(1000).out("1:1001").icmp(Kind.HOST_UNREACHABLE, 1).told().count("softErrors", 1);
            t.icmp(Kind.HOST_UNREACHABLE, 1001).count("softErrors", 1);     // not in flight (RFC 5927)
            t.after(ms(300)).out("1:1001").in("ack 1001");
        }
    }

    /**
     * B41: with the accept queue full the last ACK is dropped; the client's next segment, or our SYN-ACK, tries again.
     */
    @Test
    void fullAcceptQueueDropsTheLastAck() {
        try (Drill t = Drill.listening()) {
            t.in("S 0:0 mss 1000").out("S. ack 1");
            t.hasRoom = false;
            t.in("ack 1", "1:1001 ack 1").out().told().count("listenOverflows", 2);
            t.hasRoom = true;
            t.after(seconds(1)).out("S. ack 1").in("1:1001 ack 1").told("established", "completed", "received");
            t.after(ms(40)).out("ack 1001");
        }
    }

    /** Linux: and no new SYN is taken either. */
    @Test
    void fullAcceptQueueDropsSyns() {
        try (Drill t = Drill.listening()) {
            t.hasRoom = false;
            t.in("S 0:0").out().count("listenOverflows", 1);
        }
    }

    /** §3.10.7.2 and its Linux reading: only a SYN by itself begins anything. */
    @ParameterizedTest
    @ValueSource(strings = {"SF", "F", "P", "-", "R", "R.", "SFRPU", "SR"})
    void nonsenseToAListenerIsDropped(String flags) {
        try (Drill t = Drill.listening()) {
            t.in(flags + " 0:0 ack 5").out();
            assertEquals(0, t.transport.connections().size());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {".", "S.", "F.", "FPU."})
    void ackToAListenerIsReset(String flags) {
        try (Drill t = Drill.listening()) {
            t.in(flags + " 100:100 ack 5").out("R 5:5");
        }
    }

    /** §3.10.7.4 second step: after a passive open a RST goes back to LISTEN, and nobody hears of it. */
    @Test
    void resetWhileSynReceived() {
        try (Drill t = Drill.listening()) {
            t.in("S 0:0").out("S. ack 1").in("R 1:1").out().told();
            assertEquals(0, t.transport.connections().size());
            t.in("S 0:0").out("S. ack 1").in("ack 1").told("established", "completed");
        }
    }

    /** MUST-11: after a simultaneous open the same RST is a refusal. */
    @Test
    void resetWhileSynReceivedAfterActiveOpen() {
        try (Drill t = Drill.connecting()) {
            t.out("S").in("S 0:0").out("S. ack 1").in("R 1:1").told("failed REFUSED");
        }
    }

    /** An ACK of something else than our SYN-ACK comes from a connection that is gone. */
    @Test
    void wrongAckWhileSynReceived() {
        try (Drill t = Drill.listening()) {
            t.in("S 0:0").out("S. ack 1").in("ack 2").out("R 2:2").in("ack 0").out("R 0:0");
            t.in("ack 1").told("established", "completed");
        }
    }

    /** RFC 6928 §2: IW = min(10 MSS, max(2 MSS, 14600)). */
    @ParameterizedTest
    @CsvSource({"536, 5360", "1000, 10000", "1460, 14600", "2000, 14600", "8960, 17920"})
    void initialWindow(int mss, long expected) {
        assertEquals(expected, InitialWindow.of(mss));
    }

    /**
     * RFC 5681 §3.1: after a lost SYN or SYN-ACK, one segment; RFC 6298 §5.7: and RTO 3 s when nothing was measured.
     */
    @Test
    void lostSynMakesTheBeginningSlow() {
        try (Drill t = Drill.connecting()) {
            t.out("S").after(seconds(1)).out("S").after(ms(50)).in("S. 0:0 ack 1 mss 1000").out("ack 1").hush();
            t.window(1000).gauge("rto", seconds(3)).write(2000).out("1:1001");
            t.after(seconds(3) - 1).out().after(1).out("1:1001");
        }
    }

    /** RFC 9293 §3.10.7.3: text that comes with a SYN-ACK is taken. */
    @Test
    void textWithSynAck() {
        try (Drill t = Drill.connecting()) {
            t.out("S").in("S. 0:100 ack 1").out("ack 1").told("established", "received");
            t.read(100).after(ms(40)).out("ack 101");
        }
    }

    @Test
    void closedListenerResetsWhoIsHalfOpenAndRefusesOthers() {
        try (Drill t = Drill.listening()) {
            t.in("S 0:0").out("S. ack 1");
            t.listener.close();
            t.out("R. 1:1").told();
            t.in("S 0:0").out("R. ack 1");
        }
    }

    /** MUST-46: no connection to a broadcast or multicast address; B37: without a route at once. */
    @Test
    void whatCannotBeBegun() {
        try (Drill t = Drill.established()) {
            ConnectionConfig config = new ConnectionConfig(new StreamBuffer(1), new StreamBuffer(1), "reno", t.ear);
            Endpoint any = new Endpoint(IpAddress.ANY, 0);
            for (IpAddress address : new IpAddress[] {IpAddress.ofV4(Ipv4.BROADCAST), IpAddress.parse("224.0.0.1"), IpAddress.ANY}) {
                TransportException e = assertThrows(TransportException.class,
                        () -> t.transport.connect(any, new Endpoint(address, 80), config));
                assertEquals(Failure.NETWORK_UNREACHABLE, e.failure());
            }
            TransportException foreign = assertThrows(TransportException.class,
                    () -> t.transport.connect(new Endpoint(IpAddress.ofV4(5), 0), new Endpoint(Drill.REMOTE, 80), config));
            assertEquals(Failure.ADDRESS_NOT_AVAILABLE, foreign.failure());
            TransportException taken = assertThrows(TransportException.class,
                    () -> t.transport.connect(t.connection.local(), t.connection.remote(), config));
            assertEquals(Failure.ADDRESS_IN_USE, taken.failure());
            t.network.mtu = 0;
            TransportException noRoute = assertThrows(TransportException.class,
                    () -> t.transport.connect(any, new Endpoint(Drill.REMOTE, 80), config));
            assertEquals(Failure.NETWORK_UNREACHABLE, noRoute.failure());
        }
    }

    /** Small numbers everywhere: the buffers are 1 byte, the window is 1 byte. */
    @Test
    void oneByteBuffers() {
        try (Drill t = Drill.established("sndbuf=1", "rcvbuf=1", "win=1")) {
            t.write(1).out("1:2 win 1").in("ack 2").in("1:2").after(ms(40)).out("ack 2 win 0");
            t.read(1).out("ack 2 win 1");
        }
    }
}
