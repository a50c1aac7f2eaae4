package org.wirelathe.tcp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.wirelathe.tcp.Drill.ms;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wirelathe.api.transport.ConnectionState;
import org.wirelathe.wire.Bytes;
import org.wirelathe.wire.TcpHeader;

/**
 * What arrives, what is acknowledged and when, and the window that is offered (RFC 9293 §3.8.6, RFC 5681 §4.2, B25).
 */
class ReceiveTest {
    /** SHLD-18, SHLD-19, MUST-40: every second full segment at once, a single one after 40 ms. */
    @Test
    void delayedAcknowledgment() {
        try (Drill t = Drill.established("mss=1000")) {
            t.in("1:1001").out().in("1001:2001").out("ack 2001");
            t.in("2001:3001").after(ms(40) - 1).out().after(1).out("ack 3001").count("delayedAcks", 1);
            t.after(ms(1000)).out();
        }
    }

    /** A host may be set to acknowledge every segment at once. */
    @Test
    void undelayedAcknowledgment() {
        try (Drill t = Drill.established("mss=1000", "quickack")) {
            t.in("1:2").out("ack 2").in("2:1002").out("ack 1002").after(ms(1000)).out();
        }
    }

    /** The timer runs from the first segment that was not acknowledged. */
    @Test
    void delayRunsFromTheFirstSegment() {
        try (Drill t = Drill.established("mss=1000")) {
            t.in("1:101").after(ms(30)).in("101:201").after(ms(10)).out("ack 201");
        }
    }

    /** Data that goes the other way carries the acknowledgment. */
    @Test
    void piggyback() {
        try (Drill t = Drill.established("mss=1000")) {
            t.in("1:1001").write(10).out("1:11 ack 1001").after(ms(200)).out();
            t.in("ack 11").hush();
        }
    }

    /** RFC 5681 §4.2: out of order, and into a hole, at once; MAY-13, SHLD-31. */
    @Test
    void outOfOrder() {
        try (Drill t = Drill.established("mss=1000")) {
            t.in("1001:2001").out("ack 1").in("3001:4001").out("ack 1").in("1:1001").out("ack 2001");
            t.told("received").in("2001:3001").out("ack 4001").told("received").read(4000).count("ofoQueued", 2);
            t.in("4001:5001").out().in("5001:6001").out("ack 6001").read(2000);
        }
    }

    /** Every way in which a segment can overlap what is there, at both ends; the pattern shows misplaced bytes. */
    @ParameterizedTest
    @ValueSource(strings = {"101:201 301:401 51:351 1:51", "201:301 101:401 1:101", "2:3 4:5 6:7 1:8",
        "1:2 2:10 1:20 5:30", "101:201 101:201 1:201", "301:401 201:301 101:201 1:101",
        "101:301 1:201", "101:201 1:101 1:201 150:250", "201:301 1:250 240:310"})
    void overlaps(String segments) {
        try (Drill t = Drill.established("mss=1000")) {
            long end = 1;
            for (String segment : segments.split(" ")) {
                t.in(segment);
                end = Math.max(end, Long.parseLong(segment.substring(segment.indexOf(':') + 1)));
            }
            while (!t.network.sent.isEmpty()) {
                t.next(".");
            }
            t.read((int) end - 1).after(ms(100));
            assertEquals(0, t.readable());
            while (!t.network.sent.isEmpty()) {
                t.next(".");
            }
            t.in((end) + ":" + (end + 1)).after(ms(40)).out("ack " + (end + 1));
        }
    }

    /** Row 12 of the hostile inputs: what was received first stays. */
    @Test
    void firstReceivedWins() {
        try (Drill t = Drill.established("mss=1000")) {
            t.in("101:201").out("ack 1");
            byte[] forged = t.bytes("1:301");
            for (int i = 20 + 100; i < 20 + 200; i++) {
                forged[i] ^= 0x55;
            }
            seal(forged);
            t.inRaw(forged, Drill.REMOTE, Drill.LOCAL).out("ack 301").read(300);
        }
    }

    private static void seal(byte[] segment) {
        new TcpHeader(segment, 0).seal(Drill.REMOTE.v4(), Drill.LOCAL.v4(), segment.length);
    }

    /** Row 13: trimmed exactly at both edges of the window. */
    @Test
    void trimmedToTheWindow() {
        try (Drill t = Drill.established("rcvbuf=1000", "mss=1000")) {
            t.in("1:1001").after(ms(40)).out("ack 1001 win 0").in("1001:1501").out("ack 1001 win 0");
            t.read(1000).out("ack 1001 win 1000");
            t.in("751:2251").out("ack 2001 win 0").read(1000).out("ack 2001 win 1000");
        }
    }

    /** Out-of-order data beyond the window is cut off too. */
    @Test
    void outOfOrderIsTrimmed() {
        try (Drill t = Drill.established("rcvbuf=1000", "mss=1000")) {
            t.in("901:1901").out("ack 1").in("1:901").out("ack 1001 win 0").read(1000).out("ack 1001 win 1000");
        }
    }

    /** A segment wholly outside is dropped and answered; one before the window too. */
    @Test
    void outsideTheWindow() {
        try (Drill t = Drill.established("rcvbuf=1000", "mss=1000")) {
            t.in("1001:1101").out("ack 1").in("1:101").after(ms(40)).out("ack 101").in("1:101").out("ack 101");
            t.told("received").count("outOfWindow", 1).count("oldDuplicate", 1).read(100);
        }
    }

    /** MUST-39: the right edge moves by a full segment, or half the buffer, or not at all; SHLD-14: never back. */
    @Test
    void windowMovesInSteps() {
        try (Drill t = Drill.established("rcvbuf=10000", "mss=1000")) {
            t.in("1:1001", "1001:2001").out("ack 2001 win 8000");
            t.read(100).in("2001:3001", "3001:4001").out("ack 4001 win 6000");
            t.read(1400).in("4001:5001", "5001:6001").out("ack 6001 win 5500");   // 1500 read: at least the MSS of 1460
        }
    }

    /** B25: reading tells the peer when that doubles the window. */
    @Test
    void readingOpensTheWindow() {
        try (Drill t = Drill.established("rcvbuf=8000", "mss=1000")) {
            t.in("1:1001", "1001:2001").next("ack 2001").in("2001:3001", "3001:4001").next("ack 4001");
            t.in("4001:5001", "5001:6001").out("ack 6001 win 2000").read(1000).out();
            t.read(1000).out("ack 6001 win 4000").read(1000).out();
        }
    }

    /** RFC 7323: with a scaled window the offer is a multiple of the unit, and never more than the buffer can take. */
    @Test
    void scaledOffersFitTheBuffer() {
        try (Drill t = Drill.established("rcvbuf=100001", "ws=0", "mss=1000")) {
            long next = 1;
            for (int i = 1; i <= 101; i += 2) {
                t.in(next + ":" + (next + i));
                next += i;
                t.in(next + 1 + ":" + (next + 2));                      // a hole: acknowledged at once
                FakeNetwork.Datagram d = t.network.sent.peekLast();
                int field = new TcpHeader(d.packet().bytes, d.packet().head).window();
                long edge = next + ((long) field << 1);
                assertEquals(true, edge <= 1 + 100001 && edge >= 100001 - 2, "edge " + edge);
                while (!t.network.sent.isEmpty()) {
                    t.next(".");
                }
                t.in(next + ":" + (next + 1));
                t.next("ack " + (next + 2));
                next += 2;
            }
            t.after(ms(40)).out();
        }
    }

    /** The FIN counts when everything before it is there. */
    @Test
    void finOutOfOrder() {
        try (Drill t = Drill.established("mss=1000")) {
            t.in("F. 1001:2001").out("ack 1").told().state(ConnectionState.ESTABLISHED);
            t.in("1:1001").out("ack 2002").told("received", "finished").state(ConnectionState.CLOSE_WAIT).read(2000);
        }
    }

    /** Row 32: a FIN into a shut window, with and without text. */
    @Test
    void finIntoAShutWindow() {
        try (Drill t = Drill.established("rcvbuf=1000", "mss=1000")) {
            t.in("1:1001").after(ms(40)).out("ack 1001 win 0").hush();
            t.in("F. 1001:1101").out("ack 1001 win 0").told();
            t.in("F. 1001:1001").out("ack 1002 win 0").told("finished").read(1000);
        }
    }

    /** MUST-66: with the window shut, acknowledgments are still taken. */
    @Test
    void ackIntoAShutWindow() {
        try (Drill t = Drill.established("rcvbuf=1000", "mss=1000")) {
            t.in("1:1001").after(ms(40)).out("ack 1001 win 0").hush().write(10).out("1:11");
            t.in("1001:1002 ack 11").out("ack 1001 win 0").told("acknowledged");
        }
    }

    /** Row 32: keep-alive probes, with and without a byte, are answered and nothing is delivered twice. */
    @Test
    void probesAreAnswered() {
        try (Drill t = Drill.established("mss=1000")) {
            t.in("1:11").after(ms(40)).out("ack 11").read(10).hush();
            t.in("10:10").out("ack 11").in("10:11").out("ack 11").told();
        }
    }

    /** MUST-58, MUST-59: what arrives together while a hole is open is still acknowledged segment by segment... */
    @Test
    void applicationThatReadsAtOnceKeepsTheWindowOpen() {
        try (Drill t = Drill.established("rcvbuf=20000", "mss=1000", "reading")) {
            for (int i = 0; i < 20; i++) {
                int at = 1 + 2000 * i;
                t.in(at + ":" + (at + 1000), (at + 1000) + ":" + (at + 2000)).out("ack " + (at + 2000) + " win 20000");
            }
        }
    }

    /** Row 31: urgent data is data; whatever the pointer says, nothing breaks and nothing is skipped. */
    @Test
    void urgentPointers() {
        try (Drill t = Drill.established("mss=1000")) {
            long at = 1;
            for (int pointer : new int[] {0, 1, 99, 100, 101, 0x7FFF, 0x8000, 0xFFFF}) {
                byte[] segment = t.bytes("UP. " + at + ":" + (at + 100));
                Bytes.u16(segment, 18, pointer);
                seal(segment);
                t.inRaw(segment, Drill.REMOTE, Drill.LOCAL).read(100);
                at += 100;
            }
            t.out("ack 601").after(ms(40)).out("ack 801").told("received", "received", "received", "received",
                    "received", "received", "received", "received");
            t.in("UF. 801:801").out("ack 802").told("finished").in("U. 802:802").out();
        }
    }
}
