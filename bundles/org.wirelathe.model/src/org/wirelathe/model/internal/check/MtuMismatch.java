package org.wirelathe.model.internal.check;

import java.util.Optional;
import org.wirelathe.model.Link;
import org.wirelathe.model.internal.draft.Draft;

/** A cable whose ends take packets of different size. */
final class MtuMismatch implements Check {
    @Override
    public void check(Context in) {
        for (Draft.Placed<Link> link : in.draft().links()) {
            Optional<Integer> a = in.draft().iface(link.it().a()).map(i -> i.it().mtu());
            Optional<Integer> b = in.draft().iface(link.it().b()).map(i -> i.it().mtu());
            if (a.isPresent() && b.isPresent() && !a.equals(b)) {
                in.report()
                        .warning(
                                link.fields().at("between"),
                                "different-mtu",
                                link.it().a()
                                        + " has an mtu of "
                                        + a.get()
                                        + " and "
                                        + link.it().b()
                                        + " of "
                                        + b.get()
                                        + ", so large packets arrive in one direction only: write"
                                        + " the same mtu at both");
            }
        }
    }
}
