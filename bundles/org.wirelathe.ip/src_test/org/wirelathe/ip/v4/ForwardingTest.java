package org.wirelathe.ip.v4;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.wirelathe.ip.v4.TestNode.a;
import static org.wirelathe.ip.v4.TestNode.packet;
import static org.wirelathe.ip.v4.TestNode.sealed;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.wirelathe.api.link.LinkClient;
import org.wirelathe.wire.Bytes;

/** RFC 1812 §5.2 and §5.3. */
class ForwardingTest {
    private static final String ALICE = "10.0.1.1";
    private static final String BOB = "10.0.2.1";

    private final TestNode node = TestNode.router();

    @AfterEach
    void close() {
        node.close();
    }

    @Test // RFC 1812 §5.3.1: TTL and checksum change, nothing else
    void packetGoesOnWithOneLessToLive() {
        byte[] packet = packet(ALICE, BOB);
        node.in(node.eth0, packet);
        byte[] sent = node.sent.getFirst().packet();
        byte[] expected = TestNode.with(packet, 8, 63);
        assertEquals(HexFormat.of().formatHex(expected), HexFormat.of().formatHex(sent));
        assertEquals(List.of("eth1 10.0.2.1: 10.0.1.1 > 10.0.2.1 ttl 63, 40 bytes"), node.out());
        assertEquals(1, node.count("ip.inForwDatagrams"));
    }

    @Test
    void gatewayTakesWhatIsNotOnASubnet() {
        node.in(node.eth0, packet(ALICE, "192.0.2.7"));
        assertEquals(List.of("eth1 10.0.2.9: 10.0.1.1 > 192.0.2.7 ttl 63, 40 bytes"), node.out());
    }

    @Test
    void linkPaddingIsNotForwarded() {
        node.in(node.eth0, Arrays.copyOf(packet(ALICE, BOB, TestNode.TEST, 64, 2), 46));
        assertEquals(List.of("eth1 10.0.2.1: 10.0.1.1 > 10.0.2.1 ttl 63, 2 bytes"), node.out());
    }

    @Test // RFC 1812 §5.3.1: TTL 2 still goes, 1 and 0 do not
    void timeToLiveEnds() {
        node.in(node.eth0, packet(ALICE, BOB, TestNode.TEST, 2, 8));
        assertEquals(List.of("eth1 10.0.2.1: 10.0.1.1 > 10.0.2.1 ttl 1, 8 bytes"), node.out());
        node.in(node.eth0, packet(ALICE, BOB, TestNode.TEST, 1, 8));
        node.in(node.eth0, packet(ALICE, BOB, TestNode.TEST, 0, 8));
        String exceeded = "eth0 10.0.1.1: 10.0.1.254 > 10.0.1.1 error 11/0 about 10.0.1.1 > 10.0.2.1";
        assertEquals(List.of(exceeded, exceeded), node.out());
        assertEquals(2, node.count("ip.inTimeExceeded"));
        node.in(node.eth0, packet(ALICE, "10.0.1.254", TestNode.TEST, 1, 8));
        assertEquals(1, node.up.size(), "for us, the last hop is enough");
    }

    @Test // RFC 792: type 11, code 0, four zero bytes, then the header and the data of the packet in error
    void timeExceededOnTheWire() {
        byte[] packet = packet(ALICE, BOB, TestNode.TEST, 1, 600);
        node.in(node.eth0, packet);
        byte[] error = node.sent.getFirst().packet();
        assertEquals(576, error.length, "as much as fits 576 bytes: RFC 1812 §4.3.2.3");
        assertEquals(0xC0, error[1] & 0xFF, "internetwork control: RFC 1812 §4.3.2.5");
        assertEquals(64, error[8]);
        assertEquals(1, error[9]);
        assertEquals("0b00", HexFormat.of().formatHex(error, 20, 22));
        assertEquals("00000000", HexFormat.of().formatHex(error, 24, 28));
        assertArrayEquals(Arrays.copyOf(packet, 548), Arrays.copyOfRange(error, 28, 576));
        assertEquals(1, node.out().size());
    }

    @Test // RFC 1812 §5.2.7.1
    void noRouteIsNetUnreachable() {
        TestNode lone = new TestNode(false);
        lone.ip.forwarding(true);
        lone.in(lone.eth0, packet(ALICE, "192.0.2.1"));
        assertEquals(List.of("eth0 10.0.1.1: 10.0.1.254 > 10.0.1.1 error 3/0 about 10.0.1.1 > 192.0.2.1"), lone.out());
        assertEquals(1, lone.count("ip.inNoRoutes"));
        lone.close();
    }

    @Test // B17, RFC 1812 §5.2.7.1
    void b17NeighbourThatDoesNotAnswerIsHostUnreachable() {
        LinkClient client = node.eth1.client;
        client.unresolved(node.copy(packet(ALICE, BOB)), a(BOB));
        assertEquals(List.of("eth0 10.0.1.1: 10.0.1.254 > 10.0.1.1 error 3/1 about 10.0.1.1 > 10.0.2.1"), node.out());
        assertEquals(1, node.count("ip.unresolved"));
    }

    @Test // B20, B21, RFC 1191 §4: the next hop's MTU in the message
    void b21PacketLargerThanTheNextLinkNeedsFragmentation() {
        byte[] packet = packet(ALICE, BOB, TestNode.TEST, 64, 981);
        Bytes.u16(packet, 6, 0x4000);
        node.in(node.eth0, sealed(packet));
        assertEquals(List.of("eth0 10.0.1.1: 10.0.1.254 > 10.0.1.1 error 3/4 mtu 1000 about 10.0.1.1 > 10.0.2.1"),
                node.out());
        assertEquals(1, node.count("ip.inTooBig"));
        node.in(node.eth0, packet(ALICE, BOB, TestNode.TEST, 64, 980));
        assertEquals(1, node.out().size());
    }

    @Test
    void fragmentsAreForwardedLikeAnyPacket() {
        byte[] fragment = packet(ALICE, BOB);
        Bytes.u16(fragment, 6, 0x2005);
        node.in(node.eth0, sealed(fragment));
        assertEquals(1, node.out().size());
    }

    @Test
    void fullDeviceLosesThePacketOnly() {
        node.eth1.full = true;
        node.in(node.eth0, packet(ALICE, BOB));
        assertEquals(List.of(), node.out());
        assertEquals(0, node.pool.inUse());
    }
}
