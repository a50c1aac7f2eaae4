package org.wirelathe.model.internal.check;

import java.util.HashSet;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.wirelathe.model.Endpoint;
import org.wirelathe.model.PortRef;
import org.wirelathe.model.ValueType;
import org.wirelathe.model.internal.draft.Draft;

/** An application that connects to a port where nobody listens. */
final class NobodyListens implements Check {
    @Override
    public void check(Context in) {
        if (!in.draft().complete("apps") || !in.draft().complete("nodes")) {
            return;
        }
        Set<Endpoint> listeners = new HashSet<>();
        for (Draft.AppDraft app : in.draft().apps()) {
            boolean unknown = !in.vocabulary().schemas().containsKey(app.it().run());
            if (unknown
                    || in.parameter(app, "port", ValueType.PORT).isPresent()
                            && !app.fields().sound("port")) {
                return; // it may listen anywhere
            }
            if (in.parameter(app, "port", ValueType.PORT).isPresent()) {
                listeners.add(new Endpoint(app.it().on(), (int) app.fields().number("port", 0)));
            }
        }
        for (Draft.AppDraft app : in.draft().apps()) {
            Destinations.of(in, app).forEach(to -> check(in, to, listeners));
        }
    }

    private static void check(Context in, Destinations.Destination to, Set<Endpoint> listeners) {
        OptionalInt address = Hosts.address(in, to.host());
        Optional<PortRef> owner =
                address.isPresent()
                        ? in.draft().topology().owner(address.getAsInt())
                        : Optional.empty();
        if (owner.isPresent() && to.port().isPresent()) {
            Endpoint wanted = new Endpoint(owner.get().node(), to.port().getAsInt());
            if (!listeners.contains(wanted)) {
                in.report()
                        .warning(
                                to.at(),
                                "nobody-listens",
                                "nobody listens on "
                                        + wanted
                                        + ", so the connection is refused: add `{ on: "
                                        + wanted.host()
                                        + ", run: sink, port: "
                                        + wanted.port()
                                        + " }`");
            }
        }
    }
}
