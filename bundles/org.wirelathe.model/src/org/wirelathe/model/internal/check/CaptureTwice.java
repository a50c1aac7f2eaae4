package org.wirelathe.model.internal.check;

import java.util.HashSet;
import java.util.Set;
import org.wirelathe.model.PortRef;
import org.wirelathe.model.internal.draft.Draft;

/** An interface that is captured twice. */
final class CaptureTwice implements Check {
    @Override
    public void check(Context in) {
        Set<PortRef> seen = new HashSet<>();
        for (Draft.Mention<PortRef> capture : in.draft().capture()) {
            if (!seen.add(capture.it())) {
                in.report()
                        .warning(
                                capture.at(),
                                "capture-twice",
                                capture.it() + " is captured already: take this one out");
            }
        }
    }
}
