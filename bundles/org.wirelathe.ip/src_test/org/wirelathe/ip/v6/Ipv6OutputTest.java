package org.wirelathe.ip.v6;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.wirelathe.api.net.AddressRow;
import org.wirelathe.api.net.FilterRule.Action;
import org.wirelathe.api.net.Path;
import org.wirelathe.api.net.RouteEntry.Kind;
import org.wirelathe.api.net.SendOptions;
import org.wirelathe.api.net.SendOptions.Discovery;
import org.wirelathe.api.net.Sent;
import org.wirelathe.api.packet.Packet;
import org.wirelathe.wire.Ipv6Header;

/** What a node sends: RFC 8200, RFC 6437, RFC 8201. */
class Ipv6OutputTest {
    private static final String FAR = "2001:db8:1::1";
    private static final String BEYOND = "2001:db8:77::1";
    private static final String ME = "2001:db8:1::fe";
    private static final String ME1 = "2001:db8:2::fe";
    private static final SendOptions DO = SendOptions.DEFAULT;

    private final TestNode t = TestNode.host();

    @AfterEach
    void balances() {
        t.close();
    }

    @Test
    void sendsToNeighboursAndThroughTheRouter() {
        assertEquals(Sent.YES, t.send(null, FAR, 40));
        assertEquals(Sent.YES, t.send(null, BEYOND, 40));
        assertEquals(Sent.YES, t.send(ME, BEYOND, 40));
        assertEquals(List.of("eth0 " + FAR + ": " + ME + " > " + FAR + " hl 64, 40 bytes",
                "eth1 2001:db8:2::9: " + ME1 + " > " + BEYOND + " hl 64, 40 bytes",
                "eth1 2001:db8:2::9: " + ME + " > " + BEYOND + " hl 64, 40 bytes"), t.out());
    }

    /** RFC 4861 §6.3.4: CurHopLimit is for whoever names none. */
    @Test
    void takesTheHopLimitThatRoutersSay() {
        t.eth0.hopLimit(33);
        t.send(null, FAR, 1);
        t.send(null, FAR, 1, SendOptions.DATAGRAM.hopLimit(7));
        assertEquals(List.of("eth0 " + FAR + ": " + ME + " > " + FAR + " hl 33, 1 bytes",
                "eth0 " + FAR + ": " + ME + " > " + FAR + " hl 7, 1 bytes"), t.out());
    }

    @Test
    void hasNoPathWithoutRouteOrAddress() {
        t.route("2001:db8:66::/48", Kind.UNREACHABLE);
        assertNull(t.path(null, "2001:db8:66::1"));
        t.routes.remove(t.routes.list().getFirst());
        assertNull(t.path(null, BEYOND));
    }

    /** A path lives longer than its route. */
    @Test
    void followsRoutes() {
        Path path = t.path(null, BEYOND);
        assertEquals(1400, path.mtu());
        t.route("2001:db8:77::/48", Kind.BLACKHOLE);
        assertEquals(0, path.mtu());
        Packet packet = t.copy(new byte[8]);
        assertEquals(Sent.NO_ROUTE, t.ip.send(packet, path, TestNode.TEST, DO));
        assertEquals(1, t.count("ip6.outNoRoutes"));
    }

    /** A path may be older than the address that it comes from (RFC 4862 §5.4). */
    @Test
    void followsAddresses() {
        Ipv6Address tried = new Ipv6Address(TestNode.a("fe80::7"), 64, false, AddressRow.State.TENTATIVE);
        t.eth1.addresses().add(tried);
        Path path = t.path("fe80::7", "fe80::9");
        assertEquals(1500, path.mtu());
        tried.state = AddressRow.State.PREFERRED;
        t.ip.changed(t.eth1, tried);
        assertEquals(1400, path.mtu());
    }

    @Test
    void saysWhenTheDeviceDropped() {
        t.links.full = true;
        assertEquals(Sent.DROPPED, t.send(null, FAR, 40));
    }

    /** To itself: over lo, whichever of its addresses; what is too long for lo in pieces. */
    @Test
    void speaksToItself() {
        t.send(null, "::1", 8);
        t.send(null, ME1, 8);
        t.send(null, "fe80::1:fe", 8);
        t.send(null, ME, 3000);
        assertEquals(List.of(), t.up);
        t.time.runUntil(0);
        assertEquals(List.of("::1 > ::1: 8 bytes", ME1 + " > " + ME1 + ": 8 bytes",
                "fe80::1:fe > fe80::1:fe: 8 bytes", ME + " > " + ME + ": 3000 bytes"), t.up);
        assertEquals(List.of(), t.out());
    }

    /** RFC 8200 §4.5: the source cuts, in multiples of 8, and each piece fits the path. */
    @Test
    void cutsWhatIsLongerThanThePath() {
        t.send(null, FAR, 1460);
        assertEquals(1, t.out().size());
        t.send(null, FAR, 3000);
        assertEquals(List.of("eth0 " + FAR + ": " + ME + " > " + FAR + " fragment at 0+, 1448 bytes",
                "eth0 " + FAR + ": " + ME + " > " + FAR + " fragment at 1448+, 1448 bytes",
                "eth0 " + FAR + ": " + ME + " > " + FAR + " fragment at 2896, 104 bytes"), t.out());
        assertEquals(1, t.count("ip6.outFragOKs"));
        assertEquals(3, t.count("ip6.outFragCreates"));
    }

    @Test
    void refusesWhatIsTooBigWhenItMayNotBeCut() {
        assertEquals(Sent.TOO_BIG, t.send(null, FAR, 1461, DO));
        assertEquals(Sent.TOO_BIG, t.send(null, FAR, 1461, DO.discovery(Discovery.PROBE)));
        assertEquals(Sent.TOO_BIG, t.send(null, FAR, 65_536));
        assertEquals(3, t.count("ip6.outTooBig"));
    }

    /** RFC 8201 §4; RFC 8021: less than 1280 is not believed, nothing makes the path larger. */
    @Test
    void learnsThePathMtu() {
        Path path = t.path(null, BEYOND);
        path.tooBig(1399);
        assertEquals(1399, path.mtu());
        assertEquals(1400, path.linkMtu());
        for (int ignored : new int[] {0, 1, 67, 68, 551, 1279, 1399, 1400, 65_535, Integer.MAX_VALUE}) {
            path.tooBig(ignored);
            assertEquals(1399, path.mtu(), "after " + ignored);
        }
        path.tooBig(1280);
        assertEquals(1280, path.mtu());
        assertEquals(1280, t.path(ME, BEYOND).mtu());
        assertEquals(1400, t.path(null, "2001:db8:77::2").mtu());
        assertEquals(Sent.TOO_BIG, t.send(null, BEYOND, 1241, DO));
        assertEquals(Sent.YES, t.send(null, BEYOND, 1360, DO.discovery(Discovery.PROBE)));
        t.send(null, BEYOND, 1241);
        assertEquals("eth1 2001:db8:2::9: " + ME1 + " > " + BEYOND + " fragment at 1232, 9 bytes", t.out().getLast());
    }

    /** RFC 8201 §5.3: ten minutes by default. */
    @Test
    void forgetsThePathMtuWithAge() {
        Path path = t.path(null, BEYOND);
        path.tooBig(1300);
        t.time.runUntil(599_999_999_999L);
        assertEquals(1300, path.mtu());
        t.time.runUntil(600_000_000_000L);
        assertEquals(1400, path.mtu());
    }

    /** RFC 4821 §7.7: back to what every link takes; nothing is smaller. */
    @Test
    void takesABlackHoleForTheLeastMtu() {
        Path path = t.path(null, BEYOND);
        path.blackHole(1280);
        assertEquals(1400, path.mtu());
        path.blackHole(1400);
        assertEquals(1280, path.mtu());
    }

    /** Row 22: as many destinations as one likes; the table stays as large, and the rest is found. */
    @Test
    void boundsWhatItRemembersOfPaths() {
        PathMtus mtus = new PathMtus(7);
        for (int i = 0; i < 100_000; i++) {
            mtus.put(i * 0x1_0000_0001L, i, 1280 + i % 100, i);
        }
        int found = 0;
        for (int i = 0; i < 100_000; i++) {
            int mtu = mtus.mtu(i * 0x1_0000_0001L, i, 100_000, 1 << 20);
            if (mtu != Integer.MAX_VALUE) {
                assertEquals(1280 + i % 100, mtu);
                found++;
            }
        }
        assertEquals(true, found > PathMtus.MOST / 2 && found <= PathMtus.MOST, "found " + found);
    }

    /** RFC 6437 §3: one label for a flow, another for another, never 0, and nobody else's to guess. */
    @Test
    void labelsFlows() {
        FlowLabels labels = new FlowLabels(1);
        byte[] ports = {4, 0, 0, 80, 9};
        int one = labels.label(1, 2, 3, 4, 6, ports, 0, 5);
        assertEquals(one, labels.label(1, 2, 3, 4, 6, new byte[] {4, 0, 0, 80, 7}, 0, 5));
        assertNotEquals(one, labels.label(1, 2, 3, 4, 6, new byte[] {4, 1, 0, 80}, 0, 4));
        assertNotEquals(one, labels.label(1, 2, 3, 5, 6, ports, 0, 5));
        assertNotEquals(one, new FlowLabels(2).label(1, 2, 3, 4, 6, ports, 0, 5));
        assertEquals(labels.label(1, 2, 3, 4, 253, ports, 0, 5), labels.label(1, 2, 3, 4, 253, ports, 1, 5));
        assertEquals(0, one & ~Ipv6Header.FLOW_LABEL);
    }

    @Test
    void writesTheLabelThatItIsGivenOrMakesOne() {
        t.send(null, FAR, 8, new SendOptions(0xB8, 64, Discovery.WANT, 0x12345));
        t.send(null, FAR, 8);
        t.send(null, FAR, 8);
        Ipv6Header given = new Ipv6Header(t.links.sent.get(0).packet(), 0);
        assertEquals(0x12345, given.flowLabel());
        assertEquals(0xB8, given.trafficClass());
        int made = new Ipv6Header(t.links.sent.get(1).packet(), 0).flowLabel();
        assertNotEquals(0, made);
        assertEquals(made, new Ipv6Header(t.links.sent.get(2).packet(), 0).flowLabel());
    }

    /** RFC 4007 §6: groups and link-local destinations by the source's interface. */
    @Test
    void sendsToGroupsAndOnLinksByInterface() {
        t.send("fe80::1:fe", "ff02::fb", 8);
        t.send(ME, "ff02::fb", 8);
        t.send(null, "ff05::7", 8);
        t.send("fe80::1:fe", "fe80::9", 8);
        assertEquals(List.of("eth1 ff02::fb: fe80::1:fe > ff02::fb hl 64, 8 bytes",
                "eth0 ff02::fb: " + ME + " > ff02::fb hl 64, 8 bytes",
                "eth0 ff05::7: " + ME + " > ff05::7 hl 64, 8 bytes",
                "eth1 fe80::9: fe80::1:fe > fe80::9 hl 64, 8 bytes"), t.out());
        assertEquals(3, t.count("ip6.outMcastPkts"));
    }

    /** What this node sends to a group of its own it hears as well; it is counted on both ways. */
    @Test
    void hearsItselfInItsGroups() {
        t.takesBroadcasts = true;
        t.ip.join(t.eth0, TestNode.a("ff02::fb"));
        t.send(ME, "ff02::fb", 8);
        t.send(ME1, "ff02::fb", 8);
        t.time.runUntil(0);
        assertEquals(List.of(ME + " > ff02::fb: 8 bytes"), t.up);
        assertEquals(2, t.out().size());
        assertEquals(1, t.count("ip6.outGroupCopies"));
    }

    @Test
    void tellsDiscoveryThatTheNextHopAnswers() {
        t.path(null, BEYOND).confirmed();
        assertEquals(List.of("confirmed 2001:db8:2::9 on eth1"), t.links.heard);
    }

    @Test
    void asksTheFilter() {
        t.filters.filter = (place, packet, in, out) -> {
            t.up.add(place + " " + in + " " + out);
            return Action.DROP;
        };
        assertEquals(Sent.DROPPED, t.send(null, FAR, 8));
        assertEquals(List.of("OUTPUT null eth0"), t.up);
        assertEquals(1, t.count("ip6.outFiltered"));
    }

    /** Neighbour discovery's messages: hop limit 255, label 0, not back to oneself. */
    @Test
    void sendsForDiscovery() {
        Packet message = t.copy(new byte[] {(byte) 135, 0, 0, 0, 0, 0, 0, 0});
        t.ip.send(message, t.eth1, TestNode.a("fe80::1:fe"), TestNode.a("ff02::1"));
        assertEquals(List.of("eth1 ff02::1: fe80::1:fe > ff02::1 icmp 135, hl 255"), t.out());
        t.time.runUntil(0);
        assertEquals(0, t.count("ip6.outGroupCopies"));
    }
}
