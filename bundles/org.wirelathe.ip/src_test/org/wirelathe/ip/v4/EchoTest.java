package org.wirelathe.ip.v4;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.wirelathe.ip.v4.TestNode.a;
import static org.wirelathe.ip.v4.TestNode.icmp;
import static org.wirelathe.ip.v4.TestNode.packet;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.wirelathe.api.net.Sent;
import org.wirelathe.wire.IcmpMessage;
import org.wirelathe.wire.Protocol;

/** RFC 792, RFC 1122 §3.2.2.6. */
class EchoTest {
    private static final String BOB = "10.0.1.1";
    private static final String ME = "10.0.1.254";

    private final TestNode node = new TestNode();

    @AfterEach
    void close() {
        node.close();
    }

    private static byte[] pattern(int size) {
        byte[] data = new byte[size];
        for (int i = 0; i < size; i++) {
            data[i] = (byte) i;
        }
        return data;
    }

    @Test
    void requestIsAnsweredWithItsOwnData() {
        byte[] request = icmp(BOB, ME, IcmpMessage.ECHO, 0, 0x1234, 7, "who is there".getBytes());
        request[1] = 0x28; // DSCP: RFC 1122 §3.2.2.6 lets it come back
        node.in(node.eth0, TestNode.sealed(request));
        byte[] reply = node.sent.getFirst().packet();
        assertEquals("who is there", new String(reply, 28, 12));
        assertEquals(0x28, reply[1]);
        assertEquals(64, reply[8]);
        assertEquals(List.of("eth0 10.0.1.1: 10.0.1.254 > 10.0.1.1 reply 4660/7, 12 bytes"), node.out());
        assertEquals(1, node.count("icmp.inEchos"));
        assertEquals(1, node.count("icmp.outEchoReps"));
    }

    @Test // the reply comes from the address that was asked
    void otherAddressAnswersForItself() {
        node.in(node.eth0, icmp(BOB, "10.0.2.254", IcmpMessage.ECHO, 0, 1, 1, pattern(0)));
        assertEquals(List.of("eth0 10.0.1.1: 10.0.2.254 > 10.0.1.1 reply 1/1, 0 bytes"), node.out());
    }

    @Test // as Linux with icmp_echo_ignore_broadcasts
    void requestToTheWorldIsCounted() {
        node.in(node.eth0, icmp(BOB, "10.0.1.255", IcmpMessage.ECHO, 0, 1, 1, pattern(8)), true);
        assertEquals(List.of(), node.out());
        assertEquals(1, node.count("icmp.inEchoBroadcast"));
    }

    @Test // hostile input 2, and every truncation
    void brokenRequestsAreDropped() {
        byte[] request = icmp(BOB, ME, IcmpMessage.ECHO, 0, 1, 1, pattern(8));
        request[30] ^= 4;
        node.in(node.eth0, request);
        assertEquals(1, node.count("icmp.inChecksum"));
        for (int length = 0; length < 8; length++) {
            node.in(node.eth0, packet(BOB, ME, Protocol.ICMP, 64, length));
        }
        assertEquals(8, node.count("icmp.inTruncated"));
        assertEquals(List.of(), node.out());
    }

    @Test // type 8, code 0, identifier, sequence, then 00 01 02 ...
    void requestOnTheWire() {
        assertEquals(Sent.YES, node.ip.echo(a(BOB), 0x0102, 0x0304, 5));
        byte[] packet = node.sent.getFirst().packet();
        // 0800 + 0102 + 0304 + 0001 + 0203 + 0400 = 120a, complement edf5
        assertEquals("0800" + "edf5" + "0102" + "0304" + "0001020304", HexFormat.of().formatHex(packet, 20, 33));
        assertEquals(0x40, packet[6], "DF");
        node.out();
    }

    @Test
    void replyReachesTheListenerOfItsIdentifier() {
        node.ip.echoListener(7, node);
        node.in(node.eth0, icmp(BOB, ME, IcmpMessage.ECHO_REPLY, 0, 7, 3, pattern(56)));
        assertEquals(List.of("reply 3 from 10.0.1.1: 56 bytes, ttl 64"), node.up);
        node.in(node.eth0, icmp(BOB, ME, IcmpMessage.ECHO_REPLY, 0, 8, 3, pattern(56)));
        node.ip.echoListener(7, null);
        node.in(node.eth0, icmp(BOB, ME, IcmpMessage.ECHO_REPLY, 0, 7, 4, pattern(56)));
        assertEquals(1, node.up.size());
        assertEquals(2, node.count("icmp.inEchoStray"));
    }

    @Test
    void replyWithOtherDataIsNotOurs() {
        node.ip.echoListener(7, node);
        byte[] wrong = pattern(56);
        wrong[55] = 0;
        node.in(node.eth0, icmp(BOB, ME, IcmpMessage.ECHO_REPLY, 0, 7, 3, wrong));
        assertEquals(List.of(), node.up);
        assertEquals(1, node.count("icmp.inEchoStray"));
    }

    @Test
    void manyListenersComeAndGo() {
        for (int identifier = 0; identifier < 20; identifier++) {
            node.ip.echoListener(identifier, node);
        }
        node.ip.echoListener(3, null);
        node.ip.echoListener(3, null);
        node.ip.echoListener(0, null);
        for (int identifier = 0; identifier < 20; identifier++) {
            node.in(node.eth0, icmp(BOB, ME, IcmpMessage.ECHO_REPLY, 0, identifier, 0, pattern(1)));
        }
        assertEquals(18, node.up.size());
    }

    @Test
    void weAnswerOurselves() {
        node.ip.echoListener(7, node);
        assertEquals(Sent.YES, node.ip.echo(a(ME), 7, 1, 56));
        assertEquals(Sent.YES, node.ip.echo(a("127.0.0.1"), 7, 2, 56));
        node.time.runUntil(0);
        assertEquals(List.of("reply 1 from 10.0.1.254: 56 bytes, ttl 64", "reply 2 from 127.0.0.1: 56 bytes, ttl 64"),
                node.up);
    }

    @Test
    void sizesUpToTheMtu() {
        assertEquals(Sent.YES, node.ip.echo(a(BOB), 1, 1, 1472));
        assertEquals(Sent.TOO_BIG, node.ip.echo(a(BOB), 1, 1, 1473));
        assertEquals(Sent.TOO_BIG, node.ip.echo(a(BOB), 1, 1, 20_000));
        assertEquals(Sent.YES, node.ip.echo(a(BOB), 1, 1, 0));
        assertEquals(Sent.NO_ROUTE, node.ip.echo(a("240.0.0.1"), 1, 1, 0));
        assertArrayEquals(Arrays.copyOf(pattern(1472), 1472),
                Arrays.copyOfRange(node.sent.getFirst().packet(), 28, 1500));
        node.out();
    }
}
