package org.wirelathe.model.internal.check;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.wirelathe.model.Endpoint;
import org.wirelathe.model.Node;
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
        Optional<PortRef> owner =
                Hosts.addresses(in, to.host()).stream()
                        .flatMap(a -> in.draft().topology().owner(a).stream())
                        .findFirst();
        if (owner.isPresent() && to.port().isPresent()) {
            Endpoint wanted = new Endpoint(owner.get().node(), to.port().getAsInt());
            if (!listeners.contains(wanted) && !forwarded(in, wanted)) {
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

    /** Whether a router passes that port on to somebody inside. */
    private static boolean forwarded(Context in, Endpoint outside) {
        return in.draft()
                .topology()
                .node(outside.host())
                .flatMap(Node::nat)
                .filter(nat -> nat.forwards().stream().anyMatch(f -> f.outsidePort() == outside.port()))
                .isPresent();
    }
}
