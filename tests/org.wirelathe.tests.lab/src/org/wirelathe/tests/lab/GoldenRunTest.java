package org.wirelathe.tests.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceReference;
import org.wirelathe.lab.LabRun;
import org.wirelathe.lab.Labs;
import org.wirelathe.lab.RunOptions;
import org.wirelathe.lab.RunResult;
import org.wirelathe.model.LabFile;
import org.wirelathe.model.ParseResult;

/**
 * The example labs in a real framework, by their digests. A digest is the SHA-256 over every frame on every cable with
 * its times, so it moves when anything on a wire moves: then CHANGELOG says under "Changed traces" why the new trace is
 * more right.
 */
class GoldenRunTest {
    private static final Path EXAMPLES = Path.of(System.getProperty("wirelathe.examples"));

    @TempDir
    Path folder;

    private RunResult run(String example, String from, String to) throws Exception {
        Path file = EXAMPLES.resolve(example);
        String text = Files.readString(file);
        assertTrue(text.contains(from), from);
        Labs labs = labs();
        ParseResult parsed = LabFile.parse(text.replace(from, to), example, labs.vocabulary());
        assertEquals(List.of(), parsed.problems());
        LabRun run = labs.prepare(parsed.lab().orElseThrow(),
                new RunOptions(example, EXAMPLES, Optional.of(folder.resolve("out"))));
        run.start();
        RunResult result = run.await();
        assertEquals(Optional.empty(), result.failure());
        assertTrue(result.ok());
        Balance.assertHolds(result);
        return result;
    }

    private RunResult run(String example) throws Exception {
        return run(example, "lab:", "lab:");
    }

    private static Labs labs() {
        BundleContext context = FrameworkUtil.getBundle(GoldenRunTest.class).getBundleContext();
        ServiceReference<Labs> reference = context.getServiceReference(Labs.class);
        assertNotNull(reference, "no Labs in the framework");
        return context.getService(reference);
    }

    private static void allArrived(RunResult result, long bytes) {
        assertEquals(1, result.transfers().size());
        assertEquals(bytes, result.transfers().getFirst().receivedBytes());
        assertEquals(result.transfers().getFirst().sentSha256(), result.transfers().getFirst().receivedSha256());
    }

    @Test
    void firstTransfer() throws Exception {
        RunResult result = run("first-transfer.yaml");
        allArrived(result, 100 << 20);
        assertEquals(100 << 20, Files.size(folder.resolve("out").resolve("received.bin")));
        assertEquals(0, result.flows().getFirst().report().retransmits());
        assertEquals("7fef77b1f0057bbf17b199dae51a079240b921dd773213ace425c5071a209f68", result.digest());
    }

    /** Every segment has its hand-counted number: 104857600 bytes at 1460 in a segment are 71820 and a rest. */
    @Test
    void aRunCostsAsManySegmentsAsItMust() throws Exception {
        RunResult result = run("first-transfer.yaml");
        assertEquals(71_821, result.dataPackets());
        assertTrue(result.virtualTime() > 8_500_000_000L, "100 MiB at 100 Mbit/s take 8.4 s without headers");
    }

    @Test
    void lossy() throws Exception {
        RunResult result = run("lossy.yaml");
        allArrived(result, 10 << 20);
        assertTrue(result.flows().getFirst().report().retransmits() > 0);
        assertEquals("97c184c95d26fcc0405b16a6cad7122087365368f82b4ce783a91825c8e0de7f", result.digest());
    }

    @Test
    void swap() throws Exception {
        RunResult result = run("swap.yaml");
        allArrived(result, 100 << 20);
        assertEquals(List.of("from reno to vegas: asked for", "from vegas to reno: asked for"),
                result.swaps().stream().map(entry -> entry.detail()).toList());
        assertEquals("9320fdef9d09c90cd3cf7690d6233df912652b664f5682c950dd6252e557f3fd", result.digest());
    }

    @Test
    void ping() throws Exception {
        assertEquals("cef4904f9d09022596cda877a22fec68caa39ffe4c9dc9d09cd910f6b6fed7f0", run("ping.yaml").digest());
    }

    @Test
    void theSameLabAndSeedGiveTheSameDigest() throws Exception {
        assertEquals(run("lossy.yaml").digest(), run("lossy.yaml").digest());
    }

    @Test
    void anotherSeedLosesOtherFrames() throws Exception {
        assertNotEquals(run("lossy.yaml").digest(), run("lossy.yaml", "seed: 1", "seed: 2").digest());
    }

    @Test
    void theFilesOfARunAreThere() throws Exception {
        run("lossy.yaml");
        for (String name : List.of("result.json", "series.csv", "journal.jsonl", "report.html", "received.bin")) {
            assertTrue(Files.exists(folder.resolve("out").resolve(name)), name);
        }
        assertFalse(Files.exists(folder.resolve("out").resolve("error.log")));
    }

    /** Another implementation reads the captures: tshark finds nothing malformed and no bad checksum. */
    @Test
    void tsharkHasNothingToComplainAbout() throws Exception {
        run("lossy.yaml");
        try (var captures = Files.newDirectoryStream(folder.resolve("out"), "*.pcapng")) {
            int count = 0;
            for (Path capture : captures) {
                count++;
                assertEquals("", tshark(capture, "_ws.malformed || ip.checksum.status == \"Bad\""
                        + " || tcp.checksum.status == \"Bad\""), capture.toString());
                assertNotEquals("", tshark(capture, "tcp.checksum.status == \"Good\""), capture.toString());
            }
            assertTrue(count > 0, "no capture");
        }
    }

    private String tshark(Path capture, String filter) throws IOException, InterruptedException {
        Path output = folder.resolve("tshark.txt");
        int status = new ProcessBuilder("tshark", "-r", capture.toString(), "-o", "ip.check_checksum:TRUE", "-o",
                "tcp.check_checksum:TRUE", "-Y", filter, "-T", "fields", "-e", "frame.number").redirectOutput(
                output.toFile()).redirectError(ProcessBuilder.Redirect.DISCARD).start().waitFor();
        assertEquals(0, status, "tshark");
        return Files.readString(output);
    }
}
