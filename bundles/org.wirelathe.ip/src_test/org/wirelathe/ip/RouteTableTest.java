package org.wirelathe.ip;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.wirelathe.ip.TestNode.a;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.wirelathe.wire.Ipv4;

/** B18. */
class RouteTableTest {
    private final RouteTable table = new RouteTable();

    private Route put(Route.Kind kind, String prefix, int length) {
        Route route = new Route(kind, a(prefix), length, null, 0, 1, 1500);
        table.put(route);
        return route;
    }

    private Route put(String prefix, int length) {
        return put(Route.Kind.UNICAST, prefix, length);
    }

    @Test
    void b18LongestPrefixWins() {
        Route all = put("0.0.0.0", 0);
        Route ten = put("10.0.0.0", 8);
        Route net = put("10.1.2.0", 24);
        Route half = put("10.1.2.128", 25);
        Route host = put("10.1.2.200", 32);
        assertSame(all, table.find(a("11.0.0.1")));
        assertSame(ten, table.find(a("10.1.3.1")));
        assertSame(net, table.find(a("10.1.2.127")));
        assertSame(half, table.find(a("10.1.2.128")));
        assertSame(half, table.find(a("10.1.2.201")));
        assertSame(host, table.find(a("10.1.2.200")));
    }

    @Test
    void withoutADefaultThereMayBeNoRoute() {
        assertNull(table.find(a("10.0.0.1")));
        put("10.0.0.0", 8);
        assertNull(table.find(a("11.0.0.1")));
    }

    @Test
    void cachedDestinationFollowsAChange() {
        put("0.0.0.0", 0);
        table.find(a("10.1.2.3"));
        Route better = put("10.1.0.0", 16);
        assertSame(better, table.find(a("10.1.2.3")));
        Route replaced = put("10.1.0.0", 16);
        assertSame(replaced, table.find(a("10.1.2.3")));
        assertSame(replaced, table.exact(a("10.1.0.0"), 16));
    }

    @Test
    void bitsBehindThePrefixDoNotMatter() {
        Route route = put("10.1.2.3", 16);
        assertEquals(a("10.1.0.0"), route.prefix);
        assertSame(route, table.find(a("10.1.9.9")));
    }

    @Test // RFC 1122 §3.2.1.3: what names no single node takes no route to one
    void defaultRouteIsForSingleNodesOnly() {
        put("0.0.0.0", 0);
        for (String address : new String[] {"224.0.0.1", "255.255.255.255", "240.1.1.1", "127.0.0.1", "0.0.0.0"}) {
            assertNull(table.find(a(address)), address);
        }
        Route broadcast = put(Route.Kind.BROADCAST, "255.255.255.255", 32);
        Route self = put(Route.Kind.LOCAL, "127.0.0.0", 8);
        assertSame(broadcast, table.find(Ipv4.BROADCAST));
        assertSame(self, table.find(a("127.1.1.1")));
        assertTrue(table.isLocal(a("127.1.1.1")));
        assertFalse(table.isLocal(Ipv4.BROADCAST));
        assertFalse(table.isLocal(a("9.9.9.9")));
    }

    @Test // 2,000 random prefixes of all lengths against a walk over all of them
    void agreesWithAWalkOverAllRoutes() {
        Random random = new Random(18);
        List<Route> routes = new ArrayList<>();
        for (int i = 0; i < 2000; i++) {
            int length = random.nextInt(33);
            int prefix = random.nextInt(8) << 29 | random.nextInt() & 0x00FF_FFFF;
            Route route = new Route(Route.Kind.UNICAST, prefix, length, null, 0, 1, 1500);
            routes.removeIf(old -> old.prefix == route.prefix && old.prefixLength == length);
            routes.add(route);
            table.put(route);
        }
        for (int i = 0; i < 20_000; i++) {
            int near = routes.get(random.nextInt(routes.size())).prefix;
            int destination = near ^ random.nextInt() >>> random.nextInt(32);
            Route best = null;
            for (Route route : routes) {
                if (Ipv4.inPrefix(destination, route.prefix, route.prefixLength)
                        && (best == null || route.prefixLength > best.prefixLength)) {
                    best = route;
                }
            }
            assertSame(Ipv4.isUnicast(destination) ? best : null, table.find(destination));
        }
    }
}
