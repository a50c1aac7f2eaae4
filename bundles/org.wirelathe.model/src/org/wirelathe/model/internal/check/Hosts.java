package org.wirelathe.model.internal.check;

import java.util.Optional;
import java.util.OptionalInt;
import org.wirelathe.model.Node;
import org.wirelathe.model.NodeType;
import org.wirelathe.model.internal.yaml.Yaml;
import org.wirelathe.wire.Ipv4;

/** Looks up hosts that a text mentions by name or by address. */
final class Hosts {
    private Hosts() {}

    /** The address that {@code host} stands for; empty when nobody is called that. */
    static OptionalInt address(Context in, String host) {
        return isAddress(host)
                ? OptionalInt.of(Ipv4.parse(host))
                : in.draft().topology().node(host).map(Node::address).orElse(OptionalInt.empty());
    }

    /** Reports a host that surely does not exist or has no address. */
    static void known(Context in, String host, Yaml at) {
        if (isAddress(host)) {
            boolean whole = in.draft().complete("nodes");
            if (whole && in.draft().topology().owner(Ipv4.parse(host)).isEmpty()) {
                in.report()
                        .warning(
                                at,
                                "nobody-there",
                                "no interface has the address "
                                        + host
                                        + ": write the name of a node");
            }
            return;
        }
        Ports.knownNode(in, host, at);
        Optional<Node> node = in.draft().topology().node(host);
        if (node.filter(n -> n.type() == NodeType.SWITCH).isPresent()) {
            in.report()
                    .error(
                            at,
                            "no-address",
                            host + " is a switch, which has no address: name a host or a router");
        } else if (node.isPresent() && !in.draft().hasPorts(host)) {
            in.report()
                    .error(
                            at,
                            "no-address",
                            host
                                    + " has no interface, so it has no address: add one under"
                                    + " `nodes:`");
        }
    }

    private static boolean isAddress(String host) {
        return !host.isEmpty() && Character.isDigit(host.charAt(0));
    }
}
