package org.wirelathe.model.internal.draft;

import java.util.List;
import java.util.Optional;
import org.wirelathe.model.Endpoint;
import org.wirelathe.model.Event;
import org.wirelathe.model.internal.draft.Draft.EventDraft;

/** Makes events of fields. */
final class EventReader {
    private final Report report;

    EventReader(Report report) {
        this.report = report;
    }

    /** The event, unless it is not clear what it does. */
    Optional<EventDraft> event(Fields.Item item) {
        if (!(item.value() instanceof Fields fields)) {
            return Optional.empty();
        }
        boolean swap = fields.written("swap");
        boolean link = fields.written("link");
        if (swap == link) {
            report.error(
                    fields.whole(),
                    "event-kind",
                    swap
                            ? "this event has both `swap` and `link`: make two events of it"
                            : "this event does nothing: add `swap: { node: alice, congestion: vegas"
                                    + " }` or `link: [r1, bob], down: true`");
            return Optional.empty();
        }
        if (link && !fields.written("down")) {
            report.error(
                    fields.whole(),
                    "missing-key",
                    "this event does not say what happens to the cable: add `down: true` or `down:"
                            + " false`");
        }
        if (swap && fields.written("down")) {
            report.error(
                    fields.at("down"),
                    "unknown-key",
                    "`down` belongs to an event with `link`: take it out here");
        }
        return link ? linkEvent(fields) : swapEvent(fields);
    }

    private static Optional<EventDraft> linkEvent(Fields fields) {
        if (!fields.sound("link")) {
            return Optional.empty();
        }
        List<LinkEnd> ends = fields.list("link").stream().map(i -> (LinkEnd) i.value()).toList();
        boolean down = fields.get("down", Boolean.class).orElse(true);
        return Optional.of(
                new EventDraft(fields.number("at", 0), Optional.empty(), ends, down, fields));
    }

    private static Optional<EventDraft> swapEvent(Fields fields) {
        long at = fields.number("at", 0);
        return fields.table("swap")
                .map(
                        swap -> {
                            Optional<String> node =
                                    swap.get("node", String.class).filter(n -> !n.equals("all"));
                            Optional<Endpoint> flow = swap.get("flow", Endpoint.class);
                            Event.Swap event =
                                    new Event.Swap(at, node, flow, swap.text("congestion", ""));
                            return new EventDraft(at, Optional.of(event), List.of(), false, fields);
                        });
    }
}
