package org.wirelathe.tests.swap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.wirelathe.lab.JournalEntry;
import org.wirelathe.lab.LabException;
import org.wirelathe.lab.LabRun;
import org.wirelathe.lab.Labs;
import org.wirelathe.lab.RunOptions;
import org.wirelathe.lab.RunResult;
import org.wirelathe.lab.RunState;
import org.wirelathe.lab.Snapshot;
import org.wirelathe.lab.SwapScope;
import org.wirelathe.model.LabFile;
import org.wirelathe.model.ParseResult;

/** A file on its way from alice to bob over a router: 100 Mbit/s, 22 ms there and back, as many bytes as asked for. */
final class Transfer implements AutoCloseable {
    private static final long MILLISECOND = 1_000_000;
    private static final String LAB = """
            lab: Swapped on the way
            nodes:
              alice: { type: host,   interfaces: { eth0: 10.0.1.1/24 }, gateway: 10.0.1.254, tcp: { congestion: %s } }
              r1:    { type: router, interfaces: { eth0: 10.0.1.254/24, eth1: 10.0.2.254/24 } }
              bob:   { type: host,   interfaces: { eth0: 10.0.2.1/24 }, gateway: 10.0.2.254 }
            links:
              - { between: [alice:eth0, r1:eth0], rate: 1 Gbit/s,   delay: 1 ms }
              - between: [r1:eth1, bob:eth0]
                rate: 100 Mbit/s
                delay: 10 ms
                queue: { type: fifo, limit: 100 packets }
            apps:
              - { on: bob,   run: sink, port: 5001 }
              - { on: alice, run: send, to: bob:5001, bytes: %d KiB, at: 10 ms }
            run: { until: 600 s, seed: 1 }
            """;

    private final LabRun run;
    private final long bytes;

    Transfer(Labs labs, String congestion, int kibibytes) throws LabException {
        bytes = 1024L * kibibytes;
        ParseResult parsed = LabFile.parse(LAB.formatted(congestion, kibibytes), "transfer.yaml", labs.vocabulary());
        assertEquals(List.of(), parsed.problems());
        run = labs.prepare(parsed.lab().orElseThrow(), RunOptions.unrecorded(Path.of(".")));
    }

    LabRun run() {
        return run;
    }

    /** Runs to a time and stands still. */
    Transfer until(long milliseconds) throws InterruptedException {
        run.runUntil(milliseconds * MILLISECOND);
        assertEquals(RunState.PAUSED, run.awaitStandstill());
        return this;
    }

    /** Asks for an algorithm for every live connection. */
    void swap(String congestion) throws Exception {
        run.swap(new SwapScope.OfNode("alice"), congestion).get(60, TimeUnit.SECONDS);
    }

    /** Name of the algorithm at work on alice's connection. */
    String congestion() throws Exception {
        return flow().report().congestion();
    }

    /** Alice's congestion window in bytes. */
    long window() throws Exception {
        return flow().gauges().get("cwnd");
    }

    private Snapshot.FlowRow flow() throws Exception {
        return run.snapshot().get(60, TimeUnit.SECONDS).flows().stream().filter(row -> row.node().equals("alice"))
                .findFirst().orElseGet(() -> fail("alice has no connection"));
    }

    /** Runs to the end: the same bytes have arrived, once, in one connection that nobody reset. */
    RunResult finish() throws Exception {
        run.start();
        RunResult result = run.await();
        assertTrue(result.ok(), result.toString());
        assertEquals(List.of(new RunResult.Transfer(result.transfers().getFirst().from(), "10.0.2.1:5001", bytes, bytes,
                result.transfers().getFirst().sentSha256(), result.transfers().getFirst().sentSha256())),
                result.transfers());
        for (Snapshot.CounterRow row : run.snapshot().get(60, TimeUnit.SECONDS).counters()) {
            assertFalse(List.of("outRsts", "estabResets").contains(row.name()) && row.value() != 0, row.toString());
        }
        return result;
    }

    /** What the journal says of plug-ins and swaps: its kind, its subject, and for a swap its detail. */
    List<String> journal() {
        return run.journal(0).stream().filter(entry -> !entry.kind().equals("done")).map(Transfer::text).toList();
    }

    private static String text(JournalEntry entry) {
        return entry.kind() + ' ' + entry.detail();
    }

    @Override
    public void close() {
        run.close();
    }
}
