package org.wirelathe.model.internal.format;

import static org.wirelathe.model.internal.format.Form.single;
import static org.wirelathe.model.internal.format.Key.optional;
import static org.wirelathe.model.internal.format.Key.required;

import java.util.ArrayList;
import java.util.List;
import org.wirelathe.model.AppSchema;
import org.wirelathe.model.ValueType;

/**
 * Every key of the lab file, once: the reader, the JSON Schema and the tables of the documentation
 * all come from here.
 */
public final class Format {
    public static final Shape RINGS = DeviceKeys.RINGS;
    public static final Shape COALESCING = DeviceKeys.COALESCING;
    public static final Shape QUEUE = DeviceKeys.QUEUE;
    public static final Shape DRIVER = DeviceKeys.DRIVER;
    public static final Shape INTERFACE = DeviceKeys.INTERFACE;

    public static final Shape HOP = NetworkKeys.HOP;
    public static final Shape ROUTE = NetworkKeys.ROUTE;
    public static final Shape IPV6 = NetworkKeys.IPV6;
    public static final Shape ADVERTISE = NetworkKeys.ADVERTISE;
    public static final Shape PREFIX = NetworkKeys.PREFIX;
    public static final Shape IP = NetworkKeys.IP;
    public static final Shape FIREWALL = NetworkKeys.FIREWALL;
    public static final Shape NAT = NetworkKeys.NAT;
    public static final Shape FORWARD = NetworkKeys.FORWARD;
    public static final Shape ROUTING = NetworkKeys.ROUTING;
    public static final Shape ADDRESS = NetworkKeys.ADDRESS;
    public static final Shape ROUTE_CHANGE = NetworkKeys.ROUTE_CHANGE;

    public static final Shape TCP =
            Shape.of(
                    "tcp table",
                    optional(
                            "congestion",
                            single(ValueType.NAME),
                            "reno",
                            "vegas",
                            "The congestion control algorithm."),
                    optional(
                            "send-buffer",
                            single(ValueType.SIZE, 1, 1L << 30),
                            "1 MiB",
                            "256 KiB",
                            "What a socket takes from its application ahead of the network."),
                    optional(
                            "receive-buffer",
                            single(ValueType.SIZE, 1, 1L << 30),
                            "1 MiB",
                            "64 KiB",
                            "What a socket holds for its application; bounds the receive window."),
                    optional(
                            "delayed-ack",
                            single(ValueType.FLAG),
                            "true",
                            "false",
                            "Whether an ACK may wait for a second segment."));

    public static final Shape CPU =
            Shape.of(
                    "cpu table",
                    optional(
                            "hard-interrupt",
                            single(ValueType.TIME, 0, 1_000_000_000),
                            "0 s",
                            "2 us",
                            "What each hard interrupt takes."),
                    optional(
                            "soft-interrupt",
                            single(ValueType.TIME, 0, 1_000_000_000),
                            "0 s",
                            "1 us",
                            "What each round of the soft interrupt takes."),
                    optional(
                            "packet",
                            single(ValueType.TIME, 0, 1_000_000_000),
                            "0 s",
                            "5 us",
                            "What each packet takes on its way from the ring up the stack."));

    public static final Shape NODE =
            Shape.of(
                    "node",
                    required(
                            "type",
                            new Form.Word(List.of("host", "router", "switch")),
                            "host",
                            "What the node is made of."),
                    optional(
                            "interfaces",
                            new Form.Named(new Form.Short(INTERFACE)),
                            "",
                            "{ eth0: 10.0.1.1/24 }",
                            "The network interfaces by name; the node's name stands for the addresses"
                                    + " of the first that has any, in each family."),
                    optional(
                            "gateway",
                            new Form.OneOrMany(single(ValueType.ADDRESS)),
                            "",
                            "10.0.1.254",
                            "The next hop of everything without a route; one of each family at"
                                    + " most."),
                    optional(
                            "routes",
                            new Form.Many(new Form.Table(ROUTE), 0),
                            "",
                            "[{ to: 10.0.2.0/24, via: 10.0.1.254 }]",
                            "Static routes; a router without any of a family gets the shortest way"
                                    + " to every network of it."),
                    optional(
                            "ip",
                            new Form.Table(IP),
                            "",
                            "{ redirects: false }",
                            "Settings of the node's network layer."),
                    optional(
                            "firewall",
                            new Form.Many(new Form.Table(FIREWALL), 0),
                            "",
                            "[{ place: forward, match: icmp, action: drop }]",
                            "Which packets pass: of the rules of a place the first that matches"
                                    + " decides, and what none matches passes."),
                    optional(
                            "nat",
                            new Form.Table(NAT),
                            "",
                            "{ outside: eth1 }",
                            "Of a router: it lets the hosts behind it appear with its own IPv4"
                                    + " address."),
                    optional(
                            "tcp",
                            new Form.Table(TCP),
                            "",
                            "{ congestion: vegas }",
                            "Settings of the node's TCP."),
                    optional(
                            "cpu",
                            new Form.Table(CPU),
                            "",
                            "{ hard-interrupt: 2 us, packet: 5 us }",
                            "What interrupts cost the node's processor; nothing by default."),
                    optional(
                            "ports",
                            single(ValueType.INTEGER, 1, 1_024),
                            "",
                            "8",
                            "Of a switch: how many ports it has, called p1, p2 and so on; those that"
                                    + " need settings stand under `interfaces` too."),
                    optional(
                            "table",
                            single(ValueType.INTEGER, 1, 1_000_000),
                            "8192",
                            "64",
                            "Of a switch: how many addresses it can learn."),
                    optional(
                            "ageing",
                            single(ValueType.TIME, 1, Long.MAX_VALUE),
                            "300 s",
                            "10 s",
                            "Of a switch: how long it knows an address that it does not hear"
                                    + " from."),
                    optional(
                            "loop-detection",
                            single(ValueType.FLAG),
                            "true",
                            "false",
                            "Of a switch: whether it looks for loops, and shuts a port that closes"
                                    + " one."));

    public static final Shape LOSS = CableKeys.LOSS;
    public static final Shape LINE = CableKeys.LINE;
    public static final Shape LINK = CableKeys.LINK;

    public static final Shape APP =
            new Shape(
                    "app",
                    List.of(
                            required(
                                    "on",
                                    single(ValueType.NAME),
                                    "bob",
                                    "The node that it runs on."),
                            required(
                                    "run",
                                    single(ValueType.NAME),
                                    "sink",
                                    "The application's name; it decides which other keys there"
                                            + " are."),
                            optional(
                                    "at",
                                    single(ValueType.TIME),
                                    "0 s",
                                    "100 ms",
                                    "When it starts.")),
                    true);

    public static final Shape SWAP =
            Shape.of(
                    "swap table",
                    required(
                            "node",
                            single(ValueType.NAME),
                            "alice",
                            "The node whose connections change; `all` for every node."),
                    optional(
                            "flow",
                            single(ValueType.ENDPOINT),
                            "",
                            "bob:5001",
                            "Only connections to this remote end."),
                    required(
                            "congestion",
                            single(ValueType.NAME),
                            "vegas",
                            "The algorithm that takes over."));

    public static final Shape SET = CableKeys.SET;

    public static final Shape EVENT =
            Shape.of(
                    "event",
                    required("at", single(ValueType.TIME), "5 s", "When it happens."),
                    optional(
                            "swap",
                            new Form.Table(SWAP),
                            "",
                            "{ node: alice, congestion: vegas }",
                            "Live connections change their congestion control."),
                    optional(
                            "link",
                            new Form.Many(single(ValueType.LINK_END), 2),
                            "",
                            "[r1, bob]",
                            "The cable that goes down or up, or changes: two nodes, or two"
                                    + " interfaces where nodes share several cables."),
                    optional(
                            "down",
                            single(ValueType.FLAG),
                            "",
                            "true",
                            "With `link`: true cuts the cable, false mends it."),
                    optional(
                            "interface",
                            single(ValueType.PORT_REF),
                            "",
                            "alice:eth0",
                            "The interface that changes."),
                    optional(
                            "set",
                            new Form.Table(SET),
                            "",
                            "{ rate: 10 Mbit/s }",
                            "With `link` or `interface`: what is different from then on; what is not"
                                    + " written stays."),
                    optional(
                            "queue",
                            new Form.Table(QUEUE),
                            "",
                            "{ type: fq_codel }",
                            "With `interface`: the queue in front of it from then on."),
                    optional(
                            "driver",
                            DeviceKeys.A_DRIVER,
                            "",
                            "polling",
                            "With `interface`: the driver of its NIC from then on."),
                    optional(
                            "address",
                            new Form.Table(ADDRESS),
                            "",
                            "{ interface: alice:eth0, add: 10.0.1.9/24 }",
                            "An interface gets an address, or loses one."),
                    optional(
                            "route",
                            new Form.Table(ROUTE_CHANGE),
                            "",
                            "{ node: r1, remove: { to: 10.0.2.0/24, via: 10.0.1.254 } }",
                            "A node gets a route, or loses one."));

    public static final Shape RUN =
            Shape.of(
                    "run table",
                    optional(
                            "until",
                            single(ValueType.TIME, 1, Long.MAX_VALUE),
                            "60 s",
                            "60 s",
                            "The run ends then at the latest."),
                    optional(
                            "seed",
                            single(ValueType.INTEGER, Long.MIN_VALUE, Long.MAX_VALUE),
                            "1",
                            "1",
                            "Decides everything random; the same seed gives the same run."),
                    optional(
                            "sample",
                            single(ValueType.TIME, 1_000, Long.MAX_VALUE),
                            "10 ms",
                            "10 ms",
                            "The time between two samples of a series."));

    public static final Shape CAPTURE =
            Shape.of(
                    "capture table",
                    required("at", single(ValueType.PORT_REF), "alice:eth0", "The interface."),
                    optional(
                            "on",
                            new Form.Word(List.of("driver", "wire")),
                            "driver",
                            "wire",
                            "Where: between queue and driver as on a host, or on the cable."),
                    optional(
                            "filter",
                            single(ValueType.TEXT),
                            "",
                            "tcp port 5001",
                            "Which frames; all by default."),
                    optional(
                            "ring",
                            single(ValueType.SIZE, 1, 1L << 40),
                            "",
                            "10 MiB",
                            "How much is kept: the last frames of that size; everything by"
                                    + " default."),
                    optional(
                            "snap",
                            single(ValueType.SIZE, 14, 65_535),
                            "",
                            "96 B",
                            "What is kept of each frame; all of it by default."));

    public static final Shape LAB =
            Shape.of(
                    "lab",
                    optional(
                            "lab",
                            single(ValueType.TEXT),
                            "Untitled",
                            "First transfer",
                            "The title."),
                    required(
                            "nodes",
                            new Form.Named(new Form.Table(NODE)),
                            "",
                            "The hosts, routers and switches by name."),
                    optional(
                            "links", new Form.Many(new Form.Table(LINK), 0), "", "", "The cables."),
                    optional(
                            "apps",
                            new Form.Many(new Form.Table(APP), 0),
                            "",
                            "",
                            "What runs on the hosts."),
                    optional(
                            "events",
                            new Form.Many(new Form.Table(EVENT), 0),
                            "",
                            "",
                            "What happens at set times."),
                    optional(
                            "routing",
                            new Form.Short(ROUTING),
                            "fixed",
                            "computed",
                            "Who makes the routes that nobody has written, and whether they follow"
                                    + " when a cable is cut."),
                    optional(
                            "capture",
                            new Form.Many(new Form.Short(CAPTURE), 0),
                            "",
                            "[ \"alice:eth0\" ]",
                            "Interfaces whose frames are recorded as pcapng."),
                    optional(
                            "run",
                            new Form.Table(RUN),
                            "",
                            "{ until: 60 s, seed: 1 }",
                            "How the lab runs."),
                    optional(
                            "view",
                            new Form.Named(
                                    new Form.Many(
                                            single(ValueType.INTEGER, -1_000_000, 1_000_000), 2)),
                            "",
                            "{ alice: [40, 80] }",
                            "Where nodes are on the canvas: x to the right and y downwards, in"
                                    + " pixels at 100 %."));

    private Format() {}

    /** The shape of a queue with the settings of its discipline. */
    public static Shape queue(List<AppSchema.Parameter> settings) {
        List<Key> keys = new ArrayList<>(QUEUE.keys());
        settings.forEach(p -> keys.add(key(p)));
        return new Shape(QUEUE.noun(), List.copyOf(keys), false);
    }

    /** The shape of a driver with its settings, of which its file may be one. */
    public static Shape driver(List<AppSchema.Parameter> settings) {
        List<Key> keys = new ArrayList<>();
        keys.add(DRIVER.keys().getFirst());
        settings.forEach(p -> keys.add(DRIVER.key(p.name()).orElse(key(p))));
        return new Shape(DRIVER.noun(), List.copyOf(keys), false);
    }

    private static Key key(AppSchema.Parameter p) {
        Form form = single(p.type(), p.least(), p.most());
        String example = p.fallback().isEmpty() ? p.type().example() : p.fallback();
        return new Key(p.name(), form, p.required(), p.fallback(), example, p.meaning());
    }

    /** The shape of an application with its own parameters. */
    public static Shape app(AppSchema schema) {
        List<Key> keys = new ArrayList<>(APP.keys());
        for (AppSchema.Parameter p : schema.parameters()) {
            keys.add(key(p));
        }
        return new Shape(APP.noun(), List.copyOf(keys), false);
    }
}
