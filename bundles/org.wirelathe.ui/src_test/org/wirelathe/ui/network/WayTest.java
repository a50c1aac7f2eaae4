package org.wirelathe.ui.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.wirelathe.api.net.AddressRow;
import org.wirelathe.api.net.RouteEntry;
import org.wirelathe.model.Lab;
import org.wirelathe.model.PortRef;
import org.wirelathe.model.Topology;
import org.wirelathe.model.Vocabulary;
import org.wirelathe.model.edit.LabDocument;
import org.wirelathe.ui.topology.Trail;
import org.wirelathe.wire.IpAddress;
import org.wirelathe.wire.IpPrefix;

/** The way is what the tables of the nodes say, also where they are wrong. */
class WayTest {
    private static final IpAddress ALICE = IpAddress.parse("10.0.1.1");
    private static final IpAddress BOB = IpAddress.parse("10.0.2.1");

    /** alice, a switch, r1; two routers beside each other; r3 and bob. */
    private static final Topology RHOMBUS = Topology.of(lab("""
            lab: Rhombus
            nodes:
              alice: { type: host, interfaces: { eth0: 10.0.1.1/24 }, gateway: 10.0.1.254 }
              s: { type: switch, ports: 2 }
              r1: { type: router, interfaces: { eth0: 10.0.1.254/24, eth1: 10.1.12.1/24, eth2: 10.1.14.1/24 } }
              r2: { type: router, interfaces: { eth0: 10.1.12.2/24, eth1: 10.1.23.2/24 } }
              r4: { type: router, interfaces: { eth0: 10.1.14.4/24, eth1: 10.1.34.4/24 } }
              r3: { type: router, interfaces: { eth0: 10.1.23.3/24, eth1: 10.1.34.3/24, eth2: 10.0.2.254/24 } }
              bob: { type: host, interfaces: { eth0: 10.0.2.1/24 }, gateway: 10.0.2.254 }
            links:
              - { between: [alice:eth0, s:p1], rate: 1 Gbit/s }
              - { between: [r1:eth0, s:p2], rate: 1 Gbit/s }
              - { between: [r1:eth1, r2:eth0], rate: 1 Gbit/s }
              - { between: [r2:eth1, r3:eth0], rate: 1 Gbit/s }
              - { between: [r1:eth2, r4:eth0], rate: 1 Gbit/s }
              - { between: [r4:eth1, r3:eth1], rate: 1 Gbit/s }
              - { between: [r3:eth2, bob:eth0], rate: 1 Gbit/s }
            """));

    private static Lab lab(String text) {
        LabDocument document = new LabDocument(text, "test.yaml", Vocabulary.ANY);
        return document.lab().orElseThrow(() -> new AssertionError(document.problems()));
    }

    private final Map<String, Station> stations = new HashMap<>(Map.of(
            "alice", station(List.of("eth0 10.0.1.1/24"), Given.via("0.0.0.0/0", "10.0.1.254")),
            "r1", station(List.of("eth0 10.0.1.254/24", "eth1 10.1.12.1/24", "eth2 10.1.14.1/24"),
                    Given.via("10.0.2.0/24", "10.1.12.2", "10.1.14.4")),
            "r2", station(List.of("eth0 10.1.12.2/24", "eth1 10.1.23.2/24"), Given.via("10.0.2.0/24", "10.1.23.3")),
            "r4", station(List.of("eth0 10.1.14.4/24", "eth1 10.1.34.4/24"), Given.via("10.0.2.0/24", "10.1.34.3")),
            "r3", station(List.of("eth0 10.1.23.3/24", "eth1 10.1.34.3/24", "eth2 10.0.2.254/24"),
                    Given.connected("10.0.2.0/24", "eth2"), Given.via("10.0.0.0/8", "10.1.23.2")),
            "bob", Station.of(rows(List.of("eth0 10.0.2.1/24")), true, List.of(), ALICE, BOB)));

    private static Station station(List<String> addresses, RouteEntry... routes) {
        return Station.of(rows(addresses), false, List.of(routes), ALICE, BOB);
    }

    private static List<AddressRow> rows(List<String> addresses) {
        return addresses.stream().map(text -> Given.address(text.split(" ")[0], text.split(" ")[1])).toList();
    }

    private Way follow() {
        return Way.follow(RHOMBUS, stations, "alice", BOB);
    }

    // B18: the longest prefix wins, r3 does not send it back over 10.0.0.0/8
    @Test
    void aWayThatDividesArrivesByBothShares() {
        Way way = follow();
        assertEquals(List.of(new Way.End("bob", Way.Outcome.ARRIVES)), way.ends());
        assertEquals(6, way.legs().size());
        assertEquals(2, way.legs().stream().filter(Way.Leg::shared).count());
        assertEquals("alice \u2192 \u2026 \u2192 bob, divided at r1", way.text());
    }

    @Test
    void aLoopIsShownWhereItCloses() {
        stations.put("r1", station(List.of("eth0 10.0.1.254/24", "eth1 10.1.12.1/24"),
                Given.via("10.0.2.0/24", "10.1.12.2")));
        stations.put("r2", station(List.of("eth0 10.1.12.2/24"), Given.via("10.0.2.0/24", "10.1.12.1")));
        assertEquals(List.of(new Way.End("r1", Way.Outcome.LOOPS)), follow().ends());
        assertEquals("alice \u2192 r1 \u2192 r2: r1 loops", follow().text());
    }

    @Test
    void aMissingRouteIsShownWhereItIsMissing() {
        stations.put("r1", station(List.of("eth0 10.0.1.254/24")));
        assertEquals(List.of(new Way.End("r1", Way.Outcome.NO_ROUTE)), follow().ends());
        stations.put("r1", station(List.of("eth0 10.0.1.254/24"),
                Given.without("10.0.2.0/24", RouteEntry.Kind.UNREACHABLE)));
        assertEquals(List.of(new Way.End("r1", Way.Outcome.REFUSED)), follow().ends());
    }

    @Test
    void aNextHopThatNobodyHasIsTheEnd() {
        stations.put("alice", station(List.of("eth0 10.0.1.1/24"), Given.via("0.0.0.0/0", "10.0.1.99")));
        assertEquals(List.of(new Way.End("alice", Way.Outcome.NOBODY)), follow().ends());
    }

    // RFC 1122 §3.3.1: a host passes nothing on
    @Test
    void aHostPassesNothingOn() {
        stations.put("r3", station(List.of("eth0 10.1.23.3/24", "eth1 10.1.34.3/24", "eth2 10.0.2.254/24"),
                Given.connected("10.0.2.0/24", "eth2")));
        stations.put("bob", station(List.of("eth0 10.0.2.1/24")));
        assertEquals(List.of(new Way.End("bob", Way.Outcome.NO_ROUTER)), follow().ends());
    }

    @Test
    void cablesLeadOverSwitches() {
        List<Trail.Leg> legs = Cables.between(RHOMBUS, new PortRef("alice", "eth0"), new PortRef("r1", "eth0"), false);
        assertEquals(2, legs.size());
        assertTrue(legs.getFirst().fromA(), "from alice to the switch");
        assertTrue(!legs.getLast().fromA(), "from the switch, which is the second end, to the router");
        assertEquals(new PortRef("s", "p2"), legs.getLast().cable().b());
    }

    @Test
    void routesForSourcesComeBeforeOthers() {
        RouteEntry all = Given.via("10.0.2.0/24", "10.1.12.2");
        RouteEntry some = new RouteEntry(all.to(), RouteEntry.Kind.PROHIBIT, List.of(), 50,
                Optional.of(IpPrefix.parse("10.0.1.0/24")), all.source(), all.origin());
        assertEquals(some, Hops.route(List.of(all, some), ALICE, BOB).orElseThrow());
        assertEquals(all, Hops.route(List.of(all, some), BOB, BOB).orElseThrow());
    }

    // RFC 6724 §2.1
    @Test
    void bothFamiliesAreTriedAndLinkLocalAddressesLast() {
        List<AddressRow> both = rows(List.of("eth0 fe80::1/64", "eth0 10.0.1.1/24", "eth0 2001:db8::1/64"));
        List<AddressRow> other = rows(List.of("eth0 fe80::2/64", "eth0 10.0.2.1/24", "eth0 2001:db8:1::2/64"));
        assertEquals(List.of(IpAddress.parse("2001:db8:1::2"), BOB, IpAddress.parse("fe80::2")),
                TrailFinder.pairs(both, other).stream().map(TrailFinder.Pair::destination).toList());
        AddressRow tried = Given.address("eth0", "2001:db8:1::2/64", AddressRow.State.TENTATIVE, Long.MAX_VALUE);
        assertEquals(List.of(), TrailFinder.pairs(both, List.of(tried)), "nobody sends to or from it yet");
    }
}
