package org.wirelathe.model.internal.draft;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import org.wirelathe.model.App;
import org.wirelathe.model.Capture;
import org.wirelathe.model.Link;
import org.wirelathe.model.PortRef;
import org.wirelathe.model.Position;
import org.wirelathe.model.Queue;
import org.wirelathe.model.Routing;
import org.wirelathe.model.Run;
import org.wirelathe.model.Value;
import org.wirelathe.model.Vocabulary;
import org.wirelathe.model.internal.draft.Draft.AppDraft;
import org.wirelathe.model.internal.draft.Draft.Mention;
import org.wirelathe.model.internal.draft.Draft.Placed;
import org.wirelathe.model.internal.format.Format;
import org.wirelathe.model.internal.yaml.Yaml;
import org.wirelathe.model.internal.yaml.Yaml.Mapping;

/** Makes a draft of the tree: fields become records, holes take their defaults. */
public final class DraftReader {
    private final Draft draft = new Draft();
    private final Report report;
    private final TableReader tables;
    private final QueueReader queues;
    private final NodeReader nodes;
    private final AppReader apps;
    private final EventReader events;

    public DraftReader(Report report, Vocabulary vocabulary) {
        this.report = report;
        this.tables = new TableReader(report);
        CardReader cards = new CardReader(report);
        SettingsReader settings = new SettingsReader(report, tables);
        DriverReader drivers = new DriverReader(settings, vocabulary);
        this.queues = new QueueReader(settings, vocabulary);
        this.nodes = new NodeReader(report, draft, cards, queues, drivers);
        this.apps = new AppReader(report, tables, vocabulary);
        this.events = new EventReader(report, cards, queues, drivers);
    }

    /**
     * Reads everything.
     *
     * @param where what a missing section is reported at
     * @param damaged the keys of sections that are not complete
     */
    public Draft read(Mapping root, Yaml where, Set<String> damaged) {
        Fields lab = tables.table(Format.LAB, root, where, damaged);
        draft.damaged = damaged;
        draft.name = lab.text("lab", "Untitled");
        draft.nodes = lab.named("nodes").stream().flatMap(n -> nodes.node(n).stream()).toList();
        draft.links = lab.list("links").stream().flatMap(i -> link(i).stream()).toList();
        draft.apps = apps(root, lab);
        draft.events = lab.list("events").stream().flatMap(i -> events.event(i).stream()).toList();
        draft.captures = captures(lab);
        draft.runFields = lab.table("run");
        draft.run = draft.runFields.map(DraftReader::run).orElse(Run.DEFAULT);
        draft.routing = lab.table("routing").map(this::routing).orElse(Routing.FIXED);
        view(lab);
        draft.index();
        return draft;
    }

    private Optional<Placed<Link>> link(Fields.Item item) {
        if (!(item.value() instanceof Fields fields) || !fields.sound("between")) {
            return Optional.empty();
        }
        List<Fields.Item> ends = fields.list("between");
        LineReader.Directions directions = LineReader.directions(fields);
        Link link =
                new Link(
                        (PortRef) ends.get(0).value(),
                        (PortRef) ends.get(1).value(),
                        LineReader.line(directions.forth()),
                        LineReader.line(directions.back()),
                        fields.table("queue").map(queues::queue).orElse(Queue.DEFAULT),
                        (int) fields.number("cost", 1));
        return Optional.of(new Placed<>(link, fields));
    }

    private List<AppDraft> apps(Mapping root, Fields lab) {
        List<AppDraft> found = new ArrayList<>();
        List<Fields.Item> items = lab.list("apps");
        for (int i = 0; i < items.size(); i++) {
            if (items.get(i).value() instanceof Fields fields
                    && items.get(i).at() instanceof Mapping mapping) {
                Fields all = apps.parameters(fields, mapping);
                Map<String, Value> parameters = AppReader.values(mapping);
                App app =
                        new App(
                                all.text("on", ""),
                                all.text("run", ""),
                                parameters,
                                all.number("at", 0));
                found.add(new AppDraft(app, all, i));
            }
        }
        return found;
    }

    private List<Placed<Capture>> captures(Fields lab) {
        List<Placed<Capture>> found = new ArrayList<>();
        for (Fields.Item item : lab.list("capture")) {
            if (item.value() instanceof Fields fields && fields.sound("at")) {
                found.add(new Placed<>(capture(fields), fields));
            }
        }
        return found;
    }

    private Capture capture(Fields fields) {
        String on = fields.text("on", "driver");
        boolean wire = on.equals("wire");
        if (!wire && !on.equals("driver")) {
            report.error(
                    fields.at("on"),
                    "unknown-word",
                    "'"
                            + on
                            + "' is no place to capture: write `driver` for the host's side of the"
                            + " card, or `wire` for the cable");
        }
        return new Capture(
                fields.get("at", PortRef.class).orElseThrow(),
                wire ? Capture.Place.WIRE : Capture.Place.DRIVER,
                fields.get("filter", String.class),
                fields.get("ring", Long.class).map(OptionalLong::of).orElse(OptionalLong.empty()),
                fields.get("snap", Long.class)
                        .map(n -> OptionalInt.of(n.intValue()))
                        .orElse(OptionalInt.empty()));
    }

    private static Run run(Fields fields) {
        Run silent = Run.DEFAULT;
        return new Run(
                fields.number("until", silent.until()),
                fields.number("seed", silent.seed()),
                fields.number("sample", silent.sample()));
    }

    private Routing routing(Fields fields) {
        String word = fields.text("routes", "computed");
        boolean computed = word.equals("computed");
        if (!computed && !word.equals("fixed")) {
            report.error(
                    fields.at("routes"),
                    "unknown-word",
                    Singles.quoted(word)
                            + " is no way to routes: write `fixed`, or `computed` to have them follow when a"
                            + " cable is cut");
        }
        return computed ? new Routing(true, fields.number("delay", Routing.DELAY)) : Routing.FIXED;
    }

    private void view(Fields lab) {
        List<Mention<String>> names = new ArrayList<>();
        Map<String, Position> positions = new LinkedHashMap<>();
        for (Fields.NamedItem item : lab.named("view")) {
            names.add(new Mention<>(item.name().value(), item.name()));
            if (item.value() instanceof List<?> pair && pair.size() == 2) {
                positions.put(
                        item.name().value(),
                        new Position(coordinate(pair.get(0)), coordinate(pair.get(1))));
            }
        }
        draft.view = positions;
        draft.viewNames = names;
    }

    private static int coordinate(Object item) {
        return ((Long) ((Fields.Item) item).value()).intValue();
    }
}
