package org.wirelathe.model;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.wirelathe.wire.IpAddress;

/** What a lab file means. */
class LabFileTest {
    private static final long MS = 1_000_000;
    private static final long SECOND = 1_000_000_000;

    private static Lab lab(String text) {
        ParseResult result = LabFile.parse(text, "lab.yaml", Vocabulary.ANY);
        assertEquals(List.of(), result.problems().stream().filter(Problem::isError).toList());
        return result.lab().orElseThrow();
    }

    private static PortRef port(String text) {
        return PortRef.parse(text).orElseThrow();
    }

    private static Map<String, Value> parameters(String... keysAndValues) {
        Map<String, Value> map = new LinkedHashMap<>();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            map.put(keysAndValues[i], new Value.Text(keysAndValues[i + 1]));
        }
        return map;
    }

    /** The example of the design, with everything in it. */
    @Test
    void readsEverything() {
        Lab lab =
                lab(
                        """
                        lab: First transfer
                        nodes:
                          alice: { type: host,   interfaces: { eth0: 10.0.1.1/24 }, gateway: 10.0.1.254 }
                          r1:    { type: router, interfaces: { eth0: 10.0.1.254/24, eth1: 10.0.2.254/24 } }
                          bob:   { type: host,   interfaces: { eth0: 10.0.2.1/24 }, gateway: 10.0.2.254, tcp: { congestion: cubic } }
                        links:
                          - { between: [alice:eth0, r1:eth0], rate: 1 Gbit/s,   delay: 1 ms }
                          - { between: [r1:eth1, bob:eth0],   rate: 100 Mbit/s, delay: 10 ms, queue: { type: fifo, limit: 100 packets }, loss: 0.01 % }
                        apps:
                          - { on: bob,   run: sink, port: 5001, save: received.bin }
                          - { on: alice, run: send, to: bob:5001, file: payload.bin, at: 100 ms }
                        events:
                          - { at: 5 s, swap: { node: alice, congestion: bbr } }
                          - { at: 7 s, link: [r1, bob], down: true }
                          - { at: 8 s, link: [bob, r1], down: false }
                        capture: [ "alice:eth0", "r1:eth1" ]
                        run: { until: 60 s, seed: 1 }
                        view: { alice: [40, 80], r1: [200, 80], bob: [360, -80] }
                        """);
        Node alice =
                new Node(
                        "alice",
                        NodeType.HOST,
                        List.of(Given.iface("eth0", "10.0.1.1/24")),
                        List.of(IpAddress.parse("10.0.1.254")),
                        List.of(),
                        TcpSettings.DEFAULT);
        Node r1 =
                new Node(
                        "r1",
                        NodeType.ROUTER,
                        List.of(
                                Given.iface("eth0", "10.0.1.254/24"),
                                Given.iface("eth1", "10.0.2.254/24")),
                        List.of(),
                        List.of(),
                        TcpSettings.DEFAULT);
        Node bob =
                new Node(
                        "bob",
                        NodeType.HOST,
                        List.of(Given.iface("eth0", "10.0.2.1/24")),
                        List.of(IpAddress.parse("10.0.2.254")),
                        List.of(),
                        new TcpSettings("cubic", 1_048_576, 1_048_576, true));
        Queue hundred = new Queue("fifo", 100, Queue.Unit.PACKETS);
        Lab expected =
                new Lab(
                        "First transfer",
                        List.of(alice, r1, bob),
                        List.of(
                                new Link(
                                        port("alice:eth0"),
                                        port("r1:eth0"),
                                        SECOND,
                                        MS,
                                        Queue.DEFAULT,
                                        0),
                                new Link(
                                        port("r1:eth1"),
                                        port("bob:eth0"),
                                        100_000_000,
                                        10 * MS,
                                        hundred,
                                        100_000)),
                        List.of(
                                new App(
                                        "bob",
                                        "sink",
                                        parameters("port", "5001", "save", "received.bin"),
                                        0),
                                new App(
                                        "alice",
                                        "send",
                                        parameters("to", "bob:5001", "file", "payload.bin"),
                                        100 * MS)),
                        List.of(
                                new Event.Swap(
                                        5 * SECOND, Optional.of("alice"), Optional.empty(), "bbr"),
                                new Event.LinkState(
                                        7 * SECOND, port("r1:eth1"), port("bob:eth0"), true),
                                new Event.LinkState(
                                        8 * SECOND, port("r1:eth1"), port("bob:eth0"), false)),
                        List.of(new Capture(port("alice:eth0")), new Capture(port("r1:eth1"))),
                        new Run(60 * SECOND, 1, 10 * MS),
                        Map.of(
                                "alice",
                                new Position(40, 80),
                                "r1",
                                new Position(200, 80),
                                "bob",
                                new Position(360, -80)));
        assertEquals(expected, lab);
    }

    @Test
    void readsEveryOptionalKey() {
        Lab lab =
                lab(
                        """
                        nodes:
                          a:
                            type: router
                            interfaces:
                              eth0: { address: 10.0.1.1/31, mac: "02:00:00:00:00:0A", mtu: 9000, rings: { tx: 8, rx: 16 }, driver: fast }
                            routes:
                            - { to: 10.9.0.0/16, via: 10.0.1.0 }
                            - { to: default, via: 10.0.1.0 }
                            tcp: { congestion: vegas, send-buffer: 64 KiB, receive-buffer: 1 MB, delayed-ack: false }
                          b: { type: host, interfaces: { eth0: { address: 10.0.1.0/31 } } }
                        links:
                          - { between: [b:eth0, a:eth0], rate: 9.6 kbit/s, queue: { type: red, limit: 64 KiB }, loss: 100 % }
                        events:
                          - { at: 0, swap: { node: all, flow: b:80, congestion: vegas } }
                          - { at: 1 s, link: ["a:eth0", "b:eth0"], down: true }
                        run: { until: 2 h, seed: -3, sample: 1 us }
                        """);
        assertEquals("Untitled", lab.name());
        Node a = lab.node("a").orElseThrow();
        Interface eth0 =
                new Interface(
                        "eth0",
                        Given.addresses("10.0.1.1/31"),
                        OptionalLong.of(0x02000000000AL),
                        9000,
                        new Rings(8, 16),
                        new Driver("fast"));
        assertEquals(List.of(eth0), a.interfaces());
        assertEquals(
                List.of(
                        Given.route("10.9.0.0/16", "10.0.1.0"),
                        Given.route("0.0.0.0/0", "10.0.1.0")),
                a.routes());
        assertEquals(new TcpSettings("vegas", 65_536, 1_000_000, false), a.tcp());
        assertEquals(
                List.of(
                        new Link(
                                port("b:eth0"),
                                port("a:eth0"),
                                9_600,
                                0,
                                new Queue("red", 65_536, Queue.Unit.BYTES),
                                1_000_000_000)),
                lab.links());
        assertEquals(
                List.of(
                        new Event.Swap(
                                0, Optional.empty(), Optional.of(new Endpoint("b", 80)), "vegas"),
                        new Event.LinkState(SECOND, port("b:eth0"), port("a:eth0"), true)),
                lab.events());
        assertEquals(new Run(7200 * SECOND, -3, 1000), lab.run());
    }

    @Test
    void silenceHasDefaults() {
        Lab lab = lab("nodes: { a: { type: host, interfaces: { eth0: 10.0.0.1/8 } } }");
        assertEquals(new Run(60 * SECOND, 1, 10 * MS), lab.run());
        assertEquals(
                new TcpSettings("reno", 1_048_576, 1_048_576, true), lab.nodes().getFirst().tcp());
        Interface iface = lab.nodes().getFirst().interfaces().getFirst();
        assertEquals(1500, iface.mtu());
        assertEquals(new Rings(256, 256), iface.rings());
        assertEquals(new Driver("ring"), iface.driver());
        assertEquals("10.0.0.1/8", iface.addressText());
        assertEquals(
                List.of(IpAddress.parse("10.0.0.1")), lab.nodes().getFirst().addresses());
    }

    @Test
    void emptySectionsAreEmpty() {
        Lab lab =
                lab(
                        "lab: x\n"
                                + "nodes: { a: { type: host, interfaces: } }\n"
                                + "links:\n"
                                + "apps: []\n"
                                + "events: ~\n"
                                + "capture:\n"
                                + "view: {}\n");
        assertEquals(List.of(), lab.links());
        assertEquals(List.of(), lab.events());
        assertEquals(Map.of(), lab.view());
    }

    @Test
    void parametersOfUnknownAppsAreKept() {
        Lab lab =
                lab(
                        """
                        nodes: { a: { type: host, interfaces: { eth0: 10.0.0.1/8 } } }
                        apps:
                          - { on: a, run: http, paths: [/a, "/b"], limits: { low: 1, high: "2" }, at: 1 s, "quoted": 'it''s' }
                        """);
        App app = lab.apps().getFirst();
        Value paths = new Value.Items(List.of(new Value.Text("/a"), new Value.Text("/b")));
        Value limits =
                new Value.Entries(Map.of("low", new Value.Text("1"), "high", new Value.Text("2")));
        assertEquals(
                Map.of("paths", paths, "limits", limits, "quoted", new Value.Text("it's")),
                app.parameters());
        assertEquals(List.of("paths", "limits", "quoted"), List.copyOf(app.parameters().keySet()));
    }

    @Test
    void jsonIsALabToo() {
        assertEquals(
                "J",
                lab("{\"lab\":\"J\",\"nodes\":{\"a\":{\"type\":\"host\",\"interfaces\":{\"eth0\":\"10.0.0.1/8\"}}}}")
                        .name());
    }

    @Test
    void aByteOrderMarkIsNoProblem() {
        assertEquals(
                "M",
                lab("\uFEFFlab: M\n"
                        + "nodes: { a: { type: host, interfaces: { eth0: 10.0.0.1/8 } } }\n")
                        .name());
    }
}
