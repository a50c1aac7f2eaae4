package org.wirelathe.model.internal.check;

import java.util.HashSet;
import java.util.Set;
import org.wirelathe.model.Link;
import org.wirelathe.model.PortRef;
import org.wirelathe.model.internal.draft.Draft;

/** An interface that no cable goes into; ports of switches may stay free. */
final class InterfaceWithoutCable implements Check {
    @Override
    public void check(Context in) {
        if (!in.draft().complete("links")) {
            return;
        }
        Set<PortRef> cabled = new HashSet<>();
        for (Draft.Placed<Link> link : in.draft().links()) {
            cabled.add(link.it().a());
            cabled.add(link.it().b());
        }
        for (Draft.PlacedInterface iface : in.draft().interfaces()) {
            if (iface.it().hasAddress() && !cabled.contains(iface.port())) {
                in.report()
                        .warning(
                                iface.name(),
                                "no-cable",
                                "no cable goes into "
                                        + iface.port()
                                        + ": add a link `between: ["
                                        + iface.port()
                                        + ", NODE:INTERFACE]`");
            }
        }
    }
}
