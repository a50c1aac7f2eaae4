package org.wirelathe.ip;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;

import org.wirelathe.api.net.PrefixTable;
import org.wirelathe.api.net.RouteEntry;
import org.wirelathe.wire.IpPrefix;

/**
 * The routes of one family. The longest prefix of the destination wins (B18); only among equal ones does it count for
 * which sources a route is, the longer prefix of those first, and then the metric (as Linux does for IPv6, and unlike
 * its rules for IPv4, which can hide a node's own subnets).
 */
final class FamilyRoutes {
    private final Supplier<PrefixTable<Route>> tables;
    private final RouteTable all;
    /** Routes for some sources only: the longest prefix of sources first. */
    private final List<RouteTable> bySource = new ArrayList<>();
    /** Moves on with every change: what was found before may be found no more. */
    int generation;

    FamilyRoutes(Supplier<PrefixTable<Route>> tables) {
        this.tables = tables;
        all = new RouteTable(Optional.empty(), tables.get());
    }

    /** The route for packets from anywhere, by destination alone. */
    Route find(int destination) {
        return all.find(destination);
    }

    Route find(long high, long low) {
        return all.find(high, low);
    }

    /** Whether sources count at all. */
    boolean hasPolicies() {
        return !bySource.isEmpty();
    }

    /** The route for packets from that source. */
    Route find(long sourceHigh, long sourceLow, long high, long low) {
        Route route = all.find(high, low);
        if (route != null && route.isForThisNode()) { // as Linux looks into its local table first
            return route;
        }
        int longest = route == null ? -1 : route.entry.to().length();
        boolean fromAll = true;
        for (int i = 0; i < bySource.size(); i++) {
            RouteTable table = bySource.get(i);
            if (table.from.get().contains(sourceHigh, sourceLow)) {
                Route other = table.find(high, low);
                if (other != null && (other.entry.to().length() > longest
                        || fromAll && other.entry.to().length() == longest)) {
                    route = other;
                    longest = other.entry.to().length();
                    fromAll = false;
                }
            }
        }
        return route;
    }

    Route exact(IpPrefix to) {
        return all.exact(to);
    }

    boolean has(RouteEntry entry) {
        return table(entry.from(), false).has(entry);
    }

    void put(Route route) {
        table(route.entry.from(), true).put(route);
        generation++;
    }

    boolean remove(RouteEntry entry) {
        boolean removed = table(entry.from(), false).remove(entry);
        tidy();
        return removed;
    }

    List<Route> removeAll(Predicate<Route> which) {
        List<Route> gone = new ArrayList<>(all.removeAll(which));
        bySource.forEach(table -> gone.addAll(table.removeAll(which)));
        tidy();
        return gone;
    }

    private void tidy() {
        bySource.removeIf(RouteTable::isEmpty);
        generation++;
    }

    void forEach(Consumer<Route> visitor) {
        all.forEach(visitor);
        bySource.forEach(table -> table.forEach(visitor));
    }

    private RouteTable table(Optional<IpPrefix> from, boolean keep) {
        if (from.isEmpty()) {
            return all;
        }
        for (RouteTable table : bySource) {
            if (table.from.equals(from)) {
                return table;
            }
        }
        RouteTable table = new RouteTable(from, tables.get());
        if (keep) {
            bySource.add(table);
            bySource.sort(Comparator.comparingInt((RouteTable one) -> one.from.get().length()).reversed());
        }
        return table;
    }
}
