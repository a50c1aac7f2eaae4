package org.wirelathe.tests.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.wirelathe.tests.lab.Bench.assertSound;

import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wirelathe.lab.LabException;
import org.wirelathe.lab.LabRun;
import org.wirelathe.lab.RunOptions;
import org.wirelathe.lab.RunResult;
import org.wirelathe.lab.Snapshot;
import org.wirelathe.model.Lab;
import org.wirelathe.model.LabFile;
import org.wirelathe.model.ParseResult;

/** Drivers with settings and files, from the lab file and by events. */
class DriverLabsTest {
    private static final long MS = 1_000_000;
    private static final String TWO_HOSTS = """
            lab: Drivers
            nodes:
              alice: { type: host, interfaces: { eth0: { address: 10.0.1.1/24 } } }
              bob: { type: host, interfaces: { eth0: { address: 10.0.1.2/24, mac: "02:00:00:00:00:02", BOB } } }
            links:
              - { between: [alice:eth0, bob:eth0], rate: 1 Gbit/s, delay: 100 us }
            """;
    /** An echo request from alice's address to bob's, padded to 60 bytes; its checksums by RFC 1071. */
    private static final byte[] ECHO = HexFormat.of().parseHex("020000000002" + "02000000aa01" + "0800"
            + "4500001c000100004001" + "64de" + "0a000101" + "0a000102" + "0800" + "390f" + "beef0001"
            + "000000000000000000000000000000000000");

    @TempDir
    Path folder;

    private Bench bench;

    @BeforeEach
    void start() throws Exception {
        bench = new Bench();
    }

    private Lab lab(String bob, String rest) {
        ParseResult parsed = LabFile.parse(TWO_HOSTS.replace("BOB", bob) + rest, "lab.yaml",
                bench.labs().vocabulary(), Optional.of(folder));
        assertEquals(List.of(), parsed.problems());
        return parsed.lab().orElseThrow();
    }

    private LabRun prepare(Lab lab) throws LabException {
        return bench.labs().prepare(lab, RunOptions.unrecorded(folder));
    }

    private static double shortest(RunResult result, int app) {
        return (Double) result.apps().get(app).result().values().get("rttMin");
    }

    private static long replayed(Stream<Snapshot.CounterRow> rows) {
        return rows.filter(row -> row.node().equals("bob") && row.name().equals("replayFrames"))
                .mapToLong(Snapshot.CounterRow::value).sum();
    }

    /** Frames with these times, ms. */
    private void capture(String name, int... times) throws Exception {
        ByteBuffer file = ByteBuffer.allocate(24 + times.length * (16 + ECHO.length));
        file.putInt(0xA1B2C3D4).putShort((short) 2).putShort((short) 4).putLong(0).putInt(65_535).putInt(1);
        for (int time : times) {
            file.putInt(time / 1000).putInt(time % 1000 * 1000).putInt(ECHO.length).putInt(ECHO.length).put(ECHO);
        }
        Files.write(folder.resolve(name), file.array());
    }

    /**
     * B6. An echo request leaves at a whole second, which is a multiple of either interval. Its last bit is there 100 us
     * and 8 x (8 + 98 + 4) ns later: preamble, frame and checksum (B8). A look every 20 us finds it 120 us after the
     * whole second, a look every 500 us after 500 us; and the answer takes as long as the request.
     */
    @Test
    void aFrameWaitsForTheNextLook() throws Exception {
        Lab lab = lab("driver: { type: polling, interval: 20 us }", """
                apps:
                  - { on: alice, run: ping, to: bob, count: 3 }
                  - { on: alice, run: ping, to: bob, count: 2, at: 4 s }
                events:
                  - { at: 3.5 s, interface: bob:eth0, driver: { type: polling, interval: 500us } }
                """);
        try (LabRun run = prepare(lab)) {
            run.start();
            RunResult result = run.await();
            assertSound(result);
            assertEquals(220.88e-6, shortest(result, 0), 1e-12);
            assertEquals(600.88e-6, shortest(result, 1), 1e-12);
        }
    }

    /** B4, B5: the card's frames and the capture's come in side by side, while the capture's driver has the card. */
    @Test
    void anEventPlaysAFileInMidRun() throws Exception {
        capture("echo.pcap", 1_000, 1_010, 1_020, 9_000);
        Lab lab = lab("driver: { type: polling, interval: 20 us }", """
                apps:
                  - { on: alice, run: ping, to: bob, count: 4 }
                events:
                  - { at: 1.2 s, interface: bob:eth0, driver: { type: replay, file: echo.pcap, start: 300 ms } }
                  - { at: 2.5 s, interface: bob:eth0, driver: ring }
                run: { until: 20 s }
                """);
        try (LabRun run = prepare(lab)) {
            run.runUntil(1_499 * MS);
            run.awaitStandstill();
            assertEquals(0, replayed(run.snapshot().get().counters().stream()));
            run.runUntil(1_511 * MS);
            run.awaitStandstill();
            assertEquals(2, replayed(run.snapshot().get().counters().stream()), "at 1.5 s and 1.51 s");
            run.start();
            RunResult result = run.await();
            assertSound(result);
            assertEquals(3, replayed(result.counters().stream()), "the fourth would have come at 9.5 s");
            RunResult.CableTraffic cable = result.cables().getFirst();
            assertEquals(1 + 4, cable.there().frames(), "alice asks for bob's MAC, and for four echoes");
            assertEquals(1 + 4 + 3, cable.back().frames(), "bob answers these, and the three that were played");
            assertEquals(List.of("now replay", "now ring"), run.journal(0).stream()
                    .filter(entry -> entry.kind().equals("driver")).map(entry -> entry.detail()).toList());
        }
    }

    @Test
    void aFileThatCannotBePlayedIsSaidWithItsPlace() throws Exception {
        capture("echo.pcap", 0);
        Lab lab = lab("mtu: 1500",
                "events: [ { at: 1 s, interface: bob:eth0, driver: { type: replay, file: echo.pcap } } ]\n");
        Files.writeString(folder.resolve("echo.pcap"), "nodes: a lab is no capture of anything\n");
        LabException e = assertThrows(LabException.class, () -> prepare(lab));
        assertEquals(List.of("events", 0), e.path());
        Files.delete(folder.resolve("echo.pcap"));
        e = assertThrows(LabException.class, () -> prepare(lab));
        assertTrue(e.getMessage().endsWith("echo.pcap: no such file or folder"), e.getMessage());
    }
}
