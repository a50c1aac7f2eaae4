package org.wirelathe.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Text that is no YAML: said in plain words, and the rest of the file is still read. */
class SyntaxTest {
    private static List<String> problems(String text) {
        return LabFile.parse(text, "f", Vocabulary.ANY).problems().stream()
                .map(Problem::toString)
                .toList();
    }

    private static List<String> errors(String text) {
        return LabFile.parse(text, "f", Vocabulary.ANY).problems().stream()
                .filter(Problem::isError)
                .map(Problem::toString)
                .toList();
    }

    @Test
    void tabsAreNamed() {
        assertEquals(
                List.of("f:3:1: a tab cannot indent YAML: use spaces, two for each level"),
                errors("nodes:\n  a: { type: host }\n\tb: { type: host }\n"));
    }

    @Test
    void openBracketsAreFoundWhereTheyOpen() {
        assertEquals(
                List.of("f:2:6: this `{` is never closed: put a `}` behind its last entry"),
                errors("nodes:\n  a: { type: host\n  b: { type: host }\n"));
        assertEquals(
                List.of("f:3:10: this `[` is never closed: put a `]` behind its last item"),
                errors("nodes:\n  a: { type: host }\ncapture: [ a:eth0\nrun: { seed: 1 }\n"));
        assertEquals(
                List.of("f:1:8: this `{` is never closed: put a `}` behind its last entry"),
                errors("nodes: {"));
    }

    @Test
    void openQuotesAreFoundWhereTheyOpen() {
        List<String> found = errors("nodes:\n  a: { type: host }\nlab: \"open\nrun: { seed: 1 }\n");
        assertEquals(1, found.size(), found.toString());
        assertTrue(
                found.getFirst().startsWith("f:3:6: the text that this quote opens is broken"),
                found.toString());
    }

    @Test
    void indentationIsNamed() {
        assertEquals(
                List.of(
                        "f:3:5: this does not line up with the keys above: give it the same"
                                + " indentation as its neighbours"),
                errors("nodes:\n  a: { type: host }\n    b: { type: host }\n"));
    }

    @Test
    void oneBrokenEntryDoesNotHideTheOthers() {
        String text =
                """
                lab: Broken
                nodes:
                  alice: { type: host, interfaces: { eth0: 10.0.1.1/24 }
                  r1: { type: ruoter, interfaces: { eth0: 10.0.1.254/24 } }
                links:
                  - { between: [alice:eth0, r1:eth0], rate: 1 Gbit }
                  - { between: [alice:eth0, r1:eth0], rate: 1 Gbit/s
                  - { between: [nobody:eth0, r1:eth1], rate: 1 Mbit/s }
                run: { until: 60 }
                """;
        assertEquals(
                List.of(
                        "f:3:10: this `{` is never closed: put a `}` behind its last entry",
                        "f:4:15: 'ruoter' is no type of node: write `host`, `router` or `switch`",
                        "f:6:45: 'Gbit' is no unit of a rate: did you mean Gbit/s? use bit/s,"
                                + " kbit/s, Mbit/s, Gbit/s, Tbit/s",
                        "f:7:5: this `{` is never closed: put a `}` behind its last entry",
                        "f:8:30: r1 has no interface 'eth1': did you mean `eth0`?",
                        "f:9:15: '60' has no unit: write a time like `10 ms`"),
                errors(text));
    }

    @Test
    void aSectionThatIsGoneIsNotMissed() {
        assertEquals(
                List.of("f:1:8: this `{` is never closed: put a `}` behind its last entry"),
                errors(
                        "nodes: { a: { type: host }\n"
                                + "links:\n"
                                + "  - { between: [a:eth0, b:eth0], rate: 1 Gbit/s }\n"));
    }

    @Test
    void charactersThatDoNotBelongAreNamed() {
        assertEquals(
                List.of(
                        "f:1:7: the character U+0000 does not belong in a text: delete it",
                        "f:1:9: the character U+D800 does not belong in a text: delete it"),
                errors("lab: a\u0000b\uD800\nnodes: { a: { type: host } }\n"));
    }

    @Test
    void columnsCountUtf16AfterCharactersOfTwoUnits() {
        assertEquals(
                List.of(
                        "f:1:12: unknown key 'x': This lab takes apps, capture, events, lab, links,"
                                + " nodes, routing, run, view"),
                errors("{ lab: \uD83D\uDE80, x: 1, nodes: { a: { type: host } } }"));
    }

    @Test
    void whatYamlTakesOfAnIpv6AddressForSomethingElseIsSaid() {
        String nodes = "nodes: { a: { type: host, interfaces: { eth0: 2001:db8:1::1/64 }";
        assertEquals(
                List.of("f:1:82: a value that starts with `:` stands in quotes, as in `\"::/0\"`"),
                errors(nodes + ", routes: [{ to: ::/0 }] } }"));
        assertEquals(
                List.of(
                        "f:2:47: a bracket opens a list: put an IPv6 address with its port in quotes, as"
                                + " in `\"[2001:db8::1]:5001\"`"),
                errors(nodes + " } }\napps: [{ on: a, run: send, to: [2001:db8:1::2]:5001 }]"));
    }

    @Test
    void linesEndAsTheyDo() {
        String expected =
                "f:3:1: unknown key 'x': This lab takes apps, capture, events, lab, links, nodes,"
                        + " routing, run, view";
        for (String end : List.of("\n", "\r\n", "\r")) {
            assertEquals(
                    List.of(expected),
                    errors("lab: a" + end + "nodes: { a: { type: host } }" + end + "x: 1" + end));
        }
    }

    @Test
    void aSecondLabIsRefused() {
        assertEquals(
                List.of(
                        "f:2:1: a second document starts here: a file holds one lab, put the other"
                                + " one in its own file"),
                errors("nodes: { a: { type: host } }\n---\nnodes: {}\n"));
    }

    @Test
    void deepNestingIsRefused() {
        String message = "nested too deeply: a lab has few levels, take some out";
        assertTrue(errors("lab: " + "[".repeat(100_000)).contains("f:1:38: " + message));
        assertTrue(errors("? ".repeat(50_000)).stream().anyMatch(p -> p.endsWith(message)));
    }

    @Test
    void aliasesAreNotFollowed() {
        StringBuilder bomb = new StringBuilder("a0: &a0 [x]\n");
        for (int i = 1; i < 60; i++) {
            bomb.append("a%d: &a%d [*a%d, *a%d]\n".formatted(i, i, i - 1, i - 1));
        }
        long started = System.nanoTime();
        assertTrue(problems(bomb.toString()).size() > 100);
        assertTrue(System.nanoTime() - started < 2_000_000_000L);
    }
}
