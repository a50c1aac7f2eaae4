package org.wirelathe.ip.ndp;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.wirelathe.api.net.RouteEntry;
import org.wirelathe.ip.v6.Ipv6Core;
import org.wirelathe.wire.IpAddress;
import org.wirelathe.wire.IpPrefix;

/** The better first hops that routers have told this host of (RFC 4861 §8.3), each good for a time. */
final class Redirects implements Ageing {
    /** Most that are kept; then the oldest goes. */
    static final int MOST = 64;
    /** How long one is believed, ns: as long as a path MTU. */
    static final long LIFETIME = 600 * Constants.SECOND;

    private record Better(RouteEntry route, IpAddress hop, long until) {
    }

    private final Ipv6Core core;
    private final String device;
    private final List<Better> list = new ArrayList<>();

    Redirects(Ipv6Core core, String device) {
        this.core = core;
        this.device = device;
    }

    /** Packets to a destination go to that neighbour from now on; when it is the destination, it is on the link. */
    void add(IpAddress destination, IpAddress hop, long now) {
        IpPrefix to = new IpPrefix(destination, destination.bits());
        list.removeIf(one -> one.route.to().equals(to));
        if (list.size() == MOST) {
            core.removeRoute(list.removeFirst().route);
        }
        RouteEntry route = new RouteEntry(to, RouteEntry.Kind.UNICAST,
                List.of(new RouteEntry.NextHop(hop.equals(destination) ? Optional.empty() : Optional.of(hop),
                        Optional.of(device), 1)), 0, Optional.empty(), Optional.empty(), RouteEntry.Origin.REDIRECT);
        list.add(new Better(route, hop, now + LIFETIME));
        core.addRoute(route);
    }

    /** That neighbour is no way on any more: packets take the way that they took before. */
    void remove(IpAddress hop) {
        for (int i = list.size() - 1; i >= 0; i--) {
            if (list.get(i).hop.equals(hop)) {
                core.removeRoute(list.remove(i).route);
            }
        }
    }

    void clear() {
        age(Long.MAX_VALUE);
    }

    @Override
    public long next() {
        return list.isEmpty() ? Long.MAX_VALUE : list.getFirst().until;
    }

    @Override
    public void age(long now) {
        while (!list.isEmpty() && list.getFirst().until <= now) {
            core.removeRoute(list.removeFirst().route);
        }
    }
}
