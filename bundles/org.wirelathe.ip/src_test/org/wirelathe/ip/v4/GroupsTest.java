package org.wirelathe.ip.v4;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.wirelathe.ip.v4.TestNode.packet;

import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.wirelathe.api.net.Sent;
import org.wirelathe.wire.IpAddress;

/** Packets to groups on a link (RFC 1112, level 2 without IGMP) and to all stations (RFC 919, RFC 1122 §3.3.6). */
class GroupsTest {
    private static final String BOB = "10.0.1.1";
    private static final String GROUP = "239.1.2.3";

    private final TestNode node = TestNode.router();

    @AfterEach
    void close() {
        node.close();
    }

    private void join(String device) {
        node.ip.network.join(device, IpAddress.parse(GROUP));
    }

    private void leave(String device) {
        node.ip.network.leave(device, IpAddress.parse(GROUP));
    }

    @Test // RFC 1112 §7.1, §7.2: on that interface, and as often as it was joined
    void groupsAreHeardWhereTheyWereJoined() {
        join("eth0");
        join("eth0");
        node.in(node.eth0, packet(BOB, GROUP), true);
        node.in(node.eth1, packet("10.0.2.1", GROUP), true);
        assertEquals(List.of("10.0.1.1 > 239.1.2.3: 40 bytes"), node.up);
        assertEquals(1, node.count("ip.inNotJoined"));
        leave("eth0");
        node.in(node.eth0, packet(BOB, GROUP), true);
        assertEquals(2, node.up.size());
        leave("eth0");
        leave("eth0");
        node.in(node.eth0, packet(BOB, GROUP), true);
        assertEquals(2, node.up.size());
        assertEquals(List.of(), node.out(), "nothing is forwarded, and nothing said");
    }

    @Test // RFC 1112 §4: every host is in it, always
    void allSystems() {
        node.in(node.eth0, packet(BOB, "224.0.0.1"), true);
        assertEquals(1, node.up.size());
        node.ip.network.leave("eth1", IpAddress.parse(GROUP));
        node.in(node.eth1, packet("10.0.2.1", "224.0.0.1"), true);
        assertEquals(2, node.up.size());
    }

    @Test // RFC 1112 §6.1: by the interface of the source, with no route
    void groupPacketsLeaveByTheInterfaceOfTheirSource() {
        assertEquals(Sent.YES, node.send("10.0.2.254", GROUP, 5));
        assertEquals(Sent.YES, node.send("0.0.0.0", GROUP, 5));
        assertEquals(Sent.YES, node.send("10.0.2.254", "255.255.255.255", 5));
        assertEquals(List.of("eth1 239.1.2.3: 10.0.2.254 > 239.1.2.3 ttl 64, 5 bytes",
                "eth0 239.1.2.3: 10.0.1.254 > 239.1.2.3 ttl 64, 5 bytes",
                "eth1 255.255.255.255: 10.0.2.254 > 255.255.255.255 ttl 64, 5 bytes"), node.out());
    }

    @Test // RFC 1112 §7.1: a member hears what its own host sends
    void ownPacketsComeBackToMembers() {
        node.send("10.0.1.254", GROUP, 5);
        node.time.runUntil(0);
        assertEquals(List.of(), node.up);
        join("eth0");
        node.send("10.0.1.254", GROUP, 5);
        node.send("10.0.1.254", "10.0.1.255", 6);
        node.time.runUntil(0);
        assertEquals(List.of("10.0.1.254 > 239.1.2.3: 5 bytes", "10.0.1.254 > 10.0.1.255: 6 bytes"), node.up);
        assertEquals(2, node.count("ip.outGroupCopies"));
        assertEquals(3, node.out().size());
    }

    @Test // RFC 1122 §3.2.2: never an error about a group
    void noErrorAboutAGroup() {
        join("eth0");
        node.in(node.eth0, packet(BOB, GROUP, 200, 64, 8), true);
        assertEquals(1, node.count("ip.inUnknownProtos"));
        assertEquals(List.of(), node.out());
    }

    @Test
    void whatIsNoGroupIsRefusedWithASentence() {
        assertEquals("10.0.1.1 is no group; groups are in 224.0.0.0/4 or ff00::/8",
                assertThrows(IllegalArgumentException.class,
                        () -> node.ip.network.join("eth0", IpAddress.parse(BOB))).getMessage());
        assertEquals("there is no interface eth9; there is eth0, eth1",
                assertThrows(IllegalArgumentException.class, () -> join("eth9")).getMessage());
    }
}
