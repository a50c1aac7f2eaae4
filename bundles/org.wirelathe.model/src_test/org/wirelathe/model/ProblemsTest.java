package org.wirelathe.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each mistake has its own problem, at its place, with a sentence that helps. */
class ProblemsTest {
    private static final Vocabulary KNOWN =
            new Vocabulary(
                    Set.of("reno", "vegas"),
                    Set.of("sink", "send", "ping"),
                    Set.of("fifo"),
                    Set.of("ring"));

    private static final String GOOD =
            """
            lab: Good
            nodes:
              alice: { type: host, interfaces: { eth0: 10.0.1.1/24 }, gateway: 10.0.1.254 }
              r1: { type: router, interfaces: { eth0: 10.0.1.254/24, eth1: 10.0.2.254/24 } }
              bob: { type: host, interfaces: { eth0: 10.0.2.1/24 }, gateway: 10.0.2.254, tcp: { congestion: vegas } }
            links:
              - { between: [alice:eth0, r1:eth0], rate: 1 Gbit/s, delay: 1 ms }
              - { between: [r1:eth1, bob:eth0], rate: 100 Mbit/s, delay: 10 ms, queue: { type: fifo, limit: 100 packets }, loss: 0.01 % }
            apps:
              - { on: bob, run: sink, port: 5001, save: received.bin }
              - { on: alice, run: send, to: bob:5001, bytes: 1 MiB, at: 100 ms }
              - { on: alice, run: ping, to: bob }
            events:
              - { at: 5 s, swap: { node: alice, congestion: vegas } }
              - { at: 7 s, link: [r1, bob], down: true }
            capture: [ alice:eth0, r1:eth1 ]
            run: { until: 60 s, seed: 1 }
            view: { alice: [40, 80], r1: [200, 80], bob: [360, 80] }
            """;

    /**
     * A change of the good lab and the one problem that it makes.
     *
     * @param to what replaces {@code from}; the problem covers what is between « and »
     */
    private record Mistake(String from, String to, String code, String message) {
        @Override
        public String toString() {
            return code + ": " + to;
        }
    }

    /** The mistakes of {@code mistakes.txt}. */
    static List<Mistake> mistakes() throws IOException {
        String file = "bundles/org.wirelathe.model/src_test/org/wirelathe/model/mistakes.txt";
        List<Mistake> mistakes = new ArrayList<>();
        for (String block : Files.readString(Repository.file(file)).split("\n\n")) {
            String[] lines =
                    block.replace("\n- ", "\n")
                            .replace("\n+ ", "\n")
                            .replace("\n= ", "\n")
                            .split("\n");
            if (!block.startsWith("#")) {
                String from = lines[1].replace('\u23CE', '\n');
                String to = lines[2].replace('\u23CE', '\n');
                mistakes.add(new Mistake(from, to, lines[0], lines[3]));
            }
        }
        return mistakes;
    }

    @Test
    void theGoodLabHasNone() {
        assertEquals(List.of(), LabFile.parse(GOOD, "lab.yaml", KNOWN).problems());
    }

    @ParameterizedTest
    @MethodSource("mistakes")
    void isFoundAtItsPlace(Mistake mistake) {
        assertTrue(GOOD.contains(mistake.from), "the good lab has " + mistake.from);
        String marked = replaceFirst(GOOD, mistake.from, mistake.to);
        String text = marked.replace("«", "").replace("»", "");
        List<Problem> problems = LabFile.parse(text, "lab.yaml", KNOWN).problems();
        Problem problem =
                problems.stream()
                        .filter(p -> p.message().equals(mistake.message))
                        .findFirst()
                        .orElseThrow(() -> new AssertionError("not among " + problems));
        assertEquals(mistake.code.split(" ")[1], problem.code());
        assertEquals(mistake.code.startsWith("warning "), problem.severity() == Severity.WARNING);
        int start = marked.indexOf('«');
        if (start >= 0) {
            assertEquals(start, problem.offset(), problem.toString());
            assertEquals(marked.indexOf('»') - start - 1, problem.length(), problem.toString());
        }
        String before = text.substring(0, problem.offset());
        assertEquals(before.chars().filter(c -> c == '\n').count() + 1, problem.line());
        assertEquals(problem.offset() - before.lastIndexOf('\n'), problem.column());
        assertEquals(problem.isError(), LabFile.parse(text, "lab.yaml", KNOWN).lab().isEmpty());
    }

    /**
     * A mistake must not drag others behind it, but for those that say the same of the other end.
     */
    @ParameterizedTest
    @MethodSource("mistakes")
    void comesAlone(Mistake mistake) {
        String text =
                replaceFirst(GOOD, mistake.from, mistake.to).replace("«", "").replace("»", "");
        List<Problem> problems = LabFile.parse(text, "lab.yaml", KNOWN).problems();
        long errors = problems.stream().filter(Problem::isError).count();
        if (!mistake.code.startsWith("warning ")) {
            assertTrue(errors <= 2, () -> "too much: " + problems);
        } else {
            assertEquals(0, errors, () -> "too much: " + problems);
        }
    }

    private static String replaceFirst(String text, String from, String to) {
        int at = text.indexOf(from);
        return text.substring(0, at) + to + text.substring(at + from.length());
    }

    @Test
    void theyComeAllAtOnceInTheOrderOfTheText() {
        String text =
                GOOD.replace("type: router", "type: ruoter")
                        .replace("rate: 1 Gbit/s", "rate: 1 Gbit")
                        .replace("run: sink", "run: sinc")
                        .replace("at: 5 s, ", "")
                        .replace("seed: 1", "sead: 1");
        List<String> found =
                LabFile.parse(text, "five.yaml", KNOWN).problems().stream()
                        .map(Problem::toString)
                        .toList();
        assertEquals(
                List.of(
                        "five.yaml:4:15: 'ruoter' is no type of node: write `host`, `router` or `switch`",
                        "five.yaml:7:45: 'Gbit' is no unit of a rate: did you mean Gbit/s? use"
                                + " bit/s, kbit/s, Mbit/s, Gbit/s, Tbit/s",
                        "five.yaml:10:21: there is no application 'sinc': did you mean `sink`?",
                        "five.yaml:14:5: this event has no `at`: add it, as in `at: 5 s`",
                        "five.yaml:17:21: unknown key 'sead': did you mean `seed`? This run table"
                                + " takes sample, seed, until"),
                found);
    }

    @Test
    void parallelCablesNeedTheirPortsInAnEvent() {
        String text =
                """
                nodes:
                  a: { type: host, interfaces: { eth0: 10.0.1.1/24, eth1: 10.0.2.1/24 } }
                  b: { type: host, interfaces: { eth0: 10.0.1.2/24, eth1: 10.0.2.2/24 } }
                links:
                  - { between: [a:eth0, b:eth0], rate: 1 Gbit/s }
                  - { between: [b:eth1, a:eth1], rate: 1 Gbit/s }
                events:
                  - { at: 1 s, link: [a, b], down: true }
                """;
        assertEquals(
                List.of("f:8:22: 2 cables join a and b: say which one, as in `[a:eth0, b:eth0]`"),
                LabFile.parse(text, "f", KNOWN).problems().stream()
                        .map(Problem::toString)
                        .toList());
        assertEquals(
                List.of(),
                LabFile.parse(text.replace("[a, b]", "[a:eth1, b]"), "f", KNOWN).problems());
    }

    @Test
    void filesToSendMustBeThere(@TempDir Path folder) throws Exception {
        String text = GOOD.replace("bytes: 1 MiB", "file: payload.bin");
        assertEquals(List.of(), LabFile.parse(text, "f", KNOWN).problems());
        assertEquals(
                List.of(
                        "f:11:49: the file 'payload.bin' is not there: put a file beside the lab"
                                + " file, or send `bytes: 1 MiB` of made-up payload"),
                LabFile.parse(text, "f", KNOWN, Optional.of(folder)).problems().stream()
                        .map(Problem::toString)
                        .toList());
        Files.writeString(folder.resolve("payload.bin"), "x");
        assertEquals(List.of(), LabFile.parse(text, "f", KNOWN, Optional.of(folder)).problems());
    }

    @Test
    void packetsMustFindTheirWayThereAndBack() {
        String noGateway = GOOD.replace("gateway: 10.0.1.254 ", "");
        assertEquals(
                List.of(
                        "no packet gets from alice to bob: alice has no route to 10.0.2.1: give it"
                                + " a `gateway` or `routes`"),
                messages(noGateway));
        String oneWay = GOOD.replace("gateway: 10.0.2.254, ", "");
        assertEquals(
                List.of(
                        "no answer gets from bob back to alice: bob has no route to 10.0.1.1: give"
                                + " it a `gateway` or `routes`"),
                messages(oneWay));
        String throughAHost = GOOD.replace("type: router", "type: host");
        assertEquals(
                List.of(
                        "no packet gets from alice to bob: r1 is a host and forwards nothing: let a"
                                + " router do it"),
                messages(throughAHost));
        String circle =
                GOOD.replace(
                                "eth1: 10.0.2.254/24 }",
                                "eth1: 10.0.2.254/24 }, routes: [{ to: 10.0.2.1/32, via: 10.0.1.1"
                                        + " }]")
                        .replace(
                                "{ type: host, interfaces: { eth0: 10.0.1.1/24 }",
                                "{ type: router, interfaces: { eth0: 10.0.1.1/24 }");
        assertTrue(
                messages(circle)
                        .contains(
                                "no packet gets from alice to bob: the routes lead in a circle"
                                        + " through alice"),
                messages(circle).toString());
    }

    /** Messages without repetition: two applications of the good lab talk to bob. */
    private static List<String> messages(String text) {
        return LabFile.parse(text, "f", KNOWN).problems().stream()
                .map(Problem::message)
                .distinct()
                .toList();
    }

    @Test
    void aNetworkBelongsOnOneCable() {
        String text =
                """
                nodes:
                  a: { type: host, interfaces: { eth0: 10.0.1.1/24 } }
                  b: { type: host, interfaces: { eth0: 10.0.1.2/24, eth1: 10.0.1.3/24 } }
                  c: { type: host, interfaces: { eth0: 10.0.1.4/24 } }
                links:
                  - { between: [a:eth0, b:eth0], rate: 1 Gbit/s }
                  - { between: [b:eth1, c:eth0], rate: 1 Gbit/s }
                """;
        assertEquals(
                List.of(
                        "f:3:59: b:eth0 is on the network 10.0.1.0/24 too: give each interface its"
                                + " own network",
                        "f:7:16: the network 10.0.1.0/24 is on the cable of line 6 too: give each"
                                + " cable its own network, or join them with a switch"),
                LabFile.parse(text, "f", KNOWN).problems().stream()
                        .map(Problem::toString)
                        .toList());
    }

    /** A port is taken for one protocol; asking a port, or sharing one for a group, takes none. */
    @Test
    void udpHasPortsOfItsOwn() {
        String apps =
                """
                  - { on: bob, run: udp-sink, port: 5001 }
                  - { on: bob, run: udp-sink, port: 5002, group: 239.1.1.1 }
                  - { on: bob, run: udp-sink, port: 5002, group: 239.1.1.2 }
                  - { on: bob, run: traceroute, to: alice, port: 5001 }
                """;
        assertEquals(List.of(), texts(GOOD.replace("events:\n", apps + "events:\n")));
        assertEquals(
                List.of(
                        "f:14:37: the application of line 13 listens on port 5001 of bob already:"
                                + " choose another port"),
                texts(
                        GOOD.replace(
                                "events:\n",
                                "  - { on: bob, run: udp-echo, port: 5001 }\n"
                                        + "  - { on: bob, run: udp-sink, port: 5001 }\nevents:\n")));
    }

    @Test
    void nothingIsNoLab() {
        assertEquals(
                List.of("f:1:1: there is no lab here: start with `lab: A title` and `nodes:`"),
                texts(""));
        assertEquals(
                List.of("f:1:1: there is no lab here: start with `lab: A title` and `nodes:`"),
                texts("# only a comment\n"));
        assertEquals(
                List.of("f:1:1: a lab file is a table: start with `lab: A title` and `nodes:`"),
                texts("hello"));
        assertEquals(
                List.of("f:1:1: a lab file is a table: start with `lab: A title` and `nodes:`"),
                texts("- a\n- b\n"));
        assertEquals(
                List.of("f:1:1: this lab has no `nodes`: add it, as in `nodes:`"), texts("lab: x"));
        assertEquals(
                List.of("f:1:1: this lab has no nodes: add some under `nodes:`"),
                texts("nodes:\n"));
    }

    private static List<String> texts(String text) {
        return LabFile.parse(text, "f", Vocabulary.ANY).problems().stream()
                .map(Problem::toString)
                .toList();
    }
}
