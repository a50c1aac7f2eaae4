package org.wirelathe.tests.swap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.wirelathe.lab.LabRun;
import org.wirelathe.lab.Labs;
import org.wirelathe.lab.RunOptions;
import org.wirelathe.lab.RunResult;
import org.wirelathe.model.LabFile;
import org.wirelathe.model.ParseResult;

/** What is swapped by a lab file, and what is swapped for itself, is the same in every run. */
class DigestTest {
    private static final Path LABS = Path.of(System.getProperty("wirelathe.tree"), "examples", "labs");

    private final DropFolder folder = new DropFolder();
    private final Labs labs = folder.service(Labs.class);

    @Test
    void theSwapLabEndsTheSameTwice() throws Exception {
        RunResult first = runSwapLab();
        assertEquals(first.digest(), runSwapLab().digest());
        assertEquals(List.of("from reno to vegas", "from vegas to reno"),
                first.swaps().stream().map(entry -> entry.detail().split(": ")[0]).toList());
        assertEquals(List.of(3_000_000_000L, 6_000_000_000L),
                first.swaps().stream().map(entry -> entry.time()).toList());
    }

    private RunResult runSwapLab() throws Exception {
        ParseResult parsed = LabFile.parse(Files.readString(LABS.resolve("swap.yaml")), "swap.yaml", labs.vocabulary(),
                Optional.of(LABS));
        assertEquals(List.of(), parsed.problems());
        try (LabRun run = labs.prepare(parsed.lab().orElseThrow(), RunOptions.unrecorded(LABS))) {
            run.start();
            RunResult result = run.await();
            assertTrue(result.ok(), result.toString());
            assertEquals(1, result.transfers().size());
            return result;
        }
    }

    /** H16: asked for what it has, a connection changes nothing, whichever algorithm that is. */
    @Test
    void swappedForTheSameTheTraceIsTheSame() throws Exception {
        for (String algorithm : List.of("reno", "vegas")) {
            String untouched = digest(algorithm, algorithm, false);
            assertEquals(untouched, digest(algorithm, algorithm, true), algorithm);
            assertNotEquals(untouched, digest(algorithm, algorithm.equals("reno") ? "vegas" : "reno", true), algorithm);
        }
    }

    private String digest(String algorithm, String other, boolean swapped) throws Exception {
        try (Transfer transfer = new Transfer(labs, algorithm, 8 * 1024)) {
            for (int time = 100; time < 700; time += 100) {
                transfer.until(time);
                if (swapped) {
                    transfer.swap(other);
                }
            }
            return transfer.finish().digest();
        }
    }
}
