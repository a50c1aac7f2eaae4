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
    private static final long HUNDRED_PERCENT = 1_000_000_000;
    private static final long FASTEST = 1_000_000_000_000_000L;

    public static final Shape RINGS =
            Shape.of(
                    "rings table",
                    optional(
                            "tx",
                            single(ValueType.INTEGER, 2, 32_768),
                            "256",
                            "64",
                            "Descriptors of the transmit ring; a power of two."),
                    optional(
                            "rx",
                            single(ValueType.INTEGER, 2, 32_768),
                            "256",
                            "64",
                            "Descriptors of the receive ring; a power of two."));

    public static final Shape INTERFACE =
            Shape.of(
                    "interface",
                    required(
                            "address",
                            single(ValueType.INTERFACE_ADDRESS),
                            "10.0.1.1/24",
                            "The IPv4 address and the length of its network's prefix."),
                    optional(
                            "mac",
                            single(ValueType.MAC),
                            "",
                            "02:00:00:00:00:01",
                            "The Ethernet address; the lab chooses one."),
                    optional(
                            "mtu",
                            single(ValueType.INTEGER, 68, 65_535),
                            "1500",
                            "1400",
                            "The largest IP packet, bytes."),
                    optional(
                            "rings",
                            new Form.Table(RINGS),
                            "",
                            "{ tx: 64, rx: 64 }",
                            "The descriptor rings of the NIC."),
                    optional(
                            "driver",
                            single(ValueType.NAME),
                            "ring",
                            "ring",
                            "The driver of the NIC."));

    public static final Shape ROUTE =
            Shape.of(
                    "route",
                    required(
                            "to",
                            single(ValueType.NETWORK),
                            "10.0.2.0/24",
                            "The network, or `default`."),
                    required(
                            "via",
                            single(ValueType.ADDRESS),
                            "10.0.1.254",
                            "The next hop, on a connected network."));

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

    public static final Shape NODE =
            Shape.of(
                    "node",
                    required(
                            "type",
                            new Form.Word(List.of("host", "router")),
                            "host",
                            "What the node is made of."),
                    optional(
                            "interfaces",
                            new Form.Named(new Form.Short(ValueType.INTERFACE_ADDRESS, INTERFACE)),
                            "",
                            "{ eth0: 10.0.1.1/24 }",
                            "The network interfaces by name; the node's name stands for the address"
                                    + " of the first."),
                    optional(
                            "gateway",
                            single(ValueType.ADDRESS),
                            "",
                            "10.0.1.254",
                            "The next hop of everything without a route."),
                    optional(
                            "routes",
                            new Form.Many(new Form.Table(ROUTE), 0),
                            "",
                            "[{ to: 10.0.2.0/24, via: 10.0.1.254 }]",
                            "Static routes; a router without any gets the shortest way to every"
                                    + " network."),
                    optional(
                            "tcp",
                            new Form.Table(TCP),
                            "",
                            "{ congestion: vegas }",
                            "Settings of the node's TCP."));

    public static final Shape QUEUE =
            Shape.of(
                    "queue table",
                    optional(
                            "type",
                            single(ValueType.NAME),
                            "fifo",
                            "fifo",
                            "The queue discipline."),
                    optional(
                            "limit",
                            single(ValueType.LIMIT, 1, Integer.MAX_VALUE),
                            "1000 packets",
                            "100 packets",
                            "How much it holds, as packets or as bytes."));

    public static final Shape LINK =
            Shape.of(
                    "link",
                    required(
                            "between",
                            new Form.Many(single(ValueType.PORT_REF), 2),
                            "[alice:eth0, r1:eth0]",
                            "The two interfaces that the cable joins."),
                    required(
                            "rate",
                            single(ValueType.RATE, 1, FASTEST),
                            "1 Gbit/s",
                            "The line rate of each direction."),
                    optional(
                            "delay",
                            single(ValueType.TIME),
                            "0 s",
                            "10 ms",
                            "How long a bit takes from end to end."),
                    optional(
                            "queue",
                            new Form.Table(QUEUE),
                            "",
                            "{ type: fifo, limit: 100 packets }",
                            "The queue in front of each end."),
                    optional(
                            "loss",
                            single(ValueType.SHARE, 0, HUNDRED_PERCENT),
                            "0 %",
                            "0.1 %",
                            "The share of frames that each direction loses at random."));

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
                            "The cable that goes down or up: two nodes, or two interfaces where"
                                    + " nodes share several cables."),
                    optional(
                            "down",
                            single(ValueType.FLAG),
                            "",
                            "true",
                            "With `link`: true cuts the cable, false mends it."));

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
                            "The hosts and routers by name."),
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
                            "capture",
                            new Form.Many(single(ValueType.PORT_REF), 0),
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

    /** The shape of an application with its own parameters. */
    public static Shape app(AppSchema schema) {
        List<Key> keys = new ArrayList<>(APP.keys());
        for (AppSchema.Parameter p : schema.parameters()) {
            Form form = single(p.type(), p.least(), p.most());
            String example = p.fallback().isEmpty() ? p.type().example() : p.fallback();
            keys.add(new Key(p.name(), form, p.required(), p.fallback(), example, p.meaning()));
        }
        return new Shape(APP.noun(), List.copyOf(keys), false);
    }
}
