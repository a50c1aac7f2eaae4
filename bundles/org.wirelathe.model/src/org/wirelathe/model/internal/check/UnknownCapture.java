package org.wirelathe.model.internal.check;

import org.wirelathe.model.Capture;
import org.wirelathe.model.internal.draft.Draft;

/** A capture on an interface that does not exist. */
final class UnknownCapture implements Check {
    @Override
    public void check(Context in) {
        for (Draft.Placed<Capture> capture : in.draft().captures()) {
            Ports.known(in, capture.it().at(), capture.fields().at("at"));
        }
    }
}
