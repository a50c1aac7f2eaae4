package org.wirelathe.ip.v4;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.wirelathe.ip.v4.TestNode.icmp;
import static org.wirelathe.ip.v4.TestNode.packet;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.wirelathe.api.net.Arrival;
import org.wirelathe.api.net.NetworkError;
import org.wirelathe.api.net.ProtocolHandler;
import org.wirelathe.api.packet.Packet;
import org.wirelathe.wire.Protocol;

/** RFC 792, RFC 1122 §3.2.2: messages that are neither echo nor redirect. */
class IcmpTest {
    private static final String BOB = "10.0.1.1";
    private static final String ME = "10.0.1.254";

    private final TestNode node = new TestNode();

    @AfterEach
    void close() {
        node.close();
    }

    /** A protocol without ports that refuses all. */
    private final class Refusing implements ProtocolHandler {
        @Override
        public void received(Packet packet, Arrival arrival) {
            node.ip.network.refusePort(packet, arrival);
            node.up.add(packet.length() + " bytes");
            packet.release();
        }

        @Override
        public boolean takesBroadcasts() {
            return true;
        }

        @Override
        public void failed(NetworkError error) {
            node.up.add(error.kind().name());
        }
    }

    @Test // RFC 1122 §3.2.2.1, §4.1.3.1: the packet as it came is quoted; never about a broadcast
    void portUnreachable() {
        node.ip.handler(Protocol.UDP, new Refusing());
        byte[] datagram = packet(BOB, ME, Protocol.UDP, 64, 20);
        node.in(node.eth0, datagram);
        byte[] error = node.sent.getFirst().packet();
        assertEquals(HexFormat.of().formatHex(datagram), HexFormat.of().formatHex(error, 28, error.length));
        assertEquals(List.of("eth0 10.0.1.1: 10.0.1.254 > 10.0.1.1 error 3/3 about 10.0.1.1 > 10.0.1.254"),
                node.out());
        node.in(node.eth0, packet(BOB, "10.0.1.255", Protocol.UDP, 64, 20), true);
        assertEquals(List.of(), node.out());
        assertEquals(List.of("20 bytes", "20 bytes"), node.up, "the packet is as it was");
    }

    @Test // to ourselves, too: a local client hears that nobody is there
    void portUnreachableOnThisNode() {
        node.ip.handler(TestNode.TEST, new Refusing());
        node.send(ME, "127.0.0.1", 20);
        node.time.runUntil(0);
        assertEquals(List.of("20 bytes", "PORT_UNREACHABLE"), node.up);
        node.up.clear();
        node.send("127.0.0.1", "127.0.0.1", 20);
        node.time.runUntil(1);
        assertEquals(List.of("20 bytes", "PORT_UNREACHABLE"), node.up);
    }

    @Test // RFC 792: originate stays, receive and transmit are ours; not midnight UT, so the highest bit
    void timestampReply() {
        node.time.runUntil(3_000_000_000L);
        byte[] times = HexFormat.of().parseHex("00000111" + "00000000" + "00000000");
        node.in(node.eth0, icmp(BOB, ME, 13, 0, 7, 9, times));
        byte[] reply = node.sent.getFirst().packet();
        assertEquals("0e00", HexFormat.of().formatHex(reply, 20, 22));
        assertEquals("00070009" + "00000111" + "80000bb8" + "80000bb8", HexFormat.of().formatHex(reply, 24, 40));
        assertEquals(40, reply.length);
        assertEquals(1, node.count("icmp.inTimestamps"));
        node.out();
    }

    @Test // RFC 1122 §3.2.2.8; row 23: cut at every byte
    void timestampRequestsThatAreNotAnswered() {
        byte[] times = new byte[12];
        node.in(node.eth0, icmp(BOB, "10.0.1.255", 13, 0, 7, 9, times), true);
        for (int length = 0; length < 12; length++) {
            node.in(node.eth0, icmp(BOB, ME, 13, 0, 7, 9, Arrays.copyOf(times, length)));
        }
        node.in(node.eth0, icmp(BOB, ME, 14, 0, 7, 9, times));
        assertEquals(List.of(), node.out());
        assertEquals(12, node.count("icmp.inTruncated"));
        assertEquals(1, node.count("icmp.inUnknownType"), "a reply that nobody asked for");
    }

    @Test // RFC 1122 §3.2.2.4, §3.2.2.5, RFC 792
    void furtherErrorsReachTheirProtocol() {
        byte[] ours = packet("10.0.1.254", BOB, TestNode.TEST, 3, 8);
        for (int code = 0; code < 4; code++) {
            node.in(node.eth0, icmp(BOB, ME, 11, code, 0, 0, ours));
            node.in(node.eth0, icmp(BOB, ME, 12, code, 0, 0, ours));
        }
        assertEquals(List.of("TIME_EXCEEDED", "PARAMETER_PROBLEM", "REASSEMBLY_TIME_EXCEEDED", "PARAMETER_PROBLEM",
                "PARAMETER_PROBLEM"), node.up.stream().map(word -> word.split(" ")[0]).toList());
        assertEquals(3, node.count("icmp.inUnknownType"));
    }
}
