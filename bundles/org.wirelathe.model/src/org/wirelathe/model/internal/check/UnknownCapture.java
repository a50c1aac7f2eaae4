package org.wirelathe.model.internal.check;

import org.wirelathe.model.PortRef;
import org.wirelathe.model.internal.draft.Draft;

/** A capture on an interface that does not exist. */
final class UnknownCapture implements Check {
    @Override
    public void check(Context in) {
        for (Draft.Mention<PortRef> capture : in.draft().capture()) {
            Ports.known(in, capture.it(), capture.at());
        }
    }
}
