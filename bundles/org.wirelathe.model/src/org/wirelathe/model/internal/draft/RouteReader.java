package org.wirelathe.model.internal.draft;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.wirelathe.api.net.RouteEntry;
import org.wirelathe.api.net.RouteEntry.Kind;
import org.wirelathe.api.net.RouteEntry.NextHop;
import org.wirelathe.api.net.RouteEntry.Origin;
import org.wirelathe.model.Prefixes;
import org.wirelathe.wire.IpAddress;
import org.wirelathe.wire.IpPrefix;

/** Makes routes of fields. */
final class RouteReader {
    private static final List<String> KINDS = List.of("unicast", "blackhole", "unreachable", "prohibit");

    private final Report report;

    RouteReader(Report report) {
        this.report = report;
    }

    /** The route, unless it is not clear where it leads. */
    Optional<RouteEntry> route(Fields fields) {
        Optional<Kind> kind = kind(fields);
        Optional<Addresses.Target> to = fields.get("to", Addresses.Target.class);
        List<NextHop> hops = hops(fields);
        if (to.isEmpty() || kind.isEmpty() || !complete(fields, hops) || !fits(fields, kind.get())) {
            return Optional.empty();
        }
        Optional<IpPrefix> from = fields.get("from", Addresses.Target.class).flatMap(Addresses.Target::network);
        Optional<IpPrefix> network = to.get().network().or(() -> everywhere(hops, from));
        if (network.isEmpty()) {
            report.error(
                    fields.at("to"),
                    "family",
                    "without a next hop, `default` may be of either family: write `0.0.0.0/0` or `\"::/0\"`");
            return Optional.empty();
        }
        if (!oneFamily(fields, network.get(), hops, from)) {
            return Optional.empty();
        }
        return Optional.of(
                new RouteEntry(
                        network.get(),
                        kind.get(),
                        hops,
                        (int) fields.number("metric", 0),
                        from,
                        Optional.empty(),
                        Origin.STATIC));
    }

    private Optional<Kind> kind(Fields fields) {
        String word = fields.text("kind", "unicast");
        if (!KINDS.contains(word)) {
            report.error(
                    fields.at("kind"),
                    "unknown-word",
                    Singles.quoted(word)
                            + " is no kind of route: write `"
                            + String.join("`, `", KINDS.subList(0, 3))
                            + "` or `prohibit`");
            return Optional.empty();
        }
        return Optional.of(Kind.valueOf(word.toUpperCase(Locale.ROOT)));
    }

    private static List<NextHop> hops(Fields fields) {
        List<NextHop> hops = new ArrayList<>();
        for (Fields.Item item : fields.list("via")) {
            if (item.value() instanceof Fields hop && hop.sound("address")) {
                hops.add(
                        new NextHop(
                                hop.get("address", IpAddress.class),
                                hop.get("interface", String.class),
                                (int) hop.number("weight", 1)));
            }
        }
        return hops;
    }

    /** Whether every next hop that is written could be read. */
    private static boolean complete(Fields fields, List<NextHop> hops) {
        return !fields.written("via") || fields.sound("via") && hops.size() == fields.list("via").size();
    }

    /** Whether there is a next hop just where packets go somewhere. */
    private boolean fits(Fields fields, Kind kind) {
        boolean hop = !fields.list("via").isEmpty();
        if (kind == Kind.UNICAST && !hop) {
            report.error(
                    fields.whole(),
                    "missing-key",
                    "this route has no `via`: add it, as in `via: 10.0.1.254`");
            return false;
        }
        if (kind != Kind.UNICAST && hop) {
            report.error(
                    fields.at("via"),
                    "unknown-key",
                    "packets of a route of kind `"
                            + kind.name().toLowerCase(Locale.ROOT)
                            + "` go nowhere: take `via` out");
            return false;
        }
        return true;
    }

    private static Optional<IpPrefix> everywhere(List<NextHop> hops, Optional<IpPrefix> from) {
        return Stream.concat(
                        hops.stream().flatMap(h -> h.gateway().stream()),
                        from.stream().map(IpPrefix::network))
                .findFirst()
                .map(Prefixes::everywhere);
    }

    private boolean oneFamily(
            Fields fields, IpPrefix to, List<NextHop> hops, Optional<IpPrefix> from) {
        String of = to.isV4() ? "an IPv4" : "an IPv6";
        for (int i = 0; i < hops.size(); i++) {
            if (hops.get(i).gateway().orElseThrow().isV4() != to.isV4()) {
                report.error(
                        fields.item("via", i),
                        "family",
                        "the route to "
                                + to
                                + " needs "
                                + of
                                + " address here: write the next hop's address of that family");
                return false;
            }
        }
        if (from.isPresent() && from.get().isV4() != to.isV4()) {
            report.error(
                    fields.at("from"),
                    "family",
                    "the route to " + to + " needs " + of + " network here: both are of one family");
            return false;
        }
        return true;
    }
}
