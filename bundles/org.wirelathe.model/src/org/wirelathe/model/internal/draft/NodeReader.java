package org.wirelathe.model.internal.draft;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.wirelathe.model.Interface;
import org.wirelathe.model.Node;
import org.wirelathe.model.NodeType;
import org.wirelathe.model.PortRef;
import org.wirelathe.model.Rings;
import org.wirelathe.model.Route;
import org.wirelathe.model.Subnet;
import org.wirelathe.model.TcpSettings;
import org.wirelathe.model.internal.draft.Draft.Placed;
import org.wirelathe.model.internal.draft.Draft.PlacedInterface;
import org.wirelathe.model.internal.draft.Draft.PlacedNode;

/** Makes nodes of fields. */
final class NodeReader {
    private final Report report;
    private final Draft draft;

    /**
     * @param draft what is told every name that is written, sound or not
     */
    NodeReader(Report report, Draft draft) {
        this.report = report;
        this.draft = draft;
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
        List<PlacedInterface> interfaces = interfaces(name, fields);
        List<Placed<Route>> routes = routes(fields);
        Node node =
                new Node(
                        name,
                        type(fields),
                        interfaces.stream().map(PlacedInterface::it).toList(),
                        fields.get("gateway", Integer.class)
                                .map(OptionalInt::of)
                                .orElse(OptionalInt.empty()),
                        routes.stream().map(Placed::it).toList(),
                        fields.table("tcp").map(NodeReader::tcp).orElse(TcpSettings.DEFAULT));
        return Optional.of(new PlacedNode(node, item.name(), fields, interfaces, routes));
    }

    private NodeType type(Fields fields) {
        String word = fields.text("type", "");
        Optional<NodeType> type = NodeType.of(word);
        if (fields.sound("type") && type.isEmpty()) {
            report.error(
                    fields.at("type"),
                    "unknown-type",
                    "'" + word + "' is no type of node: write `host` or `router`");
        } else if (type.isPresent() && !type.get().available()) {
            report.error(
                    fields.at("type"),
                    "not-yet",
                    "a node of type " + word + " comes later: use `host` or `router` for now");
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
                found.add(
                        new PlacedInterface(port, iface(port.iface(), iface), item.name(), iface));
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
                fields.table("rings").map(NodeReader::rings).orElse(Rings.DEFAULT),
                fields.text("driver", Interface.DEFAULT_DRIVER));
    }

    private static Rings rings(Fields fields) {
        return new Rings(
                (int) fields.number("tx", Rings.DEFAULT.tx()),
                (int) fields.number("rx", Rings.DEFAULT.rx()));
    }

    private static List<Placed<Route>> routes(Fields node) {
        List<Placed<Route>> found = new ArrayList<>();
        for (Fields.Item item : node.list("routes")) {
            if (item.value() instanceof Fields fields
                    && fields.sound("to")
                    && fields.sound("via")) {
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
}
