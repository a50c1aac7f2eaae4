package org.wirelathe.model.internal.check;

import java.util.List;
import java.util.Optional;
import org.wirelathe.model.Event;
import org.wirelathe.model.Link;
import org.wirelathe.model.PortRef;
import org.wirelathe.model.internal.draft.Draft;
import org.wirelathe.model.internal.draft.LinkEnd;

/** Finds the cable that an event means. */
final class EventLinks {
    private EventLinks() {}

    /** Every cable with those ends. */
    static List<Link> links(Draft draft, List<LinkEnd> ends) {
        LinkEnd first = ends.get(0);
        LinkEnd second = ends.get(1);
        return draft.topology().between(first.node(), second.node()).stream()
                .filter(
                        l ->
                                fits(first, l.a()) && fits(second, l.b())
                                        || fits(first, l.b()) && fits(second, l.a()))
                .toList();
    }

    /** The event with its cable; empty when the cable is not clear. */
    static Optional<Event> event(Draft draft, Draft.EventDraft event) {
        if (event.ready().isPresent()) {
            return event.ready();
        }
        List<Link> links = links(draft, event.ends());
        if (links.size() != 1) {
            return Optional.empty();
        }
        boolean turned = !fits(event.ends().getFirst(), links.getFirst().a());
        return Optional.of(event.on(links.getFirst(), turned));
    }

    private static boolean fits(LinkEnd end, PortRef port) {
        return end.node().equals(port.node()) && end.iface().map(port.iface()::equals).orElse(true);
    }
}
