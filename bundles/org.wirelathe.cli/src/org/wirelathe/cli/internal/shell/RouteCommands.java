package org.wirelathe.cli.internal.shell;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.wirelathe.api.net.AddressRow;
import org.wirelathe.api.net.Network;
import org.wirelathe.api.net.Path;
import org.wirelathe.api.net.RouteEntry;
import org.wirelathe.api.net.RouteEntry.Kind;
import org.wirelathe.cli.internal.UsageException;
import org.wirelathe.lab.NodeAccess;
import org.wirelathe.wire.IpAddress;

/** {@code ip route}. */
final class RouteCommands {
    private final ShellLab lab;

    RouteCommands(ShellLab lab) {
        this.lab = lab;
    }

    /** A node's routes, with its addresses for what routes do not say. */
    private record Table(List<RouteEntry> routes, List<AddressRow> addresses) {
        private static Table of(NodeAccess node) {
            return new Table(List.copyOf(node.network().routes()), List.copyOf(node.network().addresses()));
        }
    }

    /** What a node would do with a packet. */
    private record Way(boolean local, IpAddress source, int mtu, int linkMtu) {
        private static Way of(Network network, IpAddress from, IpAddress to) {
            Path path = network.path(from, to);
            return path == null ? null
                    : new Way(network.isLocal(to), path.source(), path.mtu(), path.linkMtu());
        }
    }

    void perform(Family family, Words words, PrintStream out) throws UsageException {
        String action = IpVerb.action(lab, words, "add", "del", "get", "replace");
        String node = lab.node(words.next("NODE"));
        switch (action) {
            case "get" -> get(family, node, words, out);
            case "del" -> delete(family, node, words);
            case "add", "replace" -> add(family, node, words);
            default -> show(family, node, words, out);
        }
    }

    private void show(Family family, String node, Words words, PrintStream out) throws UsageException {
        words.take("table");
        boolean everything = words.take("all");
        words.end();
        Family meant = family.or(Family.V4);
        Table table = lab.ask(node, Table::of);
        RouteText text = new RouteText(table.addresses());
        for (RouteEntry route : table.routes()) {
            boolean own = route.kind() == Kind.LOCAL || route.kind() == Kind.BROADCAST;
            if (meant.takes(route.to().network()) && (everything || !own)) {
                text.lines(route).forEach(out::println);
            }
        }
    }

    private void add(Family family, String node, Words words) throws UsageException {
        RouteEntry route = new RouteWords(family, words).route();
        lab.change(node, "ip route add " + String.join(" ", new RouteText(List.of()).lines(route)).strip(),
                access -> access.network().addRoute(route));
    }

    private void delete(Family family, String node, Words words) throws UsageException {
        RouteWords wanted = new RouteWords(family, words);
        RouteEntry example = wanted.example();
        boolean anyMetric = !wanted.saysMetric();
        List<RouteEntry> routes = lab.ask(node, Table::of).routes();
        Optional<RouteEntry> found = routes.stream().filter(route -> route.to().equals(example.to())
                && route.from().equals(example.from()) && (anyMetric || route.metric() == example.metric())).findFirst();
        if (found.isEmpty()) {
            throw new UsageException("there is no such route to " + example.to() + " on " + node + "; 'ip route show " + node
                    + "' lists those there are");
        }
        lab.change(node, "ip route del " + example.to(), access -> access.network().removeRoute(found.get()));
    }

    private void get(Family family, String node, Words words, PrintStream out) throws UsageException {
        IpAddress to = new Destinations(lab).address(family, words.next("DESTINATION"));
        IpAddress from = words.take("from") ? Family.address(words.next("ADDRESS")) : null;
        words.end();
        Way way = lab.ask(node, access -> Way.of(access.network(), from, to));
        Table table = lab.ask(node, Table::of);
        if (way != null && way.local()) {
            out.println("local " + to + " dev lo src " + way.source());
            return;
        }
        Optional<RouteEntry> best = best(table.routes(), from, to);
        if (best.isEmpty()) {
            throw new UsageException(node + " has no route to " + to);
        }
        RouteText text = new RouteText(table.addresses());
        out.println(text.way(best.get(), to, way == null ? null : way.source()));
        if (best.get().hops().size() > 1) {
            text.hops(best.get()).forEach(out::println);
        }
        if (way != null && way.mtu() > 0 && way.mtu() < way.linkMtu()) {
            out.println("    cache mtu " + way.mtu());
        }
    }

    /** The longest prefix, of several the one for the source and the smallest metric. */
    private static Optional<RouteEntry> best(List<RouteEntry> routes, IpAddress from, IpAddress to) {
        List<RouteEntry> fitting = new ArrayList<>(routes.stream().filter(route -> route.to().contains(to)
                && (route.from().isEmpty() || from != null && route.from().get().contains(from))).toList());
        fitting.sort((a, b) -> a.to().length() != b.to().length() ? b.to().length() - a.to().length()
                : sourceLength(a) != sourceLength(b) ? sourceLength(b) - sourceLength(a)
                : Integer.compare(a.metric(), b.metric()));
        return fitting.stream().findFirst();
    }

    private static int sourceLength(RouteEntry route) {
        return route.from().map(prefix -> prefix.length()).orElse(-1);
    }
}
