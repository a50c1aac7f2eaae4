package org.wirelathe.model.internal.check;

import java.util.HashSet;
import java.util.Set;
import org.wirelathe.model.Capture;
import org.wirelathe.model.PortRef;
import org.wirelathe.model.internal.draft.Draft;

/** An interface that is captured twice in one place. */
final class CaptureTwice implements Check {
    private record Spot(PortRef at, Capture.Place on) {}

    @Override
    public void check(Context in) {
        Set<Spot> seen = new HashSet<>();
        for (Draft.Placed<Capture> capture : in.draft().captures()) {
            if (!seen.add(new Spot(capture.it().at(), capture.it().on()))) {
                in.report()
                        .warning(
                                capture.fields().at("at"),
                                "capture-twice",
                                capture.it().at() + " is captured already: take this one out");
            }
        }
    }
}
