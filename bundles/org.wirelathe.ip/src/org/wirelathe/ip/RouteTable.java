package org.wirelathe.ip;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;

import org.wirelathe.api.net.PrefixTable;
import org.wirelathe.wire.IpPrefix;

/**
 * The routes of one family for packets from the same sources: for each prefix those that there are, the smallest metric
 * first.
 */
final class RouteTable {
    /** The sources whose packets it is for; empty for all. */
    final Optional<IpPrefix> from;
    private final PrefixTable<Route> best;

    RouteTable(Optional<IpPrefix> from, PrefixTable<Route> empty) {
        this.from = from;
        best = empty;
    }

    /** The route of the longest prefix that an IPv4 address matches, of the smallest metric; {@code null} for none. */
    Route find(int address) {
        return best.find(address);
    }

    /** The same for an address of either family. */
    Route find(long high, long low) {
        return best.find(high, low);
    }

    boolean isEmpty() {
        return best.size() == 0;
    }

    /** Adds a route, in place of the one with the same prefix and metric. */
    void put(Route route) {
        IpPrefix to = route.entry.to();
        int metric = route.entry.metric();
        List<Route> all = of(to);
        all.removeIf(other -> other.entry.metric() == metric);
        int at = 0;
        while (at < all.size() && all.get(at).entry.metric() < metric) {
            at++;
        }
        all.add(at, route);
        chain(to, all);
    }

    /** Whether there is a route with that prefix and metric. */
    boolean has(IpPrefix to, int metric) {
        return of(to).stream().anyMatch(route -> route.entry.metric() == metric);
    }

    /** Takes out the route with that prefix and metric; returns whether there was one. */
    boolean remove(IpPrefix to, int metric) {
        List<Route> all = of(to);
        boolean removed = all.removeIf(route -> route.entry.metric() == metric);
        if (removed) {
            chain(to, all);
        }
        return removed;
    }

    /** Takes out all those, and answers which they were. */
    List<Route> removeAll(Predicate<Route> which) {
        List<Route> gone = new ArrayList<>();
        forEach(route -> {
            if (which.test(route)) {
                gone.add(route);
            }
        });
        gone.forEach(route -> remove(route.entry.to(), route.entry.metric()));
        return gone;
    }

    /** Shows all routes by prefix, length and metric. */
    void forEach(Consumer<Route> visitor) {
        best.forEach((prefix, first) -> {
            for (Route route = first; route != null; route = route.worse) {
                visitor.accept(route);
            }
        });
    }

    /** The route of exactly that prefix and the smallest metric, or {@code null}. */
    Route exact(IpPrefix to) {
        return best.exact(to);
    }

    private List<Route> of(IpPrefix to) {
        List<Route> all = new ArrayList<>(1);
        for (Route route = best.exact(to); route != null; route = route.worse) {
            all.add(route);
        }
        return all;
    }

    private void chain(IpPrefix to, List<Route> all) {
        if (all.isEmpty()) {
            best.remove(to);
            return;
        }
        Route worse = null;
        for (Route route : all.reversed()) {
            route.worse = worse;
            worse = route;
        }
        best.put(to, Objects.requireNonNull(worse));
    }
}
