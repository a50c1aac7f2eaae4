package org.wirelathe.model.internal.check;

import java.util.Optional;
import java.util.stream.Collectors;
import org.wirelathe.api.net.RouteEntry;
import org.wirelathe.model.NodeType;
import org.wirelathe.model.PortRef;
import org.wirelathe.model.internal.draft.Draft;
import org.wirelathe.model.internal.yaml.Yaml;
import org.wirelathe.wire.IpAddress;
import org.wirelathe.wire.IpPrefix;

/** Looks whether a node can send to a next hop directly. */
final class NextHops {
    private NextHops() {}

    /** Reports at most one problem with {@code hop} as a next hop of {@code node}. */
    static void check(Context in, Draft.PlacedNode node, RouteEntry.NextHop hop, Yaml at, String what) {
        boolean whole =
                node.interfaces().size() == in.draft().interfaceNames(node.it().name()).size();
        if (node.it().type() == NodeType.SWITCH) {
            return; // it has no next hops at all, which is said elsewhere
        }
        IpAddress address = hop.gateway().orElseThrow();
        if (hop.device().isPresent()) {
            Ports.known(in, new PortRef(node.it().name(), hop.device().get()), at);
        } else if (address.isLinkLocal() && !address.isV4()) {
            if (!whole) {
                return; // it may be clear once the other interfaces are
            }
            in.report()
                    .error(
                            at,
                            "next-hop-link",
                            address
                                    + " is good on one link only, and "
                                    + node.it().name()
                                    + (node.interfaces().isEmpty() ? " has none" : " has several")
                                    + ": write `routes: [{ to: default, via: { address: "
                                    + address
                                    + ", interface: eth0 } }]`");
        } else if (!reaches(node, address)) {
            if (whole) {
                in.report()
                        .error(
                                at,
                                "next-hop-off-link",
                                what
                                        + " "
                                        + address
                                        + " is on none of "
                                        + node.it().name()
                                        + "'s networks: "
                                        + networks(node, address));
            }
        } else {
            owner(in, node, address, at, what);
        }
    }

    private static void owner(
            Context in, Draft.PlacedNode node, IpAddress address, Yaml at, String what) {
        String name = node.it().name();
        Optional<PortRef> owner = in.draft().topology().owner(address);
        if (owner.isPresent() && owner.get().node().equals(name)) {
            in.report()
                    .error(
                            at,
                            "next-hop-itself",
                            what
                                    + " "
                                    + address
                                    + " is "
                                    + name
                                    + " itself: write the neighbour's address");
        } else if (owner.isEmpty()) {
            in.report()
                    .warning(
                            at,
                            "nobody-there",
                            "no interface has the address "
                                    + address
                                    + ": write the address of the router next to "
                                    + name);
        }
    }

    private static boolean reaches(Draft.PlacedNode node, IpAddress address) {
        return node.interfaces().stream().anyMatch(i -> i.it().subnet(address).isPresent());
    }

    private static String networks(Draft.PlacedNode node, IpAddress address) {
        if (node.interfaces().isEmpty()) {
            return "it has no interface yet";
        }
        String all =
                node.interfaces().stream()
                        .flatMap(i -> i.it().subnets().stream())
                        .filter(subnet -> subnet.isV4() == address.isV4())
                        .map(IpPrefix::toString)
                        .distinct()
                        .collect(Collectors.joining(" or "));
        return all.isEmpty()
                ? "it has no " + (address.isV4() ? "IPv4" : "IPv6") + " address yet"
                : "write an address in " + all;
    }
}
