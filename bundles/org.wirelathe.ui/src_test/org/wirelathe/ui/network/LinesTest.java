package org.wirelathe.ui.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.wirelathe.api.link.Bridge;
import org.wirelathe.api.link.NeighbourRow;
import org.wirelathe.api.link.NeighbourState;
import org.wirelathe.api.net.AddressRow;
import org.wirelathe.api.net.RouteEntry;
import org.wirelathe.wire.IpAddress;
import org.wirelathe.wire.IpPrefix;

/** What the tables say of a node; the texts are those of ip-address(8), ip-route(8) and ip-neighbour(8). */
class LinesTest {
    private static final List<AddressRow> HERE = List.of(Given.address("eth0", "10.0.1.1/24"),
            Given.address("eth1", "10.0.2.1/24"));

    private static List<String> row(Line line) {
        return line.rows().getFirst();
    }

    private static Line route(RouteEntry route) {
        return RouteLines.of(Given.tables(HERE, route)).getFirst();
    }

    @Test
    void anAddressHasItsStateAndItsLifetimes() {
        List<Line> lines = AddressLines.of(Given.tables(List.of(HERE.getFirst(),
                Given.address("eth0", "fe80::1/64", AddressRow.State.TENTATIVE, Long.MAX_VALUE),
                Given.address("eth0", "2001:db8::1/64", AddressRow.State.DEPRECATED, 86_400_000_000_000L),
                Given.address("eth0", "2001:db8::2/64", AddressRow.State.DUPLICATE, Long.MAX_VALUE))));
        assertEquals(List.of("eth0", "10.0.1.1/24", "preferred", "for ever", "for ever"), row(lines.getFirst()));
        assertEquals("24 h", row(lines.get(2)).get(3));
        assertEquals("eth0    inet 10.0.1.1/24 scope global valid_lft forever preferred_lft forever",
                lines.getFirst().text());
        assertTrue(lines.get(1).text().startsWith("eth0    inet6 fe80::1/64 scope link tentative valid_lft"));
        assertTrue(lines.get(2).text().endsWith("deprecated valid_lft 86400sec preferred_lft 86400sec"));
        assertTrue(lines.get(3).trouble());
        assertTrue(lines.get(3).about().contains("somebody else"));
    }

    @Test
    void whatOnlyGrowsOldIsNoChange() {
        AddressRow young = Given.address("eth0", "2001:db8::1/64", AddressRow.State.PREFERRED, 5_000_000_000L);
        AddressRow old = Given.address("eth0", "2001:db8::1/64", AddressRow.State.PREFERRED, 1_000_000_000L);
        Line before = AddressLines.of(Given.tables(List.of(young))).getFirst();
        Line after = AddressLines.of(Given.tables(List.of(old))).getFirst();
        assertEquals(before.key(), after.key());
        assertEquals(before.state(), after.state());
    }

    @Test
    void aRouteWithoutAnInterfaceLeavesWhereItsGatewayIs() {
        Line line = route(Given.via("0.0.0.0/0", "10.0.2.254"));
        assertEquals(List.of("default", "10.0.2.254", "eth1", "0", "unicast", "static"), row(line));
        assertEquals("default via 10.0.2.254 dev eth1 proto static", line.text());
        assertEquals("10.0.1.0/24 dev eth0 proto kernel", route(Given.connected("10.0.1.0/24", "eth0")).text());
        assertTrue(line.about().contains("which no longer prefix fits"), line.about());
    }

    // RFC 2992: each next hop on a line of its own
    @Test
    void severalNextHopsAreLinesOfOneRoute() {
        Line line = route(Given.via("2001:db8:9::/48", "fe80::a", "fe80::b"));
        assertEquals(2, line.rows().size());
        assertEquals("fe80::a  \u00d71", line.rows().get(0).get(1));
        assertEquals("", line.rows().get(1).get(0));
        assertEquals("2001:db8:9::/48 proto static\n\tnexthop via fe80::a weight 1\n\tnexthop via fe80::b weight 1",
                line.text());
        assertTrue(line.about().contains("ECMP"));
    }

    @Test
    void aRouteThatRefusesIsTrouble() {
        Line line = route(Given.without("10.9.0.0/16", RouteEntry.Kind.BLACKHOLE));
        assertEquals("blackhole 10.9.0.0/16 proto static", line.text());
        assertTrue(line.trouble());
        assertFalse(route(Given.connected("10.0.1.0/24", "eth0")).trouble());
        Line policy = route(new RouteEntry(IpPrefix.parse("10.9.0.0/16"), RouteEntry.Kind.UNREACHABLE, List.of(), 7,
                Optional.of(IpPrefix.parse("10.0.1.0/24")), Optional.empty(), RouteEntry.Origin.ADVERTISED));
        assertEquals("unreachable 10.9.0.0/16 from 10.0.1.0/24 proto ra metric 7", policy.text());
    }

    @Test
    void routesSortByFamilyAddressAndLength() {
        String v4 = route(Given.connected("10.0.1.0/24", "eth0")).order().getFirst();
        String longer = route(Given.connected("10.0.1.0/25", "eth0")).order().getFirst();
        String v6 = route(Given.connected("::/0", "eth0")).order().getFirst();
        assertTrue(v4.compareTo(longer) < 0);
        assertTrue(longer.compareTo(v6) < 0);
    }

    @Test
    void neighboursOfBothFamilies() {
        NetworkTables tables = new NetworkTables(0, HERE, List.of(), 0, List.of(
                new NetworkTables.Neighbour("eth0", new NeighbourRow(IpAddress.parse("10.0.1.254"), 0x0200_0000_0001L,
                        NeighbourState.REACHABLE, 1_000_000, 0)),
                new NetworkTables.Neighbour("eth0", new NeighbourRow(IpAddress.parse("fe80::1"), -1,
                        NeighbourState.INCOMPLETE, 1_000_000, 3))), List.of(), List.of());
        List<Line> lines = NeighbourLines.neighbours(tables);
        assertEquals(List.of("10.0.1.254", "02:00:00:00:00:01", "eth0", "ARP", "reachable", "1 ms"),
                row(lines.getFirst()));
        assertEquals(List.of("fe80::1", "\u2013", "eth0", "ND", "incomplete, 3 wait", "1 ms"), row(lines.getLast()));
        assertEquals("10.0.1.254 dev eth0 lladdr 02:00:00:00:00:01 REACHABLE", lines.getFirst().text());
        assertEquals("fe80::1 dev eth0 INCOMPLETE", lines.getLast().text());
    }

    @Test
    void shutPortsOfASwitchStandFirst() {
        NetworkTables tables = new NetworkTables(0, List.of(), List.of(), 0, List.of(),
                List.of(new Bridge.StationRow(0x0200_0000_0001L, 10, "p1", 0)),
                List.of(new Bridge.PortRow("p1", false, ""), new Bridge.PortRow("p2", true, "p1 hears it")));
        assertTrue(tables.isSwitch());
        List<Line> lines = NeighbourLines.stations(tables);
        assertEquals(List.of("shut: a loop", "p2", "", ""), row(lines.getFirst()));
        assertTrue(lines.getFirst().trouble());
        assertEquals(List.of("02:00:00:00:00:01", "p1", "10", "0 \u00b5s"), row(lines.getLast()));
    }
}
