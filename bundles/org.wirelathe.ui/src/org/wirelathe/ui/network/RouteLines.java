package org.wirelathe.ui.network;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.wirelathe.api.net.RouteEntry;
import org.wirelathe.wire.IpAddress;

/** The routes of a node. */
public final class RouteLines {
    private RouteLines() {
    }

    /** Destination, next hop, interface, metric, kind, origin; one line for each next hop. */
    public static List<Line> of(NetworkTables tables) {
        List<Line> lines = new ArrayList<>();
        for (RouteEntry route : tables.routes()) {
            lines.add(line(Hops.withDevices(route, tables.addresses())));
        }
        return lines;
    }

    private static Line line(RouteEntry route) {
        String to = to(route) + route.from().map(from -> " from " + from).orElse("");
        String kind = route.kind().name().toLowerCase(Locale.ROOT);
        String origin = route.origin().name().toLowerCase(Locale.ROOT);
        List<List<String>> rows = new ArrayList<>();
        for (RouteEntry.NextHop hop : route.hops()) {
            boolean first = rows.isEmpty();
            rows.add(List.of(first ? to : "", gateway(hop) + weight(route, hop), hop.device().orElse(""),
                    first ? Integer.toString(route.metric()) : "", first ? kind : "", first ? origin : ""));
        }
        if (rows.isEmpty()) {
            rows.add(List.of(to, "\u2013", "", Integer.toString(route.metric()), kind, origin));
        }
        return new Line(to + ' ' + route.metric(), rows,
                List.of(Line.order(route.to()) + to, route.hops().stream().findFirst()
                        .flatMap(RouteEntry.NextHop::gateway).map(Line::order).orElse(""), rows.getFirst().get(2),
                        Line.order(route.metric()), kind, origin),
                kind + origin + route.hops() + route.source(), about(route), text(route), refuses(route.kind()));
    }

    private static String to(RouteEntry route) {
        return route.to().length() > 0 ? route.to().toString() : route.to().isV4() ? "default" : "default, IPv6";
    }

    private static String gateway(RouteEntry.NextHop hop) {
        return hop.gateway().map(IpAddress::toString).orElse("\u2013");
    }

    private static String weight(RouteEntry route, RouteEntry.NextHop hop) {
        return route.hops().size() > 1 ? "  \u00d7" + hop.weight() : "";
    }

    private static boolean refuses(RouteEntry.Kind kind) {
        return switch (kind) {
            case UNICAST, LOCAL, BROADCAST -> false;
            case BLACKHOLE, UNREACHABLE, PROHIBIT -> true;
        };
    }

    private static String about(RouteEntry route) {
        return meaning(route) + ' ' + switch (route.origin()) {
            case KERNEL -> "The network layer made it itself, from an address of the node.";
            case STATIC -> "The lab file or a command gave it.";
            case COMPUTED -> "The lab computed it: the shortest path, found anew after a cable was cut or mended.";
            case ADVERTISED -> "A router advertised it on the link (RFC 4861).";
            case REDIRECT -> "A router told that this way is shorter (a redirect).";
        } + (route.metric() == 0 ? "" : " Metric " + route.metric()
                + ": of routes to the same prefix the one with the smallest metric is taken.");
    }

    private static String meaning(RouteEntry route) {
        String to = route.to().length() == 0 ? "which no longer prefix fits" : "to " + route.to();
        String from = route.from().map(f -> " that come from " + f).orElse("");
        String packets = "Packets " + to + from;
        return switch (route.kind()) {
            case UNICAST -> packets + way(route);
            case LOCAL -> packets + " are for this node itself.";
            case BROADCAST -> packets + " go to every station of the link.";
            case BLACKHOLE -> packets + " are dropped without a word.";
            case UNREACHABLE -> packets + " are dropped, and their sender is told that there is no way to the host.";
            case PROHIBIT -> packets + " are dropped, and their sender is told that the way is forbidden.";
        };
    }

    private static String way(RouteEntry route) {
        if (route.hops().size() > 1) {
            return " are shared by " + route.hops().size()
                    + " next hops by weight (ECMP); all packets of a flow take the same one.";
        }
        RouteEntry.NextHop hop = route.hops().getFirst();
        String device = hop.device().map(name -> " on " + name).orElse("");
        return hop.gateway().map(gateway -> " go to the router " + gateway + device + ", which passes them on.")
                .orElse(" go straight to their destination, a neighbour" + device + ".");
    }

    private static String text(RouteEntry route) {
        StringBuilder text = new StringBuilder();
        if (route.kind() != RouteEntry.Kind.UNICAST) {
            text.append(route.kind().name().toLowerCase(Locale.ROOT)).append(' ');
        }
        text.append(route.to().length() == 0 ? "default" : route.to().toString());
        route.from().ifPresent(from -> text.append(" from ").append(from));
        if (route.hops().size() == 1) {
            hop(text, route.hops().getFirst());
        }
        text.append(" proto ").append(switch (route.origin()) {
            case ADVERTISED -> "ra";
            case KERNEL, STATIC, COMPUTED, REDIRECT -> route.origin().name().toLowerCase(Locale.ROOT);
        });
        route.source().ifPresent(source -> text.append(" src ").append(source));
        if (route.metric() > 0) {
            text.append(" metric ").append(route.metric());
        }
        if (route.hops().size() > 1) {
            for (RouteEntry.NextHop hop : route.hops()) {
                hop(text.append("\n\tnexthop"), hop);
                text.append(" weight ").append(hop.weight());
            }
        }
        return text.toString();
    }

    private static void hop(StringBuilder text, RouteEntry.NextHop hop) {
        hop.gateway().ifPresent(gateway -> text.append(" via ").append(gateway));
        hop.device().ifPresent(device -> text.append(" dev ").append(device));
    }
}
