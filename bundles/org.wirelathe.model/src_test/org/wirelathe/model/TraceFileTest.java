package org.wirelathe.model;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TraceFileTest {
    @Test
    void timesStandOnLines() {
        TraceFile trace = TraceFile.parse("# made up\n0\n3\r\n3\n\n 7 \n");
        assertEquals(List.of(), trace.problems());
        assertArrayEquals(new long[] {0, 3, 3, 7}, trace.rates().times());
    }

    @Test
    void problemsHaveLinesAndRemedies() {
        TraceFile trace = TraceFile.parse("5\n4\nsoon\n6\n");
        assertEquals(
                List.of(
                        "2: the time 4 comes before 5, which is above it: put the times in order",
                        "3: 'soon' is no time: write a whole number of milliseconds"),
                trace.problems().stream().map(TraceFile.Problem::toString).toList());
        assertTrue(trace.rates().isNone());
    }

    @Test
    void aTraceLasts() {
        for (String nothing : List.of("", "# only\n", "0\n0\n")) {
            assertEquals(1, TraceFile.parse(nothing).problems().size(), nothing);
        }
    }

    @Test
    void theLabTellsWhereItsTraceIsWrong(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("bad.trace"), "1\nx\n");
        String text =
                """
                nodes:
                  a: { type: host, interfaces: { eth0: 10.0.1.1/24 } }
                  b: { type: host, interfaces: { eth0: 10.0.1.2/24 } }
                links:
                  - { between: [a:eth0, b:eth0], rate: 1 Mbit/s, trace: bad.trace, back: { trace: no.trace } }
                """;
        List<String> problems =
                LabFile.parse(text, "f", Vocabulary.ANY, Optional.of(folder)).problems().stream()
                        .map(Problem::toString)
                        .toList();
        assertEquals(
                List.of(
                        "f:5:57: line 2 of 'bad.trace': 'x' is no time: write a whole number of"
                                + " milliseconds",
                        "f:5:83: the file 'no.trace' is not there: put a file of times in ms beside"
                                + " the lab file, or write a `rate` alone"),
                problems);
    }
}
