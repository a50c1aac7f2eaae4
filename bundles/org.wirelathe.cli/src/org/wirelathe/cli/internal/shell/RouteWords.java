package org.wirelathe.cli.internal.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.wirelathe.api.net.RouteEntry;
import org.wirelathe.api.net.RouteEntry.Kind;
import org.wirelathe.api.net.RouteEntry.NextHop;
import org.wirelathe.api.net.RouteEntry.Origin;
import org.wirelathe.cli.internal.UsageException;
import org.wirelathe.wire.IpAddress;
import org.wirelathe.wire.IpPrefix;

/** A route, read as {@code ip route add} writes it. */
final class RouteWords {
    private static final List<Kind> KINDS = List.of(Kind.UNICAST, Kind.BLACKHOLE, Kind.UNREACHABLE, Kind.PROHIBIT);
    private static final int MOST_WEIGHT = 256;
    private static final int MOST_METRIC = 999_999_999;

    private final Words words;
    private Kind kind = Kind.UNICAST;
    private String to;
    private String from;
    private IpAddress gateway;
    private String device;
    private IpAddress source;
    private int metric = -1;
    private final List<NextHop> hops = new ArrayList<>();
    private Family family;

    RouteWords(Family family, Words words) throws UsageException {
        this.family = family;
        this.words = words;
        for (Kind possible : KINDS) {
            kind = words.take(possible.name().toLowerCase(Locale.ROOT)) ? possible : kind;
        }
        to = words.next("PREFIX");
        while (!words.isEmpty()) {
            read(words.next("a word"));
        }
    }

    private void read(String word) throws UsageException {
        switch (word) {
            case "from" -> from = words.next("PREFIX");
            case "via" -> gateway = family(Family.address(words.next("ADDRESS")));
            case "dev" -> device = words.next("IF");
            case "src" -> source = family(Family.address(words.next("ADDRESS")));
            case "metric" -> metric = words.number("metric", 0, MOST_METRIC);
            case "proto", "scope" -> words.next("a name"); // people paste what 'ip route show' prints
            case "nexthop" -> hop();
            default -> throw new UsageException("'" + word + "' is not known in a route; there are via, dev, metric, from,"
                    + " src and nexthop");
        }
    }

    /** Whoever writes {@code default} tells the family by the gateway. */
    private IpAddress family(IpAddress address) {
        family = address.isV4() ? Family.V4 : Family.V6;
        return address;
    }

    private void hop() throws UsageException {
        IpAddress via = null;
        String dev = null;
        int weight = 1;
        while (!words.isEmpty() && !words.peek().equals("nexthop")) {
            String word = words.next("a word");
            switch (word) {
                case "via" -> via = family(Family.address(words.next("ADDRESS")));
                case "dev" -> dev = words.next("IF");
                case "weight" -> weight = words.number("weight", 1, MOST_WEIGHT);
                default -> throw new UsageException("'" + word + "' is not known behind nexthop; there are via, dev and"
                        + " weight");
            }
        }
        if (via == null && dev == null) {
            throw words.wrong("a nexthop says neither via nor dev");
        }
        hops.add(new NextHop(Optional.ofNullable(via), Optional.ofNullable(dev), weight));
    }

    boolean saysMetric() {
        return metric >= 0;
    }

    /** A route with that prefix, metric and sources, whatever its next hops. */
    RouteEntry example() throws UsageException {
        IpPrefix prefix = family.prefix(to);
        return new RouteEntry(prefix, kind, List.copyOf(hops), Math.max(0, metric),
                from == null ? Optional.empty() : Optional.of(family.prefix(from)), Optional.ofNullable(source),
                Origin.STATIC);
    }

    /** The whole route. */
    RouteEntry route() throws UsageException {
        boolean single = gateway != null || device != null;
        if (single && !hops.isEmpty()) {
            throw new UsageException("a route goes either via one neighbour or by several nexthops, not both");
        }
        if (single) {
            hops.add(new NextHop(Optional.ofNullable(gateway), Optional.ofNullable(device), 1));
        }
        if (kind == Kind.UNICAST && hops.isEmpty()) {
            throw words.wrong("the route to " + to + " says neither via nor dev");
        }
        if (kind != Kind.UNICAST && !hops.isEmpty()) {
            throw new UsageException("a " + kind.name().toLowerCase(Locale.ROOT) + " route has no next hop");
        }
        return example();
    }
}
