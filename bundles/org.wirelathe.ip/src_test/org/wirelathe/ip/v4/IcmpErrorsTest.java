package org.wirelathe.ip.v4;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
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

    /** Packets of hosts 10.0.1.1 to 10.0.1.{@code hosts}, each of which is owed an error; how many are told. */
    private int told(int hosts) {
        for (int host = 1; host <= hosts; host++) {
            node.in(node.eth0, packet("10.0.1." + host, BOB, TestNode.TEST, 1, 8));
        }
        return node.out().size();
    }

    @Test // Linux: 1000 a second, 50 at once; row 24: what a message costs is 0 to 2 of them
    void errorsAreRateLimited() {
        int burst = told(200);
        assertTrue(burst > 30 && burst < 80, "about 50: " + burst);
        assertEquals(200 - burst, node.count("icmp.outRateLimit"));
        node.time.runUntil(10_000_000_000L);
        int more = told(200);
        assertTrue(more > 30 && more < 80, "never much more than the burst: " + more);
        assertNotEquals(burst, more, "nobody can tell from his own how many others were told");
    }

    @Test // row 24, CVE-2020-25705: one host gets few, and others still get theirs
    void errorsToOneHostAreFewer() {
        for (int i = 0; i < 10_000; i++) {
            node.in(node.eth0, packet(ALICE, "10.0.1.254", 200, 64, 8));
        }
        assertEquals(6, node.out().size());
        assertEquals(9994, node.count("icmp.outRateLimit"));
        node.in(node.eth0, packet("10.0.1.2", "10.0.1.254", 200, 64, 8));
        assertEquals(1, node.out().size());
        node.time.runUntil(2_000_000_000L);
        for (int i = 0; i < 10; i++) {
            node.in(node.eth0, packet(ALICE, "10.0.1.254", 200, 64, 8));
        }
        assertEquals(2, node.out().size(), "one a second");
    }

    @Test
    void pathMtuDiscoveryIsNotHeldBack() {
        for (int i = 0; i < 200; i++) {
            node.in(node.eth0, with(packet(ALICE, BOB, TestNode.TEST, 64, 1200), 6, 0x40));
        }
        assertEquals(200, node.out().size());
    }

    @Test // RFC 1122 §3.2.2: a source that is not one host
    void neverToABroadcastAddress() {
        node.eth1.client.unresolved(node.copy(packet("10.0.1.255", BOB)), TestNode.a(BOB));
        assertEquals(List.of(), node.out());
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
