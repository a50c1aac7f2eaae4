package org.wirelathe.model.internal.draft;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.wirelathe.api.net.NatSettings;
import org.wirelathe.api.net.NetworkSettings;
import org.wirelathe.api.net.RouteEntry;
import org.wirelathe.api.node.CpuCosts;
import org.wirelathe.model.Card;
import org.wirelathe.model.Interface;
import org.wirelathe.model.Node;
import org.wirelathe.model.NodeType;
import org.wirelathe.model.PortRef;
import org.wirelathe.model.SwitchSettings;
import org.wirelathe.model.TcpSettings;
import org.wirelathe.model.Vlans;
import org.wirelathe.model.internal.draft.Draft.Placed;
import org.wirelathe.model.internal.draft.Draft.PlacedInterface;
import org.wirelathe.model.internal.draft.Draft.PlacedNode;
import org.wirelathe.model.internal.yaml.Yaml;
import org.wirelathe.wire.IpAddress;

/** Makes nodes of fields. */
final class NodeReader {
    /** Keys of what looks into packets. */
    private static final List<String> OF_STATIONS = 
            List.of("gateway", "routes", "tcp", "ip", "firewall", "nat");
    /** Keys of what passes frames on. */
    private static final List<String> OF_SWITCHES = List.of("ports", "table", "ageing", "loop-detection");

    private final Report report;
    private final Draft draft;
    private final CardReader cards;
    private final QueueReader queues;
    private final DriverReader drivers;
    private final RouteReader routes;
    private final Ipv6Reader ipv6;
    private final PassageReader passage;

    /**
     * @param draft what is told every name that is written, sound or not
     */
    NodeReader(
            Report report,
            Draft draft,
            CardReader cards,
            QueueReader queues,
            DriverReader drivers) {
        this.report = report;
        this.draft = draft;
        this.cards = cards;
        this.queues = queues;
        this.drivers = drivers;
        this.routes = new RouteReader(report);
        this.ipv6 = new Ipv6Reader(report);
        this.passage = new PassageReader(report);
    }

    /** The node, unless too little of it is sound. */
    Optional<PlacedNode> node(Fields.NamedItem item) {
        String name = item.name().value();
        draft.writtenNodes.add(name);
        if (name.equals("all")) {
            report.error(
                    item.name(),
                    "bad-name",
                    "'all' means every node, so no node can be called that: choose another name");
        }
        if (!(item.value() instanceof Fields fields)) {
            return Optional.empty();
        }
        NodeType type = type(fields);
        fits(name, type, fields);
        List<PlacedInterface> interfaces = interfaces(name, type, fields);
        List<Placed<RouteEntry>> routes = routes(fields);
        Node node =
                new Node(
                        name,
                        type,
                        interfaces.stream().map(PlacedInterface::it).toList(),
                        gateways(fields),
                        routes.stream().map(Placed::it).toList(),
                        fields.table("tcp").map(NodeReader::tcp).orElse(TcpSettings.DEFAULT),
                        fields.table("cpu").map(NodeReader::cpu).orElse(CpuCosts.NONE),
                        switching(fields),
                        fields.table("ip")
                                .map(ip -> PassageReader.settings(ip, type == NodeType.ROUTER))
                                .orElse(NetworkSettings.DEFAULT.forwarding(type == NodeType.ROUTER)),
                        passage.firewall(fields),
                        fields.table("nat").flatMap(nat -> nat(name, type, nat)));
        return Optional.of(new PlacedNode(node, item.name(), fields, interfaces, routes));
    }

    private NodeType type(Fields fields) {
        String word = fields.text("type", "");
        Optional<NodeType> type = NodeType.of(word);
        if (fields.sound("type") && type.isEmpty()) {
            report.error(
                    fields.at("type"),
                    "unknown-type",
                    "'" + word + "' is no type of node: write `host`, `router` or `switch`");
        } else if (type.isPresent() && !type.get().available()) {
            report.error(
                    fields.at("type"),
                    "not-yet",
                    "a node of type "
                            + word
                            + " comes later: use `host`, `router` or `switch` for now");
        }
        return type.orElse(NodeType.HOST);
    }

    /** What only one kind of node has. */
    private void fits(String name, NodeType type, Fields fields) {
        boolean isSwitch = type == NodeType.SWITCH;
        for (String key : isSwitch ? OF_STATIONS : OF_SWITCHES) {
            if (fields.written(key)) {
                report.error(
                        fields.at(key),
                        "unknown-key",
                        isSwitch
                                ? name
                                        + " is a switch, which has no `"
                                        + key
                                        + "` because it does not look into packets: take it out"
                                : "`" + key + "` belongs to a switch: take it out of " + name);
            }
        }
    }

    private List<PlacedInterface> interfaces(String node, NodeType type, Fields fields) {
        Map<String, PlacedInterface> found = new LinkedHashMap<>();
        for (int i = 1; type == NodeType.SWITCH && i <= fields.number("ports", 0); i++) {
            PortRef port = new PortRef(node, "p" + i);
            draft.written(port);
            Yaml at = fields.at("ports");
            found.put(
                    port.iface(),
                    new PlacedInterface(port, Interface.port(port.iface()), at, new Fields(at)));
        }
        for (Fields.NamedItem item : fields.named("interfaces")) {
            PortRef port = new PortRef(node, item.name().value());
            draft.written(port);
            if (item.value() instanceof Fields iface && sound(port, type, iface)) {
                found.put(
                        port.iface(),
                        new PlacedInterface(
                                port, iface(port.iface(), type, iface), item.name(), iface));
            }
        }
        return List.copyOf(found.values());
    }

    /** Whether there is enough of an interface: an address, except on a switch. */
    private boolean sound(PortRef port, NodeType type, Fields fields) {
        if (type == NodeType.SWITCH) {
            if (fields.written("address")) {
                report.error(
                        fields.at("address"),
                        "port-address",
                        port
                                + " is a port of a switch, which has no address: write `"
                                + port.iface()
                                + ": {}`");
            }
            return true;
        }
        boolean addressless = fields.written("ipv6") && !fields.written("address");
        if (!fields.written("address") && !addressless) {
            report.error(
                    fields.whole(),
                    "missing-key",
                    "this interface has no `address`: add it, as in `address: 10.0.1.1/24`");
        }
        if (fields.written("trunk")) {
            report.error(
                    fields.at("trunk"),
                    "unknown-key",
                    "`trunk` belongs to a port of a switch: give "
                            + port
                            + " a `vlan` instead, or take it out");
        }
        return fields.sound("address") || addressless;
    }

    private Interface iface(String name, NodeType type, Fields fields) {
        return new Interface(
                name,
                ipv6.settings(type, fields),
                fields.get("mac", Long.class).map(OptionalLong::of).orElse(OptionalLong.empty()),
                (int) fields.number("mtu", Interface.DEFAULT_MTU),
                card(fields),
                drivers.ofInterface(fields),
                new Vlans((int) fields.number("vlan", 0), trunk(fields)),
                fields.table("queue").map(queues::queue));
    }

    private Card card(Fields fields) {
        Card card = cards.change(fields).on(Card.DEFAULT);
        long buffer = fields.number("card-buffer", 0);
        return new Card(
                card.rings(), card.coalescing(), card.offloads(), card.pause(), buffer);
    }

    private static List<Integer> trunk(Fields fields) {
        List<Integer> vlans = new ArrayList<>();
        for (Fields.Item item : fields.list("trunk")) {
            if (item.value() instanceof Long vlan && !vlans.contains(vlan.intValue())) {
                vlans.add(vlan.intValue());
            }
        }
        return vlans;
    }

    private static CpuCosts cpu(Fields fields) {
        return new CpuCosts(
                fields.number("hard-interrupt", 0),
                fields.number("soft-interrupt", 0),
                fields.number("packet", 0));
    }

    private static SwitchSettings switching(Fields fields) {
        SwitchSettings silent = SwitchSettings.DEFAULT;
        return new SwitchSettings(
                (int) fields.number("table", silent.table()),
                fields.number("ageing", silent.ageing()),
                fields.get("loop-detection", Boolean.class).orElse(silent.loopDetection()));
    }

    private List<Placed<RouteEntry>> routes(Fields node) {
        List<Placed<RouteEntry>> found = new ArrayList<>();
        for (Fields.Item item : node.list("routes")) {
            if (item.value() instanceof Fields fields) {
                routes.route(fields).ifPresent(route -> found.add(new Placed<>(route, fields)));
            }
        }
        return found;
    }

    /** One of each family. */
    private List<IpAddress> gateways(Fields node) {
        List<IpAddress> found = new ArrayList<>();
        for (Fields.Item item : node.list("gateway")) {
            IpAddress gateway = (IpAddress) item.value();
            if (found.stream().anyMatch(g -> g.isV4() == gateway.isV4())) {
                report.error(
                        item.at(),
                        "two-gateways",
                        "this node has an "
                                + (gateway.isV4() ? "IPv4" : "IPv6")
                                + " gateway already: take one out, or write"
                                + " `routes: [{ to: default, via: [..., ...] }]` to use both");
            } else {
                found.add(gateway);
            }
        }
        return found;
    }

    private Optional<NatSettings> nat(String name, NodeType type, Fields fields) {
        if (type == NodeType.HOST) {
            report.error(
                    fields.whole(),
                    "unknown-key",
                    name + " is a host, which forwards nothing: take `nat` out, or make it a router");
        }
        return passage.nat(fields);
    }

    private static TcpSettings tcp(Fields fields) {
        TcpSettings silent = TcpSettings.DEFAULT;
        return new TcpSettings(
                fields.text("congestion", silent.congestion()),
                fields.number("send-buffer", silent.sendBuffer()),
                fields.number("receive-buffer", silent.receiveBuffer()),
                fields.get("delayed-ack", Boolean.class).orElse(silent.delayedAck()));
    }
}
