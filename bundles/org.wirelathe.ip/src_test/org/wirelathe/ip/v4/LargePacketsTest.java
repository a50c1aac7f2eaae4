package org.wirelathe.ip.v4;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.wirelathe.ip.v4.TestNode.a;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.wirelathe.api.net.Sent;
import org.wirelathe.api.nic.Offloads;
import org.wirelathe.api.packet.Packet;
import org.wirelathe.wire.Checksum;
import org.wirelathe.wire.Ipv4Header;
import org.wirelathe.wire.Protocol;
import org.wirelathe.wire.TcpHeader;

/** B13: packets of several segments, our own and those that a driver has put together on their way through. */
class LargePacketsTest {
    private static final String ALICE = "10.0.1.1";
    private static final String BOB = "10.0.2.1";
    private static final Offloads CHECKSUM = new Offloads(true, true, false, false);

    private final TestNode node = TestNode.router();

    @AfterEach
    void close() {
        assertEquals(node.eth0.given + node.eth1.given, node.count("ip.outTransmits"));
        node.close();
    }

    /** A TCP packet from Alice to Bob as it is on a wire: byte {@code n} of the stream is {@code n}. */
    private static byte[] segment(int timeToLive, int identification, int from, int to, int flags) {
        byte[] bytes = new byte[40 + to - from];
        new Ipv4Header(bytes, 0).write(0, bytes.length, identification, Ipv4Header.DONT_FRAGMENT, timeToLive,
                Protocol.TCP, a(ALICE), a(BOB));
        for (int i = from; i < to; i++) {
            bytes[40 + i - from] = (byte) i;
        }
        TcpHeader tcp = new TcpHeader(bytes, 20);
        tcp.write(1000, 2000, 7 + from, 99, 20, flags, 500);
        tcp.seal(a(ALICE), a(BOB), bytes.length);
        return bytes;
    }

    /** What a driver makes of several of them. */
    private Packet together(int identification, int length, int flags, int segmentSize) {
        byte[] bytes = segment(64, identification, 0, length, flags);
        Packet packet = node.pool.takeFor(bytes.length);
        System.arraycopy(bytes, 0, packet.bytes, packet.put(bytes.length), bytes.length);
        packet.segmentSize = segmentSize;
        packet.checksum = Packet.CHECKSUM_VERIFIED;
        return packet;
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }

    private List<String> sentBytes() {
        List<String> bytes = new ArrayList<>();
        node.sent.forEach(one -> bytes.add(one.link() + " " + hex(one.packet())));
        node.sent.clear();
        return bytes;
    }

    @Test // B13: GRO, then GSO: what leaves is what came, one hop older
    void b13CutAgainForACardThatCannot() {
        Packet packet = together(0xFFFE, 2500, TcpHeader.ACK | TcpHeader.PSH, 900);
        long id = packet.id;
        node.eth0.client.received(packet, false);
        node.sent.forEach(one -> assertEquals(id, one.id(), "the causal id goes on"));
        node.sent.forEach(one -> assertEquals(Packet.CHECKSUM_NONE, one.checksum()));
        node.sent.forEach(one -> assertEquals(0, one.segmentSize()));
        assertEquals(List.of("eth1 " + hex(segment(63, 0xFFFE, 0, 900, TcpHeader.ACK)),
                "eth1 " + hex(segment(63, 0xFFFF, 900, 1800, TcpHeader.ACK)),
                "eth1 " + hex(segment(63, 0, 1800, 2500, TcpHeader.ACK | TcpHeader.PSH))), sentBytes());
        assertEquals(1, node.count("ip.inForwDatagrams"));
    }

    @Test // B13: also when the whole would fit: the sender's segments are the sender's business
    void b13CutAgainEvenWhenTheWholeWouldFit() {
        node.eth0.client.received(together(5, 700, TcpHeader.ACK, 600), false);
        assertEquals(List.of("eth1 " + hex(segment(63, 5, 0, 600, TcpHeader.ACK)),
                "eth1 " + hex(segment(63, 6, 600, 700, TcpHeader.ACK))), sentBytes());
    }

    @Test // B13
    void b13CardThatCompletesChecksumsIsGivenPartialOnes() {
        node.eth1.offloads = CHECKSUM;
        node.eth0.client.received(together(5, 1500, TcpHeader.ACK, 960), false);
        assertEquals(2, node.sent.size());
        for (FakeLink.Sent one : node.sent) {
            assertEquals(Packet.CHECKSUM_PARTIAL, one.checksum());
            assertPseudoHeaderOnly(one.packet());
        }
        sentBytes();
    }

    @Test // B13
    void b13CardWithSegmentationGetsTheWhole() {
        node.eth1.offloads = Offloads.ALL;
        node.eth0.client.received(together(5, 2500, TcpHeader.ACK, 960), false);
        FakeLink.Sent one = node.sent.removeFirst();
        assertEquals(2540, one.packet().length);
        assertEquals(960, one.segmentSize());
        assertEquals(Packet.CHECKSUM_PARTIAL, one.checksum());
        assertPseudoHeaderOnly(one.packet());
        assertEquals(List.of(), node.sent);
    }

    /** 10.0.1.1 + 10.0.2.1 + protocol 6 + length, by hand: 0a00 + 0101 + 0a00 + 0201 + 6 + length. */
    private static void assertPseudoHeaderOnly(byte[] packet) {
        int length = packet.length - 20;
        assertEquals(0x0A00 + 0x0101 + 0x0A00 + 0x0201 + 6 + length, new TcpHeader(packet, 20).checksum());
        assertTrue(Checksum.verifies(Checksum.sum(packet, 0, 20)));
    }

    @Test // B21, RFC 1191 §4: it is the segments that must fit the next link
    void b21SegmentsLargerThanTheNextLink() {
        node.eth0.client.received(together(5, 2500, TcpHeader.ACK, 961), false);
        assertEquals(List.of("eth0 10.0.1.1: 10.0.1.254 > 10.0.1.1 error 3/4 mtu 1000 about 10.0.1.1 > 10.0.2.1"),
                node.out());
        assertEquals(1, node.count("ip.inTooBig"));
    }

    @Test // B13: verified on the way in says nothing about the way out
    void b13ForwardedPacketIsNoLongerVerified() {
        node.eth0.client.received(together(5, 500, TcpHeader.ACK, 0), false);
        assertEquals(Packet.CHECKSUM_NONE, node.sent.getFirst().checksum());
        assertEquals(List.of("eth1 " + hex(segment(63, 5, 0, 500, TcpHeader.ACK))), sentBytes());
    }

    private Sent sendOwn(int text, int segmentSize, String destination) {
        Packet packet = node.pool.takeFor(20 + text);
        int at = packet.put(20 + text);
        new TcpHeader(packet.bytes, at).write(1, 2, 3, 4, 20, TcpHeader.ACK, 5);
        packet.segmentSize = segmentSize;
        return node.ip.send(packet, 0, a(destination), Protocol.TCP);
    }

    @Test // B13: longer than the MTU when each segment fits, up to what the length field can tell
    void b13OurOwnLargePacket() {
        assertEquals(Sent.YES, sendOwn(5000, 960, BOB));
        assertEquals(Sent.TOO_BIG, sendOwn(5000, 961, BOB));
        assertEquals(Sent.YES, sendOwn(65_495, 960, BOB));
        assertEquals(Sent.TOO_BIG, sendOwn(65_496, 960, BOB));
        assertEquals(Sent.TOO_BIG, sendOwn(5000, 960, "127.0.0.1"), "nobody cuts what goes to ourselves");
        assertEquals(Sent.TOO_BIG, sendOwn(5000, 0, BOB));
        assertEquals(4, node.count("ip.outTooBig"));
        assertEquals(960, node.sent.getFirst().segmentSize());
        node.out();
    }

    @Test // RFC 6864: the segments that a card makes have identifications of their own
    void b13IdentificationsAreKeptForTheSegments() {
        sendOwn(100, 0, BOB);
        sendOwn(2881, 960, BOB);
        sendOwn(100, 0, BOB);
        List<Integer> numbers = node.sent.stream()
                .map(one -> new Ipv4Header(one.packet(), 0).identification()).toList();
        assertEquals(numbers.get(0) + 1 & 0xFFFF, numbers.get(1));
        assertEquals(numbers.get(1) + 4 & 0xFFFF, numbers.get(2), "2881 bytes are four segments");
        node.out();
    }

    @Test // B13
    void b13OffloadsOfTheFirstHop() {
        node.eth1.offloads = Offloads.ALL;
        assertEquals(Offloads.ALL, node.ip.offloadsTo(a(BOB)));
        assertEquals(Offloads.ALL, node.ip.offloadsTo(a("192.0.2.1")), "by the gateway");
        assertEquals(Offloads.NONE, node.ip.offloadsTo(a(ALICE)));
        assertEquals(Offloads.NONE, node.ip.offloadsTo(a("10.0.2.254")), "to ourselves");
        assertEquals(Offloads.NONE, node.ip.offloadsTo(a("127.0.0.1")));
        assertEquals(Offloads.NONE, node.ip.offloadsTo(a("224.0.0.1")));
    }
}
