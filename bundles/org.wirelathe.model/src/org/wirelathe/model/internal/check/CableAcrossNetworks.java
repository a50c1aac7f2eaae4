package org.wirelathe.model.internal.check;

import java.util.Optional;
import org.wirelathe.model.Link;
import org.wirelathe.model.PortRef;
import org.wirelathe.model.Subnet;
import org.wirelathe.model.internal.draft.Draft;

/** A cable whose ends are on different networks: neither end would talk to the other. */
final class CableAcrossNetworks implements Check {
    @Override
    public void check(Context in) {
        for (Draft.Placed<Link> link : in.draft().links()) {
            Optional<Subnet> a = subnet(in, link.it().a());
            Optional<Subnet> b = subnet(in, link.it().b());
            if (a.isPresent() && b.isPresent() && !a.equals(b)) {
                in.report()
                        .error(
                                link.fields().at("between"),
                                "different-networks",
                                link.it().a()
                                        + " is on the network "
                                        + a.get()
                                        + " and "
                                        + link.it().b()
                                        + " on "
                                        + b.get()
                                        + ": give both ends addresses of one network");
            }
        }
    }

    private static Optional<Subnet> subnet(Context in, PortRef port) {
        return in.draft()
                .iface(port)
                .filter(i -> i.it().hasAddress())
                .map(i -> i.it().subnet());
    }
}
