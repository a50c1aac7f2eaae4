package org.wirelathe.lab.internal.report;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.wirelathe.api.app.AppResult;
import org.wirelathe.api.transport.ConnectionReport;
import org.wirelathe.api.transport.ConnectionState;
import org.wirelathe.api.transport.Endpoint;
import org.wirelathe.lab.JournalEntry;
import org.wirelathe.lab.RunResult;
import org.wirelathe.lab.RunResult.App;
import org.wirelathe.lab.RunResult.Cost;
import org.wirelathe.lab.RunResult.Drop;
import org.wirelathe.lab.RunResult.Ending;
import org.wirelathe.lab.RunResult.Flow;
import org.wirelathe.lab.RunResult.InterfaceTraffic;
import org.wirelathe.lab.RunResult.Transfer;
import org.wirelathe.lab.Series;
import org.wirelathe.wire.IpAddress;

/** A run of ten seconds, made up by hand. */
final class GivenRun implements Series {
    static final long SECOND = 1_000_000_000;

    String lab = "A lab";
    Optional<String> failure = Optional.empty();
    final List<Flow> flows = new ArrayList<>();
    final List<App> apps = new ArrayList<>();
    final List<Transfer> transfers = new ArrayList<>();
    final List<Drop> drops = new ArrayList<>();
    final List<InterfaceTraffic> interfaces = new ArrayList<>();
    final List<String> arguments = new ArrayList<>();
    final List<JournalEntry> journal = new ArrayList<>();
    final List<ResultFile> files = new ArrayList<>();
    private final Map<Track, Points> points = new LinkedHashMap<>();

    RunResult result() {
        return new RunResult(lab, "lab.yaml", 7, Map.of("org.wirelathe.tcp", "1.0.0"),
                failure.isPresent() ? Ending.FAILED : Ending.DONE, failure, "d19e57", 10 * SECOND,
                new Cost(SECOND / 2, SECOND / 4, 1000), 100, 50, 40, flows, apps, transfers, List.of(), drops,
                List.of(), interfaces, List.of(), Optional.empty());
    }

    String page() throws IOException {
        return Report.of(result(), arguments, this, journal, files);
    }

    /** A flow from a port of {@code node}, at 10.0.1.1, to 10.0.2.1:5001. */
    GivenRun flow(String node, int port) {
        ConnectionReport report = new ConnectionReport(new Endpoint(IpAddress.parse("10.0.1.1"), port),
                new Endpoint(IpAddress.parse("10.0.2.1"), 5001), ConnectionState.TIME_WAIT, "reno", SECOND, 9 * SECOND,
                104_857_600, 0, 72_521, 875, 6, 9, 26_550_000, 22_140_624);
        flows.add(new Flow(node, "bob", report, 104_857_600, 66_817_345));
        return this;
    }

    GivenRun app(String run, boolean ok, String summary) {
        apps.add(new App("alice", run, new AppResult(ok, summary, Map.of())));
        return this;
    }

    GivenRun event(long time, String kind, String detail) {
        journal.add(new JournalEntry(time, kind, "alice", detail));
        return this;
    }

    /** A curve with a value each second. */
    GivenRun curve(String node, String flow, String name, long... values) {
        long[] times = new long[values.length];
        for (int i = 0; i < times.length; i++) {
            times[i] = i * SECOND;
        }
        points.put(new Track(points.size(), node, flow, name, ""), new Points(times, values));
        return this;
    }

    @Override
    public List<Track> tracks() {
        return List.copyOf(points.keySet());
    }

    @Override
    public Points points(Track track, long from) {
        return points.get(track);
    }

    @Override
    public long revision() {
        return 0;
    }
}
