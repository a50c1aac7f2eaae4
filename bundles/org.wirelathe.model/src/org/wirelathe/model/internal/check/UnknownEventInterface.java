package org.wirelathe.model.internal.check;

import org.wirelathe.model.PortRef;
import org.wirelathe.model.internal.draft.Draft;

/** An event for an interface or a node that does not exist. */
final class UnknownEventInterface implements Check {
    @Override
    public void check(Context in) {
        for (Draft.EventDraft event : in.draft().events()) {
            event.fields()
                    .get("interface", PortRef.class)
                    .ifPresent(port -> Ports.known(in, port, event.fields().at("interface")));
            event.fields()
                    .table("address")
                    .ifPresent(
                            change ->
                                    change.get("interface", PortRef.class)
                                            .ifPresent(p -> Ports.known(in, p, change.at("interface"))));
            event.fields()
                    .table("route")
                    .ifPresent(
                            change ->
                                    change.get("node", String.class)
                                            .ifPresent(n -> Ports.knownNode(in, n, change.at("node"))));
        }
    }
}
