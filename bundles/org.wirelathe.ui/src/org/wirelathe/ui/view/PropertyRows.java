package org.wirelathe.ui.view;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.wirelathe.model.App;
import org.wirelathe.model.AppSchema;
import org.wirelathe.model.Interface;
import org.wirelathe.model.Lab;
import org.wirelathe.model.Link;
import org.wirelathe.model.Node;
import org.wirelathe.model.NodeType;
import org.wirelathe.model.PortRef;
import org.wirelathe.model.Quantity;
import org.wirelathe.model.Queue;
import org.wirelathe.model.Topology;
import org.wirelathe.model.Value;
import org.wirelathe.model.Vlans;
import org.wirelathe.model.Vocabulary;
import org.wirelathe.model.edit.Edit;
import org.wirelathe.model.edit.EditTarget;
import org.wirelathe.model.edit.Edits;
import org.wirelathe.wire.Mac;

/** The properties of what is selected. */
final class PropertyRows {
    private static final long HOUR = 3_600_000_000_000L;
    private static final long FASTEST = 1_000_000_000_000_000L;

    private final Lab lab;
    private final Vocabulary vocabulary;
    private final List<PropertyRow> rows = new ArrayList<>();

    private PropertyRows(Lab lab, Vocabulary vocabulary) {
        this.lab = lab;
        this.vocabulary = vocabulary;
    }

    /** Of the one part that is selected; of the lab when nothing is. */
    static List<PropertyRow> of(Lab lab, Vocabulary vocabulary, List<EditTarget> selection) {
        PropertyRows made = new PropertyRows(lab, vocabulary);
        if (selection.isEmpty()) {
            made.lab();
        }
        for (EditTarget target : selection) {
            made.part(target, selection.size() > 1);
        }
        return made.rows;
    }

    private void part(EditTarget target, boolean oneOfMany) {
        if (target instanceof EditTarget.OfNode node) {
            lab.node(node.name()).ifPresent(n -> node(n, oneOfMany));
        } else if (target instanceof EditTarget.OfLink link) {
            Topology.of(lab).link(link.a()).ifPresent(this::link);
        }
    }

    private void lab() {
        EditTarget run = EditTarget.run();
        row("Lab", "Name", lab.name(), "what the lab is called",
                PropertyChecks.notEmpty("a name"), EditTarget.lab(), "lab");
        row("Run", "Until", Quantity.TIME.format(lab.run().until()), "virtual time, at most, such as 60 s",
                PropertyChecks.quantity(Quantity.TIME, 1, Long.MAX_VALUE), run, "until");
        row("Run", "Seed", Long.toString(lab.run().seed()), "of everything random; a whole number",
                PropertyChecks.number(Long.MIN_VALUE, Long.MAX_VALUE), run, "seed");
        row("Run", "Sample", Quantity.TIME.format(lab.run().sample()), "virtual time from point to point of a curve",
                PropertyChecks.quantity(Quantity.TIME, 1, HOUR), run, "sample");
        tell("Contents", "Nodes", Integer.toString(lab.nodes().size()));
        tell("Contents", "Cables", Integer.toString(lab.links().size()));
        tell("Contents", "Applications", Integer.toString(lab.apps().size()));
        tell("Contents", "Events", Integer.toString(lab.events().size()));
    }

    private void node(Node node, boolean oneOfMany) {
        String group = oneOfMany ? node.name() : "Node";
        EditTarget target = EditTarget.node(node.name());
        rows.add(new PropertyRow(group, "Name", node.name(), "unique in the lab", List.of(),
                PropertyChecks.notEmpty("a name"), text -> Edits.rename(node.name(), text.strip())));
        tell(group, "Type", node.type().word());
        boolean looksInside = node.type() != NodeType.SWITCH;
        if (looksInside) {
            rows.addAll(AddressRows.gateways(group, node));
        }
        if (!oneOfMany) {
            node.interfaces().forEach(iface -> iface(node, iface));
        }
        if (looksInside) {
            choice(oneOfMany ? group : "TCP", "Congestion control", node.tcp().congestion(), "what new connections use",
                    vocabulary.algorithms().stream().sorted().toList(), target, "tcp.congestion");
        }
        if (looksInside && !oneOfMany) {
            tcp(node, target);
            apps(node);
        }
    }

    private void tcp(Node node, EditTarget target) {
        row("TCP", "Send buffer", Quantity.SIZE.format(node.tcp().sendBuffer()), "size, such as 1 MiB",
                PropertyChecks.quantity(Quantity.SIZE, 1, 1L << 30), target, "tcp.send-buffer");
        row("TCP", "Receive buffer", Quantity.SIZE.format(node.tcp().receiveBuffer()), "size; bounds the window",
                PropertyChecks.quantity(Quantity.SIZE, 1, 1L << 30), target, "tcp.receive-buffer");
        choice("TCP", "Delayed ACK", Boolean.toString(node.tcp().delayedAck()), "RFC 9293 \u00a73.8.6.3",
                List.of("true", "false"), target, "tcp.delayed-ack");
    }

    private void iface(Node node, Interface iface) {
        PortRef port = new PortRef(node.name(), iface.name());
        EditTarget target = EditTarget.iface(port);
        boolean isPort = node.type() == NodeType.SWITCH;
        String group = (isPort ? "Port " : "Interface ") + iface.name();
        if (isPort) {
            vlans(group, iface.vlans(), target);
        } else {
            rows.addAll(AddressRows.addresses(group, node, iface));
        }
        row(group, "MTU", Integer.toString(iface.mtu()), "bytes, 68 to 9000",
                PropertyChecks.number(68, 9000), target, "mtu");
        String mac = iface.mac().isPresent() ? Mac.format(iface.mac().getAsLong()) : "";
        row(group, "MAC", mac, "empty: chosen by the lab", PropertyChecks.anything(), target, "mac");
        row(group, "TX ring", Integer.toString(iface.rings().tx()), "descriptors, a power of two from 2 to 32768",
                PropertyChecks.powerOfTwo(2, 32768), target, "rings.tx");
        row(group, "RX ring", Integer.toString(iface.rings().rx()), "descriptors, a power of two from 2 to 32768",
                PropertyChecks.powerOfTwo(2, 32768), target, "rings.rx");
        choice(group, "Driver", iface.driver().type(), "how the ring is served",
                vocabulary.drivers().stream().sorted().toList(), target, "driver");
        capture(group, port);
    }

    private void vlans(String group, Vlans vlans, EditTarget target) {
        row(group, "VLAN", vlans.own() == 0 ? "" : Integer.toString(vlans.own()), "of frames without a tag, 1 to 4094",
                PropertyChecks.number(1, 4094), target, "vlan");
        row(group, "Trunk", vlans.trunk().isEmpty() ? "" : vlans.trunk().toString(),
                "VLANs whose frames carry tags, such as [10, 20]", PropertyChecks.anything(), target, "trunk");
    }

    private void capture(String group, PortRef port) {
        rows.add(new PropertyRow(group, "Capture", Boolean.toString(lab.capture().contains(port)),
                "record its frames as pcapng", List.of("true", "false"), PropertyChecks.anything(),
                text -> Edits.capture(port, text.equals("true"))));
    }

    private void apps(Node node) {
        for (int i = 0; i < lab.apps().size(); i++) {
            App app = lab.apps().get(i);
            if (app.on().equals(node.name())) {
                app(app, i);
            }
        }
    }

    private void app(App app, int index) {
        EditTarget target = EditTarget.app(index);
        String group = "Application " + (index + 1) + ": " + app.run();
        List<AppSchema.Parameter> known =
                Optional.ofNullable(vocabulary.schemas().get(app.run())).map(AppSchema::parameters).orElse(List.of());
        for (AppSchema.Parameter parameter : known) {
            row(group, capital(parameter.name()), app.text(parameter.name()).orElse(""), hint(parameter),
                    PropertyChecks.anything(), target, parameter.name());
        }
        app.parameters().forEach((key, value) -> {
            if (value instanceof Value.Text text && known.stream().noneMatch(p -> p.name().equals(key))) {
                row(group, capital(key), text.text(), "", PropertyChecks.anything(), target, key);
            }
        });
        row(group, "At", Quantity.TIME.format(app.at()), "virtual time at which it starts",
                PropertyChecks.quantity(Quantity.TIME, 0, Long.MAX_VALUE), target, "at");
    }

    private static String hint(AppSchema.Parameter parameter) {
        return parameter.meaning() + (parameter.fallback().isEmpty() ? "" : " Default: " + parameter.fallback());
    }

    private void link(Link link) {
        EditTarget target = EditTarget.link(link);
        String group = "Cable " + link.a() + " \u2013 " + link.b();
        row(group, "Rate", Quantity.RATE.format(link.rate()), "each direction, such as 100 Mbit/s",
                PropertyChecks.quantity(Quantity.RATE, 1, FASTEST), target, "rate");
        row(group, "Delay", Quantity.TIME.format(link.delay()), "propagation, such as 10 ms",
                PropertyChecks.quantity(Quantity.TIME, 0, Long.MAX_VALUE), target, "delay");
        row(group, "Loss", Quantity.SHARE.format(link.loss()), "frames lost at random, 0 % to 100 %",
                PropertyChecks.quantity(Quantity.SHARE, 0, Link.LOSE_EVERYTHING), target, "loss");
        choice(group, "Queue", link.queue().type(), "in front of each end",
                vocabulary.queues().stream().sorted().toList(), target, "queue.type");
        String limit = link.queue().unit() == Queue.Unit.PACKETS
                ? Quantity.PACKETS.format(link.queue().limit()) : Quantity.SIZE.format(link.queue().limit());
        row(group, "Queue limit", limit, "packets or bytes, such as 100 packets",
                PropertyChecks.queueLimit(), target, "queue.limit");
        capture("Capture " + link.a(), link.a());
        capture("Capture " + link.b(), link.b());
    }

    private void tell(String group, String label, String value) {
        rows.add(PropertyRow.telling(group, label, value));
    }

    private void row(String group, String label, String value, String hint,
            Function<String, Optional<String>> check, EditTarget target, String key) {
        rows.add(new PropertyRow(group, label, value, hint, List.of(), check, text -> set(target, key, text)));
    }

    private void choice(
            String group,
            String label,
            String value,
            String hint,
            List<String> choices,
            EditTarget target,
            String key) {
        TreeSet<String> all = new TreeSet<>(choices);
        all.add(value);
        rows.add(new PropertyRow(group, label, value, hint, List.copyOf(all), PropertyChecks.anything(),
                text -> set(target, key, text)));
    }

    private Edit set(EditTarget target, String key, String text) {
        Optional<String> value = Optional.of(text.strip()).filter(stripped -> !stripped.isEmpty());
        return target instanceof EditTarget.OfInterface of && isSwitch(of.port().node())
                ? new PortEdit(of.port(), key, value) : Edits.set(target, key, value);
    }

    private boolean isSwitch(String name) {
        return lab.node(name).filter(node -> node.type() == NodeType.SWITCH).isPresent();
    }

    private static String capital(String word) {
        return Character.toUpperCase(word.charAt(0)) + word.substring(1).replace('-', ' ');
    }

    /** What is selected, in a few words. */
    static String title(Lab lab, List<EditTarget> selection) {
        if (selection.isEmpty()) {
            return "Lab \u201c" + lab.name() + "\u201d";
        }
        return selection.stream().limit(3).map(PropertyRows::title).collect(Collectors.joining(", "))
                + (selection.size() > 3 ? " and " + (selection.size() - 3) + " more" : "");
    }

    private static String title(EditTarget target) {
        return switch (target) {
            case EditTarget.OfNode node -> node.name();
            case EditTarget.OfLink link -> link.a() + " \u2013 " + link.b();
            default -> "";
        };
    }
}
