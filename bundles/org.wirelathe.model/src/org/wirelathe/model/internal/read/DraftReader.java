package org.wirelathe.model.internal.read;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import org.wirelathe.model.App;
import org.wirelathe.model.Endpoint;
import org.wirelathe.model.Event;
import org.wirelathe.model.Interface;
import org.wirelathe.model.Link;
import org.wirelathe.model.Node;
import org.wirelathe.model.NodeType;
import org.wirelathe.model.PortRef;
import org.wirelathe.model.Position;
import org.wirelathe.model.Queue;
import org.wirelathe.model.Rings;
import org.wirelathe.model.Route;
import org.wirelathe.model.Run;
import org.wirelathe.model.Subnet;
import org.wirelathe.model.TcpSettings;
import org.wirelathe.model.Value;
import org.wirelathe.model.Vocabulary;
import org.wirelathe.model.internal.format.Format;
import org.wirelathe.model.internal.read.Draft.AppDraft;
import org.wirelathe.model.internal.read.Draft.EventDraft;
import org.wirelathe.model.internal.read.Draft.Mention;
import org.wirelathe.model.internal.read.Draft.Placed;
import org.wirelathe.model.internal.read.Draft.PlacedInterface;
import org.wirelathe.model.internal.read.Draft.PlacedNode;
import org.wirelathe.model.internal.yaml.Yaml;
import org.wirelathe.model.internal.yaml.Yaml.Mapping;

/** Makes a draft of the tree: fields become records, holes take their defaults. */
final class DraftReader {
    private final Report report;
    private final TableReader tables;
    private final AppReader apps;
    private final Draft draft = new Draft();

    DraftReader(Report report, Vocabulary vocabulary) {
        this.report = report;
        this.tables = new TableReader(report);
        this.apps = new AppReader(report, tables, vocabulary);
    }

    Draft read(Mapping root, Yaml where, Set<String> damaged) {
        Fields lab = tables.table(Format.LAB, root, where, damaged);
        draft.damaged = damaged;
        draft.name = lab.text("lab", "Untitled");
        draft.nodes = lab.named("nodes").stream().flatMap(n -> node(n).stream()).toList();
        draft.links = lab.list("links").stream().flatMap(i -> link(i).stream()).toList();
        draft.apps = apps(root, lab);
        draft.events = lab.list("events").stream().flatMap(i -> event(i).stream()).toList();
        draft.capture = capture(lab);
        draft.runFields = lab.table("run");
        draft.run = draft.runFields.map(DraftReader::run).orElse(Run.DEFAULT);
        view(lab);
        draft.index();
        return draft;
    }

    private Optional<PlacedNode> node(Fields.NamedItem item) {
        String name = item.name().value();
        draft.writtenNodes.add(name);
        if (name.equals("all")) {
            report.error(item.name(), "bad-name", "'all' means every node, so no node can be called that: choose another name");
        }
        if (!(item.value() instanceof Fields fields)) {
            return Optional.empty();
        }
        List<PlacedInterface> interfaces = interfaces(name, fields);
        List<Placed<Route>> routes = routes(fields);
        Node node =
            new Node(
                name,
                type(fields),
                interfaces.stream().map(PlacedInterface::it).toList(),
                fields.get("gateway", Integer.class).map(OptionalInt::of).orElse(OptionalInt.empty()),
                routes.stream().map(Placed::it).toList(),
                fields.table("tcp").map(DraftReader::tcp).orElse(TcpSettings.DEFAULT));
        return Optional.of(new PlacedNode(node, item.name(), fields, interfaces, routes));
    }

    private NodeType type(Fields fields) {
        String word = fields.text("type", "");
        Optional<NodeType> type = NodeType.of(word);
        if (fields.sound("type") && type.isEmpty()) {
            report.error(fields.at("type"), "unknown-type", "'" + word + "' is no type of node: write `host` or `router`");
        } else if (type.isPresent() && !type.get().available()) {
            report.error(
                fields.at("type"), "not-yet", "a node of type " + word + " comes later: use `host` or `router` for now");
        }
        return type.orElse(NodeType.HOST);
    }

    private List<PlacedInterface> interfaces(String node, Fields fields) {
        List<PlacedInterface> found = new ArrayList<>();
        for (Fields.NamedItem item : fields.named("interfaces")) {
            PortRef port = new PortRef(node, item.name().value());
            draft.writtenPorts.add(port);
            draft.writtenInterfaces.computeIfAbsent(node, n -> new HashSet<>()).add(port.iface());
            if (item.value() instanceof Fields iface && iface.sound("address")) {
                found.add(new PlacedInterface(port, iface(port.iface(), iface), item.name(), iface));
            }
        }
        return found;
    }

    private static Interface iface(String name, Fields fields) {
        AddressWithPrefix address = fields.get("address", AddressWithPrefix.class).orElseThrow();
        return new Interface(
            name,
            address.address(),
            address.prefixLength(),
            fields.get("mac", Long.class).map(OptionalLong::of).orElse(OptionalLong.empty()),
            (int) fields.number("mtu", Interface.DEFAULT_MTU),
            fields.table("rings").map(DraftReader::rings).orElse(Rings.DEFAULT),
            fields.text("driver", Interface.DEFAULT_DRIVER));
    }

    private static Rings rings(Fields fields) {
        return new Rings((int) fields.number("tx", Rings.DEFAULT.tx()), (int) fields.number("rx", Rings.DEFAULT.rx()));
    }

    private static List<Placed<Route>> routes(Fields node) {
        List<Placed<Route>> found = new ArrayList<>();
        for (Fields.Item item : node.list("routes")) {
            if (item.value() instanceof Fields fields && fields.sound("to") && fields.sound("via")) {
                Subnet to = fields.get("to", Subnet.class).orElseThrow();
                int via = fields.get("via", Integer.class).orElseThrow();
                found.add(new Placed<>(new Route(to, via), fields));
            }
        }
        return found;
    }

    private static TcpSettings tcp(Fields fields) {
        TcpSettings silent = TcpSettings.DEFAULT;
        return new TcpSettings(
            fields.text("congestion", silent.congestion()),
            fields.number("send-buffer", silent.sendBuffer()),
            fields.number("receive-buffer", silent.receiveBuffer()),
            fields.get("delayed-ack", Boolean.class).orElse(silent.delayedAck()));
    }

    private Optional<Placed<Link>> link(Fields.Item item) {
        if (!(item.value() instanceof Fields fields) || !fields.sound("between")) {
            return Optional.empty();
        }
        List<Fields.Item> ends = fields.list("between");
        Link link =
            new Link(
                (PortRef) ends.get(0).value(),
                (PortRef) ends.get(1).value(),
                fields.number("rate", 1),
                fields.number("delay", 0),
                fields.table("queue").map(DraftReader::queue).orElse(Queue.DEFAULT),
                fields.number("loss", 0));
        return Optional.of(new Placed<>(link, fields));
    }

    private static Queue queue(Fields fields) {
        Limit limit = fields.get("limit", Limit.class).orElse(new Limit(Queue.DEFAULT.limit(), Queue.DEFAULT.unit()));
        return new Queue(fields.text("type", Queue.DEFAULT.type()), limit.amount(), limit.unit());
    }

    private List<AppDraft> apps(Mapping root, Fields lab) {
        List<AppDraft> found = new ArrayList<>();
        List<Fields.Item> items = lab.list("apps");
        for (int i = 0; i < items.size(); i++) {
            if (items.get(i).value() instanceof Fields fields && items.get(i).at() instanceof Mapping mapping) {
                Fields all = apps.parameters(fields, mapping);
                Map<String, Value> parameters = AppReader.values(mapping);
                App app = new App(all.text("on", ""), all.text("run", ""), parameters, all.number("at", 0));
                found.add(new AppDraft(app, all, i));
            }
        }
        return found;
    }

    private Optional<EventDraft> event(Fields.Item item) {
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
                    : "this event does nothing: add `swap: { node: alice, congestion: vegas }` or `link: [r1, bob], down: true`");
            return Optional.empty();
        }
        if (link && !fields.written("down")) {
            report.error(fields.whole(), "missing-key", "this event does not say what happens to the cable: add `down: true` or `down: false`");
        }
        if (swap && fields.written("down")) {
            report.error(fields.at("down"), "unknown-key", "`down` belongs to an event with `link`: take it out here");
        }
        return link ? linkEvent(fields) : swapEvent(fields);
    }

    private static Optional<EventDraft> linkEvent(Fields fields) {
        if (!fields.sound("link")) {
            return Optional.empty();
        }
        List<LinkEnd> ends = fields.list("link").stream().map(i -> (LinkEnd) i.value()).toList();
        boolean down = fields.get("down", Boolean.class).orElse(true);
        return Optional.of(new EventDraft(fields.number("at", 0), Optional.empty(), ends, down, fields));
    }

    private static Optional<EventDraft> swapEvent(Fields fields) {
        long at = fields.number("at", 0);
        return fields
            .table("swap")
            .map(
                swap -> {
                    Optional<String> node = swap.get("node", String.class).filter(n -> !n.equals("all"));
                    Optional<Endpoint> flow = swap.get("flow", Endpoint.class);
                    Event.Swap event = new Event.Swap(at, node, flow, swap.text("congestion", ""));
                    return new EventDraft(at, Optional.of(event), List.of(), false, fields);
                });
    }

    private static List<Mention<PortRef>> capture(Fields lab) {
        List<Mention<PortRef>> found = new ArrayList<>();
        for (Fields.Item item : lab.list("capture")) {
            if (item.value() instanceof PortRef port) {
                found.add(new Mention<>(port, item.at()));
            }
        }
        return found;
    }

    private static Run run(Fields fields) {
        Run silent = Run.DEFAULT;
        return new Run(
            fields.number("until", silent.until()),
            fields.number("seed", silent.seed()),
            fields.number("sample", silent.sample()));
    }

    private void view(Fields lab) {
        List<Mention<String>> names = new ArrayList<>();
        Map<String, Position> positions = new LinkedHashMap<>();
        for (Fields.NamedItem item : lab.named("view")) {
            names.add(new Mention<>(item.name().value(), item.name()));
            if (item.value() instanceof List<?> pair && pair.size() == 2) {
                positions.put(item.name().value(), new Position(coordinate(pair.get(0)), coordinate(pair.get(1))));
            }
        }
        draft.view = positions;
        draft.viewNames = names;
    }

    private static int coordinate(Object item) {
        return ((Long) ((Fields.Item) item).value()).intValue();
    }
}
