package org.wirelathe.model.internal.draft;

import java.util.List;
import java.util.Optional;
import org.wirelathe.api.net.InterfaceAddress;
import org.wirelathe.model.CardChange;
import org.wirelathe.model.Endpoint;
import org.wirelathe.model.Event;
import org.wirelathe.model.PortRef;
import org.wirelathe.model.internal.draft.Draft.EventDraft;
import org.wirelathe.model.internal.format.Format;

/** Makes events of fields. */
final class EventReader {
    private static final List<String> SUBJECTS = List.of("swap", "link", "interface", "address", "route");
    /** What an event can do, and to what. */
    private static final List<String> DEEDS = List.of("down", "set", "queue", "driver");

    private final Report report;
    private final CardReader cards;
    private final QueueReader queues;
    private final DriverReader drivers;
    private final RouteReader routes;

    EventReader(Report report, CardReader cards, QueueReader queues, DriverReader drivers) {
        this.report = report;
        this.cards = cards;
        this.queues = queues;
        this.drivers = drivers;
        this.routes = new RouteReader(report);
    }

    /** The event, unless it is not clear what it does. */
    Optional<EventDraft> event(Fields.Item item) {
        if (!(item.value() instanceof Fields fields)) {
            return Optional.empty();
        }
        List<String> subjects = SUBJECTS.stream().filter(fields::written).toList();
        if (subjects.size() != 1) {
            report.error(
                    fields.whole(),
                    "event-kind",
                    subjects.isEmpty()
                            ? "this event does nothing: add `swap: { node: alice, congestion: vegas"
                                    + " }`, `link: [r1, bob], down: true`, `interface: alice:eth0,"
                                    + " set: { pause: true }`, `address: { ... }` or `route: { ... }`"
                            : "this event has both `"
                                    + subjects.get(0)
                                    + "` and `"
                                    + subjects.get(1)
                                    + "`: make two events of it");
            return Optional.empty();
        }
        return switch (subjects.getFirst()) {
            case "swap" -> swapEvent(fields);
            case "link" -> linkEvent(fields);
            case "address", "route" -> networkEvent(fields, subjects.getFirst());
            default -> interfaceEvent(fields);
        };
    }

    /** The one thing that the event does; empty after a report. */
    private Optional<String> deed(Fields fields, String subject, List<String> possible) {
        for (String deed : DEEDS) {
            if (fields.written(deed) && !possible.contains(deed)) {
                report.error(
                        fields.at(deed),
                        "unknown-key",
                        "`"
                                + deed
                                + "` belongs to an event with `"
                                + (deed.equals("down") ? "link" : "interface")
                                + "`: take it out here");
            }
        }
        List<String> deeds = possible.stream().filter(fields::written).toList();
        if (deeds.size() > 1) {
            report.error(
                    fields.whole(),
                    "event-kind",
                    "this event has both `"
                            + deeds.get(0)
                            + "` and `"
                            + deeds.get(1)
                            + "`: make two events of it");
            return Optional.empty();
        }
        if (deeds.isEmpty() && !possible.isEmpty()) {
            report.error(
                    fields.whole(),
                    "missing-key",
                    subject.equals("link")
                            ? "this event does not say what happens to the cable: add `down: true`,"
                                    + " `down: false` or `set: { rate: 10 Mbit/s }`"
                            : "this event does not say what happens to the interface: add `set: {"
                                    + " pause: true }`, `queue: { type: fifo }` or `driver: ring`");
        }
        return deeds.stream().findFirst();
    }

    private Optional<EventDraft> linkEvent(Fields fields) {
        Optional<String> deed = deed(fields, "link", List.of("down", "set"));
        if (!fields.sound("link")) {
            return Optional.empty();
        }
        List<LinkEnd> ends = fields.list("link").stream().map(i -> (LinkEnd) i.value()).toList();
        EventDraft event =
                new EventDraft(
                        fields.number("at", 0),
                        Optional.empty(),
                        ends,
                        fields.get("down", Boolean.class).orElse(true),
                        Optional.empty(),
                        fields);
        if (deed.equals(Optional.of("set"))) {
            return fields.table("set")
                    .filter(set -> only(set, "link"))
                    .map(set -> event.changing(LineReader.directions(set)));
        }
        return Optional.of(event);
    }

    private Optional<EventDraft> interfaceEvent(Fields fields) {
        Optional<String> deed = deed(fields, "interface", List.of("set", "queue", "driver"));
        Optional<PortRef> port = fields.get("interface", PortRef.class);
        if (deed.isEmpty() || port.isEmpty()) {
            return Optional.empty();
        }
        long at = fields.number("at", 0);
        Optional<Event> event =
                switch (deed.get()) {
                    case "queue" ->
                            fields.table("queue")
                                    .map(q -> new Event.QueueSwap(at, port.get(), queues.queue(q)));
                    case "driver" ->
                            fields.table("driver")
                                    .map(drivers::driver)
                                    .map(d -> new Event.DriverSwap(at, port.get(), d));
                    default ->
                            fields.table("set")
                                    .filter(set -> only(set, "interface"))
                                    .map(set -> refit(at, port.get(), set));
                };
        return event.map(e -> EventDraft.ready(e, fields));
    }

    private Event refit(long at, PortRef port, Fields set) {
        CardChange change = cards.change(set);
        return new Event.Refit(at, port, change);
    }

    private Optional<EventDraft> networkEvent(Fields fields, String subject) {
        deed(fields, subject, List.of());
        Optional<Fields> change = fields.table(subject);
        if (change.isEmpty()) {
            return Optional.empty();
        }
        boolean add = change.get().written("add");
        if (add == change.get().written("remove")) {
            report.error(
                    change.get().whole(),
                    "one-of",
                    add
                            ? "this event has both `add` and `remove`: make two events of it"
                            : "this event does not say what happens: write `add` or `remove`");
            return Optional.empty();
        }
        long at = fields.number("at", 0);
        Optional<Event> event =
                subject.equals("address")
                        ? address(at, change.get(), add)
                        : route(at, change.get(), add);
        return event.map(e -> EventDraft.ready(e, fields));
    }

    private static Optional<Event> address(long at, Fields change, boolean add) {
        Optional<PortRef> port = change.get("interface", PortRef.class);
        return change.get(add ? "add" : "remove", InterfaceAddress.class)
                .filter(a -> port.isPresent())
                .map(a -> new Event.AddressChange(at, port.get(), a, add));
    }

    private Optional<Event> route(long at, Fields change, boolean add) {
        Optional<String> node = change.get("node", String.class);
        return change.table(add ? "add" : "remove")
                .flatMap(routes::route)
                .filter(r -> node.isPresent())
                .map(r -> new Event.RouteChange(at, node.get(), r, add));
    }

    /** Whether a set table has nothing but what belongs to that subject. */
    private boolean only(Fields set, String subject) {
        boolean link = subject.equals("link");
        boolean fits = true;
        for (String key : Format.SET.names()) {
            boolean ofLink = Format.LINK.key(key).isPresent();
            if (set.written(key) && ofLink != link) {
                fits = false;
                report.error(
                        set.at(key),
                        "unknown-key",
                        "`"
                                + key
                                + "` is set on "
                                + (ofLink ? "a cable, not on an interface" : "an interface, not on a cable")
                                + ": write an event with `"
                                + (ofLink ? "link" : "interface")
                                + "` for it");
            }
        }
        return fits;
    }

    private Optional<EventDraft> swapEvent(Fields fields) {
        deed(fields, "swap", List.of());
        long at = fields.number("at", 0);
        return fields.table("swap")
                .map(
                        swap -> {
                            Optional<String> node =
                                    swap.get("node", String.class).filter(n -> !n.equals("all"));
                            Optional<Endpoint> flow = swap.get("flow", Endpoint.class);
                            Event.Swap event =
                                    new Event.Swap(at, node, flow, swap.text("congestion", ""));
                            return EventDraft.ready(event, fields);
                        });
    }
}
