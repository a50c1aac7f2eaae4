package org.wirelathe.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.wirelathe.api.net.Advertisement;
import org.wirelathe.api.net.FilterRule;
import org.wirelathe.api.net.InterfaceSettings;
import org.wirelathe.api.net.NatSettings;
import org.wirelathe.api.net.NetworkSettings;
import org.wirelathe.api.net.RouteEntry;
import org.wirelathe.wire.IpAddress;
import org.wirelathe.wire.IpPrefix;
import org.wirelathe.wire.Protocol;

/** The keys of the network layer, read. */
class NetworkKeysTest {
    private static final long SECOND = 1_000_000_000;

    private static ParseResult parse(String text) {
        return LabFile.parse(text, "f", Vocabulary.ANY);
    }

    private static Lab lab(String text) {
        ParseResult result = parse(text);
        return result.lab().orElseThrow(() -> new AssertionError(result.problems()));
    }

    private static Node node(String text) {
        return lab("nodes: { n: " + text + " }").nodes().getFirst();
    }

    private static List<String> problems(String text) {
        return parse(text).problems().stream().map(Problem::message).toList();
    }

    @Test
    void anInterfaceHasAddressesOfBothFamilies() {
        Node node = node("{ type: host, interfaces: { eth0: [10.0.1.1/24, 2001:db8:1::1/64, 10.0.9.1/24], eth1:"
                + " { address: [10.0.2.1/24, fe80::1/64, 2001:db8:2::1/64] } },"
                + " gateway: [2001:db8:1::fe, 10.0.1.254] }");
        assertEquals("10.0.1.1/24, 2001:db8:1::1/64, 10.0.9.1/24", node.interfaces().getFirst().addressText());
        assertEquals(List.of("10.0.1.1", "2001:db8:1::1", "10.0.9.1"), texts(node.addresses()),
                "the name stands for those of the first interface, in the order of the file");
        assertEquals(List.of("2001:db8:1::fe", "10.0.1.254"), texts(node.gateways()));
    }

    @Test
    void theNameStandsForTheFirstInterfaceOfEachFamily() {
        Node node = node("{ type: host, interfaces: { eth0: [fe80::2/64, 10.0.1.1/24], eth1: 2001:db8:2::1/64 } }");
        assertEquals(List.of("10.0.1.1", "2001:db8:2::1"), texts(node.addresses()));
    }

    private static List<String> texts(List<IpAddress> addresses) {
        return addresses.stream().map(IpAddress::toString).toList();
    }

    /** RFC 4861 §6.2.1: three intervals, 30 days, 7 days. */
    @Test
    void ipv6IsSetUpByInterface() {
        Node host = node("{ type: host, interfaces: { eth0: { ipv6: auto } } }");
        assertEquals(new InterfaceSettings(List.of(), true, true, true, Optional.empty()),
                host.interfaces().getFirst().ip());
        Node router = node("{ type: router, interfaces: { eth0: { address: [10.0.1.1/24, 2001:db8:1::1/64],"
                + " ipv6: { detect-duplicates: false, advertise: { interval: 10 s, mtu: 1280 } } } } }");
        long day = 86_400 * SECOND;
        Advertisement.Prefix own =
                new Advertisement.Prefix(IpPrefix.parse("2001:db8:1::/64"), true, true, 30 * day, 7 * day);
        assertEquals(Optional.of(new Advertisement(List.of(own), 10 * SECOND, 30 * SECOND, 1280, 64)),
                router.interfaces().getFirst().ip().advertise());
        assertEquals(false, router.interfaces().getFirst().ip().detectDuplicates());
    }

    @Test
    void routesHaveSeveralNextHopsMetricsSourcesAndKinds() {
        Node node = node("""
                { type: router, interfaces: { a: 10.0.1.1/24, b: 10.0.2.1/24, c: 2001:db8:3::1/64 }, routes: [
                    { to: 10.9.0.0/16, via: [10.0.1.2, { address: 10.0.2.2, weight: 3 }], metric: 5,
                      from: 10.0.1.0/24 },
                    { to: default, via: { address: "fe80::9", interface: c } },
                    { to: 10.8.0.0/16, kind: prohibit } ] }""");
        assertEquals(List.of("10.9.0.0/16 from 10.0.1.0/24 via 10.0.1.2 or 10.0.2.2 weight 3 metric 5",
                "::/0 via fe80::9 dev c", "prohibit 10.8.0.0/16"), Given.texts(node.routes()));
        assertTrue(node.routes().stream().allMatch(route -> route.origin() == RouteEntry.Origin.STATIC));
    }

    @Test
    void theNetworkLayerIsSet() {
        NetworkSettings ip = node("{ type: router, interfaces: { a: 10.0.1.1/24 }, ip: { redirects: false,"
                + " fragment-memory: 256 KiB, fragment-timeout: 5 s, error-rate: 10, error-burst: 2,"
                + " path-mtu-age: 1 min } }").ip();
        assertEquals(new NetworkSettings(true, false, 256 << 10, 1 << 20, 5 * SECOND, 10, 2, 60 * SECOND), ip);
        assertEquals(NetworkSettings.DEFAULT, node("{ type: host, interfaces: { a: 10.0.1.1/24 } }").ip());
    }

    @Test
    void rulesAndTranslationAreRead() {
        Node node = node("""
                { type: router, interfaces: { a: 10.0.1.1/24, b: 10.0.2.1/24 },
                  firewall: [{ place: forward, in: a, match: icmp and host 10.0.1.9, action: reject }],
                  nat: { outside: b, filtering: endpoint-independent, ports: [2000, 3000], udp-timeout: 30 s,
                         forwards: [{ protocol: udp, port: 53, to: 10.0.1.9:5353 }] } }""");
        assertEquals(List.of(new FilterRule(FilterRule.Place.FORWARD, Optional.of("a"), Optional.empty(),
                "icmp and host 10.0.1.9", FilterRule.Action.REJECT)), node.firewall());
        NatSettings usual = NatSettings.to("b");
        assertEquals(Optional.of(new NatSettings("b", usual.mapping(), NatSettings.Behaviour.ENDPOINT_INDEPENDENT,
                true, 2000, 3000, 30 * SECOND, usual.tcpTimeout(), usual.tcpTransitoryTimeout(), usual.capacity(),
                List.of(new NatSettings.Forward(Protocol.UDP, 53, IpAddress.parse("10.0.1.9"), 5353)))), node.nat());
    }

    @Test
    void routingIsAWordOrATable() {
        String nodes = "nodes: { n: { type: host, interfaces: { a: 10.0.1.1/24 } } }\n";
        assertEquals(Routing.FIXED, lab(nodes).routing());
        assertEquals(new Routing(true, 50_000_000), lab(nodes + "routing: computed").routing());
        assertEquals(new Routing(true, SECOND), lab(nodes + "routing: { delay: 1 s }").routing());
        assertEquals(Routing.FIXED, lab(nodes + "routing: fixed").routing());
    }

    @Test
    void eventsChangeAddressesAndRoutes() {
        Lab lab = lab("""
                nodes: { n: { type: host, interfaces: { a: 10.0.1.1/24 } } }
                events:
                  - { at: 1 s, address: { interface: n:a, add: 2001:db8::1/64 } }
                  - { at: 2 s, route: { node: n, remove: { to: 10.0.2.0/24, via: 10.0.1.2 } } }
                """);
        assertEquals(List.of(
                new Event.AddressChange(
                        SECOND, new PortRef("n", "a"), Given.addresses("2001:db8::1/64").getFirst(), true),
                new Event.RouteChange(2 * SECOND, "n", Given.route("10.0.2.0/24", "10.0.1.2"), false)), lab.events());
    }

    private static final String TWO_HOSTS = """
            nodes:
              a: { type: host, interfaces: { eth0: 2001:db8:1::1/64 }, gateway: 2001:db8:1::fe }
              r: { type: router, interfaces: { x: 2001:db8:1::fe/64, y: 2001:db8:2::fe/64 } }
              b: { type: host, interfaces: { eth0: 2001:db8:2::1/64 }, gateway: 2001:db8:2::fe }
            links:
              - { between: [a:eth0, r:x], rate: 1 Gbit/s }
              - { between: [r:y, b:eth0], rate: 1 Gbit/s }
            apps:
              - { on: a, run: ping, to: b, at: 2 s }
            """;

    @Test
    void waysAreFollowedOverIpv6() {
        assertEquals(List.of(), problems(TWO_HOSTS));
        assertEquals(List.of("no answer gets from b back to a: b has no route to 2001:db8:1::1: give it a `gateway` or"
                + " `routes`"), problems(TWO_HOSTS.replace(", gateway: 2001:db8:2::fe", "")));
        assertEquals(List.of(), problems(TWO_HOSTS.replace(", gateway: 2001:db8:2::fe", "") + "routing: computed\n"));
    }

    /** RFC 4862 §5.4. */
    @Test
    void whoStartsBeforeItsAddressesAreTriedIsWarned() {
        assertEquals(List.of("a may still be trying its IPv6 addresses then, and sends nothing from them: write"
                + " `at: 2 s` or later, or `ipv6: { detect-duplicates: false }` at its interface"),
                problems(TWO_HOSTS.replace("at: 2 s", "at: 1 s")));
        assertEquals(List.of(), problems(TWO_HOSTS.replace("at: 2 s", "at: 1 s").replace("eth0: 2001:db8:1::1/64",
                "eth0: { address: 2001:db8:1::1/64, ipv6: { detect-duplicates: false } }")));
    }

    /** RFC 3022: nobody outside knows a way to the inside. */
    @Test
    void answersFindTheirWayThroughATranslator() {
        String text = """
                nodes:
                  a: { type: host, interfaces: { eth0: 192.168.1.1/24 }, gateway: 192.168.1.254 }
                  r: { type: router, interfaces: { x: 192.168.1.254/24, y: 198.51.100.1/24 }, nat: { outside: y } }
                  b: { type: host, interfaces: { eth0: 198.51.100.2/24 } }
                links:
                  - { between: [a:eth0, r:x], rate: 1 Gbit/s }
                  - { between: [r:y, b:eth0], rate: 1 Gbit/s }
                apps: [{ on: a, run: ping, to: b }]
                """;
        assertEquals(List.of(), problems(text));
        assertEquals(List.of("no answer gets from b back to a: b has no route to 192.168.1.1: give it a `gateway` or"
                + " `routes`"), problems(text.replace(", nat: { outside: y }", "")));
    }

    @Test
    void endsOfACableShareANetworkOfSomeFamily() {
        String text = """
                nodes:
                  a: { type: host, interfaces: { eth0: [10.0.1.1/24, 2001:db8:1::1/64] } }
                  b: { type: host, interfaces: { eth0: [10.0.1.2/24, 2001:db8:2::1/64] } }
                links: [{ between: [a:eth0, b:eth0], rate: 1 Gbit/s }]
                """;
        assertEquals(List.of("a:eth0 is on the network 2001:db8:1::/64 and b:eth0 on 2001:db8:2::/64: give both ends"
                + " addresses of one network"), problems(text));
        assertEquals(List.of(), problems(text.replace(", 2001:db8:2::1/64", "")), "one family will do");
    }
}
