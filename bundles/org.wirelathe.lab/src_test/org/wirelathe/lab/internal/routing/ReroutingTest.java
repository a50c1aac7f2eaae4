package org.wirelathe.lab.internal.routing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.wirelathe.api.net.Network;
import org.wirelathe.api.net.RouteEntry;
import org.wirelathe.api.time.Scheduler;
import org.wirelathe.api.time.Timer;
import org.wirelathe.model.Lab;
import org.wirelathe.model.Link;
import org.wirelathe.model.RouteText;

/** When new routes take effect, and what is said of it. */
class ReroutingTest {
    private final Lab lab = ComputedRoutesTest.lab(
            ComputedRoutesTest.RING.replace("routing: computed", "routing: { delay: 200 ms }"));
    private final Map<String, List<RouteEntry>> tables = new LinkedHashMap<>();
    private final List<String> journal = new ArrayList<>();
    private final Set<Link> cut = new HashSet<>();
    private final Map<Long, Runnable> armed = new LinkedHashMap<>();
    private long now = 5_000_000_000L;

    private Rerouting rerouting() {
        Map<String, Network> networks = new LinkedHashMap<>();
        lab.nodes().forEach(node -> networks.put(node.name(), network(node.name())));
        Rerouting rerouting = new Rerouting(lab, clock(), (kind, subject, detail) -> journal.add(subject + ": " + detail),
                networks, () -> cut);
        rerouting.install();
        return rerouting;
    }

    @SuppressWarnings("unchecked") // the second argument of replaceRoutes
    private Network network(String node) {
        return (Network) Proxy.newProxyInstance(Network.class.getClassLoader(), new Class<?>[] {Network.class},
                (self, method, arguments) -> {
                    assertEquals("replaceRoutes", method.getName());
                    assertEquals(RouteEntry.Origin.COMPUTED, arguments[0]);
                    tables.put(node, (List<RouteEntry>) arguments[1]);
                    return null;
                });
    }

    private Scheduler clock() {
        return (Scheduler) Proxy.newProxyInstance(Scheduler.class.getClassLoader(), new Class<?>[] {Scheduler.class},
                (self, method, arguments) -> switch (method.getName()) {
                    case "now" -> now;
                    case "timer" -> Proxy.newProxyInstance(Timer.class.getClassLoader(), new Class<?>[] {Timer.class},
                            (timer, arm, time) -> {
                                assertEquals("armAt", arm.getName());
                                armed.put((Long) time[0], (Runnable) arguments[0]);
                                return null;
                            });
                    default -> throw new AssertionError(method.getName());
                });
    }

    private String first(String node) {
        return RouteText.of(tables.get(node).getFirst());
    }

    @Test
    void theStartIsSilentAndAtOnce() {
        rerouting();
        assertEquals("10.0.3.0/24 via 10.0.12.2 dev e metric 20", first("r1"));
        assertEquals(List.of(), journal);
        assertEquals(Map.of(), armed);
    }

    @Test
    void aCutTakesEffectAfterTheDelay() {
        Rerouting rerouting = rerouting();
        cut.add(lab.links().get(2));
        rerouting.changed();
        assertEquals("10.0.3.0/24 via 10.0.12.2 dev e metric 20", first("r1"), "not yet");
        armed.get(5_200_000_000L).run();
        assertEquals("10.0.3.0/24 via 10.0.51.5 dev w metric 20", first("r1"));
        assertEquals("r1: 10.0.3.0/24 via 10.0.51.5 dev w metric 20, 10.0.23.0/24 via 10.0.51.5 dev w metric 20, "
                + "10.0.34.0/24 via 10.0.51.5 dev w metric 20; 200 ms after the cables changed",
                journal.stream().filter(line -> line.startsWith("r1: ")).findFirst().orElseThrow());
    }

    /** The routes are those of the cables as they were that long ago: nobody knows sooner. */
    @Test
    void whatIsMendedMeanwhileIsHeardOfLater() {
        Rerouting rerouting = rerouting();
        cut.add(lab.links().get(2));
        rerouting.changed();
        now += 100_000_000;
        cut.clear();
        rerouting.changed();
        armed.get(5_200_000_000L).run();
        assertEquals("10.0.3.0/24 via 10.0.51.5 dev w metric 20", first("r1"));
        armed.get(5_300_000_000L).run();
        assertEquals("10.0.3.0/24 via 10.0.12.2 dev e metric 20", first("r1"));
    }

    @Test
    void whatLeadsNowhereIsSaidToo() {
        Rerouting rerouting = rerouting();
        cut.add(lab.links().get(0));
        rerouting.changed();
        armed.get(5_200_000_000L).run();
        assertEquals(List.of(), tables.get("a"));
        assertEquals(true, journal.getFirst().startsWith("a: no way to 10.0.3.0/24, no way to 10.0.12.0/24"), journal::toString);
    }
}
