package org.wirelathe.ip.ndp;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.wirelathe.api.net.RouteEntry;
import org.wirelathe.ip.v6.Ipv6Core;
import org.wirelathe.wire.IpAddress;
import org.wirelathe.wire.IpPrefix;

/**
 * The default router list of an interface (RFC 4861 §5.1, §6.3.6). The first of the list is the one in use; one that
 * does not answer goes to the end, so that all get their turn.
 */
final class DefaultRouters implements Ageing {
    /** Most routers that are kept; the rest of a flood is not. */
    static final int MOST = 16;
    /** Of the route through a router that has advertised itself (Linux: IP6_RT_PRIO_ADDRCONF and more). */
    static final int METRIC = 1024;

    private static final class Router {
        final IpAddress address;
        long validUntil;

        Router(IpAddress address) {
            this.address = address;
        }
    }

    private final Ipv6Core core;
    private final String device;
    private final int metric;
    private final List<Router> routers = new ArrayList<>();
    private RouteEntry route;

    /** @param index of the interface: routes of two interfaces do not stand in each other's place */
    DefaultRouters(Ipv6Core core, String device, int index) {
        this.core = core;
        this.device = device;
        metric = METRIC + index;
    }

    /** A router says until when it is one, ns (RFC 4861 §6.3.4); {@code now} or before when it is none. */
    void advertised(IpAddress address, long now, long validUntil) {
        Router router = find(address);
        if (validUntil <= now) {
            remove(address);
            return;
        }
        if (router == null) {
            if (routers.size() == MOST) {
                return;
            }
            router = new Router(address);
            routers.add(router);
        }
        router.validUntil = validUntil;
        choose();
    }

    private Router find(IpAddress address) {
        for (Router router : routers) {
            if (router.address.equals(address)) {
                return router;
            }
        }
        return null;
    }

    /** It is none any more. */
    void remove(IpAddress address) {
        routers.removeIf(router -> router.address.equals(address));
        choose();
    }

    /** It does not answer: the next one gets its turn. */
    void unreachable(IpAddress address) {
        Router router = find(address);
        if (router != null) {
            routers.remove(router);
            routers.add(router);
            choose();
        }
    }

    void clear() {
        routers.clear();
        choose();
    }

    private void choose() {
        if (routers.isEmpty()) {
            if (route != null) {
                core.removeRoute(route);
                route = null;
            }
            return;
        }
        Optional<IpAddress> gateway = Optional.of(routers.getFirst().address);
        if (route == null || !route.hops().getFirst().gateway().equals(gateway)) {
            route = new RouteEntry(IpPrefix.DEFAULT_V6, RouteEntry.Kind.UNICAST,
                    List.of(new RouteEntry.NextHop(gateway, Optional.of(device), 1)), metric, Optional.empty(),
                    Optional.empty(), RouteEntry.Origin.ADVERTISED);
            core.addRoute(route);
        }
    }

    @Override
    public long next() {
        long next = Long.MAX_VALUE;
        for (Router router : routers) {
            next = Math.min(next, router.validUntil);
        }
        return next;
    }

    @Override
    public void age(long now) {
        if (routers.removeIf(router -> router.validUntil <= now)) {
            choose();
        }
    }
}
