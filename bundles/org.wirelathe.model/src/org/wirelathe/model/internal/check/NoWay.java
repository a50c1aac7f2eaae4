package org.wirelathe.model.internal.check;

import java.util.List;
import java.util.Optional;
import org.wirelathe.model.Node;
import org.wirelathe.model.internal.draft.Draft;
import org.wirelathe.wire.IpAddress;

/**
 * An application whose packets do not get to the other end, or whose answers do not get back. Of several addresses of
 * the other end one is enough.
 */
final class NoWay implements Check {
    @Override
    public void check(Context in) {
        if (in.report().hasErrors()) {
            return; // a way through a broken lab says nothing
        }
        Ways ways = new Ways(in.draft().topology());
        for (Draft.AppDraft app : in.draft().apps()) {
            Optional<Node> from = in.draft().topology().node(app.it().on());
            for (Destinations.Destination to : Destinations.of(in, app)) {
                List<IpAddress> addresses = Hosts.addresses(in, to.host());
                if (from.isPresent() && !addresses.isEmpty() && fixed(in, from.get(), addresses)) {
                    check(in, ways, from.get(), to, addresses);
                }
            }
        }
    }

    /** Whether the file alone decides the way. */
    private static boolean fixed(Context in, Node from, List<IpAddress> addresses) {
        return addresses.stream()
                .noneMatch(a -> in.draft().topology().owner(a).isEmpty() && Hosts.mayBeTaken(in, a)
                        || !a.isV4() && Hosts.automatic(from));
    }

    private static void check(
            Context in, Ways ways, Node from, Destinations.Destination to, List<IpAddress> addresses) {
        String fault = "";
        String back = "";
        for (IpAddress address : addresses) {
            Ways.Way way = ways.follow(from, address);
            if (way.fault().isPresent()) {
                fault = fault.isEmpty() ? way.fault().get() : fault;
                continue;
            }
            Optional<String> answer = back(in, ways, address, way);
            if (answer.isEmpty()) {
                return;
            }
            back = back.isEmpty() ? answer.get() : back;
        }
        if (back.isEmpty()) {
            in.report()
                    .warning(
                            to.at(),
                            "no-way",
                            "no packet gets from " + from.name() + " to " + to.host() + ": " + fault);
        } else {
            in.report()
                    .warning(
                            to.at(),
                            "no-way-back",
                            "no answer gets from "
                                    + to.host()
                                    + " back to "
                                    + from.name()
                                    + ": "
                                    + back);
        }
    }

    /** Why the answer does not arrive; empty when it does. */
    private static Optional<String> back(Context in, Ways ways, IpAddress address, Ways.Way way) {
        Optional<Node> other =
                in.draft()
                        .topology()
                        .owner(address)
                        .flatMap(p -> in.draft().topology().node(p.node()));
        return other.isPresent() && way.source().isPresent()
                ? ways.follow(other.get(), way.source().get()).fault()
                : Optional.empty();
    }
}
