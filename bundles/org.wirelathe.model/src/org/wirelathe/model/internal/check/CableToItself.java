package org.wirelathe.model.internal.check;

import org.wirelathe.model.Link;
import org.wirelathe.model.internal.draft.Draft;

/** A cable with both ends on one node. */
final class CableToItself implements Check {
    @Override
    public void check(Context in) {
        for (Draft.Placed<Link> link : in.draft().links()) {
            if (link.it().a().node().equals(link.it().b().node())) {
                in.report()
                        .error(
                                link.fields().at("between"),
                                "cable-to-itself",
                                "this cable joins "
                                        + link.it().a().node()
                                        + " with itself: put one end on another node");
            }
        }
    }
}
