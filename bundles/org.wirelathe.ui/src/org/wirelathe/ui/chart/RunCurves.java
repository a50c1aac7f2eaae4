package org.wirelathe.ui.chart;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.wirelathe.lab.JournalEntry;
import org.wirelathe.lab.LabRun;
import org.wirelathe.lab.Series;
import org.wirelathe.model.Topology;
import org.wirelathe.wire.IpAddress;

/** The curves of a run, sorted by connection. */
public final class RunCurves {
    /**
     * One end of a connection.
     *
     * @param key stays the same during the run
     * @param title for people: {@code alice → bob:5001}
     * @param tracks its curves, by the name of the gauge
     */
    public record Flow(String key, String title, Map<String, Series.Track> tracks) {
    }

    /** The journal says {@code from reno to vegas: asked for}. */
    private static final Pattern SUCCESSOR = Pattern.compile("\\bto ([^\\s:]+)");

    private final LabRun run;
    private final Map<String, Flow> flows = new LinkedHashMap<>();
    private final Map<String, String> owners = new LinkedHashMap<>();
    private int seen;

    public RunCurves(LabRun run) {
        this.run = run;
        Topology topology = Topology.of(run.lab());
        run.lab().nodes().forEach(node -> node.interfaces().forEach(iface ->
                iface.addresses().forEach(own -> topology.owner(own.address())
                        .ifPresent(p -> owners.put(host(own.address()), p.node())))));
    }

    /** An address as it stands in front of a port. */
    private static String host(IpAddress address) {
        return address.isV4() ? address.toString() : "[" + address + "]";
    }

    public LabRun run() {
        return run;
    }

    /** Every end of a connection so far that has a congestion window. */
    public List<Flow> flows() {
        List<Series.Track> tracks = run.series().tracks();
        for (; seen < tracks.size(); seen++) {
            Series.Track track = tracks.get(seen);
            int arrow = track.flow().indexOf('>');
            if (arrow > 0) {
                String key = track.node() + " " + track.flow();
                flows.computeIfAbsent(key, k -> new Flow(k, title(track), new LinkedHashMap<>()))
                        .tracks().put(track.name(), track);
            }
        }
        return flows.values().stream().filter(f -> f.tracks().containsKey("cwnd")).toList();
    }

    private String title(Series.Track track) {
        String remote = track.flow().substring(track.flow().indexOf('>') + 1);
        int colon = remote.lastIndexOf(':');
        String owner = colon < 0 ? null : owners.get(remote.substring(0, colon));
        return track.node() + " \u2192 " + (owner == null ? remote : owner + remote.substring(colon));
    }

    /** A gauge of a connection in a stretch of time, thinned for so many columns of pixels. */
    public Curve curve(Flow flow, String gauge, double unit, TimeWindow window, int columns) {
        Series.Track track = flow.tracks().get(gauge);
        if (track == null) {
            return Curve.EMPTY;
        }
        // One sample before the window is wanted too, so the series is asked for more than is seen.
        long lead = Math.max(1, window.to() - window.from());
        Series.Points points = run.series().points(track, Math.max(0, window.from() - lead));
        return Curve.thinned(points.times(), points.values(), window.from(), window.to(), columns, unit);
    }

    /** Swaps in the journal from that entry on, as marks. */
    public static List<Plot.Mark> marks(List<JournalEntry> entries) {
        List<Plot.Mark> marks = new ArrayList<>();
        for (JournalEntry entry : entries) {
            if (entry.kind().equals("swap")) {
                Matcher to = SUCCESSOR.matcher(entry.detail());
                marks.add(new Plot.Mark(entry.time() / 1e9, to.find() ? to.group(1) : "swap"));
            }
        }
        return marks;
    }
}
