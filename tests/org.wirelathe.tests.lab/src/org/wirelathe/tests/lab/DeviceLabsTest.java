package org.wirelathe.tests.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.wirelathe.lab.LabRun;
import org.wirelathe.lab.Labs;
import org.wirelathe.lab.RunOptions;
import org.wirelathe.lab.RunResult;
import org.wirelathe.model.LabFile;
import org.wirelathe.model.ParseResult;

/** The labs of cards, queues and switches show what their comments promise. */
class DeviceLabsTest {
    private static final Path EXAMPLES = Path.of(System.getProperty("wirelathe.examples"));

    @TempDir
    Path folder;

    private LabRun run;

    private RunResult run(String example) throws Exception {
        BundleContext context = FrameworkUtil.getBundle(DeviceLabsTest.class).getBundleContext();
        Labs labs = context.getService(context.getServiceReference(Labs.class));
        assertNotNull(labs);
        ParseResult parsed = LabFile.parse(Files.readString(EXAMPLES.resolve(example)), example, labs.vocabulary(),
                Optional.of(EXAMPLES));
        assertEquals(List.of(), parsed.problems());
        run = labs.prepare(parsed.lab().orElseThrow(),
                new RunOptions(example, EXAMPLES, Optional.of(folder.resolve("out"))));
        run.start();
        RunResult result = run.await();
        assertTrue(result.ok(), () -> result.failure().orElse("an application failed"));
        Balance.assertHolds(result);
        return result;
    }

    private static long drops(RunResult result, String node, String place) {
        return result.drops().stream().filter(drop -> drop.node().equals(node) && drop.place().equals(place))
                .mapToLong(RunResult.Drop::packets).sum();
    }

    /** Seconds, of the application in that place of the lab file. */
    private static double rtt(RunResult result, int app) {
        return (Double) result.apps().get(app).result().values().get("rttAvg");
    }

    /** B11. */
    @Test
    void aLargeRingTakesTheBurstsThatASmallOneDrops() throws Exception {
        RunResult result = run("rings.yaml");
        assertEquals(0, drops(result, "bob", "eth0"));
        assertTrue(drops(result, "carol", "eth0") > 0);
        assertEquals(0, result.flows().get(0).report().retransmits());
        assertTrue(result.flows().get(1).report().retransmits() > 0);
    }

    /** B9, B10. */
    @Test
    void whoAsksForSilenceLosesNothing() throws Exception {
        RunResult result = run("overload.yaml");
        assertTrue(drops(result, "bob", "eth0") > 0);
        assertEquals(0, drops(result, "dave", "eth0"));
    }

    /** B6. */
    @Test
    void coalescingCostsASinglePacketItsTime() throws Exception {
        RunResult result = run("coalescing.yaml");
        assertTrue(rtt(result, 3) > rtt(result, 2) + 190e-6, "dave's card waits 200 us");
        assertEquals(rtt(result, 6), rtt(result, 7), 1e-6, "and no longer when it is told not to");
    }

    /** B13. */
    @Test
    void aCaptureAboveTheDriverHasFewerAndLargerPackets() throws Exception {
        run("offload.yaml");
        long driver = Files.size(folder.resolve("out").resolve("alice-eth0.pcapng"));
        long wire = Files.size(folder.resolve("out").resolve("alice-eth0-wire.pcapng"));
        assertTrue(wire > 3 * driver, driver + " bytes above the driver, " + wire + " on the wire");
    }

    /** B15, RFC 8290. */
    @Test
    void theShortFlowPassesTheLongOne() throws Exception {
        RunResult result = run("bufferbloat.yaml");
        assertTrue(rtt(result, 2) > 150e-3, "behind the fifo: " + rtt(result, 2));
        assertTrue(rtt(result, 3) < 30e-3, "past the upload: " + rtt(result, 3));
    }

    @Test
    void aLoopBetweenSwitchesIsFoundAndShut() throws Exception {
        run("switch.yaml");
        assertEquals(1, run.journal(0).stream().filter(entry -> entry.kind().equals("loop")).count());
    }

    @Test
    void theLineFollowsItsTrace() throws Exception {
        RunResult result = run("trace-driven.yaml");
        assertTrue(result.flows().getFirst().goodput() < 6_000_000, "the trace has 6 Mbit/s on average");
    }
}
