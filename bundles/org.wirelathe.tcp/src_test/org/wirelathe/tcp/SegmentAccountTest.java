package org.wirelathe.tcp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.wirelathe.tcp.Drill.ms;

import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.wirelathe.api.net.NetworkError;
import org.wirelathe.wire.IpAddress;
import org.wirelathe.wire.Ipv4;
import org.wirelathe.wire.TcpHeader;

/** Each segment in moves one counter: it was taken, or dropped for one reason (docs/counters.md). */
class SegmentAccountTest {
    private static Map<String, Long> ends(Drill t) {
        Map<String, Long> ends = new TreeMap<>(t.counters.drops());
        ends.put("inTaken", t.counters.value("inTaken"));
        return ends;
    }

    /** One packet comes in, and only {@code counter} moves, by one. */
    private static void one(Drill t, String counter, Consumer<Drill> packet) {
        Map<String, Long> expected = ends(t);
        expected.merge(counter, 1L, Long::sum);
        long segments = t.counters.value("inSegs");
        packet.accept(t);
        assertEquals(expected, ends(t));
        assertEquals(segments + 1, t.counters.value("inSegs"));
        t.network.close();                                              // what was answered is no matter here
    }

    private static void one(Drill t, String counter, String segment) {
        one(t, counter, drill -> drill.in(segment));
    }

    @ParameterizedTest
    @CsvSource({
        "ack 1,              inTaken", // nothing new
        "1:101 ack 1,        inTaken",
        "F. 1:1,             inTaken",
        "R 1:1,              inTaken", // RFC 5961 §3.2: exactly at RCV.NXT
        "R 2:2,              unacceptable", // in the window, challenged
        "R 70000:70000,      outOfWindow",
        "S 1:1,              unacceptable", // RFC 5961 §4.2
        "- 1:101,            unacceptable", // RFC 9293 §3.10.7.4, fifth: no ACK
        "ack 2,              unacceptable", // RFC 5961 §5.2: never sent
        "70000:70100 ack 1,  outOfWindow",
        "0:0 ack 1,          oldDuplicate", // a keep-alive probe
        "101:201 ack 1,      inTaken", // out of order, kept
        "0:101 ack 1,        inTaken"}) // trimmed
    void established(String segment, String counter) {
        try (Drill t = Drill.established()) {
            one(t, counter, segment);
        }
    }

    @ParameterizedTest
    @CsvSource({"S 0:0, inTaken", "R 0:0, unacceptable", "ack 9, unacceptable", "- 0:0, unacceptable",
        "SF 0:0, unacceptable"})
    void listening(String segment, String counter) {
        try (Drill t = Drill.listening()) {
            one(t, counter, segment);
        }
    }

    @ParameterizedTest
    @CsvSource({"S. 0:0 ack 1, inTaken", "S 0:0, inTaken", "R. 0:0 ack 1, inTaken", "R 0:0, unacceptable",
        "S. 0:0 ack 9, unacceptable", "R. 0:0 ack 9, unacceptable", "SF 0:0, unacceptable", "- 0:0, unacceptable"})
    void synSent(String segment, String counter) {
        try (Drill t = Drill.connecting()) {
            t.next("S");
            one(t, counter, segment);
        }
    }

    @ParameterizedTest
    @CsvSource({"ack 1, inTaken", "ack 9, unacceptable", "S 0:0, oldDuplicate", "R 1:1, inTaken"})
    void synReceived(String segment, String counter) {
        try (Drill t = Drill.listening()) {
            t.in("S 0:0").next("S.");
            one(t, counter, segment);
        }
    }

    @Test
    void acceptQueueIsFull() {
        try (Drill t = Drill.listening()) {
            t.in("S 0:0").next("S.");
            t.hasRoom = false;
            one(t, "listenOverflows", "ack 1");
        }
        try (Drill t = Drill.listening()) {
            t.hasRoom = false;
            one(t, "listenOverflows", "S 0:0");
        }
    }

    @Test
    void tooManyAreHalfOpen() {
        try (Drill t = Drill.listening()) {
            byte[] syn = t.bytes("S 0:0");
            for (int port = 1; port <= 1025; port++) {
                syn[0] = (byte) (port >> 8);
                syn[1] = (byte) port;
                new TcpHeader(syn, 0).seal(Drill.REMOTE.v4(), Drill.LOCAL.v4(), syn.length);
                one(t, port <= 1024 ? "inTaken" : "synQueueFull", drill -> drill.inRaw(syn, Drill.REMOTE, Drill.LOCAL));
            }
        }
    }

    @Test
    void nobodyListens() {
        try (Drill t = Drill.listening()) {
            t.listener.close();
            one(t, "noPort", "S 0:0");
            one(t, "noPort", "R 0:0");
        }
    }

    @Test
    void faults() {
        try (Drill t = Drill.listening()) {
            byte[] syn = t.bytes("S 0:0");
            one(t, "badAddress", drill -> {
                byte[] fromAll = syn.clone();
                new TcpHeader(fromAll, 0).seal(-1, Drill.LOCAL.v4(), fromAll.length);
                drill.inRaw(fromAll, IpAddress.ofV4(Ipv4.BROADCAST), Drill.LOCAL);
            });
            one(t, "inTruncated", drill -> drill.inRaw(new byte[19], Drill.REMOTE, Drill.LOCAL));
            byte[] changed = syn.clone();
            changed[4]++;
            one(t, "inChecksum", drill -> drill.inRaw(changed, Drill.REMOTE, Drill.LOCAL));
            byte[] shortHeader = syn.clone();
            shortHeader[12] = 0x40;
            one(t, "inHeaderLength", drill -> drill.inRaw(shortHeader, Drill.REMOTE, Drill.LOCAL));
            t.count("inErrs", 3);
        }
    }

    /** SHLD-3. */
    @Test
    void textForNobody() {
        try (Drill t = Drill.established()) {
            t.release().next("F. 1:1");
            one(t, "abortOnData", "1:101 ack 1");
        }
    }

    /** As Linux's TCPZeroWindowDrop: the text of a probe is not kept, its acknowledgment is. */
    @Test
    void textBeforeAShutWindow() {
        try (Drill t = Drill.established("rcvbuf=1000")) {
            t.in("1:1001 ack 1").after(ms(40)).out("ack 1001 win 0");
            one(t, "zeroWindowDrop", "1001:1002 ack 1");
            one(t, "inTaken", "1001:1001 ack 1");
        }
    }

    /** A FIN came out of order; text behind it cannot be. */
    @Test
    void textBehindTheFin() {
        try (Drill t = Drill.established()) {
            one(t, "inTaken", "F. 101:201 ack 1");
            one(t, "outOfWindow", "300:400 ack 1");
            one(t, "inTaken", "1:101 ack 1");
        }
    }

    /** A pruned segment's text is dropped though its acknowledgment counts (CVE-2018-5390). */
    @Test
    void moreHolesThanAreKept() {
        try (Drill t = Drill.established("rcvbuf=100000", "ws=2")) {
            for (int i = 1; i <= Reassembly.MOST + 1; i++) {
                one(t, i <= Reassembly.MOST ? "inTaken" : "ofoPruned", (10 * i) + ":" + (10 * i + 1) + " ack 1");
            }
        }
    }

    /** RFC 9293 §3.10.7.4: the ACK that ends LAST-ACK was of use. */
    @Test
    void theLastAcknowledgment() {
        try (Drill t = Drill.established()) {
            t.in("F. 1:1").next("ack 2").finish().next("F. 1:1");
            one(t, "inTaken", "ack 2");
            one(t, "inTaken", "S 0:0");                                 // the listener is there still
        }
    }

    /** RFC 5927 §4.1. */
    @Test
    void errorsAboutNothingInFlight() {
        try (Drill t = Drill.established("mss=1000")) {
            t.icmp(NetworkError.Kind.HOST_UNREACHABLE, 1).count("outOfWindowIcmps", 1).count("softErrors", 0);
            t.write(1000).out("1:1001").icmp(NetworkError.Kind.HOST_UNREACHABLE, 1);
            t.count("outOfWindowIcmps", 1).count("softErrors", 1);
        }
    }
}
