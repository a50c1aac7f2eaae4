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
import org.wirelathe.api.transport.ConnectionReport;
import org.wirelathe.lab.JournalEntry;
import org.wirelathe.lab.LabRun;
import org.wirelathe.lab.Labs;
import org.wirelathe.lab.RunOptions;
import org.wirelathe.lab.RunResult;
import org.wirelathe.model.LabFile;
import org.wirelathe.model.ParseResult;

/** The example labs of the network layer, against figures counted by hand; their comments say how. */
class NetworkLabsTest {
    private static final Path EXAMPLES = Path.of(System.getProperty("wirelathe.examples"));

    @TempDir
    Path folder;

    private LabRun run;

    private RunResult run(String example) throws Exception {
        BundleContext context = FrameworkUtil.getBundle(NetworkLabsTest.class).getBundleContext();
        Labs labs = context.getService(context.getServiceReference(Labs.class));
        assertNotNull(labs);
        ParseResult parsed = LabFile.parse(Files.readString(EXAMPLES.resolve(example)), example, labs.vocabulary(),
                Optional.of(EXAMPLES));
        assertEquals(List.of(), parsed.problems());
        run = labs.prepare(parsed.lab().orElseThrow(),
                new RunOptions(example, EXAMPLES, Optional.of(folder.resolve("out"))));
        run.start();
        RunResult result = run.await();
        Balance.assertHolds(result);
        assertTrue(result.ok(), () -> result.failure().orElse("an application failed"));
        return result;
    }

    private static long counter(RunResult result, String node, String place, String name) {
        return result.counters().stream()
                .filter(row -> row.node().equals(node) && row.place().equals(place) && row.name().equals(name))
                .mapToLong(row -> row.value()).sum();
    }

    private static Object value(RunResult result, int app, String name) {
        return result.apps().get(app).result().values().get(name);
    }

    private static ConnectionReport flow(RunResult result, String from, String to) {
        return result.flows().stream().map(flow -> flow.report())
                .filter(flow -> flow.local().toString().startsWith(from) && flow.remote().toString().equals(to))
                .findFirst().orElseThrow();
    }

    /** RFC 791 §3.2: 14 fragments of 20,008 bytes at 1480; RFC 8200 §4.5: 14 at 1448, and 17 at 1232. */
    @Test
    void aLargePingIsCutByRoutersInOneFamilyAndByTheSourceInTheOther() throws Exception {
        RunResult result = run("fragments.yaml");
        assertEquals(List.of(3L, 3L, 3L, 2L), List.of(received(result, 0), received(result, 1), received(result, 2),
                received(result, 3)));
        assertEquals(6 * 14, counter(result, "alice", "ip", "outFragCreates"));
        assertEquals(3 * 13 * 2, counter(result, "r1", "ip", "outFragCreates"), "the last of the 14 passes whole");
        assertEquals(3 * 27, counter(result, "carol", "ip", "reasmReqds"));
        assertEquals(3 * 14 + 14 + 2 * 17, counter(result, "alice", "ip6", "outFragCreates"));
        assertEquals(0, counter(result, "r1", "ip6", "outFragCreates"), "no router cuts");
        assertEquals(13, counter(result, "r1", "ip6", "inTooBigErrors"));
    }

    private static long received(RunResult result, int app) {
        return ((Number) value(result, app, "received")).longValue();
    }

    /** RFC 1191, RFC 4821 §7.7. */
    @Test
    void aNarrowLinkCostsATimeoutOnlyWhenNobodyMaySayIt() throws Exception {
        RunResult result = run("pmtu.yaml");
        assertEquals(0, flow(result, "10.0.1.1", "10.0.2.1:5001").timeouts());
        assertEquals(3, flow(result, "10.0.3.1", "10.0.4.1:5001").timeouts());
        assertEquals(0, counter(result, "r1", "ip", "outFiltered"));
        assertTrue(counter(result, "r3", "ip", "outFiltered") > 0);
        assertEquals(List.of("the path takes packets of 1400 bytes: segments of 1360 from now on",
                "the path takes packets of 1024 bytes: segments of 984 from now on"), journal("mtu"));
    }

    private List<String> journal(String kind) {
        return run.journal(0).stream().filter(entry -> entry.kind().equals(kind)).map(JournalEntry::detail).toList();
    }

    /** RFC 4862, RFC 7217; 1 MiB at 1440 bytes in a segment are 728 and a rest. */
    @Test
    void hostsWithoutAnyAddressGetOneFromTheRouter() throws Exception {
        RunResult result = run("ipv6.yaml");
        assertEquals(5L, received(result, 1));
        assertEquals(3L, received(result, 3));
        ConnectionReport flow = flow(result, "[2001:db8:1:0:", "[2001:db8:2::80]:5001");
        assertEquals(729, flow.dataSegments());
        assertEquals(0, flow.retransmits());
    }

    /** RFC 6724 §6; 1 MiB are 729 segments over IPv6, and 719 at 1460 bytes over IPv4. */
    @Test
    void aNameIsReachedOverTheFamilyThatBothEndsHave() throws Exception {
        RunResult result = run("dual-stack.yaml");
        assertEquals(729, flow(result, "[2001:db8:1::1]", "[2001:db8:4::1]:5001").dataSegments());
        assertEquals(719, flow(result, "10.0.1.1", "10.0.2.1:5001").dataSegments());
        assertEquals(729, flow(result, "[2001:db8:1::1]", "[2001:db8:3::1]:5001").dataSegments());
        assertEquals(719, flow(result, "10.0.2.1", "10.0.4.1:5002").dataSegments());
        String json = Files.readString(folder.resolve("out").resolve("result.json"));
        assertTrue(json.contains("\"[2001:db8:4::1]:5001\""), "result.json has the ends in brackets");
    }

    @Test
    void aTransferSurvivesACutInTheRing() throws Exception {
        RunResult result = run("routing-heals.yaml");
        assertEquals(150 << 20, result.transfers().getFirst().receivedBytes());
        assertEquals(result.transfers().getFirst().sentSha256(), result.transfers().getFirst().receivedSha256());
        List<JournalEntry> routes = run.journal(0).stream().filter(entry -> entry.kind().equals("routes")).toList();
        assertEquals(List.of(5_500_000_000L, 9_500_000_000L),
                routes.stream().map(JournalEntry::time).distinct().toList());
        assertTrue(routes.stream().anyMatch(entry -> entry.subject().equals("r1")
                && entry.detail().startsWith("10.0.3.0/24 via 10.0.51.5 dev r5")), routes::toString);
        assertTrue(counter(result, "r5", "ip", "inForwDatagrams") > 20_000, "the long side carried 4 s of it");
        List<String> silent = Files.readAllLines(folder.resolve("out").resolve("series.csv")).stream()
                .map(line -> line.split(",")).filter(row -> row[3].equals("throughput") && row[4].equals("0"))
                .map(row -> row[0]).filter(time -> time.startsWith("5.")).toList();
        assertTrue(silent.contains("5.1") && silent.contains("5.5"), "the gap is on record: " + silent);
        assertTrue(!silent.contains("6") && !silent.contains("5.99"), "and over before 6 s");
    }

    /** RFC 1812 §5.3.1, RFC 4443 §3.3. */
    @Test
    void everyHopTellsItsAddress() throws Exception {
        RunResult result = run("traceroute.yaml");
        assertEquals("10.0.3.1 is 4 hops away: 10.0.1.254, 10.0.12.2, 10.0.23.3, 10.0.3.1",
                result.apps().get(0).result().summary());
        assertEquals("2001:db8:3::1 is 4 hops away: 2001:db8:1::fe, 2001:db8:12::2, 2001:db8:23::3, 2001:db8:3::1",
                result.apps().get(1).result().summary());
    }

    /** RFC 4787 REQ-1 and REQ-9, RFC 5382. */
    @Test
    void twoHostsShareOneOutsideAddress() throws Exception {
        RunResult result = run("nat.yaml");
        List<ConnectionReport> seen = result.flows().stream().map(flow -> flow.report())
                .filter(flow -> flow.local().toString().equals("203.0.113.80:5001")).toList();
        assertEquals(2, seen.size());
        assertTrue(seen.stream().allMatch(flow -> flow.remote().toString().startsWith("198.51.100.1:")),
                seen::toString);
        assertEquals(2, seen.stream().map(flow -> flow.remote().port()).distinct().count());
        assertEquals(5L, received(result, 3));
        assertEquals(5L, received(result, 4));
        assertEquals(1 << 20, flow(result, "192.168.1.2:80", flow(result, "203.0.113.80", "198.51.100.1:8080").local()
                .toString()).bytesReceived(), "port 8080 outside leads to bob's port 80");
    }
}
