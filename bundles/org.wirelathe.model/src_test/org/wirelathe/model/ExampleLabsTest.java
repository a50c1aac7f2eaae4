package org.wirelathe.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The labs that come with Wirelathe. */
class ExampleLabsTest {
    private static final Path LABS = Repository.file("examples/labs");
    private static final Vocabulary SHIPPED =
            new Vocabulary(
                    Set.of("reno", "vegas"),
                    Set.of("sink", "send", "ping", "traceroute"),
                    Set.of("fifo", "fq_codel"),
                    Set.of("ring"));

    static Stream<Path> labs() throws IOException {
        try (Stream<Path> files = Files.list(LABS)) {
            return files.filter(f -> f.toString().endsWith(".yaml")).sorted().toList().stream();
        }
    }

    private static Lab lab(Path file) throws IOException {
        ParseResult result =
                LabFile.parse(
                        Files.readString(file),
                        file.getFileName().toString(),
                        SHIPPED,
                        Optional.of(LABS));
        assertEquals(List.of(), result.problems());
        return result.lab().orElseThrow();
    }

    @ParameterizedTest
    @MethodSource("labs")
    void hasNoProblems(Path file) throws IOException {
        Lab lab = lab(file);
        assertTrue(
                Files.readString(file).startsWith("# yaml-language-server: $schema="),
                "editors find the schema");
        assertEquals(lab.nodes().size(), lab.view().size(), "every node has a place");
    }

    @Test
    void theFirstTransferIsWhatTheReadmeSays() throws IOException {
        Lab lab = lab(LABS.resolve("first-transfer.yaml"));
        App send = lab.apps().get(1);
        assertEquals(OptionalLong.of(100L << 20), send.bytes("bytes"));
        assertEquals(Optional.of(new Endpoint("bob", 5001)), send.endpoint("to"));
        assertEquals(Optional.of("received.bin"), lab.apps().get(0).text("save"));
        assertEquals(List.of(), lab.events());
        assertTrue(lab.links().stream().allMatch(link -> link.loss() == 0));
        assertTrue(lab.nodes().stream().allMatch(node -> node.tcp().congestion().equals("reno")));
    }

    @Test
    void theLossyCableLosesOnePercent() throws IOException {
        Lab lab = lab(LABS.resolve("lossy.yaml"));
        assertEquals(List.of(0L, 10_000_000L), lab.links().stream().map(Link::loss).toList());
    }

    @Test
    void theTraceIsThatOfTheFileBesideTheLab() throws IOException {
        Link line = lab(LABS.resolve("trace-driven.yaml")).links().get(1);
        assertEquals(Optional.of("cellular.trace"), line.forth().trace());
        assertEquals(Optional.empty(), line.back().trace());
        TraceFile trace = TraceFile.read(LABS.resolve("cellular.trace"));
        assertEquals(List.of(), trace.problems());
        long[] times = trace.rates().times();
        assertEquals(4000, times[times.length - 1]);
    }

    @Test
    void theSwapGoesToVegasAndBack() throws IOException {
        Lab lab = lab(LABS.resolve("swap.yaml"));
        assertEquals(
                List.of("vegas", "reno"),
                lab.events().stream().map(e -> ((Event.Swap) e).congestion()).toList());
    }
}
