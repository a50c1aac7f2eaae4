package org.wirelathe.ip.ndp;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.wirelathe.api.net.RouteEntry;
import org.wirelathe.ip.v6.Ipv6Core;
import org.wirelathe.wire.IpPrefix;

/** The prefixes whose addresses are on the link, as routers have said (RFC 4861 §5.1, §6.3.4). */
final class PrefixList implements Ageing {
    /** Most prefixes that are kept; the rest of a flood is not. */
    static final int MOST = 64;
    /** Of the routes to them (Linux: IP6_RT_PRIO_ADDRCONF). */
    static final int METRIC = 256;

    private static final class OnLink {
        final RouteEntry route;
        long validUntil;

        OnLink(RouteEntry route) {
            this.route = route;
        }
    }

    private final Ipv6Core core;
    private final String device;
    private final int metric;
    private final List<OnLink> prefixes = new ArrayList<>();

    /** @param index of the interface: routes of two interfaces do not stand in each other's place */
    PrefixList(Ipv6Core core, String device, int index) {
        this.core = core;
        this.device = device;
        metric = METRIC + index;
    }

    /** A router says until when a prefix is on the link, ns; {@code now} or before when it is not. */
    void advertised(IpPrefix prefix, long now, long validUntil) {
        OnLink known = find(prefix);
        if (validUntil <= now) {
            if (known != null) {
                prefixes.remove(known);
                core.removeRoute(known.route);
            }
            return;
        }
        if (known == null) {
            if (prefixes.size() == MOST) {
                return;
            }
            known = new OnLink(new RouteEntry(prefix, RouteEntry.Kind.UNICAST,
                    List.of(new RouteEntry.NextHop(Optional.empty(), Optional.of(device), 1)), metric,
                    Optional.empty(), Optional.empty(), RouteEntry.Origin.ADVERTISED));
            prefixes.add(known);
            core.addRoute(known.route);
        }
        known.validUntil = validUntil;
    }

    private OnLink find(IpPrefix prefix) {
        for (OnLink known : prefixes) {
            if (known.route.to().equals(prefix)) {
                return known;
            }
        }
        return null;
    }

    void clear() {
        age(Long.MAX_VALUE);
    }

    @Override
    public long next() {
        long next = Long.MAX_VALUE;
        for (OnLink known : prefixes) {
            next = Math.min(next, known.validUntil);
        }
        return next;
    }

    @Override
    public void age(long now) {
        for (int i = prefixes.size() - 1; i >= 0; i--) {
            if (prefixes.get(i).validUntil <= now) {
                core.removeRoute(prefixes.remove(i).route);
            }
        }
    }
}
