package org.wirelathe.model;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.wirelathe.api.net.RouteEntry;

class RoutesTest {
    private static Map<String, List<RouteEntry>> routes(String text) {
        ParseResult result = LabFile.parse(text, "f", Vocabulary.ANY);
        return Routes.compute(
                result.lab().orElseThrow(() -> new AssertionError(result.problems())));
    }

    private static List<String> texts(List<RouteEntry> routes) {
        return Given.texts(routes);
    }

    @Test
    void aChainOfRoutersLearnsItsEnds() {
        Map<String, List<RouteEntry>> routes =
                routes(
                        """
                        nodes:
                          a: { type: host, interfaces: { eth0: 10.0.1.1/24 }, gateway: 10.0.1.254 }
                          r1: { type: router, interfaces: { eth0: 10.0.1.254/24, eth1: 10.0.12.1/24 } }
                          r2: { type: router, interfaces: { eth0: 10.0.12.2/24, eth1: 10.0.23.2/24 } }
                          r3: { type: router, interfaces: { eth0: 10.0.23.3/24, eth1: 10.0.3.254/24 } }
                          b: { type: host, interfaces: { eth0: 10.0.3.1/24 }, gateway: 10.0.3.254 }
                        links:
                          - { between: [a:eth0, r1:eth0], rate: 1 Gbit/s }
                          - { between: [r1:eth1, r2:eth0], rate: 1 Gbit/s }
                          - { between: [r2:eth1, r3:eth0], rate: 1 Gbit/s }
                          - { between: [r3:eth1, b:eth0], rate: 1 Gbit/s }
                        """);
        assertEquals(List.of("a", "r1", "r2", "r3", "b"), List.copyOf(routes.keySet()));
        assertEquals(List.of("0.0.0.0/0 via 10.0.1.254"), texts(routes.get("a")));
        assertEquals(
                List.of("10.0.3.0/24 via 10.0.12.2", "10.0.23.0/24 via 10.0.12.2"),
                texts(routes.get("r1")));
        assertEquals(
                List.of("10.0.1.0/24 via 10.0.12.1", "10.0.3.0/24 via 10.0.23.3"),
                texts(routes.get("r2")));
        assertEquals(
                List.of("10.0.1.0/24 via 10.0.23.2", "10.0.12.0/24 via 10.0.23.2"),
                texts(routes.get("r3")));
    }

    /** A square: r1 reaches the far corner's network over r2 or r4, equally far. */
    private static final String SQUARE =
            """
            nodes:
              r1: { type: router, interfaces: { up: 10.0.14.1/24, down: 10.0.12.1/24 } }
              r4: { type: router, interfaces: { a: 10.0.14.4/24, b: 10.0.34.4/24 } }
              r2: { type: router, interfaces: { a: 10.0.12.2/24, b: 10.0.23.2/24 } }
              r3: { type: router, interfaces: { a: 10.0.23.3/24, b: 10.0.34.3/24, lan: 10.0.3.254/24 } }
              h: { type: host, interfaces: { eth0: 10.0.3.1/24 }, gateway: 10.0.3.254 }
            links:
              - { between: [r1:up, r4:a], rate: 1 Gbit/s }
              - { between: [r1:down, r2:a], rate: 1 Gbit/s }
              - { between: [r2:b, r3:a], rate: 1 Gbit/s }
              - { between: [r4:b, r3:b], rate: 1 Gbit/s }
              - { between: [r3:lan, h:eth0], rate: 1 Gbit/s }
            """;

    @Test
    void ofEquallyShortWaysTheNeighboursNameDecides() {
        Map<String, List<RouteEntry>> routes = routes(SQUARE);
        assertEquals(
                List.of(
                        "10.0.3.0/24 via 10.0.12.2",
                        "10.0.23.0/24 via 10.0.12.2",
                        "10.0.34.0/24 via 10.0.14.4"),
                texts(routes.get("r1")));
        assertEquals(
                List.of(
                        "10.0.3.0/24 via 10.0.34.3",
                        "10.0.12.0/24 via 10.0.14.1",
                        "10.0.23.0/24 via 10.0.34.3"),
                texts(routes.get("r4")));
    }

    @Test
    void ofParallelCablesTheOwnInterfacesNameDecides() {
        Map<String, List<RouteEntry>> routes =
                routes(
                        """
                        nodes:
                          r1: { type: router, interfaces: { z: 10.0.1.1/24, b: 10.0.2.1/24 } }
                          r2: { type: router, interfaces: { a: 10.0.1.2/24, y: 10.0.2.2/24, lan: 10.0.9.1/24 } }
                        links:
                          - { between: [r1:z, r2:a], rate: 1 Gbit/s }
                          - { between: [r1:b, r2:y], rate: 1 Gbit/s }
                        """);
        assertEquals(List.of("10.0.9.0/24 via 10.0.2.2"), texts(routes.get("r1")));
    }

    @Test
    void staticRoutesAreKeptAsTheyAre() {
        String text =
                SQUARE.replace(
                        "down: 10.0.12.1/24 }",
                        "down: 10.0.12.1/24 }, routes: [{ to: 10.0.3.0/24, via: 10.0.14.4 }],"
                                + " gateway: 10.0.12.2");
        Map<String, List<RouteEntry>> routes = routes(text);
        assertEquals(
                List.of("10.0.3.0/24 via 10.0.14.4", "0.0.0.0/0 via 10.0.12.2"),
                texts(routes.get("r1")));
    }

    @Test
    void hostsPassNothingOn() {
        String text = SQUARE.replace("r2: { type: router", "r2: { type: host");
        Map<String, List<RouteEntry>> routes = routes(text);
        assertEquals(
                List.of(
                        "10.0.3.0/24 via 10.0.14.4",
                        "10.0.23.0/24 via 10.0.14.4",
                        "10.0.34.0/24 via 10.0.14.4"),
                texts(routes.get("r1")));
        assertEquals(List.of(), routes.get("r2"));
    }

    @Test
    void anIslandGetsNoRoutes() {
        String text =
                SQUARE.replace("  - { between: [r3:lan, h:eth0], rate: 1 Gbit/s }\n", "")
                        .replace(
                                "\nlinks",
                                "\n  r9: { type: router, interfaces: { a: 10.9.9.9/24 } }\nlinks");
        assertEquals(List.of(), routes(text).get("r9"));
    }
}
