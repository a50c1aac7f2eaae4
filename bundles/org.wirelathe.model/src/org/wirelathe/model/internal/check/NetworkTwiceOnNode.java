package org.wirelathe.model.internal.check;

import java.util.List;
import org.wirelathe.model.internal.draft.Draft;

/** A node that is on one network with two interfaces: it cannot tell which one to send through. */
final class NetworkTwiceOnNode implements Check {
    @Override
    public void check(Context in) {
        for (Draft.PlacedNode node : in.draft().nodes()) {
            List<Draft.PlacedInterface> interfaces =
                    node.interfaces().stream().filter(i -> i.it().hasAddress()).toList();
            for (int i = 1; i < interfaces.size(); i++) {
                check(in, interfaces.get(i), interfaces.subList(0, i));
            }
        }
    }

    private static void check(
            Context in, Draft.PlacedInterface iface, List<Draft.PlacedInterface> earlier) {
        for (Draft.PlacedInterface other : earlier) {
            boolean same = iface.it().address() == other.it().address();
            if (!same && iface.it().subnet().overlaps(other.it().subnet())) {
                in.report()
                        .warning(
                                iface.fields().at("address"),
                                "network-twice",
                                other.port()
                                        + " is on the network "
                                        + other.it().subnet()
                                        + " too: give each interface its own network");
                return;
            }
        }
    }
}
