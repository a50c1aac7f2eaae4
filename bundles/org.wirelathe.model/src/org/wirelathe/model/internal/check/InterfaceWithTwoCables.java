package org.wirelathe.model.internal.check;

import java.util.HashMap;
import java.util.Map;
import org.wirelathe.model.Link;
import org.wirelathe.model.PortRef;
import org.wirelathe.model.internal.draft.Draft;

/** Two cables in one interface. */
final class InterfaceWithTwoCables implements Check {
    @Override
    public void check(Context in) {
        Map<PortRef, Draft.Placed<Link>> taken = new HashMap<>();
        for (Draft.Placed<Link> link : in.draft().links()) {
            check(in, taken, link, 0, link.it().a());
            if (!link.it().a().equals(link.it().b())) {
                check(in, taken, link, 1, link.it().b());
            }
        }
    }

    private static void check(
            Context in,
            Map<PortRef, Draft.Placed<Link>> taken,
            Draft.Placed<Link> link,
            int end,
            PortRef port) {
        Draft.Placed<Link> first = taken.putIfAbsent(port, link);
        if (first != null) {
            in.report()
                    .error(
                            link.fields().item("between", end),
                            "two-cables",
                            port
                                    + " already has a cable (line "
                                    + in.report().line(first.fields().whole())
                                    + "): an interface takes one, so add another interface to "
                                    + port.node());
        }
    }
}
