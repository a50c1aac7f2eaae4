package org.wirelathe.ui.network;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.wirelathe.api.net.AddressRow;
import org.wirelathe.api.net.RouteEntry;
import org.wirelathe.wire.IpAddress;

/** Which route a packet takes, and through which interfaces. */
final class Hops {
    /** The longest prefix wins, then the one for the fewest sources, then the smallest metric (B18). */
    private static final Comparator<RouteEntry> BEST = Comparator
            .comparingInt((RouteEntry route) -> -route.to().length())
            .thenComparingInt(route -> -route.from().map(from -> from.length() + 1).orElse(0))
            .thenComparingInt(RouteEntry::metric);

    private Hops() {
    }

    /** The route that a packet takes; empty when there is none. */
    static Optional<RouteEntry> route(List<RouteEntry> routes, IpAddress source, IpAddress destination) {
        return routes.stream()
                .filter(route -> route.to().contains(destination))
                .filter(route -> route.from().map(from -> from.contains(source)).orElse(true))
                .min(BEST);
    }

    /** The same route, with the interface of each next hop by name. */
    static RouteEntry withDevices(RouteEntry route, List<AddressRow> addresses) {
        if (route.hops().stream().allMatch(hop -> hop.device().isPresent())) {
            return route;
        }
        return new RouteEntry(route.to(), route.kind(), route.hops().stream()
                .map(hop -> new RouteEntry.NextHop(hop.gateway(), hop.device().or(() -> subnetOf(hop, addresses)),
                        hop.weight()))
                .toList(), route.metric(), route.from(), route.source(), route.origin());
    }

    private static Optional<String> subnetOf(RouteEntry.NextHop hop, List<AddressRow> addresses) {
        return addresses.stream()
                .filter(row -> hop.gateway().map(row.address().subnet()::contains).orElse(false))
                .map(AddressRow::device).findFirst();
    }
}
