package org.wirelathe.lab.internal.routing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.wirelathe.api.net.RouteEntry;
import org.wirelathe.model.Lab;
import org.wirelathe.model.LabFile;
import org.wirelathe.model.Link;
import org.wirelathe.model.RouteText;
import org.wirelathe.model.Vocabulary;

/** Which routes a lab's nodes get, by hand. */
class ComputedRoutesTest {
    /** Five routers in a ring; a host at r1 and one at r3. */
    static final String RING = """
            nodes:
              a:  { type: host, interfaces: { eth0: [10.0.1.1/24, 2001:db8:1::1/64] } }
              b:  { type: host, interfaces: { eth0: [10.0.3.1/24, 2001:db8:3::1/64] } }
              r1: { type: router, interfaces: { lan: [10.0.1.254/24, 2001:db8:1::fe/64], e: 10.0.12.1/24, w: 10.0.51.1/24 } }
              r2: { type: router, interfaces: { w: 10.0.12.2/24, e: 10.0.23.2/24 } }
              r3: { type: router, interfaces: { lan: [10.0.3.254/24, 2001:db8:3::fe/64], w: 10.0.23.3/24, e: 10.0.34.3/24 } }
              r4: { type: router, interfaces: { w: 10.0.34.4/24, e: 10.0.45.4/24 } }
              r5: { type: router, interfaces: { w: 10.0.45.5/24, e: 10.0.51.5/24 } }
            links:
              - { between: [a:eth0, r1:lan], rate: 1 Gbit/s }
              - { between: [b:eth0, r3:lan], rate: 1 Gbit/s }
              - { between: [r1:e, r2:w], rate: 1 Gbit/s }
              - { between: [r2:e, r3:w], rate: 1 Gbit/s }
              - { between: [r3:e, r4:w], rate: 1 Gbit/s }
              - { between: [r4:e, r5:w], rate: 1 Gbit/s }
              - { between: [r5:e, r1:w], rate: 1 Gbit/s }
            routing: computed
            """;

    static Lab lab(String text) {
        return LabFile.parse(text, "f", Vocabulary.ANY).lab()
                .orElseThrow(() -> new AssertionError(LabFile.parse(text, "f", Vocabulary.ANY).problems()));
    }

    private static List<String> routes(Lab lab, String node, int... cut) {
        Set<Link> links = new HashSet<>();
        for (int i : cut) {
            links.add(lab.links().get(i));
        }
        Map<String, List<RouteEntry>> all = ComputedRoutes.of(lab, links);
        return all.get(node).stream().map(RouteText::of).map(t -> t.replace(" metric 20", "")).toList();
    }

    @Test
    void aRingIsCrossedOnItsShorterSide() {
        Lab lab = lab(RING);
        assertEquals(List.of("10.0.3.0/24 via 10.0.12.2 dev e", "10.0.23.0/24 via 10.0.12.2 dev e",
                "10.0.34.0/24 via 10.0.12.2 dev e or 10.0.51.5 dev w", "10.0.45.0/24 via 10.0.51.5 dev w"),
                routes(lab, "r1"), "two hops either way to the network between r3 and r4");
    }

    @Test
    void hostsLearnTheWaysToo() {
        assertEquals(List.of("10.0.3.0/24 via 10.0.1.254 dev eth0", "10.0.12.0/24 via 10.0.1.254 dev eth0",
                "10.0.23.0/24 via 10.0.1.254 dev eth0", "10.0.34.0/24 via 10.0.1.254 dev eth0",
                "10.0.45.0/24 via 10.0.1.254 dev eth0", "10.0.51.0/24 via 10.0.1.254 dev eth0"),
                routes(lab(RING), "a"));
    }

    @Test
    void aHostKeepsToItsGatewayAndARouterToItsRoutes() {
        String text = RING.replace("eth0: [10.0.1.1/24, 2001:db8:1::1/64] }",
                "eth0: [10.0.1.1/24, 2001:db8:1::1/64] }, gateway: 10.0.1.254")
                .replace("r5: { type: router,", "r5: { type: router, routes: [{ to: default, via: 10.0.51.1 }],");
        assertEquals(List.of(), routes(lab(text), "a"));
        assertEquals(List.of(), routes(lab(text), "r5"));
    }

    @Test
    void aCutSendsEverythingRoundTheOtherSide() {
        Lab lab = lab(RING);
        assertEquals(List.of("10.0.3.0/24 via 10.0.51.5 dev w", "10.0.23.0/24 via 10.0.51.5 dev w",
                "10.0.34.0/24 via 10.0.51.5 dev w", "10.0.45.0/24 via 10.0.51.5 dev w"), routes(lab, "r1", 2));
        assertEquals(List.of("10.0.1.0/24 via 10.0.23.3 dev e", "10.0.3.0/24 via 10.0.23.3 dev e",
                "10.0.34.0/24 via 10.0.23.3 dev e", "10.0.45.0/24 via 10.0.23.3 dev e",
                "10.0.51.0/24 via 10.0.23.3 dev e"), routes(lab, "r2", 2));
    }

    @Test
    void aPartitionLeavesNoRoutesAcross() {
        assertEquals(List.of("10.0.45.0/24 via 10.0.51.5 dev w"), routes(lab(RING), "r1", 2, 4),
                "r1, r5 and r4 are left together, r2 and r3 on the other side");
    }

    @Test
    void theCostOfACableCounts() {
        String text = RING.replace("- { between: [r1:e, r2:w], rate: 1 Gbit/s }",
                "- { between: [r1:e, r2:w], rate: 1 Gbit/s, cost: 10 }");
        assertEquals("10.0.3.0/24 via 10.0.51.5 dev w", routes(lab(text), "r1").getFirst(), "3 against 10 + 1");
    }

    @Test
    void ipv6GoesOnlyWhereRoutersSpeakIt() {
        assertEquals(0, routes(lab(RING), "a").stream().filter(r -> r.startsWith("2001")).count(), "the ring does not");
        String text = RING.replace("e: 10.0.12.1/24", "e: [10.0.12.1/24, 2001:db8:12::1/64]")
                .replace("w: 10.0.12.2/24, e: 10.0.23.2/24",
                        "w: [10.0.12.2/24, 2001:db8:12::2/64], e: [10.0.23.2/24, 2001:db8:23::2/64]")
                .replace("w: 10.0.23.3/24", "w: [10.0.23.3/24, 2001:db8:23::3/64]");
        assertEquals(List.of("2001:db8:3::/64 via 2001:db8:12::2 dev e", "2001:db8:23::/64 via 2001:db8:12::2 dev e"),
                routes(lab(text), "r1").stream().filter(r -> r.startsWith("2001")).toList());
    }

    /** Two routers on one switch, both with a way to the far network: the host shares its flows between them. */
    @Test
    void acrossASwitchEveryRouterIsANeighbour() {
        Lab lab = lab("""
                nodes:
                  h: { type: host, interfaces: { eth0: 10.0.1.1/24 } }
                  r1: { type: router, interfaces: { a: 10.0.1.253/24, b: 10.0.2.253/24 } }
                  r2: { type: router, interfaces: { a: 10.0.1.254/24, b: 10.0.2.254/24 } }
                  near: { type: switch, ports: 4 }
                  far: { type: switch, ports: 4 }
                links:
                  - { between: [h:eth0, near:p1], rate: 1 Gbit/s }
                  - { between: [r1:a, near:p2], rate: 1 Gbit/s }
                  - { between: [r2:a, near:p3], rate: 1 Gbit/s }
                  - { between: [r1:b, far:p1], rate: 1 Gbit/s }
                  - { between: [r2:b, far:p2], rate: 1 Gbit/s }
                routing: computed
                """);
        assertEquals(List.of("10.0.2.0/24 via 10.0.1.253 dev eth0 or 10.0.1.254 dev eth0"), routes(lab, "h"));
        assertEquals(List.of("10.0.2.0/24 via 10.0.1.254 dev eth0"), routes(lab, "h", 3), "r1's far cable is cut");
        assertEquals(List.of(), routes(lab, "h", 0));
    }
}
