package org.wirelathe.model.internal.check;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.wirelathe.model.Link;
import org.wirelathe.model.PortRef;
import org.wirelathe.model.Topology;
import org.wirelathe.model.internal.draft.Draft;
import org.wirelathe.wire.IpPrefix;

/** One network on two cables that nothing joins: each half misses the other. */
final class NetworkOnTwoCables implements Check {
    /** Where a network was seen first. */
    private record Sight(Draft.Placed<Link> link, PortRef port) {}

    @Override
    public void check(Context in) {
        Map<IpPrefix, Sight> cables = new HashMap<>();
        for (Draft.Placed<Link> link : in.draft().links()) {
            Optional<PortRef> port = station(in, link.it());
            port.flatMap(in.draft()::iface)
                    .ifPresent(i -> see(in, cables, i, new Sight(link, port.get())));
        }
    }

    private static void see(
            Context in, Map<IpPrefix, Sight> cables, Draft.PlacedInterface iface, Sight sight) {
        for (IpPrefix subnet : iface.it().subnets()) {
            Sight first = subnet.network().isLinkLocal() ? null : cables.putIfAbsent(subnet, sight);
            if (first != null && !joined(in, first.port, sight.port)) {
                in.report()
                        .warning(
                                sight.link.fields().at("between"),
                                "network-on-two-cables",
                                "the network "
                                        + subnet
                                        + " is on the cable of line "
                                        + in.report().line(first.link.fields().whole())
                                        + " too: give each cable its own network, or join them with"
                                        + " a switch");
                return;
            }
        }
    }

    private static boolean joined(Context in, PortRef a, PortRef b) {
        Topology topology = in.draft().topology();
        return topology.segment(a).equals(topology.segment(b));
    }

    /** The first end that has an address. */
    private static Optional<PortRef> station(Context in, Link link) {
        return Stream.of(link.a(), link.b())
                .filter(p -> in.draft().iface(p).filter(i -> i.it().hasAddress()).isPresent())
                .findFirst();
    }
}
