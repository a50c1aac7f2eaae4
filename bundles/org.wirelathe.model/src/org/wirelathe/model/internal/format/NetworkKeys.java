package org.wirelathe.model.internal.format;

import static org.wirelathe.model.internal.format.Form.single;
import static org.wirelathe.model.internal.format.Key.optional;
import static org.wirelathe.model.internal.format.Key.required;

import java.util.List;
import org.wirelathe.model.ValueType;

/** The keys of the network layer: routes, IPv6, what a router may do to packets. */
final class NetworkKeys {
    private static final long HOUR = 3_600_000_000_000L;

    private NetworkKeys() {}

    static final Shape HOP =
            Shape.of(
                    "next hop",
                    required(
                            "address",
                            single(ValueType.ADDRESS),
                            "fe80::1",
                            "The neighbour who passes the packets on."),
                    optional(
                            "interface",
                            single(ValueType.NAME),
                            "",
                            "eth0",
                            "The node's own interface; needed for a link-local address, which does"
                                    + " not tell it."),
                    optional(
                            "weight",
                            single(ValueType.INTEGER, 1, 256),
                            "1",
                            "2",
                            "Its share of the flows, beside the other next hops."));

    static final Shape ROUTE =
            Shape.of(
                    "route",
                    required(
                            "to",
                            single(ValueType.NETWORK),
                            "10.0.2.0/24",
                            "The network, or `default`."),
                    optional(
                            "via",
                            new Form.OneOrMany(new Form.Short(HOP)),
                            "",
                            "10.0.1.254",
                            "The next hop, on a connected network; flows are shared among several."
                                    + " Needed unless the route is of another kind than `unicast`."),
                    optional(
                            "metric",
                            single(ValueType.INTEGER, 0, Integer.MAX_VALUE),
                            "0",
                            "100",
                            "Of routes to one network the one with the smallest counts."),
                    optional(
                            "from",
                            single(ValueType.NETWORK),
                            "",
                            "10.0.1.0/24",
                            "Only packets from this network take it."),
                    optional(
                            "kind",
                            new Form.Word(List.of("unicast", "blackhole", "unreachable", "prohibit")),
                            "unicast",
                            "unreachable",
                            "What is done with its packets: sent on; dropped without a word; dropped,"
                                    + " and the sender told that there is no way, or that it is"
                                    + " forbidden."));

    static final Shape PREFIX =
            Shape.of(
                    "prefix",
                    required(
                            "prefix",
                            single(ValueType.NETWORK),
                            "2001:db8:1::/64",
                            "The prefix; hosts make addresses of one of 64 bits only."),
                    optional(
                            "on-link",
                            single(ValueType.FLAG),
                            "true",
                            "false",
                            "Whether its addresses are reached without a router (L)."),
                    optional(
                            "autonomous",
                            single(ValueType.FLAG),
                            "true",
                            "false",
                            "Whether hosts may make addresses of it (A)."),
                    optional(
                            "valid",
                            single(ValueType.TIME),
                            "720 h",
                            "1 h",
                            "How long such an address is good (AdvValidLifetime)."),
                    optional(
                            "preferred",
                            single(ValueType.TIME),
                            "168 h",
                            "30 min",
                            "How long something new may use it (AdvPreferredLifetime); at most as"
                                    + " long as it is valid."));

    static final Shape ADVERTISE =
            Shape.of(
                    "advertise table",
                    optional(
                            "prefixes",
                            new Form.OneOrMany(new Form.Short(PREFIX)),
                            "",
                            "[2001:db8:1::/64]",
                            "AdvPrefixList; by default the interface's own IPv6 networks."),
                    optional(
                            "interval",
                            single(ValueType.TIME, 4_000_000_000L, HOUR / 2),
                            "600 s",
                            "10 s",
                            "The longest time between two advertisements (MaxRtrAdvInterval)."),
                    optional(
                            "lifetime",
                            single(ValueType.TIME, 0, 9_000_000_000_000L),
                            "",
                            "30 s",
                            "How long hosts take it for a default router (AdvDefaultLifetime); three"
                                    + " intervals by default, and 0 s for not at all."),
                    optional(
                            "mtu",
                            single(ValueType.INTEGER, 1_280, 9_000),
                            "",
                            "1280",
                            "The MTU that hosts of the link are to use (AdvLinkMTU)."),
                    optional(
                            "hop-limit",
                            single(ValueType.INTEGER, 0, 255),
                            "64",
                            "64",
                            "The hop limit that hosts are to use (AdvCurHopLimit); 0 to leave it to"
                                    + " them."));

    static final Shape IPV6 =
            Shape.of(
                    "ipv6 table",
                    optional(
                            "addresses",
                            new Form.Word(List.of("manual", "auto")),
                            "manual",
                            "auto",
                            "`auto` takes addresses and a default route from routers'"
                                    + " advertisements, beside what is written; a link-local address"
                                    + " is there in any case."),
                    optional(
                            "detect-duplicates",
                            single(ValueType.FLAG),
                            "true",
                            "false",
                            "Whether an address is tried before it is used (DAD), one to two seconds"
                                    + " long."),
                    optional(
                            "advertise",
                            new Form.Table(ADVERTISE),
                            "",
                            "{ interval: 10 s }",
                            "Of a router: what it tells the hosts of the link; `{}` for the usual."));

    static final Shape IP =
            Shape.of(
                    "ip table",
                    optional(
                            "redirects",
                            single(ValueType.FLAG),
                            "true",
                            "false",
                            "Whether a router tells hosts of a better first hop, and a host believes"
                                    + " it."),
                    optional(
                            "fragment-memory",
                            single(ValueType.SIZE, 0, 1L << 30),
                            "4 MiB",
                            "256 KiB",
                            "What is held of packets whose fragments are not all there."),
                    optional(
                            "fragment-source-memory",
                            single(ValueType.SIZE, 0, 1L << 30),
                            "1 MiB",
                            "64 KiB",
                            "What of that is held from one source."),
                    optional(
                            "fragment-timeout",
                            single(ValueType.TIME, 1, HOUR),
                            "30 s",
                            "5 s",
                            "How long it waits for the rest of an IPv4 packet."),
                    optional(
                            "error-rate",
                            single(ValueType.INTEGER, 0, 1_000_000),
                            "1000",
                            "10",
                            "How many ICMP errors it sends in a second at most."),
                    optional(
                            "error-burst",
                            single(ValueType.INTEGER, 0, 1_000_000),
                            "50",
                            "5",
                            "How many of them it sends at once."),
                    optional(
                            "path-mtu-age",
                            single(ValueType.TIME, 1_000_000_000L, 24 * HOUR),
                            "10 min",
                            "1 min",
                            "After that time it tries whether a path takes larger packets again."));

    static final Shape FIREWALL =
            Shape.of(
                    "firewall rule",
                    required(
                            "place",
                            new Form.Word(List.of("input", "forward", "output")),
                            "forward",
                            "Packets for the node, through it, or from it."),
                    optional("in", single(ValueType.NAME), "", "eth0", "The interface they came in by."),
                    optional("out", single(ValueType.NAME), "", "eth1", "The interface they leave by."),
                    optional(
                            "match",
                            single(ValueType.TEXT),
                            "",
                            "icmp and host 10.0.1.1",
                            "Which packets, in the language of captures' filters; all by default."),
                    required(
                            "action",
                            new Form.Word(List.of("accept", "drop", "reject")),
                            "drop",
                            "They pass; they are gone; they are gone, and the sender is told."));

    static final Shape FORWARD =
            Shape.of(
                    "forward",
                    required(
                            "protocol",
                            new Form.Word(List.of("tcp", "udp")),
                            "tcp",
                            "The protocol."),
                    required("port", single(ValueType.PORT), "8080", "The port outside."),
                    required(
                            "to",
                            single(ValueType.ENDPOINT),
                            "10.0.1.1:80",
                            "The IPv4 address inside, and its port."));

    private static final Form BEHAVIOUR =
            new Form.Word(
                    List.of(
                            "endpoint-independent",
                            "address-dependent",
                            "address-and-port-dependent"));

    static final Shape NAT =
            Shape.of(
                    "nat table",
                    required(
                            "outside",
                            single(ValueType.NAME),
                            "eth1",
                            "The interface with whose IPv4 address inside hosts appear."),
                    optional(
                            "mapping",
                            BEHAVIOUR,
                            "endpoint-independent",
                            "address-dependent",
                            "Which packets of an inside endpoint share its outside endpoint."),
                    optional(
                            "filtering",
                            BEHAVIOUR,
                            "address-dependent",
                            "endpoint-independent",
                            "Who may send to it from outside."),
                    optional(
                            "hairpinning",
                            single(ValueType.FLAG),
                            "true",
                            "false",
                            "Whether inside hosts reach each other by their outside endpoints."),
                    optional(
                            "ports",
                            new Form.Many(single(ValueType.PORT), 2),
                            "",
                            "[1024, 65535]",
                            "The first and the last outside port that is given away; 1024 to 65535"
                                    + " by default."),
                    optional(
                            "udp-timeout",
                            single(ValueType.TIME, 1, 24 * HOUR),
                            "5 min",
                            "30 s",
                            "How long a mapping of UDP lasts without a packet from inside."),
                    optional(
                            "tcp-timeout",
                            single(ValueType.TIME, 1, 240 * HOUR),
                            "124 min",
                            "1 h",
                            "How long one of an established connection lasts without a packet."),
                    optional(
                            "tcp-transitory-timeout",
                            single(ValueType.TIME, 1, 24 * HOUR),
                            "4 min",
                            "1 min",
                            "The same while the connection opens or closes."),
                    optional(
                            "mappings",
                            single(ValueType.INTEGER, 1, 1_000_000),
                            "65536",
                            "1000",
                            "How many there are at most."),
                    optional(
                            "forwards",
                            new Form.Many(new Form.Table(FORWARD), 0),
                            "",
                            "[{ protocol: tcp, port: 8080, to: 10.0.1.1:80 }]",
                            "Outside ports that always lead to an inside endpoint."));

    static final Shape ADDRESS =
            Shape.of(
                    "address table",
                    required("interface", single(ValueType.PORT_REF), "alice:eth0", "The interface."),
                    optional(
                            "add",
                            single(ValueType.INTERFACE_ADDRESS),
                            "",
                            "10.0.1.9/24",
                            "The address that it gets."),
                    optional(
                            "remove",
                            single(ValueType.INTERFACE_ADDRESS),
                            "",
                            "10.0.1.1/24",
                            "The address that it loses."));

    static final Shape ROUTE_CHANGE =
            Shape.of(
                    "route change",
                    required("node", single(ValueType.NAME), "r1", "The node."),
                    optional(
                            "add",
                            new Form.Table(ROUTE),
                            "",
                            "{ to: 10.0.2.0/24, via: 10.0.1.254 }",
                            "The route that it gets; one with the same network, metric and sources"
                                    + " is replaced."),
                    optional(
                            "remove",
                            new Form.Table(ROUTE),
                            "",
                            "{ to: 10.0.2.0/24, via: 10.0.1.254 }",
                            "The route that it loses."));

    static final Shape ROUTING =
            Shape.of(
                    "routing table",
                    optional(
                            "routes",
                            new Form.Word(List.of("fixed", "computed")),
                            "computed",
                            "computed",
                            "`fixed`: a router gets the shortest ways once, at the start."
                                    + " `computed`: hosts and routers get all the shortest ways, and"
                                    + " new ones when a cable is cut, mended or changed."),
                    optional(
                            "delay",
                            single(ValueType.TIME),
                            "50 ms",
                            "1 s",
                            "How long after such a change the new routes take effect."));
}
