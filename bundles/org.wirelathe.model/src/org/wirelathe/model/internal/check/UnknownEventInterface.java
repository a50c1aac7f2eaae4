package org.wirelathe.model.internal.check;

import org.wirelathe.model.PortRef;
import org.wirelathe.model.internal.draft.Draft;

/** An event for an interface that does not exist. */
final class UnknownEventInterface implements Check {
    @Override
    public void check(Context in) {
        for (Draft.EventDraft event : in.draft().events()) {
            event.fields()
                    .get("interface", PortRef.class)
                    .ifPresent(port -> Ports.known(in, port, event.fields().at("interface")));
        }
    }
}
