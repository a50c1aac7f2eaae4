package org.wirelathe.ip;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.wirelathe.api.net.InterfaceAddress;
import org.wirelathe.api.net.InterfaceSettings;
import org.wirelathe.api.net.Network;
import org.wirelathe.api.net.NetworkSettings;
import org.wirelathe.api.net.RouteEntry;
import org.wirelathe.api.net.RouteEntry.Kind;
import org.wirelathe.api.net.RouteEntry.NextHop;
import org.wirelathe.api.net.RouteEntry.Origin;
import org.wirelathe.ip.v4.TestNode;
import org.wirelathe.wire.IpAddress;
import org.wirelathe.wire.IpPrefix;
import org.wirelathe.wire.Ipv4;

/** B18, RFC 1812 §5.2.4, on a node with 10.0.1.254/24 at eth0 and 10.0.2.254/24 at eth1. */
class RoutesTest {
    private final Routes routes = new Routes(TestNode.context("r"));

    RoutesTest() {
        TestNode node = new TestNode(false);
        routes.addInterface(node.eth0.link);
        routes.addInterface(node.eth1.link);
        routes.connected(List.of(subnet("10.0.1.0/24", "eth0", "10.0.1.254"),
                subnet("10.0.2.0/24", "eth1", "10.0.2.254"),
                new RouteEntry(p("10.0.1.254/32"), Kind.LOCAL, List.of(), 0, Optional.empty(),
                        Optional.of(IpAddress.parse("10.0.1.254")), Origin.KERNEL)));
    }

    private static IpPrefix p(String prefix) {
        return IpPrefix.parse(prefix);
    }

    private static int a(String address) {
        return Ipv4.parse(address);
    }

    private static RouteEntry subnet(String to, String device, String source) {
        return new RouteEntry(p(to), Kind.UNICAST,
                List.of(new NextHop(Optional.empty(), Optional.of(device), 1)), 0, Optional.empty(),
                Optional.of(IpAddress.parse(source)), Origin.KERNEL);
    }

    private static RouteEntry route(String to, String gateway, int metric, String from) {
        return new RouteEntry(p(to), Kind.UNICAST, List.of(hop(gateway, 1)), metric,
                from == null ? Optional.empty() : Optional.of(p(from)), Optional.empty(), Origin.STATIC);
    }

    private static NextHop hop(String gateway, int weight) {
        return new NextHop(Optional.of(IpAddress.parse(gateway)), Optional.empty(), weight);
    }

    private String via(String source, String destination) {
        Route route = routes.find(a(source), a(destination));
        return route == null ? "none" : route.leadsOut() ? Ipv4.format(route.hop().nextHop(a(destination)))
                : route.kind.name();
    }

    private String via(String destination) {
        return via("0.0.0.0", destination);
    }

    @Test
    void b18LongestPrefixWins() {
        routes.add(route("0.0.0.0/0", "10.0.1.1", 0, null));
        routes.add(route("10.0.0.0/8", "10.0.1.2", 0, null));
        routes.add(route("10.1.2.0/24", "10.0.1.3", 0, null));
        routes.add(route("10.1.2.200/32", "10.0.2.4", 0, null));
        assertEquals("10.0.1.1", via("11.0.0.1"));
        assertEquals("10.0.1.2", via("10.1.3.1"));
        assertEquals("10.0.1.3", via("10.1.2.199"));
        assertEquals("10.0.2.4", via("10.1.2.200"));
        assertEquals("10.0.1.77", via("10.0.1.77"), "a neighbour");
        assertEquals("LOCAL", via("10.0.1.254"));
    }

    @Test
    void smallestMetricWinsAndTheNextTakesItsPlace() {
        RouteEntry good = route("0.0.0.0/0", "10.0.1.1", 10, null);
        routes.add(route("0.0.0.0/0", "10.0.1.2", 20, null));
        routes.add(good);
        routes.add(route("0.0.0.0/0", "10.0.1.3", 15, null));
        assertEquals("10.0.1.1", via("9.9.9.9"));
        assertTrue(routes.remove(good));
        assertFalse(routes.remove(good));
        assertEquals("10.0.1.3", via("9.9.9.9"));
        routes.add(route("0.0.0.0/0", "10.0.1.4", 15, null));
        assertEquals("10.0.1.4", via("9.9.9.9"), "one with the same prefix and metric is replaced");
        assertEquals(List.of(15, 20), routes.list().stream().filter(e -> e.origin() == Origin.STATIC)
                .map(RouteEntry::metric).toList());
    }

    @Test // policy by source: only among equal prefixes of destinations
    void sourceDecidesAmongEqualPrefixes() {
        routes.add(route("0.0.0.0/0", "10.0.1.1", 0, null));
        routes.add(route("0.0.0.0/0", "10.0.2.1", 0, "172.16.0.0/16"));
        routes.add(route("0.0.0.0/0", "10.0.2.2", 0, "172.16.5.0/24"));
        assertEquals("10.0.1.1", via("192.0.2.1", "9.9.9.9"));
        assertEquals("10.0.2.1", via("172.16.1.1", "9.9.9.9"));
        assertEquals("10.0.2.2", via("172.16.5.1", "9.9.9.9"), "the longer prefix of sources");
        assertEquals("10.0.1.9", via("172.16.5.1", "10.0.1.9"), "never in the way of a longer destination");
        assertEquals("10.0.1.1", via("0.0.0.0", "9.9.9.9"), "a source that is yet to be chosen");
        routes.add(route("9.0.0.0/8", "10.0.2.3", 0, "172.16.5.0/24"));
        assertEquals("10.0.2.3", via("172.16.5.1", "9.9.9.9"));
        assertEquals("10.0.1.1", via("192.0.2.1", "9.9.9.9"), "others fall back to the shorter destination");
    }

    @Test // as Linux looks into its local table first
    void nobodyTakesAnAddressFromTheNode() {
        RouteEntry other = route("10.0.1.254/32", "10.0.1.9", 0, null);
        routes.add(other);
        routes.add(route("10.0.1.254/32", "10.0.1.9", 0, "172.16.0.0/16"));
        assertEquals("LOCAL", via("10.0.1.254"));
        assertEquals("LOCAL", via("172.16.0.1", "10.0.1.254"));
        assertTrue(routes.remove(other));
        assertEquals("LOCAL", via("10.0.1.254"));
    }

    @Test
    void subnetIsThereAgainWhenWhatHidItHasGone() {
        RouteEntry other = route("10.0.1.0/24", "10.0.2.9", 0, null);
        routes.add(other);
        assertEquals("10.0.2.9", via("10.0.1.7"));
        routes.replace(Origin.STATIC, List.of());
        assertEquals("10.0.1.7", via("10.0.1.7"));
        assertTrue(routes.remove(other), "then it is the subnet itself that is meant");
        assertEquals("none", via("10.0.1.7"));
    }

    @Test
    void routesThatLeadNowhere() {
        for (Kind kind : List.of(Kind.BLACKHOLE, Kind.UNREACHABLE, Kind.PROHIBIT)) {
            routes.add(new RouteEntry(p("192.0.2.0/24"), kind, List.of(), 0, Optional.empty(), Optional.empty(),
                    Origin.STATIC));
            Route route = routes.find(a("192.0.2.7"));
            assertEquals(kind, route.kind);
            assertTrue(route.leadsNowhere() && !route.leadsOut() && !route.isForThisNode());
            assertNull(route.hop());
        }
    }

    @Test // RFC 2991, RFC 2992
    void flowsAreSharedByWeight() {
        routes.add(new RouteEntry(p("0.0.0.0/0"), Kind.UNICAST, List.of(hop("10.0.1.1", 3), hop("10.0.2.1", 1)), 0,
                Optional.empty(), Optional.empty(), Origin.STATIC));
        Route route = routes.find(a("9.9.9.9"));
        assertTrue(route.isShared());
        assertEquals(1000, route.mtu, "the smaller one of both links");
        int first = 0;
        for (int port = 0; port < 10_000; port++) {
            int flow = routes.flowHash(0, 1, 0, 2, 17, port);
            assertEquals(route.hop(flow), route.hop(flow), "a flow keeps its way");
            first += route.hop(flow).index == 0 ? 1 : 0;
        }
        assertTrue(first > 7200 && first < 7800, "three quarters: " + first);
    }

    @Test
    void foundRoutesFollowEveryChange() {
        assertNull(routes.find(a("9.9.9.9")));
        int before = routes.generation();
        routes.add(route("0.0.0.0/0", "10.0.1.1", 0, null));
        assertNotEquals(before, routes.generation());
        assertEquals("10.0.1.1", via("9.9.9.9"));
        routes.replace(Origin.STATIC, List.of(route("9.0.0.0/8", "10.0.2.7", 0, null)));
        assertEquals("10.0.2.7", via("9.9.9.9"));
        assertEquals("none", via("8.8.8.8"));
    }

    @Test
    void replacingIsAllOrNothing() {
        routes.add(route("0.0.0.0/0", "10.0.1.1", 0, null));
        List<RouteEntry> wrong = List.of(route("9.0.0.0/8", "10.0.2.7", 0, null),
                route("8.0.0.0/8", "172.16.0.1", 0, null));
        assertThrows(IllegalArgumentException.class, () -> routes.replace(Origin.STATIC, wrong));
        assertEquals("10.0.1.1", via("9.9.9.9"));
    }

    @Test
    void whatCannotBeIsRefusedWithASentence() {
        assertEquals("the next hop 2001:db8::1 of the route to 0.0.0.0/0 is of the other family",
                refused(route("0.0.0.0/0", "2001:db8::1", 0, null)));
        assertEquals("the route to 0.0.0.0/0 is for sources of the other family, 2001:db8::/32",
                refused(route("0.0.0.0/0", "10.0.1.1", 0, "2001:db8::/32")));
        assertEquals("there is no interface eth7; there is eth0, eth1", refused(subnet("9.0.0.0/8", "eth7",
                "10.0.1.254")));
        assertEquals("the next hop 10.0.1.1 of the route to 0.0.0.0/0 is on no subnet of eth1",
                refused(new RouteEntry(p("0.0.0.0/0"), Kind.UNICAST, List.of(new NextHop(
                        Optional.of(IpAddress.parse("10.0.1.1")), Optional.of("eth1"), 1)), 0, Optional.empty(),
                        Optional.empty(), Origin.STATIC)));
        assertEquals("the route to 0.0.0.0/0 needs a next hop, or a device", refused(new RouteEntry(p("0.0.0.0/0"),
                Kind.UNICAST, List.of(), 0, Optional.empty(), Optional.empty(), Origin.STATIC)));
    }

    private String refused(RouteEntry entry) {
        return assertThrows(IllegalArgumentException.class, () -> routes.add(entry)).getMessage();
    }

    @Test // RFC 1122 §3.2.1.3: what names no single node takes no route to one
    void defaultRouteIsForSingleNodesOnly() {
        routes.add(route("0.0.0.0/0", "10.0.1.1", 0, null));
        for (String address : new String[] {"224.0.0.1", "255.255.255.255", "240.1.1.1", "127.0.0.1", "0.0.0.0"}) {
            assertEquals("none", via(address), address);
        }
    }

    @Test
    void addressesComeAndGoWithTheirRoutes() {
        TestNode node = new TestNode(false);
        Network network = node.ip.network;
        network.addRoute(route("9.0.0.0/8", "10.0.1.1", 0, null));
        network.addAddress("eth0", new InterfaceAddress(IpAddress.parse("10.7.0.1"), 16));
        network.addRoute(route("8.0.0.0/8", "10.7.0.9", 0, null));
        assertEquals("10.7.0.1", network.path(null, IpAddress.parse("8.8.8.8")).source().toString());
        assertEquals(List.of("eth0 10.0.1.254/24", "eth0 10.7.0.1/16", "eth1 10.0.2.254/24"),
                network.addresses().stream().map(row -> row.device() + " " + row.address()).toList());
        network.removeAddress("eth0", IpAddress.parse("10.7.0.1"));
        assertNull(network.path(null, IpAddress.parse("8.8.8.8")));
        assertNull(network.path(null, IpAddress.parse("10.7.0.9")));
        assertFalse(network.isLocal(IpAddress.parse("10.7.0.1")));
        assertEquals("10.0.1.254", network.path(null, IpAddress.parse("9.9.9.9")).source().toString());
        assertThrows(IllegalArgumentException.class,
                () -> network.removeAddress("eth0", IpAddress.parse("10.7.0.1")));
        assertThrows(IllegalArgumentException.class,
                () -> network.addAddress("eth0", new InterfaceAddress(IpAddress.parse("10.0.1.254"), 24)));
        node.close();
    }

    @Test // what the first of two addresses did for their subnet, the second does when it is alone
    void addressTakesOverTheSubnetOfAnother() {
        TestNode node = new TestNode(false);
        Network network = node.ip.network;
        network.addAddress("eth0", new InterfaceAddress(IpAddress.parse("10.0.1.253"), 24));
        network.addRoute(route("9.0.0.0/8", "10.0.1.1", 0, null));
        var neighbour = network.path(null, IpAddress.parse("10.0.1.9"));
        assertEquals("10.0.1.254", neighbour.source().toString(), "the first is the preferred one");
        network.removeAddress("eth0", IpAddress.parse("10.0.1.254"));
        assertEquals(1500, neighbour.mtu(), "who has a path keeps it");
        assertEquals("10.0.1.253", network.path(null, IpAddress.parse("10.0.1.9")).source().toString());
        assertEquals("10.0.1.253", network.path(null, IpAddress.parse("9.9.9.9")).source().toString());
        network.removeAddress("eth0", IpAddress.parse("10.0.1.253"));
        assertEquals(0, neighbour.mtu());
        node.close();
    }

    @Test
    void listIsInOrder() {
        TestNode node = new TestNode(true);
        List<String> list = new ArrayList<>();
        node.ip.network.routes().forEach(entry -> list.add(entry.to() + " " + entry.kind()));
        assertEquals(List.of("0.0.0.0/0 UNICAST", "10.0.1.0/24 UNICAST", "10.0.1.254/32 LOCAL",
                "10.0.1.255/32 BROADCAST", "10.0.2.0/24 UNICAST", "10.0.2.254/32 LOCAL", "10.0.2.255/32 BROADCAST",
                "127.0.0.0/8 LOCAL", "255.255.255.255/32 BROADCAST"), list);
        node.close();
    }

    @Test
    void settingsAreForTheWholeNode() {
        TestNode node = new TestNode(false);
        node.ip.network.settings(NetworkSettings.DEFAULT.forwarding(true));
        node.ip.network.addInterface(node.eth0.link, InterfaceSettings.of(List.of()));
        assertEquals(2, node.ip.network.addresses().size());
        node.close();
    }
}
