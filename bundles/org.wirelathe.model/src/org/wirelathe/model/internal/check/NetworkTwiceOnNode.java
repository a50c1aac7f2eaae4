package org.wirelathe.model.internal.check;

import java.util.List;
import java.util.Optional;
import org.wirelathe.api.net.InterfaceAddress;
import org.wirelathe.model.Prefixes;
import org.wirelathe.model.internal.draft.Draft;
import org.wirelathe.wire.IpPrefix;

/** A node that is on one network with two interfaces: it cannot tell which one to send through. */
final class NetworkTwiceOnNode implements Check {
    @Override
    public void check(Context in) {
        for (Draft.PlacedNode node : in.draft().nodes()) {
            List<Draft.PlacedInterface> interfaces =
                    node.interfaces();
            for (int i = 1; i < interfaces.size(); i++) {
                check(in, interfaces.get(i), interfaces.subList(0, i));
            }
        }
    }

    private static void check(
            Context in, Draft.PlacedInterface iface, List<Draft.PlacedInterface> earlier) {
        for (Draft.PlacedInterface other : earlier) {
            List<InterfaceAddress> addresses = iface.it().addresses();
            for (int i = 0; i < addresses.size(); i++) {
                InterfaceAddress own = addresses.get(i);
                Optional<IpPrefix> shared = other.it().owns(own.address()) ? Optional.empty() : shared(own, other);
                if (shared.isPresent()) {
                    in.report()
                            .warning(
                                    iface.fields().item("address", i),
                                    "network-twice",
                                    other.port()
                                            + " is on the network "
                                            + shared.get()
                                            + " too: give each interface its own network");
                    return;
                }
            }
        }
    }

    private static Optional<IpPrefix> shared(InterfaceAddress own, Draft.PlacedInterface other) {
        return other.it().subnets().stream()
                .filter(s -> !own.address().isLinkLocal() && Prefixes.overlap(own.subnet(), s))
                .findFirst();
    }
}
