package org.wirelathe.tcp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.wirelathe.tcp.Drill.ms;

import org.junit.jupiter.api.Test;
import org.wirelathe.api.net.NetworkError.Kind;
import org.wirelathe.api.nic.Offloads;
import org.wirelathe.api.packet.Packet;
import org.wirelathe.api.transport.ConnectionState;
import org.wirelathe.wire.TcpHeader;

/** B13: TCP above a card that does some of its work. The test language completes checksums as that card would. */
class OffloadTest {
    /** What the window allows goes in one packet, whole segments; the rest waits for what is in flight (Nagle). */
    @Test
    void b13LargeSegment() {
        try (Drill t = Drill.established("tso", "mss=1000", "cwnd=10000")) {
            t.write(4500).out(". 1:4001 gso 1000");
            assertEquals(4, t.connection.report().dataSegments());
            t.after(ms(10)).in("ack 4001").out("P. 4001:4501").in("ack 4501");
            t.write(1000).out("P. 4501:5501").in("ack 5501");
            t.write(2000).out("P. 5501:7501 gso 1000").in("ack 7501");
        }
    }

    /** RFC 9293 §3.8.6, B55: cwnd and the peer's window count as they do for single segments. */
    @Test
    void b13LargeSegmentFitsBothWindows() {
        try (Drill t = Drill.established("tso", "mss=1000", "cwnd=3500", "win=20000")) {
            t.write(9000).out(". 1:3001 gso 1000");                     // the window has room for three whole segments
            t.after(ms(10)).in("ack 1001 win 20000").window(4500).out(". 3001:5001 gso 1000");
            t.in("ack 4001 win 4700").out(". 5001:8001 gso 1000");      // 4700 - 1000 in flight
            t.in("ack 8001 win 4700").out("P. 8001:9001");
        }
    }

    /** Linux tcp_bound_to_half_wnd: a peer with a small window has two packets on their way at least. */
    @Test
    void b13LargeSegmentIsHalfAWindowAtMost() {
        try (Drill t = Drill.established("tso", "mss=1000", "cwnd=30000", "win=7000")) {
            t.write(9000).out("1:3001 gso 1000", "3001:6001 gso 1000", "6001:7001");
            t.in("ack 7001 win 9000").out("7001:9001 gso 1000");
        }
    }

    /** The total length field ends at 65,535: 44 segments of 1460 and both headers. */
    @Test
    void b13LargestSegment() {
        try (Drill t = Drill.established("tso", "mss=1460", "cwnd=200000", "ws=7")) {
            t.in("ack 1 win 999936").write(100_000).out("1:64241 gso 1460", "64241:99281 gso 1460");
            t.after(ms(10)).in("ack 99281").out("P. 99281:100001");
        }
    }

    /** A FIN goes with the last byte, and then the rest waits for nothing. */
    @Test
    void b13FinGoesWithALargeSegment() {
        try (Drill t = Drill.established("tso", "mss=1000", "cwnd=2000", "win=30000")) {
            t.write(4500).out("1:2001 gso 1000").finish().out();
            t.after(ms(10)).in("ack 2001").out("FP. 2001:4501 gso 1000").state(ConnectionState.FIN_WAIT_1);
            assertEquals(5, t.connection.report().dataSegments());
        }
    }

    /** RFC 6582, RFC 6298: what is lost is sent again in single segments, and windows are what they would be. */
    @Test
    void b13RecoveryIsTheSameAsWithoutIt() {
        for (String card : new String[] {"tso", "quickack"}) {
            try (Drill t = Drill.established(card, "mss=1000", "cwnd=8000", "win=30000")) {
                t.write(8000);
                if (card.equals("tso")) {
                    t.out("1:8001 gso 1000");
                } else {
                    for (int at = 1; at < 8001; at += 1000) {
                        t.next(at + ":" + (at + 1000));
                    }
                }
                t.after(ms(100)).in("ack 1001").in("ack 1001", "ack 1001").out().in("ack 1001").out("1001:2001");
                t.window(3500).after(ms(100)).in("ack 8001").window(3500).count("fastRetrans", 1);
                t.write(3000).hush();
                if (card.equals("tso")) {
                    t.out("8001:11001 gso 1000");
                } else {
                    t.out("8001:9001", "9001:10001", "10001:11001");
                }
                t.after(ms(350)).next("8001:9001").window(1000);       // RTO
                t.in("ack 9001").out("9001:10001", "10001:11001").in("ack 11001").count("timeouts", 1);
            }
        }
    }

    /** B16: a large packet that the device refuses has not been sent at all. */
    @Test
    void b16LargeSegmentThatTheDeviceRefuses() {
        try (Drill t = Drill.established("tso", "mss=1000", "cwnd=8000")) {
            t.write(2000).out("1:2001 gso 1000");
            t.refuseNext(1).write(3000).out().window(2000).count("retransSegs", 0).count("localDrops", 1);
            t.after(ms(50)).in("ack 2001").out("2001:4001 gso 1000");
            assertEquals(4, t.connection.report().dataSegments());
        }
    }

    /** B21: what the path cannot carry is cut smaller from then on. */
    @Test
    void b21PathMtuOfALargeSegment() {
        try (Drill t = Drill.established("tso", "mss=1460")) {
            t.write(5840).out("1:5841 gso 1460").after(ms(10)).icmp(Kind.FRAGMENTATION_NEEDED, 1, 1400);
            t.out("1:1361", "1361:2721", "2721:4081", "4081:5441", "5441:5841").in("ack 5841");
            t.write(4080).out("5841:9921 gso 1360");
        }
    }

    /** The card may be refitted in the middle of a connection (B11). */
    @Test
    void b13OffloadsChangeWhileRunning() {
        try (Drill t = Drill.established("mss=1000", "cwnd=10000")) {
            t.write(2000).out("1:1001", "1001:2001").in("ack 2001");
            t.network.offloads = Offloads.ALL;
            t.write(2000).out("2001:4001 gso 1000").in("ack 4001");
            t.network.offloads = new Offloads(true, true, false, false);
            t.write(2000).out("4001:5001", "5001:6001").in("ack 6001");
            t.network.offloads = Offloads.NONE;
            t.write(1000).out("6001:7001");
        }
    }

    /** B12, B20, B21: a jumbo frame's segment is one packet, in a buffer that holds it. */
    @Test
    void b12JumboSegments() {
        try (Drill t = Drill.established("mtu=9000", "mss=8960", "win=60000")) {
            t.write(17_920).out("1:8961", "8961:17921");
            t.in("1:8961").out().in("8961:17921").out("ack 17921").read(17_920);
        }
        try (Drill t = Drill.listening("mtu=9000")) {
            t.in("S 0:0 mss 8960").out("S. mss 8960");
        }
        try (Drill t = Drill.established("mtu=9000", "mss=1460")) {     // MUST-16: the smaller of the two
            t.write(1460).out("1:1461");
        }
    }

    /** What the card has verified is not summed again; what it has not is. */
    @Test
    void b13VerifiedChecksum() {
        try (Drill t = Drill.established()) {
            byte[] bytes = t.bytes("1:101");
            bytes[16] ^= 1;
            t.inRaw(bytes, Drill.REMOTE, Drill.LOCAL).count("inChecksum", 1);
            Packet packet = t.pool.take();
            System.arraycopy(bytes, 0, packet.bytes, packet.put(bytes.length), bytes.length);
            packet.checksum = Packet.CHECKSUM_VERIFIED;
            t.network.deliver(packet, Drill.REMOTE, Drill.LOCAL);
            assertEquals(100, t.readable());
            t.count("inChecksum", 1).read(100).after(ms(40)).out("ack 101");
        }
    }

    /** A header that lies is found out whatever the card says. */
    @Test
    void b13VerifiedIsNotParsed() {
        try (Drill t = Drill.established()) {
            byte[] bytes = t.bytes("1:101");
            bytes[12] = (byte) 0xF0;
            Packet packet = t.pool.take();
            System.arraycopy(bytes, 0, packet.bytes, packet.put(TcpHeader.LEAST), TcpHeader.LEAST);
            packet.checksum = Packet.CHECKSUM_VERIFIED;
            t.network.deliver(packet, Drill.REMOTE, Drill.LOCAL);
            t.count("inHeaderLength", 1).out();
        }
    }

    /** RFC 9293 §3.8.6.3 SHLD-19: several full-sized segments in one packet are acknowledged at once. */
    @Test
    void b13ReceivedTogether() {
        try (Drill t = Drill.established("mss=1000")) {
            t.in("1:3001 gso 1000").out("ack 3001");
            t.in("3001:5001 gso 1000").out("ack 5001");
            t.in("5001:6001").out().in("6001:7001").out("ack 7001").read(7000);
        }
    }

    /** A packet of several segments does not make the peer's full segment look larger than it is. */
    @Test
    void b13FullSizedSegmentIsTheSegmentSize() {
        try (Drill t = Drill.established("mss=1460")) {
            t.in("1:1201 gso 600").out("ack 1201");                     // two segments of 600
            t.in("1201:1801").out().in("1801:2401").out("ack 2401").read(2400);
        }
    }

    /** Part of it may be old, or lie beyond the window, or in a hole. */
    @Test
    void b13ReceivedTogetherInPart() {
        try (Drill t = Drill.established("rcvbuf=6000")) {
            t.in("1:1001").out().in("1:3001 gso 1000").out("ack 3001");
            t.in("5001:7001 gso 1000").out("ack 3001");                 // 1000 bytes of it fit
            t.in("3001:5001 gso 1000").out("ack 6001 win 0").read(6000).out("ack 6001 win 6000");
        }
    }
}
