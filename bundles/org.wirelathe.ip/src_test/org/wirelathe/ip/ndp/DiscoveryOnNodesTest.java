package org.wirelathe.ip.ndp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.wirelathe.api.link.Link;
import org.wirelathe.api.net.AddressRow;
import org.wirelathe.api.net.Advertisement;
import org.wirelathe.api.net.EchoListener;
import org.wirelathe.api.net.InterfaceAddress;
import org.wirelathe.api.net.InterfaceSettings;
import org.wirelathe.api.net.Network;
import org.wirelathe.api.net.NetworkError;
import org.wirelathe.api.net.NetworkSettings;
import org.wirelathe.api.net.RouteEntry;
import org.wirelathe.api.net.SendOptions;
import org.wirelathe.api.net.Sent;
import org.wirelathe.api.node.NodeContext;
import org.wirelathe.api.packet.PacketPool;
import org.wirelathe.ip.IpLayer;
import org.wirelathe.wire.IpAddress;
import org.wirelathe.wire.IpPrefix;

/**
 * Two hosts that know nothing, a router between them that advertises a prefix on each side: whole nodes, on the real
 * IPv6.
 */
class DiscoveryOnNodesTest {
    private static final long SECOND = 1_000_000_000L;
    private final TestTime time = new TestTime();
    private final PacketPool pool = new PacketPool();
    private final Segment left = new Segment(time, pool);
    private final Segment right = new Segment(time, pool);
    private final List<Network> nodes = new ArrayList<>();
    private final List<String> events = new ArrayList<>();
    private final TestCount counters = new TestCount();
    private final Network alice = node("alice", false);
    private final Network bob = node("bob", false);
    private final Network router = node("r1", true);

    private Network node(String name, boolean forwards) {
        Network node = new IpLayer().create(new NodeContext(name, 7, time, pool, counters, (kind, subject, detail) ->
            events.add(kind + ' ' + detail)), NetworkSettings.DEFAULT.forwarding(forwards));
        nodes.add(node);
        return node;
    }

    private static InterfaceSettings accepting(String... addresses) {
        return new InterfaceSettings(addresses(addresses), true, true, true, Optional.empty());
    }

    private static List<InterfaceAddress> addresses(String... addresses) {
        List<InterfaceAddress> list = new ArrayList<>();
        for (String text : addresses) {
            list.add(new InterfaceAddress(IpAddress.parse(text.substring(0, text.indexOf('/'))),
                    IpPrefix.parse(text).length()));
        }
        return list;
    }

    private static InterfaceSettings advertising(String address, String prefix) {
        return new InterfaceSettings(addresses(address), true, true, false, Optional.of(new Advertisement(
                List.of(new Advertisement.Prefix(IpPrefix.parse(prefix), true, true, 86_400 * SECOND,
                        14_400 * SECOND)), 600 * SECOND, 1800 * SECOND, 0, 64)));
    }

    @BeforeEach
    void up() {
        alice.addInterface(left.link("eth0", 0x0200_0000_0001L), accepting());
        bob.addInterface(right.link("eth0", 0x0200_0000_0002L), accepting());
        router.addInterface(left.link("eth0", 0x0200_0000_0003L),
                advertising("2001:db8:1::1/64", "2001:db8:1::/64"));
        router.addInterface(right.link("eth1", 0x0200_0000_0004L),
                advertising("2001:db8:2::1/64", "2001:db8:2::/64"));
    }

    @AfterEach
    void close() {
        nodes.forEach(Network::close);
        assertEquals(0, pool.inUse());
    }

    private static IpAddress global(Network node) {
        return node.addresses().stream().map(AddressRow::address).map(InterfaceAddress::address)
                .filter(address -> !address.isLinkLocal()).findFirst().orElseThrow();
    }

    private String ping(Network from, IpAddress to, long ms) {
        List<String> heard = new ArrayList<>();
        from.echoListener(1, new EchoListener() {
            @Override
            public void replied(IpAddress source, int sequence, int size, int hopLimit) {
                heard.add(source + " " + sequence + " hop limit " + hopLimit);
            }

            @Override
            public void failed(int sequence, NetworkError error) {
                heard.add(sequence + " " + error.kind());
            }
        });
        assertTrue(from.echo(to, 1, 1, 56, SendOptions.DEFAULT) != Sent.NO_ROUTE);
        time.runUntil(time.now() + ms * 1_000_000);
        return String.join("; ", heard);
    }

    /** Delay of at most 1 s, trial of 1 s, solicitation, answer within 3.5 s, and the same trial for the address. */
    @Test
    void hostsThatKnowNothingReachEachOtherThroughTheRouter() {
        time.runUntil(8 * SECOND);
        assertTrue(new IpPrefix(IpAddress.parse("2001:db8:1::"), 64).contains(global(alice)));
        assertTrue(new IpPrefix(IpAddress.parse("2001:db8:2::"), 64).contains(global(bob)));
        assertTrue(alice.addresses().stream().allMatch(row -> row.state() == AddressRow.State.PREFERRED));
        // 64 at bob, less one at the router.
        assertEquals(global(bob) + " 1 hop limit 63", ping(alice, global(bob), 100));
        assertEquals(List.of(), events);
    }

    @Test
    void aRouterThatStopsIsForgotten() {
        time.runUntil(8 * SECOND);
        assertTrue(hasDefaultRoute(alice));
        router.settings(NetworkSettings.DEFAULT);
        time.runUntil(20 * SECOND);
        assertTrue(!hasDefaultRoute(alice));
    }

    private static boolean hasDefaultRoute(Network node) {
        return node.routes().stream().anyMatch(route -> route.to().equals(IpPrefix.DEFAULT_V6)
                && route.origin() == RouteEntry.Origin.ADVERTISED);
    }

    @Test
    void aNeighbourThatIsNotThereIsUnreachable() {
        time.runUntil(8 * SECOND);
        assertEquals("1 HOST_UNREACHABLE", ping(alice, IpAddress.parse("2001:db8:1::dead"), 3_000));
    }

    /** The router forwards back onto the link once, and tells the host of the better hop. */
    @Test
    void aHostIsRedirectedToTheBetterRouter() {
        Network second = node("r2", true);
        Link link = left.link("eth0", 0x0200_0000_0005L);
        second.addInterface(link, new InterfaceSettings(addresses("fe80::2/64", "2001:db8:1::2/64",
                "2001:db8:9::1/64"), true, true, false, Optional.empty()));
        router.addRoute(new RouteEntry(IpPrefix.parse("2001:db8:9::/64"), RouteEntry.Kind.UNICAST,
                List.of(new RouteEntry.NextHop(Optional.of(IpAddress.parse("fe80::2")), Optional.of("eth0"), 1)), 0,
                Optional.empty(), Optional.empty(), RouteEntry.Origin.STATIC));
        time.runUntil(8 * SECOND);
        left.seen.clear();
        IpAddress far = IpAddress.parse("2001:db8:9::1");
        assertEquals("2001:db8:9::1 1 hop limit 64", ping(alice, far, 100));
        assertTrue(left.seen.stream().anyMatch(line -> line.contains("redirect 2001:db8:9::1 to fe80::2")),
                () -> String.join("\n", left.seen));
        assertTrue(alice.routes().stream().anyMatch(route -> route.origin() == RouteEntry.Origin.REDIRECT));
        left.seen.clear();
        assertEquals("2001:db8:9::1 1 hop limit 64", ping(alice, far, 100));
        assertTrue(left.seen.stream().noneMatch(line -> line.contains("redirect")));
    }

    /** Linux: inet6_addr_add makes the route to the subnet before the address is tried. */
    @Test
    void routesMayLeadOverTheSubnetOfAnAddressThatIsStillTried() {
        Network eve = node("eve", false);
        eve.addInterface(left.link("eth0", 0x0200_0000_0006L), accepting("2001:db8:1::66/64"));
        RouteEntry far = RouteEntry.via(IpPrefix.parse("2001:db8:7::/64"), IpAddress.parse("2001:db8:1::1"));
        eve.addRoute(far);
        assertTrue(!eve.isLocal(IpAddress.parse("2001:db8:1::66")), "still tried");
        eve.removeAddress("eth0", IpAddress.parse("2001:db8:1::66"));
        assertThrows(IllegalArgumentException.class, () -> eve.addRoute(far), "the subnet went with the address");
    }

    @Test
    void twoThatHaveTheSameAddressAreToldApart() {
        Network eve = node("eve", false);
        alice.addAddress("eth0", new InterfaceAddress(IpAddress.parse("2001:db8:1::77"), 64));
        time.runUntil(8 * SECOND);
        eve.addInterface(left.link("eth0", 0x0200_0000_0006L), accepting("2001:db8:1::77/64"));
        time.runUntil(16 * SECOND);
        assertEquals(List.of("conflict Another station has, or tries, the address 2001:db8:1::77; eve:eth0 does not use"
                + " it"), events);
        assertEquals(AddressRow.State.DUPLICATE, eve.addresses().stream()
                .filter(row -> row.address().address().toString().equals("2001:db8:1::77")).findFirst().orElseThrow()
                .state());
        assertTrue(alice.isLocal(IpAddress.parse("2001:db8:1::77")));
        assertTrue(!eve.isLocal(IpAddress.parse("2001:db8:1::77")));
    }

    /** Row 29: what became of every message stands in one counter. */
    @Test
    void messagesBalance() {
        time.runUntil(60 * SECOND);
        assertEquals(counters.value("icmp6.inMsgs"), counters.sum("icmp6.in") - counters.value("icmp6.inMsgs"));
        assertTrue(counters.value("icmp6.inRouterAdvertisements") > 2);
        ping(alice, IpAddress.parse("2001:db8:1::dead"), 5_000);
        long requests = counters.value("eth0.ndRequests") + counters.value("eth1.ndRequests");
        assertEquals(counters.value("ip6.outTransmits"), requests);
        long unresolved = counters.value("eth0.ndUnresolved");
        assertEquals(1, unresolved);
        assertEquals(unresolved, counters.value("ip6.unresolved"));
        assertEquals(requests, counters.value("eth0.ndTransmits") + counters.value("eth1.ndTransmits") + unresolved);
    }
}
