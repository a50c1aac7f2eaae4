package org.wirelathe.model.internal.check;

import java.util.List;
import org.wirelathe.model.Link;
import org.wirelathe.model.PortRef;
import org.wirelathe.model.internal.draft.Draft;
import org.wirelathe.model.internal.draft.LinkEnd;

/** A cable event for which there is no cable, or more than one. */
final class UnknownEventLink implements Check {
    @Override
    public void check(Context in) {
        for (Draft.EventDraft event : in.draft().events()) {
            if (!event.ends().isEmpty()) {
                check(in, event);
            }
        }
    }

    private static void check(Context in, Draft.EventDraft event) {
        boolean known = true;
        for (int i = 0; i < 2; i++) {
            LinkEnd end = event.ends().get(i);
            known &= in.draft().mayKnow(end.node());
            if (end.iface().isPresent()) {
                PortRef port = new PortRef(end.node(), end.iface().get());
                known &= in.draft().mayKnow(port);
                Ports.known(in, port, event.fields().item("link", i));
            } else {
                Ports.knownNode(in, end.node(), event.fields().item("link", i));
            }
        }
        List<Link> links = EventLinks.links(in.draft(), event.ends());
        String names = event.ends().get(0) + " and " + event.ends().get(1);
        if (known && links.isEmpty() && in.draft().complete("links")) {
            in.report()
                    .error(
                            event.fields().at("link"),
                            "unknown-link",
                            "no cable joins "
                                    + names
                                    + ": name the two ends of one under `links:`");
        } else if (links.size() > 1) {
            Link first = links.getFirst();
            in.report()
                    .error(
                            event.fields().at("link"),
                            "ambiguous-link",
                            links.size()
                                    + " cables join "
                                    + names
                                    + ": say which one, as in `["
                                    + first.a()
                                    + ", "
                                    + first.b()
                                    + "]`");
        }
    }
}
