package org.wirelathe.ip;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;

import org.wirelathe.api.net.PrefixTable;
import org.wirelathe.api.net.RouteEntry;
import org.wirelathe.wire.IpPrefix;

/**
 * The routes of one family for packets from the same sources: for each prefix those that there are, the smallest metric
 * first. The layer's own routes stand apart: one to the node itself is before all others, so that nobody takes an
 * address from it, and one to a subnet is behind another of its metric, to be there again when that has gone.
 */
final class RouteTable {
    /** The sources whose packets it is for; empty for all. */
    final Optional<IpPrefix> from;
    private static final Comparator<Route> ORDER = Comparator.comparing((Route route) -> !route.isForThisNode())
            .thenComparing(route -> route.entry.metric()).thenComparing(RouteTable::isOwn);

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

    private static boolean isOwn(Route route) {
        return isOwn(route.entry);
    }

    private static boolean isOwn(RouteEntry entry) {
        return entry.origin() == RouteEntry.Origin.KERNEL;
    }

    /** Adds a route, in place of the one with the same prefix and metric. */
    void put(Route route) {
        IpPrefix to = route.entry.to();
        List<Route> all = of(to);
        all.removeIf(other -> other.entry.metric() == route.entry.metric() && isOwn(other) == isOwn(route));
        all.add(route);
        all.sort(ORDER);
        chain(to, all);
    }

    /** Whether there is one that {@link #put} would put this one in the place of. */
    boolean has(RouteEntry entry) {
        return of(entry.to()).stream().anyMatch(
                other -> other.entry.metric() == entry.metric() && isOwn(other) == isOwn(entry));
    }

    /** Takes out the route with that prefix and metric, the layer's own last; returns whether there was one. */
    boolean remove(RouteEntry entry) {
        Route found = null;
        for (Route route : of(entry.to())) {
            boolean meant = route.entry.metric() == entry.metric() && (isOwn(route) || !isOwn(entry));
            if (meant && (found == null || isOwn(found))) {
                found = route;
            }
        }
        if (found != null) {
            remove(found);
        }
        return found != null;
    }

    private void remove(Route route) {
        List<Route> all = of(route.entry.to());
        all.remove(route);
        chain(route.entry.to(), all);
    }

    /** Takes out all those, and answers which they were. */
    List<Route> removeAll(Predicate<Route> which) {
        List<Route> gone = new ArrayList<>();
        forEach(route -> {
            if (which.test(route)) {
                gone.add(route);
            }
        });
        gone.forEach(this::remove);
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
