package org.wirelathe.ip.v4;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.wirelathe.ip.v4.TestNode.a;
import static org.wirelathe.ip.v4.TestNode.packet;
import static org.wirelathe.ip.v4.TestNode.sealed;
import static org.wirelathe.ip.v4.TestNode.with;

import java.util.Arrays;
import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.wirelathe.api.net.Arrival;
import org.wirelathe.api.net.NetworkError;
import org.wirelathe.api.net.ProtocolHandler;
import org.wirelathe.api.packet.Packet;
import org.wirelathe.wire.Bytes;
import org.wirelathe.wire.Protocol;

/** RFC 1122 §3.2.1 and hostile inputs 1 to 4 and 36. */
class Ipv4InputTest {
    private static final String BOB = "10.0.1.1";
    private static final String ME = "10.0.1.254";

    private final TestNode node = TestNode.router();

    @AfterEach
    void close() {
        node.in(node.eth0, packet(BOB, ME));
        assertEquals("10.0.1.1 > 10.0.1.254: 40 bytes", node.up.getLast(), "a good packet still gets through");
        node.close();
    }

    private void dropped(String reason, long count) {
        assertEquals(count, node.count("ip." + reason), reason);
        assertEquals(List.of(), node.up);
        assertEquals(List.of(), node.out(), "no answer of any kind");
    }

    @Test
    void packetForUsGoesToItsProtocol() {
        node.in(node.eth0, packet(BOB, ME));
        node.in(node.eth0, packet(BOB, "10.0.2.254")); // the weak host model, as Linux
        assertEquals(List.of("10.0.1.1 > 10.0.1.254: 40 bytes", "10.0.1.1 > 10.0.2.254: 40 bytes"), node.up);
    }

    @Test // hostile input 36: what is behind the total length is link padding
    void linkPaddingIsCutOff() {
        node.in(node.eth0, Arrays.copyOf(packet(BOB, ME, TestNode.TEST, 64, 3), 46));
        assertEquals(List.of("10.0.1.1 > 10.0.1.254: 3 bytes"), node.up);
    }

    @Test
    void optionsAreSkipped() {
        byte[] packet = packet(BOB, ME, TestNode.TEST, 64, 12);
        Arrays.fill(packet, 20, 28, (byte) 1);
        node.in(node.eth0, with(packet, 0, 0x47)); // 8 of the 12 bytes are options
        assertEquals(List.of("10.0.1.1 > 10.0.1.254: 4 bytes"), node.up);
    }

    @Test // hostile input 1
    void truncatedAndLyingHeaders() {
        byte[] good = packet(BOB, ME);
        for (int length = 0; length < 20; length++) {
            node.in(node.eth0, Arrays.copyOf(good, length));
        }
        dropped("inTruncated", 20);
        for (int length = 20; length < 60; length++) {
            node.in(node.eth0, Arrays.copyOf(good, length));
        }
        dropped("inTotalLength", 40);
        for (int words = 0; words < 5; words++) {
            node.in(node.eth0, with(packet(BOB, ME), 0, 0x40 | words));
        }
        dropped("inHeaderLength", 5);
        node.in(node.eth0, with(packet(BOB, ME, TestNode.TEST, 64, 4), 0, 0x4F));
        dropped("inHeaderLength", 6);
        node.in(node.eth0, with(with(packet(BOB, ME, TestNode.TEST, 64, 60), 0, 0x4F), 3, 40)); // IHL beyond total
        dropped("inTotalLength", 41);
    }

    @Test // hostile input 2
    void badChecksum() {
        byte[] packet = packet(BOB, ME);
        packet[10] ^= 1;
        node.in(node.eth0, packet);
        dropped("inChecksum", 1);
    }

    @Test // hostile input 3
    void wrongVersion() {
        for (int version : new int[] {0, 5, 6, 7, 15}) {
            node.in(node.eth0, with(packet(BOB, ME), 0, version << 4 | 5));
        }
        dropped("inVersion", 5);
    }

    @Test // hostile input 4, RFC 1122 §3.2.1.3: LAND among them
    void sourcesThatAreNoOtherNode() {
        String[] sources = {"255.255.255.255", "10.0.1.255", "10.0.2.255", "224.0.0.1", "127.0.0.1", "0.0.0.0",
            "0.1.2.3", "240.0.0.1", ME, "10.0.2.254"};
        for (String source : sources) {
            node.in(node.eth0, packet(source, ME));
            node.in(node.eth0, packet(source, "10.0.2.1"));
        }
        dropped("inMartianSource", 2 * sources.length);
    }

    @Test // RFC 1122 §3.2.1.3 (g), §3.3.6; RFC 1812 §5.3.4
    void destinationsThatNoWireMayCarryToUs() {
        node.in(node.eth0, packet(BOB, "127.0.0.1"));
        node.in(node.eth0, packet(BOB, ME), true);
        node.in(node.eth0, packet(BOB, "10.0.2.1"), true);
        node.in(node.eth0, packet(BOB, "240.0.0.9"));
        node.in(node.eth0, packet(BOB, "0.0.0.0"));
        dropped("inMartianDestination", 5);
        node.in(node.eth0, packet(BOB, "224.0.0.9"), true);
        dropped("inNotJoined", 1);
    }

    @Test // RFC 1122 §3.3.6
    void broadcastIsForUsToo() {
        node.in(node.eth0, packet(BOB, "255.255.255.255"), true);
        node.in(node.eth0, packet(BOB, "10.0.1.255"), true);
        assertEquals(List.of("10.0.1.1 > 255.255.255.255: 40 bytes", "10.0.1.1 > 10.0.1.255: 40 bytes"), node.up);
        assertEquals(List.of(), node.out(), "and is not forwarded (RFC 2644)");
    }

    @Test // RFC 1122 §4.2.3.10: TCP hears of no broadcast, whichever way it is addressed
    void broadcastDoesNotReachAProtocolOfConnections() {
        node.ip.handler(Protocol.TCP, new ProtocolHandler() {
            @Override
            public void received(Packet packet, Arrival from) {
                node.up.add("tcp " + from.destination());
                packet.release();
            }

            @Override
            public void failed(NetworkError error) {
                throw new AssertionError(error);
            }
        });
        node.in(node.eth0, packet(BOB, "255.255.255.255", Protocol.TCP, 64, 20), true);
        node.in(node.eth0, packet(BOB, "10.0.1.255", Protocol.TCP, 64, 20), true);
        node.in(node.eth0, packet(BOB, "10.0.1.255", Protocol.TCP, 64, 20));
        dropped("inBroadcast", 3);
        node.in(node.eth0, packet(BOB, ME, Protocol.TCP, 64, 20));
        assertEquals(List.of("tcp 10.0.1.254"), node.up);
    }

    @Test
    void fragmentsAreDeliveredWhole() {
        byte[] first = packet(BOB, ME);
        Bytes.u16(first, 6, 0x2000);
        byte[] last = packet(BOB, ME);
        Bytes.u16(last, 6, 5);
        node.in(node.eth0, sealed(last));
        assertEquals(List.of(), node.up);
        node.in(node.eth0, sealed(first));
        assertEquals(List.of("10.0.1.1 > 10.0.1.254: 80 bytes"), node.up);
    }

    @Test // RFC 1122 §3.3.2, RFC 792: 30 seconds, and only when the first fragment is there
    void timeExceededForWhatDoesNotBecomeWhole() {
        byte[] first = packet(BOB, ME);
        Bytes.u16(first, 6, 0x2000);
        node.in(node.eth0, sealed(first));
        byte[] other = packet(BOB, ME);
        Bytes.u16(other, 4, 99);
        Bytes.u16(other, 6, 0x2005);
        node.in(node.eth0, sealed(other));
        node.time.runUntil(29_999_999_999L);
        assertEquals(List.of(), node.out());
        node.time.runUntil(30_000_000_000L);
        assertEquals(List.of("eth0 10.0.1.1: 10.0.1.254 > 10.0.1.1 error 11/1 about 10.0.1.1 > 10.0.1.254"),
                node.out());
    }

    @Test // RFC 1122 §3.2.2.1
    void unknownProtocolIsUnreachableUnlessTheWorldWasAsked() {
        node.in(node.eth0, packet(BOB, ME, 200, 64, 8));
        assertEquals(List.of("eth0 10.0.1.1: 10.0.1.254 > 10.0.1.1 error 3/2 about 10.0.1.1 > 10.0.1.254"), node.out());
        node.in(node.eth0, packet(BOB, "10.0.2.254", 200, 64, 8));
        assertEquals(List.of("eth0 10.0.1.1: 10.0.2.254 > 10.0.1.1 error 3/2 about 10.0.1.1 > 10.0.2.254"), node.out(),
                "from the address that was meant");
        node.in(node.eth0, packet(BOB, "10.0.1.255", 200, 64, 8), true);
        assertEquals(List.of(), node.out());
        assertEquals(3, node.count("ip.inUnknownProtos"));
    }

    @Test
    void hostDoesNotForwardAndSaysNothing() {
        node.ip.forwarding(false);
        node.in(node.eth0, packet(BOB, "10.0.2.1"));
        node.in(node.eth0, packet(BOB, "203.0.113.1", TestNode.TEST, 1, 40));
        dropped("inNotForMe", 2);
    }

    @Test // our own next hop did not answer: the protocol hears of it
    void unresolvedNextHopOfOurOwnPacket() {
        node.eth0.client.unresolved(node.copy(packet(ME, BOB)), a(BOB));
        assertEquals(List.of("HOST_UNREACHABLE from 10.0.1.254 about 10.0.1.254 > 10.0.1.1 102030405060708"), node.up);
        assertEquals(1, node.count("ip.unresolved"));
        assertEquals(List.of(), node.out());
    }
}
