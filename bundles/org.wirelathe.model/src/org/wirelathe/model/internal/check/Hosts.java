package org.wirelathe.model.internal.check;

import java.util.List;
import java.util.Optional;
import org.wirelathe.model.Node;
import org.wirelathe.model.NodeType;
import org.wirelathe.model.Prefixes;
import org.wirelathe.model.internal.draft.Draft;
import org.wirelathe.model.internal.yaml.Yaml;
import org.wirelathe.wire.IpAddress;

/** Looks up hosts that a text mentions by name or by address. */
final class Hosts {
    private Hosts() {}

    /** The addresses that {@code host} stands for; none when nobody is called that. */
    static List<IpAddress> addresses(Context in, String host) {
        return isAddress(host)
                ? List.of(IpAddress.parse(host))
                : in.draft().topology().node(host).map(Node::addresses).orElse(List.of());
    }

    /** Reports a host that surely does not exist or has no address. */
    static void known(Context in, String host, Yaml at) {
        if (isAddress(host)) {
            boolean whole = in.draft().complete("nodes");
            boolean given = in.draft().topology().owner(IpAddress.parse(host)).isPresent();
            if (whole && !given && !mayBeTaken(in, IpAddress.parse(host))) {
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
        } else if (node.isPresent() && node.get().addresses().isEmpty() && whole(in, node.get())) {
            in.report()
                    .error(
                            at,
                            "no-address",
                            host
                                    + (automatic(node.get())
                                            ? " takes its addresses from a router while the lab runs"
                                            : " has link-local addresses only")
                                    + ", so its name stands for none: give it an `address` too");
        }
    }

    /** Whether every interface of the node could be read. */
    private static boolean whole(Context in, Node node) {
        return node.interfaces().size() == in.draft().interfaceNames(node.name()).size();
    }

    static boolean automatic(Node node) {
        return node.interfaces().stream().anyMatch(i -> i.ip().acceptAdvertisements());
    }

    /** Whether that may be the address of a host that makes its own, of many hosts, or of the sender itself. */
    static boolean mayBeTaken(Context in, IpAddress address) {
        return !address.isUnicast()
                || address.isV4() && isBroadcast(in, address)
                || !address.isV4() && in.draft().nodes().stream().anyMatch(n -> automatic(n.it()));
    }

    private static boolean isBroadcast(Context in, IpAddress address) {
        for (Draft.PlacedInterface iface : in.draft().interfaces()) {
            if (iface.it().subnets().stream().anyMatch(s -> s.isV4() && Prefixes.last(s).equals(address))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isAddress(String host) {
        return !host.isEmpty() && (Character.isDigit(host.charAt(0)) || host.indexOf(':') >= 0);
    }
}
