package org.wirelathe.model.edit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.wirelathe.model.NodeType;
import org.wirelathe.model.PortRef;
import org.wirelathe.model.Position;
import org.wirelathe.model.Vocabulary;

/** What edits write, letter by letter. */
class EditTextTest {
    private static final String TWO =
            """
            lab: Two
            nodes:
              a: { type: host, interfaces: { eth0: 10.0.1.1/24 } }
              b: { type: host, interfaces: { eth0: 10.0.1.2/24 } }
            links:
              - { between: [a:eth0, b:eth0], rate: 1 Gbit/s }
            """;

    private static String after(String text, Edit... edits) {
        LabDocument document = new LabDocument(text, "lab.yaml", Vocabulary.ANY);
        for (Edit edit : edits) {
            document.apply(edit);
        }
        return document.text();
    }

    @Test
    void theFirstNodeOfAnEmptyTextMakesItsSections() {
        String expected =
                """
                nodes:
                  h1: { type: host, interfaces: { eth0: 10.0.1.1/24 } }
                view:
                  h1: [10, 20]
                """;
        assertEquals(
                expected,
                after("", Edits.addNode(NodeType.HOST, Optional.empty(), new Position(10, 20))));
    }

    /** Both go to the end of the text: the node, and the section behind it. */
    @Test
    void aNodeIsAddedWhereNodesIsTheLastSection() {
        for (String end : new String[] {"", "\n"}) {
            LabDocument document =
                    new LabDocument(
                            "lab: Mine\nnodes:\n  a: { type: router }" + end, "f", Vocabulary.ANY);
            document.apply(
                    Edits.addNode(NodeType.ROUTER, Optional.of("b"), new Position(10, 20)));
            assertEquals(
                    "lab: Mine\nnodes:\n  a: { type: router }\n  b: { type: router }\nview:\n"
                            + "  b: [10, 20]"
                            + end,
                    document.text());
        }
    }

    @Test
    void aLabGrowsFromNothing() {
        Position here = new Position(0, 0);
        String text =
                after(
                        "# mine\nlab: Mine",
                        Edits.addNode(NodeType.HOST, Optional.of("a"), here),
                        Edits.addNode(NodeType.ROUTER, Optional.of("r"), here),
                        Edits.addNode(NodeType.HOST, Optional.of("b"), here),
                        Edits.connect("a", "r"),
                        Edits.connect("b", "r"),
                        Edits.addApp("b", "sink", Map.of("port", "5001")));
        String expected =
                """
                # mine
                lab: Mine
                nodes:
                  a: { type: host, interfaces: { eth0: 10.0.1.1/24 }, gateway: 10.0.1.254 }
                  r: { type: router, interfaces: { eth0: 10.0.1.254/24, eth1: 10.0.2.254/24 } }
                  b: { type: host, interfaces: { eth0: 10.0.2.1/24 }, gateway: 10.0.2.254 }
                view:
                  a: [0, 0]
                  r: [0, 0]
                  b: [0, 0]
                links:
                  - { between: [a:eth0, r:eth0], rate: 1 Gbit/s, delay: 1 ms }
                  - { between: [b:eth0, r:eth1], rate: 1 Gbit/s, delay: 1 ms }
                apps:
                  - { on: b, run: sink, port: 5001 }\
                """;
        assertEquals(expected, text);
    }

    @Test
    void aNewSectionKeepsTheEmptyLinesBetweenSections() {
        String text = TWO.replace("links:", "\nlinks:");
        String expected = text + "\nview:\n  b: [1, 2]\n";
        assertEquals(expected, after(text, Edits.move(Map.of("b", new Position(1, 2)))));
    }

    @Test
    void aSectionWithNothingInItIsFilled() {
        String text = TWO.replace("links:", "view:   # to come\nlinks:");
        String expected = text.replace("# to come\n", "# to come\n  b: [1, 2]\n");
        assertEquals(expected, after(text, Edits.move(Map.of("b", new Position(1, 2)))));
    }

    @Test
    void bracketsWithOnlyACommentAreFilled() {
        String text = TWO + "capture: [\n  # none yet\n]\n";
        assertEquals(
                TWO + "capture: [\n  # none yet\n  a:eth0\n]\n",
                after(text, Edits.capture(new PortRef("a", "eth0"), true)));
    }

    @Test
    void aLongFlowListGrowsByLines() {
        String text = TWO + "capture: [\n  a:eth0,   # here\n]\n";
        String expected = TWO + "capture: [\n  a:eth0,   # here\n  b:eth0,\n]\n";
        assertEquals(expected, after(text, Edits.capture(new PortRef("b", "eth0"), true)));
        assertEquals(
                expected.replace("b:eth0,\n", "b:eth0\n"),
                after(
                        text.replace("a:eth0,  ", "a:eth0  "),
                        Edits.capture(new PortRef("b", "eth0"), true)));
    }

    @Test
    void aValueKeepsItsQuotes() {
        EditTarget link = new EditTarget.OfLink(new PortRef("a", "eth0"), new PortRef("b", "eth0"));
        assertEquals(
                TWO.replace("1 Gbit/s", "2 Gbit/s"),
                after(TWO, Edits.set(link, "rate", Optional.of("2 Gbit/s"))));
        String single = TWO.replace("1 Gbit/s", "'1 Gbit/s'");
        assertEquals(
                single.replace("'1 G", "'2 G"),
                after(single, Edits.set(link, "rate", Optional.of("2 Gbit/s"))));
        String twice = TWO.replace("1 Gbit/s", "\"1 Gbit/s\"");
        assertEquals(
                twice.replace("\"1 G", "\"2 G"),
                after(twice, Edits.set(link, "rate", Optional.of("2 Gbit/s"))));
    }

    @Test
    void aTitleThatLooksLikeYamlIsQuoted() {
        assertEquals(
                TWO.replace("lab: Two", "lab: \"a: b\""),
                after(TWO, Edits.set(EditTarget.lab(), "lab", Optional.of("a: b"))));
        assertEquals(
                TWO.replace("lab: Two", "lab: \"- x\""),
                after(TWO, Edits.set(EditTarget.lab(), "lab", Optional.of("- x"))));
        assertEquals(
                TWO.replace("lab: Two", "lab: \"a\\nb\\t\\\"\""),
                after(TWO, Edits.set(EditTarget.lab(), "lab", Optional.of("a\nb\t\""))));
        assertEquals(
                TWO.replace("lab: Two", "lab: \"\""),
                after(TWO, Edits.set(EditTarget.lab(), "lab", Optional.of(""))));
        assertEquals(
                TWO.replace("lab: Two", "lab: \"[a, b\""),
                after(TWO, Edits.set(EditTarget.lab(), "lab", Optional.of("[a, b"))));
    }

    @Test
    void theFirstKeyBehindADashGoesWithoutTheDash() {
        String text = TWO + "apps:\n  - at: 1 s   # late\n    on: a\n    run: ping\n    to: b\n";
        String expected = TWO + "apps:\n  - on: a\n    run: ping\n    to: b\n";
        assertEquals(expected, after(text, Edits.set(EditTarget.app(0), "at", Optional.empty())));
        String noted = text.replace("    on: a", "    # who\n    on: a");
        String kept = TWO + "apps:\n  - \n    # who\n    on: a\n    run: ping\n    to: b\n";
        assertEquals(kept, after(noted, Edits.set(EditTarget.app(0), "at", Optional.empty())));
    }

    @Test
    void anInterfaceBecomesATableWhenItGetsMore() {
        String expected =
                TWO.replace(
                        "{ eth0: 10.0.1.2/24 }", "{ eth0: { address: 10.0.1.2/24, mtu: 9000 } }");
        EditTarget iface = EditTarget.iface(new PortRef("b", "eth0"));
        assertEquals(expected, after(TWO, Edits.set(iface, "mtu", Optional.of("9000"))));
        assertEquals(
                expected.replace("9000 }", "9000, rings: { tx: 8 } }"),
                after(expected, Edits.set(iface, "rings.tx", Optional.of("8"))));
        assertEquals(
                expected,
                after(
                        expected.replace("9000 }", "9000, rings: { tx: 8 } }"),
                        Edits.set(iface, "rings.tx", Optional.empty())));
    }

    @Test
    void connectingTwoFreshHostsMovesTheSecondIntoTheNetworkOfTheFirst() {
        Position here = new Position(0, 0);
        String text =
                after(
                        "",
                        Edits.addNode(NodeType.HOST, Optional.empty(), here),
                        Edits.addNode(NodeType.HOST, Optional.empty(), here));
        assertTrue(text.contains("h2: { type: host, interfaces: { eth0: 10.0.2.1/24 } }"), text);
        String joined = after(text, Edits.connect("h1", "h2"));
        assertTrue(
                joined.contains("h1: { type: host, interfaces: { eth0: 10.0.1.1/24 } }"), joined);
        assertTrue(
                joined.contains("h2: { type: host, interfaces: { eth0: 10.0.1.2/24 } }"), joined);
    }

    @Test
    void edgesOfTheNetworkAreConnectedByPort() {
        String text =
                TWO.replace("eth0: 10.0.1.2/24 }", "eth0: 10.0.1.2/24, eth1: 10.0.7.2/24 }")
                        .replace("eth0: 10.0.1.1/24 }", "eth0: 10.0.1.1/24, eth1: 10.0.7.1/24 }");
        Edit edit = Edits.connect(new PortRef("b", "eth1"), new PortRef("a", "eth1"));
        assertEquals(
                text + "  - { between: [b:eth1, a:eth1], rate: 1 Gbit/s, delay: 1 ms }\n",
                after(text, edit));
        assertRefused(
                text,
                "a:eth0 has a cable already",
                Edits.connect(new PortRef("a", "eth0"), new PortRef("b", "eth1")));
        assertRefused(
                text,
                "there is no interface a:eth9",
                Edits.connect(new PortRef("a", "eth9"), new PortRef("b", "eth1")));
    }

    @Test
    void whatCannotBeDoneIsRefusedInASentence() {
        assertRefused(TWO, "there is no node 'x'", Edits.rename("x", "y"));
        assertRefused(TWO, "there is a node 'b' already", Edits.rename("a", "b"));
        assertRefused(TWO, "'9a' cannot be the name of a node", Edits.rename("a", "9a"));
        assertRefused(TWO, "'all' cannot be the name of a node", Edits.rename("a", "all"));
        assertRefused(
                TWO,
                "there is a node 'a' already",
                Edits.addNode(NodeType.HOST, Optional.of("a"), new Position(0, 0)));
        assertRefused(TWO, "a cable joins two nodes", Edits.connect("a", "a"));
        assertRefused(TWO, "there is no node 'x'", Edits.connect("a", "x"));
        assertRefused(TWO, "there is no node 'x'", Edits.delete(List.of(EditTarget.node("x"))));
        assertRefused(TWO, "`apps` has no item 1", Edits.delete(List.of(EditTarget.app(0))));
        assertRefused(
                TWO,
                "there is no cable between a:eth0 and b:eth9",
                Edits.delete(
                        List.of(
                                new EditTarget.OfLink(
                                        new PortRef("a", "eth0"), new PortRef("b", "eth9")))));
        assertRefused(
                TWO + "view: [1, 2]\n",
                "`view` is written as something else",
                Edits.move(Map.of("a", new Position(0, 0))));
        assertRefused("- a\n", "the text is no lab", Edits.move(Map.of("a", new Position(0, 0))));
        assertRefused(
                TWO + "view: { a: [1, 2\n",
                "`view` has a mistake in its text",
                Edits.move(Map.of("b", new Position(0, 0))));
        assertRefused(
                TWO,
                "an interface needs an address",
                Edits.set(EditTarget.iface(new PortRef("a", "eth0")), "address", Optional.empty()));
    }

    @Test
    void interfacesHaveTheirOwnNames() {
        EditTarget a = EditTarget.iface(new PortRef("a", "eth0"));
        assertEquals(
                TWO.replace("{ eth0: 10.0.1.1/24 }", "{ lan: 10.0.1.1/24 }")
                        .replace("a:eth0", "a:lan"),
                after(TWO, Edits.set(a, "name", Optional.of("lan"))));
        String two = after(TWO, Edits.addInterface("a"));
        assertEquals(TWO.replace("10.0.1.1/24 }", "10.0.1.1/24, eth1: 10.0.2.1/24 }"), two);
        assertRefused(
                two,
                "there is an interface 'eth1' already",
                Edits.set(a, "name", Optional.of("eth1")));
        assertRefused(
                two,
                "'9' cannot be the name of an interface",
                Edits.set(a, "name", Optional.of("9")));
    }

    private static void assertRefused(String text, String reason, Edit edit) {
        LabDocument document = new LabDocument(text, "lab.yaml", Vocabulary.ANY);
        EditException e = assertThrows(EditException.class, () -> document.apply(edit));
        assertTrue(e.getMessage().startsWith(reason), e.getMessage());
        assertEquals(text, document.text());
        assertEquals(0, document.revision());
    }
}
