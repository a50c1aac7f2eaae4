package org.wirelathe.tests.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.wirelathe.tests.lab.Bench.assertSound;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.wirelathe.api.link.NeighbourRow;
import org.wirelathe.lab.LabException;
import org.wirelathe.lab.LabRun;
import org.wirelathe.lab.RunResult;
import org.wirelathe.lab.RunResult.Ending;
import org.wirelathe.lab.Snapshot;
import org.wirelathe.lab.SwapScope;
import org.wirelathe.model.Lab;
import org.wirelathe.wire.IpAddress;

/** Cables are cut, ports are closed, algorithms change by hand: the run goes on, or says what went wrong. */
class MishapsTest {
    private static final long MS = 1_000_000;
    private static final String TWO_HOSTS = """
            lab: Two hosts
            nodes:
              alice: { type: host, interfaces: { eth0: 10.0.1.1/24 } }
              bob:   { type: host, interfaces: { eth0: 10.0.1.2/24 } }
            links:
              - { between: [alice:eth0, bob:eth0], rate: 100 Mbit/s, delay: 5 ms }
            """;

    private final Bench bench;

    MishapsTest() throws InterruptedException {
        bench = new Bench();
    }

    @Test
    void aCableThatIsCutAndMended() throws Exception {
        Lab lab = bench.lab(TWO_HOSTS + """
                apps:
                  - { on: bob, run: sink, port: 5001 }
                  - { on: alice, run: send, to: bob:5001, bytes: 4 MiB }
                events:
                  - { at: 100 ms, link: [alice, bob], down: true }
                  - { at: 400 ms, link: [alice, bob], down: false }
                run: { until: 60 s }
                """);
        RunResult result = bench.run(lab);
        assertSound(result);
        assertTrue(result.virtualTime() > 600 * MS, () -> "ended at " + result.virtualTime());
        assertTrue(result.drops().stream().anyMatch(drop -> drop.reason().equals("txNoCarrier") && drop.packets() > 0),
                () -> "drops: " + result.drops());
        assertTrue(result.cables().stream().anyMatch(cable -> cable.there().lost() + cable.back().lost() > 0),
                "what was on the cable is lost with it");
        assertEquals(result.digest(), bench.run(lab).digest());
    }

    /** B37: a RST answers the SYN. */
    @Test
    void nobodyListens() throws Exception {
        RunResult result = bench.run(bench.lab(TWO_HOSTS + """
                apps:
                  - { on: alice, run: send, to: 10.0.1.2:5001, bytes: 1 MiB }
                run: { until: 60 s }
                """));
        assertFalse(result.ok());
        assertTrue(result.failure().isEmpty());
        assertEquals("10.0.1.2:5001: Connection refused, after 0 B of 1 MiB", result.apps().getFirst().result().summary());
        assertEquals(Ending.DONE, result.ending());
    }

    @Test
    void theEndComesTooSoon() throws Exception {
        RunResult result = bench.run(bench.lab(TWO_HOSTS + """
                apps:
                  - { on: bob, run: sink, port: 5001 }
                  - { on: alice, run: send, to: bob:5001, bytes: 100 MiB }
                run: { until: 500 ms }
                """));
        assertFalse(result.ok());
        assertTrue(result.failure().isEmpty(), () -> result.failure().orElseThrow());
        assertEquals(Ending.UNTIL, result.ending());
        assertEquals(500 * MS, result.virtualTime());
    }

    @Test
    void theSnapshotNamesTheQueueAndTheDriverOfTheMoment() throws Exception {
        Lab lab = bench.lab(TWO_HOSTS + """
                apps:
                  - { on: alice, run: ping, to: bob, count: 5, interval: 20 ms }
                events:
                  - { at: 10 ms, interface: alice:eth0, queue: { type: fq_codel, limit: 50 packets } }
                  - { at: 20 ms, interface: alice:eth0, driver: polling }
                run: { until: 1 s }
                """);
        try (LabRun run = bench.prepare(lab)) {
            assertEquals("fifo, 1000, ring", fitting(run, 5 * MS));
            assertEquals("fq_codel, 50, ring", fitting(run, 15 * MS));
            assertEquals("fq_codel, 50, polling", fitting(run, 25 * MS));
        }
    }

    /** What is in front of the first interface at that time, and what is on it. */
    private static String fitting(LabRun run, long time) throws Exception {
        run.runUntil(time);
        run.awaitStandstill();
        Snapshot.InterfaceRow row = run.snapshot().get().interfaces().getFirst();
        return row.queue().type() + ", " + row.queue().limit() + ", " + row.driver();
    }

    /** B17: who looks after the end sees what was known at the end. */
    @Test
    void theNeighboursOutliveTheRun() throws Exception {
        Lab lab = bench.lab(TWO_HOSTS + """
                apps:
                  - { on: alice, run: ping, to: bob, count: 1 }
                run: { until: 1 s }
                """);
        try (LabRun run = bench.prepare(lab)) {
            run.start();
            assertSound(run.await());
            assertEquals(List.of(IpAddress.parse("10.0.1.2")), run.neighbours("alice").get().neighbours().get("eth0").stream()
                    .map(NeighbourRow::address).toList());
        }
    }

    @Test
    void swappedByHandWhileItRuns() throws Exception {
        Lab lab = bench.example("first-transfer", "100 MiB", "10 MiB");
        try (LabRun run = bench.prepare(lab)) {
            run.runUntil(500 * MS);
            run.awaitStandstill();
            assertEquals(1, run.swap(new SwapScope.OfNode("alice"), "vegas").get());
            assertEquals("vegas", run.snapshot().get().flows().getFirst().report().congestion());
            run.start();
            RunResult result = run.await();
            assertSound(result);
            assertEquals(List.of(500 * MS), result.swaps().stream().map(entry -> entry.time()).toList());
            assertEquals(1, run.journal(0).stream().filter(entry -> entry.kind().equals("swap")).count());
        }
    }

    @Test
    void whatCannotBeBuiltIsSaidWithItsPlace() {
        Lab lab = bench.lab(TWO_HOSTS.replace("eth0: 10.0.1.1/24",
                "eth0: { address: 10.0.1.1/24, replay: first-transfer.yaml }"));
        LabException e = assertThrows(LabException.class, () -> bench.prepare(lab));
        assertEquals(List.of("nodes", "alice", "interfaces", "eth0"), e.path());
    }
}
