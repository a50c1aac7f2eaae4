package org.wirelathe.model.edit;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.wirelathe.model.App;
import org.wirelathe.model.Capture;
import org.wirelathe.model.Event;
import org.wirelathe.model.Given;
import org.wirelathe.model.Interface;
import org.wirelathe.model.Node;
import org.wirelathe.model.NodeType;
import org.wirelathe.model.PortRef;
import org.wirelathe.model.Position;
import org.wirelathe.model.Queue;
import org.wirelathe.model.Rings;
import org.wirelathe.model.Run;
import org.wirelathe.model.TcpSettings;
import org.wirelathe.model.Value;

/** Edits for every sample, each with what it means. */
final class EditCases {
    /**
     * An edit.
     *
     * @param meaning what becomes of the lab
     * @param commentsThatGo comments of all samples on or in the parts that the edit deletes
     */
    record Case(Supplier<Edit> edit, Consumer<LabBuilder> meaning, Set<String> commentsThatGo) {}

    private static final PortRef ALICE = new PortRef("alice", "eth0");
    private static final PortRef BOB = new PortRef("bob", "eth0");
    private static final PortRef CAROL = new PortRef("carol", "eth0");
    private static final PortRef R1_NEAR = new PortRef("r1", "eth0");
    private static final PortRef R1_FAR = new PortRef("r1", "eth1");
    private static final EditTarget NEAR = new EditTarget.OfLink(R1_NEAR, ALICE);
    private static final EditTarget FAR = new EditTarget.OfLink(R1_FAR, BOB);
    private static final long SECOND = 1_000_000_000;

    private static final Set<String> OF_ALICE =
            Set.of(
                    "# the sender",
                    "# to r1",
                    "# her way out",
                    "# her type",
                    "# her only one",
                    "# before the gateway",
                    "# behind alice",
                    "# left");
    private static final Set<String> OF_R1 =
            Set.of("# towards bob", "# end of r1", "# left", "# right", "# middle", "# x", "# y");
    private static final Set<String> OF_BOB =
            Set.of("# the receiver", "# r1", "# more of it later", "# unfinished", "# right");
    private static final Set<String> OF_NEAR = Set.of("# fast", "# near", "# one");
    private static final Set<String> OF_FAR = Set.of("# two");
    private static final Set<String> OF_SEND = Set.of("# goes through r1", "# the sender");
    private static final Set<String> OF_PING = Set.of("# asks", "# the router", "# three");
    private static final Set<String> OF_CUTS = Set.of("# cut", "# near");

    private final Map<String, Case> cases = new LinkedHashMap<>();

    private EditCases() {}

    static Map<String, Case> all() {
        EditCases all = new EditCases();
        all.canvas();
        all.interfaces();
        all.deletions();
        all.connections();
        all.properties();
        all.additions();
        return all.cases;
    }

    private void add(String name, Supplier<Edit> edit, Consumer<LabBuilder> meaning) {
        cases.put(name, new Case(edit, meaning, Set.of()));
    }

    private void canvas() {
        add(
                "move one",
                () -> Edits.move(Map.of("r1", new Position(-7, 1000))),
                b -> b.view.put("r1", new Position(-7, 1000)));
        Map<String, Position> three = new LinkedHashMap<>();
        three.put("bob", new Position(11, 12));
        three.put("carol", new Position(13, 14));
        three.put("alice", new Position(15, 16));
        add("move three", () -> Edits.move(three), b -> b.view.putAll(three));
        add(
                "add host",
                () -> Edits.addNode(NodeType.HOST, Optional.empty(), new Position(1, 2)),
                b -> {
                    b.nodes.add(
                            node(
                                    "h1",
                                    NodeType.HOST,
                                    List.of(Given.iface("eth0", "10.0.4.1/24"))));
                    b.view.put("h1", new Position(1, 2));
                });
        add(
                "add router",
                () -> Edits.addNode(NodeType.ROUTER, Optional.of("core"), new Position(3, 4)),
                b -> {
                    b.nodes.add(node("core", NodeType.ROUTER, List.of()));
                    b.view.put("core", new Position(3, 4));
                });
        add("rename host", () -> Edits.rename("bob", "robert"), b -> b.rename("bob", "robert"));
        add("rename router", () -> Edits.rename("r1", "core-1"), b -> b.rename("r1", "core-1"));
        add(
                "rename alice",
                () -> Edits.set(EditTarget.node("alice"), "name", Optional.of("zoe")),
                b -> b.rename("alice", "zoe"));
    }

    private void interfaces() {
        add(
                "add interface",
                () -> Edits.addInterface("r1"),
                b -> b.addInterface("r1", "eth2", "10.0.4.254"));
        add(
                "rename interface",
                () -> Edits.set(EditTarget.iface(R1_FAR), "name", Optional.of("east")),
                b -> b.renameInterface("r1", "eth1", "east"));
    }

    private static Node node(String name, NodeType type, List<Interface> interfaces) {
        return new Node(
                name, type, interfaces, List.of(), List.of(), TcpSettings.DEFAULT);
    }

    private void deletions() {
        delete(
                List.of(EditTarget.node("alice")),
                b -> {
                    b.removeNode("alice");
                    LabBuilder.remove(b.links, 0);
                    LabBuilder.remove(b.apps, 1, 2);
                    LabBuilder.remove(b.events, 0);
                    LabBuilder.remove(b.capture, 0);
                },
                OF_ALICE,
                OF_NEAR,
                OF_SEND,
                OF_PING,
                Set.of("# sender"));
        delete(
                List.of(EditTarget.node("r1")),
                b -> {
                    b.removeNode("r1");
                    b.links.clear();
                    LabBuilder.remove(b.apps, 2);
                    LabBuilder.remove(b.events, 1, 2);
                    LabBuilder.remove(b.capture, 1);
                },
                OF_R1,
                OF_NEAR,
                OF_FAR,
                OF_PING,
                OF_CUTS);
        delete(
                List.of(EditTarget.node("bob")),
                b -> {
                    b.removeNode("bob");
                    LabBuilder.remove(b.links, 1);
                    LabBuilder.remove(b.apps, 0, 1);
                    LabBuilder.remove(b.events, 1, 2);
                },
                OF_BOB,
                OF_FAR,
                OF_SEND,
                OF_CUTS);
        delete(
                List.of(EditTarget.node("carol")),
                b -> b.removeNode("carol"),
                Set.of("# idle", "# a comma in front"));
        delete(
                List.of(EditTarget.node("bob"), EditTarget.node("alice")),
                b -> {
                    b.removeNode("alice");
                    b.removeNode("bob");
                    b.links.clear();
                    b.apps.clear();
                    b.events.clear();
                    LabBuilder.remove(b.capture, 0);
                },
                OF_ALICE,
                OF_BOB,
                OF_NEAR,
                OF_FAR,
                OF_SEND,
                OF_PING,
                OF_CUTS,
                Set.of("# sender"));
        delete(
                List.of(EditTarget.node("bob"), EditTarget.node("carol")),
                b -> {
                    b.removeNode("bob");
                    b.removeNode("carol");
                    LabBuilder.remove(b.links, 1);
                    LabBuilder.remove(b.apps, 0, 1);
                    LabBuilder.remove(b.events, 1, 2);
                },
                OF_BOB,
                OF_FAR,
                OF_SEND,
                OF_CUTS,
                Set.of("# idle", "# a comma in front"));
        delete(
                List.of(
                        EditTarget.node("carol"),
                        EditTarget.node("r1"),
                        EditTarget.node("bob"),
                        EditTarget.node("alice")),
                b -> {
                    b.nodes.clear();
                    b.links.clear();
                    b.apps.clear();
                    b.events.clear();
                    b.capture.clear();
                    b.view.clear();
                },
                OF_ALICE,
                OF_R1,
                OF_BOB,
                OF_NEAR,
                OF_FAR,
                OF_SEND,
                OF_PING,
                OF_CUTS,
                Set.of("# sender", "# idle", "# a comma in front"));
        delete(List.of(NEAR), b -> LabBuilder.remove(b.links, 0), OF_NEAR);
        Consumer<LabBuilder> farGone =
                b -> {
                    LabBuilder.remove(b.links, 1);
                    LabBuilder.remove(b.events, 1, 2);
                };
        delete(List.of(FAR), farGone, OF_FAR, OF_CUTS);
        delete(List.of(FAR, NEAR), farGone.andThen(b -> b.links.clear()), OF_NEAR, OF_FAR, OF_CUTS);
        delete(
                List.of(EditTarget.iface(R1_FAR)),
                farGone.andThen(
                        b -> {
                            b.removeInterface("r1", "eth1");
                            LabBuilder.remove(b.capture, 1);
                        }),
                OF_FAR,
                OF_CUTS,
                Set.of("# right"));
        delete(List.of(EditTarget.iface(CAROL)), b -> b.removeInterface("carol", "eth0"));
        delete(List.of(EditTarget.app(0)), b -> LabBuilder.remove(b.apps, 0));
        delete(List.of(EditTarget.app(1)), b -> LabBuilder.remove(b.apps, 1), OF_SEND);
        delete(List.of(EditTarget.app(2)), b -> LabBuilder.remove(b.apps, 2), OF_PING);
        delete(
                List.of(EditTarget.app(2), EditTarget.app(0), EditTarget.app(1)),
                b -> b.apps.clear(),
                OF_SEND,
                OF_PING);
        delete(List.of(EditTarget.event(0)), b -> LabBuilder.remove(b.events, 0));
        delete(List.of(EditTarget.event(1)), b -> LabBuilder.remove(b.events, 1), OF_CUTS);
        delete(List.of(EditTarget.event(2)), b -> LabBuilder.remove(b.events, 2));
        delete(
                List.of(EditTarget.capture(ALICE)),
                b -> LabBuilder.remove(b.capture, 0),
                Set.of("# near", "# sender"));
        add(
                "stop capture",
                () -> Edits.capture(R1_FAR, false),
                b -> LabBuilder.remove(b.capture, 1));
        delete(
                List.of(NEAR, EditTarget.app(1), EditTarget.capture(ALICE)),
                b -> {
                    LabBuilder.remove(b.links, 0);
                    LabBuilder.remove(b.apps, 1);
                    LabBuilder.remove(b.capture, 0);
                },
                OF_NEAR,
                OF_SEND,
                Set.of("# sender"));
    }

    @SafeVarargs
    private void delete(
            List<EditTarget> targets, Consumer<LabBuilder> meaning, Set<String>... commentsThatGo) {
        Set<String> comments = new HashSet<>();
        for (Set<String> some : commentsThatGo) {
            comments.addAll(some);
        }
        String name =
                "delete " + String.join(", ", targets.stream().map(EditTarget::label).toList());
        cases.put(name, new Case(() -> Edits.delete(targets), meaning, comments));
    }

    private void connections() {
        add(
                "connect by new interfaces",
                () -> Edits.connect("alice", "bob"),
                b -> {
                    b.addInterface("alice", "eth1", "10.0.4.1");
                    b.addInterface("bob", "eth1", "10.0.4.2");
                    b.addLink("alice:eth1", "bob:eth1");
                });
        add(
                "connect router by a free interface",
                () -> Edits.connect("r1", "carol"),
                b -> {
                    b.addInterface("r1", "eth2", "10.0.3.254");
                    b.gateway("carol", "10.0.3.254");
                    b.addLink("r1:eth2", "carol:eth0");
                });
        add(
                "connect host by a free interface",
                () -> Edits.connect("carol", "alice"),
                b -> {
                    b.addInterface("alice", "eth1", "10.0.3.2");
                    b.addLink("carol:eth0", "alice:eth1");
                });
    }

    private void properties() {
        String title = "A: new # title's \"name\"";
        set(EditTarget.lab(), "lab", title, b -> b.name = title);
        set(NEAR, "rate", "10 Mbit/s", b -> b.rate(0, 10_000_000));
        set(FAR, "loss", "0.01 %", b -> b.loss(1, 100_000));
        set(
                FAR,
                "queue.limit",
                "64 KiB",
                b -> b.queue(1, new Queue("fifo", 65_536, Queue.Unit.BYTES)));
        set(
                NEAR,
                "queue.limit",
                "5 packets",
                b -> b.queue(0, new Queue("fifo", 5, Queue.Unit.PACKETS)));
        set(
                NEAR,
                "queue",
                "{ limit: 6 packets }",
                b -> b.queue(0, new Queue("fifo", 6, Queue.Unit.PACKETS)));
        clear(FAR, "queue", b -> b.queue(1, Queue.DEFAULT));
        clear(FAR, "queue.limit", b -> b.queue(1, Queue.DEFAULT));
        clear(NEAR, "loss", b -> {});
        set(
                EditTarget.iface(CAROL),
                "address",
                "10.0.9.1/24",
                b -> {
                    b.removeInterface("carol", "eth0");
                    b.addInterface("carol", "eth0", "10.0.9.1");
                });
        set(
                EditTarget.iface(CAROL),
                "mtu",
                "9000",
                b -> b.iface("carol", "eth0", i -> LabBuilder.mtu(i, 9000)));
        set(
                EditTarget.iface(ALICE),
                "rings.tx",
                "64",
                b -> b.iface("alice", "eth0", i -> LabBuilder.rings(i, new Rings(64, 256))));
        set(
                EditTarget.iface(R1_NEAR),
                "mac",
                "02:00:00:00:00:01",
                b -> b.iface("r1", "eth0", i -> LabBuilder.mac(i, 0x020000000001L)));
        clear(EditTarget.node("bob"), "gateway", b -> b.gateway("bob", ""), "# r1", "# unfinished");
        set(
                EditTarget.node("alice"),
                "tcp.congestion",
                "vegas",
                b -> b.tcp("alice", new TcpSettings("vegas", 1 << 20, 1 << 20, true)));
        set(
                EditTarget.node("bob"),
                "tcp.congestion",
                "reno",
                b -> b.tcp("bob", TcpSettings.DEFAULT));
        clear(
                EditTarget.node("bob"),
                "tcp.congestion",
                b -> b.tcp("bob", TcpSettings.DEFAULT),
                "# more of it later");
        set(
                EditTarget.node("bob"),
                "tcp.receive-buffer",
                "64 KiB",
                b -> b.tcp("bob", new TcpSettings("vegas", 1 << 20, 1 << 16, true)));
        set(EditTarget.app(1), "bytes", "10 MiB", b -> b.parameter(1, "bytes", "10 MiB"));
        set(
                EditTarget.app(2),
                "at",
                "1 s",
                b -> b.apps.set(2, new App("alice", "ping", b.apps.get(2).parameters(), SECOND)));
        clear(EditTarget.app(0), "save", b -> b.parameter(0, "save", ""));
        set(
                EditTarget.event(0),
                "swap.congestion",
                "reno",
                b ->
                        b.events.set(
                                0,
                                new Event.Swap(
                                        5 * SECOND,
                                        Optional.of("alice"),
                                        Optional.empty(),
                                        "reno")));
        set(EditTarget.run(), "until", "5 min", b -> b.run = new Run(300 * SECOND, 1, 10_000_000));
        set(EditTarget.run(), "sample", "1 ms", b -> b.run = new Run(60 * SECOND, 1, 1_000_000));
    }

    private void set(EditTarget target, String key, String value, Consumer<LabBuilder> meaning) {
        add(
                "set " + key + " of " + target.label() + " to " + value,
                () -> Edits.set(target, key, Optional.of(value)),
                meaning);
    }

    private void clear(
            EditTarget target, String key, Consumer<LabBuilder> meaning, String... commentsThatGo) {
        String name = "clear " + key + " of " + target.label();
        cases.put(
                name,
                new Case(
                        () -> Edits.set(target, key, Optional.empty()),
                        meaning,
                        Set.of(commentsThatGo)));
    }

    private void additions() {
        add(
                "add app",
                () -> Edits.addApp("carol", "ping", Map.of("to", "carol")),
                b ->
                        b.apps.add(
                                new App(
                                        "carol",
                                        "ping",
                                        Map.of("to", new Value.Text("carol")),
                                        0)));
        add(
                "add swap",
                () -> Edits.addSwap(9 * SECOND, "all", "vegas"),
                b ->
                        b.events.add(
                                new Event.Swap(
                                        9 * SECOND, Optional.empty(), Optional.empty(), "vegas")));
        add(
                "add cut",
                () -> Edits.addLinkState(9 * SECOND, R1_FAR, BOB, true),
                b -> b.events.add(new Event.LinkState(9 * SECOND, R1_FAR, BOB, true)));
        add("add capture", () -> Edits.capture(BOB, true), b -> b.capture.add(new Capture(BOB)));
        add("capture what is captured", () -> Edits.capture(ALICE, true), b -> {});
    }
}
