package org.wirelathe.model.internal.check;

import java.util.Optional;
import java.util.OptionalInt;
import org.wirelathe.model.Node;
import org.wirelathe.model.internal.draft.Draft;

/** An application whose packets do not get to the other end, or whose answers do not get back. */
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
                OptionalInt address = Hosts.address(in, to.host());
                if (from.isPresent() && address.isPresent()) {
                    check(in, ways, from.get(), to, address.getAsInt());
                }
            }
        }
    }

    private static void check(
            Context in, Ways ways, Node from, Destinations.Destination to, int address) {
        Optional<String> fault = ways.fault(from, address);
        if (fault.isPresent()) {
            in.report()
                    .warning(
                            to.at(),
                            "no-way",
                            "no packet gets from "
                                    + from.name()
                                    + " to "
                                    + to.host()
                                    + ": "
                                    + fault.get());
            return;
        }
        Optional<Node> other =
                in.draft()
                        .topology()
                        .owner(address)
                        .flatMap(p -> in.draft().topology().node(p.node()));
        OptionalInt source = ways.source(from, address);
        if (other.isPresent() && source.isPresent()) {
            ways.fault(other.get(), source.getAsInt())
                    .ifPresent(
                            back ->
                                    in.report()
                                            .warning(
                                                    to.at(),
                                                    "no-way-back",
                                                    "no answer gets from "
                                                            + to.host()
                                                            + " back to "
                                                            + from.name()
                                                            + ": "
                                                            + back));
        }
    }
}
