package org.wirelathe.tcp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.wirelathe.tcp.Drill.ms;

import java.util.Arrays;
import java.util.List;

import org.junit.jupiter.api.Test;

/** What those who follow bytes and packets hear of them from TCP. */
class TraceTest {
    private static final String OUT = "10.0.0.1:80>10.0.0.2:4711";
    private static final String IN = "10.0.0.2:4711>10.0.0.1:80";

    private static void heard(Drill t, String... expected) {
        assertEquals(List.of(expected), t.probed);
        t.probed.clear();
    }

    /** The SYN is #1, its answer #2, the ACK #3. */
    private static Drill traced(String... more) {
        String[] settings = Arrays.copyOf(more, more.length + 2);
        settings[more.length] = "traced";
        settings[more.length + 1] = "mss=1000";
        Drill t = Drill.established(settings);
        heard(t, "DEMUX tcp #1", "DEMUX tcp #3");
        return t;
    }

    @Test
    void bytesThatAreSent() {
        try (Drill t = traced("cwnd=10000")) {
            t.write(2000).out("1:1001", "1001:2001");
            heard(t, "SEGMENT " + OUT + " 0-1000 #4", "SEGMENT " + OUT + " 1000-2000 #5");
            t.after(ms(10)).in("ack 1", "ack 1", "ack 1").out("1:1001");
            heard(t, "DEMUX tcp #6", "DEMUX tcp #7", "DEMUX tcp #8", "SEGMENT " + OUT + " 0-1000 #9");
            t.in("ack 2001").finish().out("F. 2001:2001");
            heard(t, "DEMUX tcp #10");                                  // a FIN is no byte of the stream
        }
    }

    @Test
    void bytesOfALargeSegment() {
        try (Drill t = traced("tso", "cwnd=10000")) {
            t.write(2000).out("1:2001 gso 1000");
            heard(t, "SEGMENT " + OUT + " 0-2000 #4");
        }
    }

    /** The packet that fills the hole is the one that completes what lay behind it. */
    @Test
    void bytesThatAreReceived() {
        try (Drill t = traced()) {
            t.in("1:101");
            heard(t, "DEMUX tcp #4", "SOCKET_QUEUE " + IN + " 0-100 #4");
            t.in("201:301").out("ack 101");
            heard(t, "DEMUX tcp #5");
            t.in("101:201").out("ack 301").read(300);
            heard(t, "DEMUX tcp #7", "SOCKET_QUEUE " + IN + " 100-300 #7");
        }
    }

    @Test
    void everyDropSaysWhereAndWhy() {
        try (Drill t = traced("rcvbuf=1000")) {
            t.in("-99:1").out("ack 1");
            heard(t, "DEMUX tcp #4", "DROP tcp:oldDuplicate #4");
            t.in("5001:5101").out("ack 1");
            heard(t, "DEMUX tcp #6", "DROP tcp:outOfWindow #6");
            byte[] bad = t.bytes("1:101");
            bad[16] ^= 1;
            t.inRaw(bad, Drill.REMOTE, Drill.LOCAL);
            heard(t, "DROP tcp:inChecksum #9");
            t.inRaw(new byte[19], Drill.REMOTE, Drill.LOCAL);
            heard(t, "DROP tcp:inTruncated #10");
        }
        try (Drill t = Drill.listening("traced")) {
            t.in("1:1 ack 1").out("R 1:1");
            heard(t, "DEMUX tcp #1", "DROP tcp:unacceptable #1");
            t.hasRoom = false;
            t.in("S 0:0").out();
            heard(t, "DEMUX tcp #3", "DROP tcp:listenOverflows #3");
            t.listener.close();
            t.in("S 0:0").next("R. 0:0");
            heard(t, "DROP tcp:noPort #4");
        }
    }
}
