package org.wirelathe.cli.internal.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.wirelathe.api.net.AddressRow;
import org.wirelathe.api.net.RouteEntry;
import org.wirelathe.api.net.RouteEntry.Kind;
import org.wirelathe.api.net.RouteEntry.NextHop;
import org.wirelathe.api.net.RouteEntry.Origin;
import org.wirelathe.wire.IpAddress;
import org.wirelathe.wire.IpPrefix;

/** Routes as {@code ip route} prints them. */
final class RouteText {
    private final List<AddressRow> addresses;

    /** @param addresses of the node: they tell the interface where a route does not */
    RouteText(List<AddressRow> addresses) {
        this.addresses = addresses;
    }

    /** A route on a line, or with a line for each of several next hops. */
    List<String> lines(RouteEntry route) {
        StringBuilder line = new StringBuilder(route.kind() == Kind.UNICAST ? ""
                : route.kind().name().toLowerCase(Locale.ROOT) + " ").append(prefix(route.to()));
        route.from().ifPresent(from -> line.append(" from ").append(from));
        boolean one = route.hops().size() == 1;
        if (one) {
            line.append(hop(route.hops().getFirst()));
        }
        line.append(" proto ").append(origin(route.origin()));
        if (one && route.hops().getFirst().gateway().isEmpty()
                && (route.kind() == Kind.UNICAST || route.kind() == Kind.BROADCAST) && route.to().isV4()) {
            line.append(" scope link");
        }
        route.source().or(() -> own(route)).ifPresent(source -> line.append(" src ").append(source));
        if (route.metric() != 0) {
            line.append(" metric ").append(route.metric());
        }
        List<String> lines = new ArrayList<>(List.of(line.toString()));
        if (!one) {
            lines.addAll(hops(route));
        }
        return lines;
    }

    /** A line for each next hop. */
    List<String> hops(RouteEntry route) {
        return route.hops().stream().map(hop -> "\tnexthop" + hop(hop) + " weight " + hop.weight()).toList();
    }

    /** What {@code ip route get} says first. */
    String way(RouteEntry route, IpAddress to, IpAddress source) {
        String kind = route.kind() == Kind.UNICAST ? "" : route.kind().name().toLowerCase(Locale.ROOT) + " ";
        return kind + to + (route.hops().size() == 1 ? hop(route.hops().getFirst()) : "")
                + (source == null ? "" : " src " + source);
    }

    private String hop(NextHop hop) {
        String device = hop.device().or(() -> hop.gateway().flatMap(this::deviceOf)).map(name -> " dev " + name).orElse("");
        return hop.gateway().map(gateway -> " via " + gateway).orElse("") + device;
    }

    private Optional<String> deviceOf(IpAddress neighbour) {
        return addresses.stream().filter(row -> row.address().subnet().contains(neighbour)).map(AddressRow::device)
                .findFirst();
    }

    /** The address that a subnet's own route comes from. */
    private Optional<IpAddress> own(RouteEntry route) {
        return route.origin() != Origin.KERNEL || !route.to().isV4() || route.kind() != Kind.UNICAST ? Optional.empty()
                : addresses.stream().filter(row -> row.address().subnet().equals(route.to()))
                        .map(row -> row.address().address()).findFirst();
    }

    private static String prefix(IpPrefix prefix) {
        return prefix.length() == 0 ? "default" : prefix.length() == prefix.network().bits()
                ? prefix.network().toString() : prefix.toString();
    }

    private static String origin(Origin origin) {
        return origin == Origin.ADVERTISED ? "ra" : origin.name().toLowerCase(Locale.ROOT);
    }
}
