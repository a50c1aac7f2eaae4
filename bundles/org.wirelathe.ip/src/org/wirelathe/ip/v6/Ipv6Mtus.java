package org.wirelathe.ip.v6;

import org.wirelathe.api.net.NetworkSettings;
import org.wirelathe.api.net.RouteEntry.Kind;
import org.wirelathe.api.node.NodeContext;
import org.wirelathe.api.time.Scheduler;
import org.wirelathe.ip.Routes;
import org.wirelathe.wire.Ipv6Header;

/** How large packets may be on their first hop, and on the whole path as far as is known (RFC 8201). */
final class Ipv6Mtus {
    private final Scheduler scheduler;
    private final Ipv6Ways ways;
    private final PathMtus known;
    private long age;

    Ipv6Mtus(NodeContext node, Ipv6Ways ways) {
        scheduler = node.scheduler();
        this.ways = ways;
        known = new PathMtus(node.random("ip6.pmtu").nextLong());
    }

    void settings(NetworkSettings settings) {
        age = settings.pathMtuAge();
    }

    /** Most bytes of a packet on the first hop; 0 when the route leads nowhere. */
    int link(Ipv6Route route) {
        return route.leadsOut() ? route.out.mtu() : route.kind == Kind.LOCAL ? Routes.LOOPBACK_MTU : 0;
    }

    /** Most bytes of a packet on the path as far as is known; never less than the least MTU of a link. */
    int path(Ipv6Route route, long toHigh, long toLow) {
        int link = link(route);
        return route.leadsOut() ? Math.min(link, known.mtu(toHigh, toLow, scheduler.now(), age)) : link;
    }

    /**
     * The path to a destination takes no more than so many bytes. What is less than every link of IPv6 takes (RFC 8201
     * §4, RFC 8021), and what is no less than is known, is ignored.
     */
    void learn(long toHigh, long toLow, int mtu) {
        Ipv6Route route = ways.find(0, 0, toHigh, toLow);
        if (mtu >= Ipv6Header.LEAST_MTU && route != null && mtu < path(route, toHigh, toLow)) {
            known.put(toHigh, toLow, mtu, scheduler.now());
        }
    }
}
