package org.wirelathe.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.wirelathe.api.nic.Coalescing;
import org.wirelathe.api.nic.Loss;
import org.wirelathe.api.nic.Offloads;
import org.wirelathe.api.node.CpuCosts;

/** What a lab file says of cables, cards, switches and captures, and what it can say wrongly. */
class DeviceKeysTest {
    private static final long MS = 1_000_000;
    private static final Vocabulary KNOWN =
            new Vocabulary(
                    Set.of(),
                    Set.of(),
                    Set.of("fifo", "codel"),
                    Set.of("ring", "polling"),
                    Map.of(),
                    Map.of(
                            "fifo",
                            List.of(),
                            "codel",
                            List.of(
                                    AppSchema.Parameter.optional(
                                                    "target", ValueType.TIME, "5 ms", "The delay.")
                                            .within(1, 1_000 * MS),
                                    AppSchema.Parameter.optional(
                                            "ecn", ValueType.FLAG, "false", "Marks."))));

    private static final String NODES =
            """
            nodes:
              a: { type: host, interfaces: { eth0: IFACE } }
              b: { type: host, interfaces: { eth0: 10.0.1.2/24 }, cpu: { hard-interrupt: 2 us, packet: 5 us } }
            links:
              - { between: [a:eth0, b:eth0], rate: 10 Mbit/s, delay: 5 ms, LINK }
            """;

    private static String text(String iface, String link, String rest) {
        return NODES.replace("IFACE", iface).replace("LINK", link) + rest;
    }

    private static Lab lab(String text) {
        assertEquals(List.of(), problems(text));
        return LabFile.parse(text, "f", KNOWN).lab().orElseThrow();
    }

    private static Lab lab(String iface, String link, String rest) {
        return lab(text(iface, link, rest));
    }

    private static List<String> problems(String text) {
        return LabFile.parse(text, "f", KNOWN).problems().stream()
                .filter(p -> !List.of("no-cable", "different-mtu").contains(p.code()))
                .map(Problem::message)
                .toList();
    }

    private static List<String> problems(String iface, String link, String rest) {
        return problems(text(iface, link, rest));
    }

    @Test
    void aCableHasItsImpairments() {
        Link link =
                lab(
                                "10.0.1.1/24",
                                "jitter: 2 ms, jitter-reorders: true, loss: 0.1 %, duplicate: 0.2 %,"
                                        + " corrupt: 0.01 %, reorder: 1 %, reorder-delay: 7 ms",
                                "")
                        .links()
                        .getFirst();
        Line expected =
                new Line(
                        10_000_000,
                        5 * MS,
                        2 * MS,
                        true,
                        Loss.independent(1_000_000),
                        2_000_000,
                        100_000,
                        10_000_000,
                        7 * MS,
                        Optional.empty());
        assertEquals(expected, link.forth());
        assertEquals(expected, link.back());
        assertTrue(link.symmetric());
    }

    @Test
    void directionsDiffer() {
        Link link =
                lab(
                                "10.0.1.1/24",
                                "loss: 1 %, forth: { trace: x.trace }, back: { rate: 1 Mbit/s, loss:"
                                        + " 0 % }",
                                "")
                        .links()
                        .getFirst();
        assertEquals(Optional.of("x.trace"), link.forth().trace());
        assertEquals(10_000_000, link.forth().rate());
        assertEquals(10_000_000, link.loss());
        assertEquals(new Line(1_000_000, 5 * MS), link.back());
    }

    @Test
    void lossComesInBursts() {
        Link link =
                lab("10.0.1.1/24", "loss: { to-bad: 1 %, to-good: 4 %, bad: 50 % }", "")
                        .links()
                        .getFirst();
        assertEquals(new Loss(0, 500_000_000, 10_000_000, 40_000_000), link.forth().loss());
        assertEquals(100_000_000, link.loss(), "a fifth of the frames see the bad state");
    }

    @Test
    void aCardHasItsSettings() {
        Interface eth0 =
                lab(
                                "{ address: 10.0.1.1/24, mtu: 1400, rings: { rx: 16 }, driver:"
                                        + " polling, coalescing: { frames: 16, time: 50 us },"
                                        + " offloads: [checksum, tso], pause: true, card-buffer: 64"
                                        + " KiB, vlan: 10, queue: { type: codel, limit: 64 KiB,"
                                        + " target: 10 ms, ecn: true } }",
                                "queue: { limit: 5 packets }",
                                "")
                        .nodes()
                        .getFirst()
                        .interfaces()
                        .getFirst();
        assertEquals(
                new Card(
                        new Rings(256, 16),
                        new Coalescing(16, 50_000),
                        new Offloads(true, true, true, false),
                        true,
                        65_536),
                eth0.card());
        assertEquals(1400, eth0.mtu());
        assertEquals(new Driver("polling"), eth0.driver());
        assertEquals(new Vlans(10, List.of()), eth0.vlans());
        assertEquals(
                Optional.of(
                        new Queue(
                                "codel",
                                65_536,
                                Queue.Unit.BYTES,
                                Map.of("target", 10 * MS, "ecn", 1L))),
                eth0.queue());
    }

    @Test
    void theQueueOfAnInterfaceGoesBeforeTheCables() {
        Lab lab =
                lab(
                        "{ address: 10.0.1.1/24, queue: { type: codel } }",
                        "queue: { limit: 5 packets }",
                        "");
        Topology topology = Topology.of(lab);
        assertEquals("codel", topology.queue(new PortRef("a", "eth0")).type());
        assertEquals(5, topology.queue(new PortRef("b", "eth0")).limit());
    }

    @Test
    void interruptsCostSomething() {
        Lab lab = lab("10.0.1.1/24", "", "");
        assertEquals(CpuCosts.NONE, lab.nodes().get(0).cpu());
        assertEquals(new CpuCosts(2_000, 0, 5_000), lab.nodes().get(1).cpu());
    }

    @Test
    void capturesSayWhereAndWhat() {
        Lab lab =
                lab(
                        "10.0.1.1/24",
                        "",
                        "capture: [ a:eth0, { at: a:eth0, on: wire, filter: tcp port 5001, ring: 10"
                                + " MiB, snap: 96 B } ]\n");
        PortRef port = new PortRef("a", "eth0");
        Capture wire =
                new Capture(
                        port,
                        Capture.Place.WIRE,
                        Optional.of("tcp port 5001"),
                        OptionalLong.of(10 << 20),
                        OptionalInt.of(96));
        assertEquals(List.of(new Capture(port), wire), lab.captures());
        assertEquals(List.of(port), lab.capture());
    }

    @Test
    void eventsChangeCablesAndCards() {
        Lab lab =
                lab(
                        "10.0.1.1/24",
                        "jitter: 1 ms",
                        """
                        events:
                          - { at: 1 s, link: [b, a], set: { rate: 1 Mbit/s, forth: { loss: 1 % } } }
                          - { at: 2 s, interface: a:eth0, set: { rings: { rx: 16 }, pause: true, offloads: all } }
                          - { at: 3 s, interface: a:eth0, queue: { type: codel } }
                          - { at: 4 s, interface: a:eth0, driver: polling }
                        """);
        PortRef a = new PortRef("a", "eth0");
        Event.LinkChange change = (Event.LinkChange) lab.events().get(0);
        Link link = lab.links().getFirst();
        assertEquals(a, change.a());
        assertEquals(link.forth().withRate(1_000_000), change.forth().on(link.forth()));
        assertEquals(
                10_000_000,
                change.back().on(link.back()).meanLoss(),
                "forth of the event is from the end that it names first");
        Card card = ((Event.Refit) lab.events().get(1)).change().on(Card.DEFAULT);
        assertEquals(
                new Card(new Rings(256, 16), Coalescing.NONE, Offloads.ALL, true, 0), card);
        assertEquals(
                new Event.QueueSwap(3_000 * MS, a, new Queue("codel", 1000, Queue.Unit.PACKETS)),
                lab.events().get(2));
        assertEquals(new Event.DriverSwap(4_000 * MS, a, new Driver("polling")), lab.events().get(3));
    }

    @Test
    void aNewRateEndsATrace() {
        Line line =
                LineChangeOf.trace("x").on(new Line(10, 0));
        assertEquals(Optional.of("x"), line.trace());
        assertEquals(Optional.empty(), LineChangeOf.rate(5).on(line).trace());
        assertEquals(
                Optional.empty(), LineChangeOf.trace("x").and(LineChangeOf.rate(5)).trace());
    }

    private static final class LineChangeOf {
        static LineChange trace(String file) {
            return of(OptionalLong.empty(), Optional.of(file));
        }

        static LineChange rate(long rate) {
            return of(OptionalLong.of(rate), Optional.empty());
        }

        private static LineChange of(OptionalLong rate, Optional<String> trace) {
            LineChange none = LineChange.NONE;
            return new LineChange(
                    rate,
                    none.delay(),
                    none.jitter(),
                    none.jitterReorders(),
                    none.loss(),
                    none.duplicate(),
                    none.corrupt(),
                    none.reorder(),
                    none.reorderDelay(),
                    trace);
        }
    }

    private static final String SWITCHED =
            """
            nodes:
              a: { type: host, interfaces: { eth0: 10.0.1.1/24 } }
              b: { type: host, interfaces: { eth0: 10.0.1.2/24 }, gateway: 10.0.1.254 }
              r: { type: router, interfaces: { eth0: 10.0.1.254/24, eth1: 10.0.2.254/24 } }
              s: { type: router, interfaces: { eth0: 10.0.1.253/24, eth1: 10.0.3.254/24 } }
              sw: { type: switch, ports: 4, ageing: 10 s, table: 16, loop-detection: false }
            links:
              - { between: [a:eth0, sw:p1], rate: 1 Gbit/s }
              - { between: [b:eth0, sw:p2], rate: 1 Gbit/s }
              - { between: [r:eth0, sw:p3], rate: 1 Gbit/s }
              - { between: [s:eth0, sw:p4], rate: 1 Gbit/s }
            """;

    @Test
    void aSwitchMakesOneNetwork() {
        Lab lab = LabFile.parse(SWITCHED, "f", KNOWN).lab().orElseThrow();
        Node sw = lab.node("sw").orElseThrow();
        assertEquals(NodeType.SWITCH, sw.type());
        assertEquals(4, sw.interfaces().size());
        assertFalse(sw.interfaces().getFirst().hasAddress());
        assertEquals(List.of(), sw.addresses());
        assertEquals(new SwitchSettings(16, 10_000 * MS, false), sw.switching());
        assertEquals(4, Topology.of(lab).segment(new PortRef("a", "eth0")).size());
        // The routers find each other's networks across the switch.
        assertEquals(
                List.of("10.0.3.0/24 via 10.0.1.253"),
                Given.texts(Routes.compute(lab).get("r")));
    }

    @Test
    void aVlanMakesTwoNetworksOfASwitch() {
        String text =
                """
                nodes:
                  a: { type: host, interfaces: { eth0: 10.0.1.1/24 } }
                  b: { type: host, interfaces: { eth0: { address: 10.0.1.2/24, vlan: 20 } } }
                  c: { type: host, interfaces: { eth0: 10.0.1.3/24 } }
                  sw: { type: switch, interfaces: { p1: { vlan: 20 }, p2: { trunk: [20] }, p3: {} } }
                links:
                  - { between: [a:eth0, sw:p1], rate: 1 Gbit/s }
                  - { between: [b:eth0, sw:p2], rate: 1 Gbit/s }
                  - { between: [c:eth0, sw:p3], rate: 1 Gbit/s }
                """;
        Topology topology = Topology.of(LabFile.parse(text, "f", KNOWN).lab().orElseThrow());
        assertEquals(
                List.of(new PortRef("a", "eth0"), new PortRef("b", "eth0")),
                topology.segment(new PortRef("a", "eth0")));
        assertEquals(
                List.of(
                        "the network 10.0.1.0/24 is on the cable of line 7 too: give each cable its"
                                + " own network, or join them with a switch"),
                problems(text));
    }

    @Test
    void whatASwitchHasNot() {
        assertEquals(
                List.of(
                        "sw is a switch, which has no `gateway` because it does not look into"
                                + " packets: take it out"),
                problems(SWITCHED.replace("ports: 4", "ports: 4, gateway: 10.0.1.254")));
        assertEquals(
                List.of("sw:p1 is a port of a switch, which has no address: write `p1: {}`"),
                problems(SWITCHED.replace("ports: 4", "ports: 4, interfaces: { p1: 10.0.1.9/24 }")));
        assertEquals(
                List.of("`ageing` belongs to a switch: take it out of a"),
                problems(SWITCHED.replace("a: { type: host,", "a: { type: host, ageing: 1 s,")));
        assertEquals(
                List.of("this interface has no `address`: add it, as in `address: 10.0.1.1/24`"),
                problems("{ mtu: 1500 }", "", ""));
    }

    @Test
    void mistakesOnCards() {
        assertEquals(
                List.of(
                        "the last frames of a burst would wait for ever for the others: add a"
                                + " `time`, as in `{ frames: 16, time: 50 us }`"),
                problems("{ address: 10.0.1.1/24, coalescing: { frames: 16 } }", "", ""));
        assertEquals(
                List.of(
                        "`tso` changes what the checksums cover, so the card has to take those too:"
                                + " add `checksum` to the list"),
                problems("{ address: 10.0.1.1/24, offloads: [tso] }", "", ""));
        assertEquals(
                List.of(
                        "'some' is nothing that `offloads` takes: write a list of checksum,"
                                + " tx-checksum, rx-checksum, tso, gro, or `all` or `none` alone"),
                problems("{ address: 10.0.1.1/24, offloads: some }", "", ""));
    }

    @Test
    void mistakesOnQueues() {
        assertEquals(
                List.of(
                        "unknown key 'tarket': did you mean `target`? This queue table takes ecn,"
                                + " limit, target, type"),
                problems("10.0.1.1/24", "queue: { type: codel, tarket: 5 ms }", ""));
        assertEquals(
                List.of("this time is too large: write at most 1 s"),
                problems("10.0.1.1/24", "queue: { type: codel, target: 5 s }", ""));
        assertEquals(
                List.of("there is no queue discipline 'codle': did you mean `codel`?"),
                problems(
                        "10.0.1.1/24",
                        "",
                        "events: [ { at: 1 s, interface: a:eth0, queue: { type: codle } } ]\n"));
    }

    @Test
    void mistakesInEvents() {
        assertEquals(
                List.of(
                        "`pause` is set on an interface, not on a cable: write an event with"
                                + " `interface` for it"),
                problems(
                        "10.0.1.1/24",
                        "",
                        "events: [ { at: 1 s, link: [a, b], set: { pause: true } } ]\n"));
        assertEquals(
                List.of("a has no interface 'eth7': did you mean `eth0`?"),
                problems(
                        "10.0.1.1/24",
                        "",
                        "events: [ { at: 1 s, interface: a:eth7, driver: ring } ]\n"));
        assertEquals(
                List.of("`down` belongs to an event with `link`: take it out here"),
                problems(
                        "10.0.1.1/24",
                        "",
                        "events: [ { at: 1 s, interface: a:eth0, driver: ring, down: true } ]\n"));
    }
}
