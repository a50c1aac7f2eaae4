package org.wirelathe.model.internal.check;

import java.util.Optional;
import org.wirelathe.model.PortRef;
import org.wirelathe.model.internal.draft.Draft;
import org.wirelathe.model.internal.yaml.Yaml;
import org.wirelathe.wire.Ipv4;

/** Looks whether a node can send to a next hop directly. */
final class NextHops {
    private NextHops() {}

    /** Reports at most one problem with {@code address} as a next hop of {@code node}. */
    static void check(Context in, Draft.PlacedNode node, int address, Yaml at, String what) {
        boolean whole =
                node.interfaces().size() == in.draft().interfaceNames(node.it().name()).size();
        String name = node.it().name();
        String text = Ipv4.format(address);
        Optional<Draft.PlacedInterface> out =
                node.interfaces().stream()
                        .filter(i -> i.it().subnet().contains(address))
                        .findFirst();
        if (out.isEmpty()) {
            if (whole) {
                in.report()
                        .error(
                                at,
                                "next-hop-off-link",
                                what
                                        + " "
                                        + text
                                        + " is on none of "
                                        + name
                                        + "'s networks: "
                                        + networks(node));
            }
            return;
        }
        Optional<PortRef> owner = in.draft().topology().owner(address);
        if (owner.isPresent() && owner.get().node().equals(name)) {
            in.report()
                    .error(
                            at,
                            "next-hop-itself",
                            what
                                    + " "
                                    + text
                                    + " is "
                                    + name
                                    + " itself: write the neighbour's address");
        } else if (owner.isEmpty()) {
            in.report()
                    .warning(
                            at,
                            "nobody-there",
                            "no interface has the address "
                                    + text
                                    + ": write the address of the router next to "
                                    + name);
        }
    }

    private static String networks(Draft.PlacedNode node) {
        if (node.interfaces().isEmpty()) {
            return "it has no interface yet";
        }
        String all =
                String.join(
                        " or ",
                        node.interfaces().stream()
                                .map(i -> i.it().subnet().toString())
                                .distinct()
                                .toList());
        return "write an address in " + all;
    }
}
