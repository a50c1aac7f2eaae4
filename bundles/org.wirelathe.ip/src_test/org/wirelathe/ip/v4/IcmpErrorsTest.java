package org.wirelathe.ip.v4;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.wirelathe.ip.v4.TestNode.icmp;
import static org.wirelathe.ip.v4.TestNode.packet;
import static org.wirelathe.ip.v4.TestNode.sealed;
import static org.wirelathe.ip.v4.TestNode.with;

import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.wirelathe.ip.TokenBucket;
import org.wirelathe.wire.Bytes;
import org.wirelathe.wire.IcmpMessage;
import org.wirelathe.wire.Protocol;

/** When errors are sent, and when not (RFC 1122 §3.2.2, RFC 1812 §4.3.2.7 and §4.3.2.8). */
class IcmpErrorsTest {
    private static final String ALICE = "10.0.1.1";
    private static final String BOB = "10.0.2.1";

    private final TestNode node = TestNode.router();

    @AfterEach
    void close() {
        node.close();
    }

    /** Sends in a packet whose time to live ends here; returns how many errors came back. */
    private int errorsAbout(byte[] packet) {
        node.in(node.eth0, with(packet, 8, 1));
        return node.out().size();
    }

    @Test
    void aboutOrdinaryPackets() {
        assertEquals(1, errorsAbout(packet(ALICE, BOB)));
        assertEquals(1, errorsAbout(icmp(ALICE, BOB, IcmpMessage.ECHO, 0, 1, 1, new byte[8])));
        assertEquals(1, errorsAbout(icmp(ALICE, BOB, IcmpMessage.ECHO_REPLY, 0, 1, 1, new byte[8])));
    }

    @Test
    void neverAboutAnIcmpError() {
        for (int type : new int[] {3, 4, 5, 11, 12}) {
            assertEquals(0, errorsAbout(icmp(ALICE, BOB, type, 0, 0, 0, packet(BOB, ALICE))), "type " + type);
        }
        assertEquals(0, errorsAbout(packet(ALICE, BOB, Protocol.ICMP, 64, 0)), "no type to be seen");
    }

    @Test
    void aboutTheFirstFragmentOnly() {
        byte[] first = packet(ALICE, BOB);
        Bytes.u16(first, 6, 0x2000);
        assertEquals(1, errorsAbout(sealed(first)));
        byte[] other = packet(ALICE, BOB);
        Bytes.u16(other, 6, 0x2001);
        assertEquals(0, errorsAbout(sealed(other)));
    }

    @Test
    void neverAboutABroadcast() {
        node.in(node.eth0, packet(ALICE, "10.0.1.255", 200, 64, 8), true);
        node.in(node.eth0, packet(ALICE, "255.255.255.255", 200, 64, 8), true);
        assertEquals(List.of(), node.out());
    }

    @Test // Linux: 1000 a second, 50 at once
    void errorsAreRateLimited() {
        for (int i = 0; i < 200; i++) {
            node.in(node.eth0, packet(ALICE, BOB, TestNode.TEST, 1, 8));
        }
        assertEquals(50, node.out().size());
        assertEquals(150, node.count("icmp.outRateLimit"));
        node.time.runUntil(10_000_000);
        for (int i = 0; i < 200; i++) {
            node.in(node.eth0, packet(ALICE, BOB, TestNode.TEST, 1, 8));
        }
        assertEquals(10, node.out().size(), "10 ms later there are 10 more");
        node.time.runUntil(10_000_000_000L);
        for (int i = 0; i < 200; i++) {
            node.in(node.eth0, packet(ALICE, BOB, TestNode.TEST, 1, 8));
        }
        assertEquals(50, node.out().size(), "never more than the burst");
    }

    @Test
    void pathMtuDiscoveryIsNotHeldBack() {
        for (int i = 0; i < 200; i++) {
            node.in(node.eth0, packet(ALICE, BOB, TestNode.TEST, 64, 1200));
        }
        assertEquals(200, node.out().size());
    }

    @Test
    void bucket() {
        TokenBucket bucket = new TokenBucket(1000, 3);
        assertTrue(bucket.take(0) && bucket.take(0) && bucket.take(0));
        assertFalse(bucket.take(0));
        assertFalse(bucket.take(999_999));
        assertTrue(bucket.take(1_000_000));
        assertFalse(bucket.take(1_000_000));
        assertTrue(bucket.take(2_500_000), "the half is kept");
        assertFalse(bucket.take(2_999_999));
        assertTrue(bucket.take(3_000_000));
    }
}
