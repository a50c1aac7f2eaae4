package org.wirelathe.ip.v6;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.wirelathe.api.net.SendOptions;
import org.wirelathe.api.net.Sent;
import org.wirelathe.api.nic.Offloads;
import org.wirelathe.api.packet.Packet;
import org.wirelathe.wire.IpAddress;
import org.wirelathe.wire.Ipv6Header;
import org.wirelathe.wire.Protocol;
import org.wirelathe.wire.TcpHeader;

/** B13 over IPv6: packets of several segments, our own and those that a driver has put together on their way through. */
class Ipv6LargePacketsTest {
    private static final IpAddress ALICE = TestNode.a("2001:db8:1::1");
    private static final IpAddress BOB = TestNode.a("2001:db8:2::1");

    private final TestNode t = TestNode.router();

    @AfterEach
    void balances() {
        t.close();
    }

    /** A segment as it is on a wire: byte {@code n} of the stream is {@code n}. */
    private static byte[] segment(int hopLimit, int from, int to, int flags) {
        byte[] bytes = new byte[60 + to - from];
        new Ipv6Header(bytes, 0).write(0, 0x777, bytes.length - 40, Protocol.TCP, hopLimit, ALICE.high(), ALICE.low(),
                BOB.high(), BOB.low());
        for (int i = from; i < to; i++) {
            bytes[60 + i - from] = (byte) i;
        }
        TcpHeader tcp = new TcpHeader(bytes, 40);
        tcp.write(1000, 2000, 7 + from, 99, 20, flags, 500);
        tcp.seal(ALICE.high(), ALICE.low(), BOB.high(), BOB.low(), bytes.length);
        return bytes;
    }

    private void inTogether(int length, int segmentSize) {
        Packet packet = t.copy(segment(64, 0, length, TcpHeader.ACK | TcpHeader.PSH));
        packet.segmentSize = segmentSize;
        packet.checksum = Packet.CHECKSUM_VERIFIED;
        t.ip.received(packet, t.eth0, false);
    }

    @Test
    void cutsWhatWasPutTogether() {
        inTogether(2500, 1000);
        List<byte[]> sent = new ArrayList<>();
        t.links.sent.forEach(one -> sent.add(one.packet()));
        assertEquals(3, sent.size());
        assertArrayEquals(segment(63, 0, 1000, TcpHeader.ACK), sent.get(0));
        assertArrayEquals(segment(63, 1000, 2000, TcpHeader.ACK), sent.get(1));
        assertArrayEquals(segment(63, 2000, 2500, TcpHeader.ACK | TcpHeader.PSH), sent.get(2));
        assertEquals(1, t.count("ip6.outGsoPackets"));
        assertEquals(3, t.count("ip6.outGsoSegments"));
    }

    @Test
    void leavesItToACardThatCuts() {
        t.link1.offloads = Offloads.ALL;
        inTogether(2500, 1000);
        assertEquals(1, t.links.sent.size());
        assertEquals(1000, t.links.sent.getFirst().segmentSize());
        assertEquals(2560, t.links.sent.getFirst().packet().length);
    }

    /** What does not fit the next link as segments, does not fit it. */
    @Test
    void tellsOfSegmentsTooBig() {
        inTogether(2800, 1340);
        assertEquals(3, t.links.sent.size());
        t.links.sent.clear();
        inTogether(2800, 1341);
        assertEquals(1, t.count("ip6.inTooBigErrors"));
        assertEquals(1, t.out().size());
    }

    @Test
    void sendsItsOwn() {
        assertEquals(Offloads.NONE, t.path(null, BOB.toString()).offloads());
        t.link1.offloads = Offloads.ALL;
        assertEquals(Offloads.ALL, t.path(null, BOB.toString()).offloads());
        assertEquals(Offloads.NONE, t.path(null, "ff02::1").offloads());
        assertEquals(Sent.YES, sendTogether(1340));
        assertEquals(2540, t.links.sent.getFirst().packet().length);
        assertEquals(Sent.TOO_BIG, sendTogether(1341));
    }

    private Sent sendTogether(int segmentSize) {
        Packet packet = t.copy(segment(64, 0, 2480, TcpHeader.ACK));
        packet.pull(40);
        packet.segmentSize = segmentSize;
        return t.ip.send(packet, t.path(null, BOB.toString()), Protocol.TCP, SendOptions.DEFAULT);
    }
}
