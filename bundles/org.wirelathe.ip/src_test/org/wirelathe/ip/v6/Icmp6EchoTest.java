package org.wirelathe.ip.v6;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.wirelathe.api.net.SendOptions;
import org.wirelathe.api.net.Sent;
import org.wirelathe.wire.Ipv6Header;

/** Echo: RFC 4443 §4. */
class Icmp6EchoTest {
    private static final String FAR = "2001:db8:1::1";
    private static final String ME = "2001:db8:1::fe";

    private final TestNode t = TestNode.host();

    @AfterEach
    void balances() {
        t.close();
    }

    private static byte[] pattern(int size) {
        byte[] data = new byte[size];
        for (int i = 0; i < size; i++) {
            data[i] = (byte) i;
        }
        return data;
    }

    private Sent ask(String destination, int size) {
        t.echoes.listener(7, t);
        return t.ip.echo(TestNode.a(destination), 7, 3, size, SendOptions.DATAGRAM);
    }

    /** RFC 4443 §4.2: the data comes back as it was, from the address that was asked. */
    @Test
    void answersFromTheAddressThatWasAsked() {
        byte[] data = {9, 8, 7};
        byte[] request = TestNode.icmp(FAR, "2001:db8:2::fe", 128, 0, 7 << 16 | 3, data);
        new Ipv6Header(request, 0).setTrafficClass(0xB8);
        t.in(t.eth0, request);
        byte[] reply = t.links.sent.getFirst().packet();
        assertArrayEquals(data, Arrays.copyOfRange(reply, 48, reply.length));
        assertEquals(0xB8, new Ipv6Header(reply, 0).trafficClass());
        assertEquals(List.of("eth0 " + FAR + ": 2001:db8:2::fe > " + FAR + " reply 7/3, 3 bytes"), t.out());
    }

    /** RFC 4443 §4.2: an answer to a group's echo comes from an address of the interface, by the scope of the asker. */
    @Test
    void answersAGroupsEcho() {
        t.in(t.eth0, TestNode.icmp(FAR, "ff02::1", 128, 0, 7 << 16 | 3, new byte[4]), true);
        t.in(t.eth1, TestNode.icmp("fe80::5", "ff02::1", 128, 0, 7 << 16 | 4, new byte[4]), true);
        assertEquals(List.of("eth0 " + FAR + ": " + ME + " > " + FAR + " reply 7/3, 4 bytes",
                "eth1 fe80::5: fe80::1:fe > fe80::5 reply 7/4, 4 bytes"), t.out());
    }

    /** RFC 4007 §6: to whoever asked on that link, though this node has the same address on another. */
    @Test
    void answersOnTheLinkWhereItWasAsked() {
        t.in(t.eth1, TestNode.icmp("fe80::0:fe", "fe80::1:fe", 128, 0, 7 << 16 | 3, new byte[4]));
        assertEquals(List.of("eth1 fe80::fe: fe80::1:fe > fe80::fe reply 7/3, 4 bytes"), t.out());
    }

    @Test
    void answersNobody() {
        t.in(t.eth0, TestNode.icmp("::", ME, 128, 0, 7 << 16 | 3, new byte[4]));
        assertEquals(List.of(), t.out());
        assertEquals(1, t.count("icmp6.inEchoSource"));
    }

    @Test
    void asksAndHears() {
        assertEquals(Sent.YES, ask(FAR, 56));
        assertEquals(List.of("eth0 " + FAR + ": " + ME + " > " + FAR + " echo 7/3, 56 bytes"), t.out());
        t.in(t.eth0, TestNode.icmp(FAR, ME, 129, 0, 7 << 16 | 3, pattern(56)));
        assertEquals(List.of("reply 3 from " + FAR + ": 56 bytes, hop limit 64"), t.up);
    }

    @Test
    void dropsAnswersThatNobodyWaitsForOrThatBringOtherData() {
        t.in(t.eth0, TestNode.icmp(FAR, ME, 129, 0, 7 << 16 | 3, pattern(56)));
        t.echoes.listener(7, t);
        t.in(t.eth0, TestNode.icmp(FAR, ME, 129, 0, 7 << 16 | 3, new byte[] {0, 1, 3}));
        assertEquals(List.of(), t.up);
        assertEquals(2, t.count("icmp6.inEchoStray"));
    }

    /** A ping with 20,000 bytes: in pieces there, whole again at the other end, and back. */
    @Test
    void asksWithMoreThanALinkTakes() {
        ask(FAR, 20_000);
        List<byte[]> pieces = new ArrayList<>();
        t.links.sent.forEach(one -> pieces.add(one.packet()));
        assertEquals(14, pieces.size());
        t.links.sent.clear();
        for (byte[] piece : pieces) { // as if it came from there
            TestNode.a(FAR).write(piece, 8);
            TestNode.a(ME).write(piece, 24);
            t.in(t.eth0, piece);
        }
        assertEquals(1, t.count("ip6.reasmOKs"));
        assertEquals(1, t.count("icmp6.inEchos"));
        assertEquals(14, t.out().size());
    }

    @Test
    void refusesMoreThanAPacketHolds() {
        assertEquals(Sent.TOO_BIG, ask(FAR, 65_528));
        assertEquals(List.of(), t.out());
    }

    @Test
    void answersItself() {
        ask("::1", 20);
        ask(ME, 3000);
        t.time.runUntil(0);
        assertEquals(List.of("reply 3 from ::1: 20 bytes, hop limit 64", "reply 3 from " + ME
                + ": 3000 bytes, hop limit 64"), t.up);
    }

    @Test
    void hasNoRoute() {
        t.routes.remove(t.routes.list().getFirst());
        assertEquals(Sent.NO_ROUTE, ask("2001:db8:77::1", 56));
        assertEquals(1, t.count("ip6.outNoRoutes"));
    }
}
