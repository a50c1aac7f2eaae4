package org.wirelathe.model.internal.check;

import java.util.Optional;
import org.wirelathe.model.Interface;
import org.wirelathe.model.Link;
import org.wirelathe.model.PortRef;
import org.wirelathe.model.internal.draft.Draft;

/** A cable whose ends are on different networks: neither end would talk to the other. */
final class CableAcrossNetworks implements Check {
    @Override
    public void check(Context in) {
        for (Draft.Placed<Link> link : in.draft().links()) {
            Optional<Interface> a = iface(in, link.it().a());
            Optional<Interface> b = iface(in, link.it().b());
            if (a.isPresent() && b.isPresent()) {
                Families.clash(a.get(), b.get()).ifPresent(clash -> report(in, link, clash));
            }
        }
    }

    private static Optional<Interface> iface(Context in, PortRef port) {
        return in.draft().iface(port).map(Draft.PlacedInterface::it);
    }

    private static void report(Context in, Draft.Placed<Link> link, Families.Clash clash) {
        in.report()
                .error(
                        link.fields().at("between"),
                        "different-networks",
                        link.it().a()
                                + " is on the network "
                                + clash.a()
                                + " and "
                                + link.it().b()
                                + " on "
                                + clash.b()
                                + ": give both ends addresses of one network");
    }
}
