package org.wirelathe.ip.v6;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.wirelathe.api.net.FilterRule.Action;
import org.wirelathe.api.net.NetworkSettings;
import org.wirelathe.api.net.RouteEntry.Kind;
import org.wirelathe.ip.PacketFilter;
import org.wirelathe.wire.Ipv6Header;

/** What a router does with packets for others: RFC 8200 §3, RFC 4443 §3, RFC 4291 §2.5.6. */
class Ipv6ForwardingTest {
    private static final String FAR = "2001:db8:1::1";
    private static final String THERE = "2001:db8:2::2";
    private static final String BEYOND = "2001:db8:77::1";
    private static final String ME = "2001:db8:1::fe";

    private final TestNode t = TestNode.router();

    @AfterEach
    void balances() {
        t.close();
    }

    private void refused(String counter, String error, byte[] packet) {
        t.in(t.eth0, packet);
        assertEquals(1, t.count("ip6." + counter), counter);
        assertEquals(List.of("eth0 " + FAR + ": " + ME + " > " + FAR + " " + error), t.out());
    }

    @Test
    void forwardsToANeighbourAndToTheNextRouter() {
        t.in(t.eth0, Build.test(FAR, THERE));
        t.in(t.eth0, Build.test(FAR, BEYOND));
        assertEquals(List.of("eth1 " + THERE + ": " + FAR + " > " + THERE + " hl 63, 40 bytes",
                "eth1 2001:db8:2::9: " + FAR + " > " + BEYOND + " hl 63, 40 bytes"), t.out());
        assertEquals(2, t.count("ip6.outForwDatagrams"));
    }

    /** RFC 4443 §3.3; RFC 8200 §3: one that arrives with 1, or with 0, goes no further. */
    @Test
    void tellsWhenTheHopLimitIsUsedUp() {
        t.in(t.eth0, Build.packet(FAR, THERE).hopLimit(0).data(TestNode.TEST, 8).bytes());
        t.out();
        t.in(t.eth0, Build.packet(FAR, THERE).hopLimit(1).data(TestNode.TEST, 8).bytes());
        assertEquals(List.of("eth0 " + FAR + ": " + ME + " > " + FAR + " time exceeded 0 about " + FAR + " > " + THERE),
                t.out());
        assertEquals(2, t.count("ip6.inTimeExceeded"));
    }

    /** RFC 8200 §3: a node takes what is for itself whatever the hop limit. */
    @Test
    void takesItsOwnWithHopLimitZero() {
        t.in(t.eth0, Build.packet(FAR, ME).hopLimit(0).data(TestNode.TEST, 8).bytes());
        assertEquals(1, t.up.size());
    }

    /** RFC 8200 §5, RFC 4443 §3.2: routers never cut. B20. */
    @Test
    void tellsOfAPacketTooBigForTheNextLink() {
        t.in(t.eth0, Build.test(FAR, THERE, 1360));
        assertEquals(1, t.out().size());
        refused("inTooBigErrors", "too big 0 mtu 1400 about " + FAR + " > " + THERE, Build.test(FAR, THERE, 1361));
    }

    @Test
    void tellsThatThereIsNoRoute() {
        t.routes.remove(t.routes.list().getFirst());
        refused("inNoRoutes", "unreachable 0 about " + FAR + " > " + BEYOND, Build.test(FAR, BEYOND));
    }

    /** As Linux: a route of type unreachable says "no route", one of type prohibit says so, a blackhole nothing. */
    @Test
    void obeysRoutesThatLeadNowhere() {
        t.route("2001:db8:77::/48", Kind.PROHIBIT);
        refused("inProhibited", "unreachable 1 about " + FAR + " > " + BEYOND, Build.test(FAR, BEYOND));
        t.route("2001:db8:77::/48", Kind.UNREACHABLE);
        refused("inNoRoutes", "unreachable 0 about " + FAR + " > " + BEYOND, Build.test(FAR, BEYOND));
        t.route("2001:db8:77::/48", Kind.BLACKHOLE);
        t.in(t.eth0, Build.test(FAR, BEYOND));
        assertEquals(1, t.count("ip6.inBlackhole"));
        assertEquals(List.of(), t.out());
    }

    /** RFC 4291 §2.5.6: must not forward packets with a link-local source or destination; RFC 4443 §3.1 code 2. */
    @Test
    void forwardsNothingOfOneLinkToAnother() {
        t.in(t.eth0, Build.test("fe80::1", THERE));
        assertEquals(List.of("eth0 fe80::1: fe80::fe > fe80::1 unreachable 2 about fe80::1 > " + THERE), t.out());
        t.in(t.eth0, Build.test(FAR, "fe80::5"));
        t.out();
        assertEquals(2, t.count("ip6.inBeyondScope"));
        assertEquals(0, t.count("ip6.outForwDatagrams"));
    }

    /** RFC 4291 §2.5.2: must not be forwarded. RFC 4443 §2.4 e.6: and nobody can be told. */
    @Test
    void forwardsNothingFromTheUnspecifiedAddress() {
        t.in(t.eth0, Build.test("::", THERE));
        assertEquals(1, t.count("ip6.inMartianSource"));
        assertEquals(List.of(), t.out());
    }

    /** As Linux: what was sent to all stations of a link is not sent on. */
    @Test
    void forwardsNothingFromAFrameForAll() {
        t.in(t.eth0, Build.test(FAR, THERE), true);
        assertEquals(1, t.count("ip6.inMartianDestination"));
        assertEquals(List.of(), t.out());
    }

    @Test
    void forwardsNoGroups() {
        t.in(t.eth0, Build.test(FAR, "ff0e::1"), true);
        assertEquals(1, t.count("ip6.inNotJoined"));
        assertEquals(List.of(), t.out());
    }

    /** RFC 4861 §8.2: the packet goes on, and its sender hears of the better way. */
    @Test
    void tellsOfABetterFirstHop() {
        t.in(t.eth1, Build.test("2001:db8:2::5", BEYOND));
        assertEquals(List.of("redirect to 2001:db8:2::9 on eth1"), t.links.heard);
        assertEquals(List.of("eth1 2001:db8:2::9: 2001:db8:2::5 > " + BEYOND + " hl 63, 40 bytes"), t.out());
        t.ip.settings(new NetworkSettings(true, false, 1 << 20, 1 << 20, 1, 1, 1, 1));
        t.in(t.eth1, Build.test("2001:db8:2::5", BEYOND));
        assertEquals(1, t.links.heard.size());
    }

    /** RFC 8200 §4.3: hop-by-hop options concern each node on the way, other extension headers none of them. */
    @Test
    void looksAtHopByHopOptionsOnly() {
        refused("inOption", "parameter problem 2 at 42 about " + FAR + " > " + THERE,
                Build.packet(FAR, THERE).extension(0, 0x9E, 4, 0, 0, 0, 0).data(TestNode.TEST, 8).bytes());
        t.in(t.eth0, Build.packet(FAR, THERE).extension(60, 0x9E, 4, 0, 0, 0, 0).data(TestNode.TEST, 8).bytes());
        t.in(t.eth0, Build.packet(FAR, THERE).extension(43, 0, 1, 0, 0, 0, 0).data(TestNode.TEST, 8).bytes());
        assertEquals(2, t.out().size());
    }

    /** RFC 4443 §3.1: the neighbour did not answer. */
    @Test
    void tellsThatTheNeighbourDoesNotAnswer() {
        t.ip.unresolved(t.copy(Build.test(FAR, THERE)), t.eth1);
        assertEquals(List.of("eth0 " + FAR + ": " + ME + " > " + FAR + " unreachable 3 about " + FAR + " > " + THERE),
                t.out());
        assertEquals(1, t.count("ip6.unresolved"));
    }

    @Test
    void asksTheFilterWhereThePacketLeaves() {
        t.filters.filter = (place, packet, in, out) -> {
            t.up.add(place + " " + in + " " + out);
            return place == PacketFilter.Place.POSTROUTING ? Action.DROP : Action.ACCEPT;
        };
        t.in(t.eth0, Build.test(FAR, THERE));
        assertEquals(List.of("PREROUTING eth0 null", "FORWARD eth0 eth1", "POSTROUTING eth0 eth1"), t.up);
        assertEquals(1, t.count("ip6.inFiltered"));
        assertEquals(List.of(), t.out());
    }

    @Test
    void tellsWhatAFilterRefuses() {
        t.filters.filter = (place, packet, in, out) -> place == PacketFilter.Place.FORWARD ? Action.REJECT
                : Action.ACCEPT;
        refused("inFiltered", "unreachable 1 about " + FAR + " > " + THERE, Build.test(FAR, THERE));
    }

    /** RFC 6437 §2: the flow label, and the traffic class, reach the other end. */
    @Test
    void leavesAllElseOfAPacketAsItWas() {
        byte[] packet = Build.test(FAR, THERE, 100);
        new Ipv6Header(packet, 0).write(0xB9, 0xABCDE, 100, TestNode.TEST, 64, TestNode.a(FAR).high(),
                TestNode.a(FAR).low(), TestNode.a(THERE).high(), TestNode.a(THERE).low());
        t.in(t.eth0, packet);
        byte[] sent = t.links.sent.getFirst().packet();
        packet[7] = 63;
        assertArrayEquals(packet, sent);
    }
}
