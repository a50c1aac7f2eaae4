package org.wirelathe.lab.internal.record;

import java.util.Arrays;
import java.util.Map;

/**
 * The tracks of whoever names gauges. The names come in the same order every time, so the next one is nearly always the
 * one that is expected, and it is the same string.
 */
final class GaugeTracks {
    static final int NONE = -1;
    private static final Map<String, String> UNITS = Map.ofEntries(Map.entry("cwnd", "B"), Map.entry("ssthresh", "B"),
            Map.entry("inFlight", "B"), Map.entry("srtt", "ns"), Map.entry("rttvar", "ns"), Map.entry("rto", "ns"),
            Map.entry("rtt", "ns"), Map.entry("minRtt", "ns"), Map.entry("baseRtt", "ns"),
            Map.entry("pacingRate", "B/s"), Map.entry("queueBytes", "B"), Map.entry("qavg", "B"),
            Map.entry("tokens", "B"), Map.entry("ldelay", "ns"), Map.entry("qdelay", "ns"), Map.entry("prob", "ppb"));

    private final Recorder recorder;
    private final String node;
    private final String flow;
    private String[] names = new String[8];
    private int[] tracks = new int[8];
    private int known;
    private int next;

    /** @param flow whose they are: a connection, or an interface's name */
    GaugeTracks(Recorder recorder, String node, String flow) {
        this.recorder = recorder;
        this.node = node;
        this.flow = flow;
    }

    /** The first name is expected next. */
    void restart() {
        next = 0;
    }

    /** The track of that gauge; {@link #NONE} when there is none yet. */
    int of(String name) {
        if (next < known && names[next].equals(name)) {
            return tracks[next++];
        }
        for (int i = 0; i < known; i++) {
            if (names[i].equals(name)) {
                next = i + 1;
                return tracks[i];
            }
        }
        return NONE;
    }

    /** A track for a gauge that has none. */
    int open(String name) {
        if (known == names.length) {
            names = Arrays.copyOf(names, 2 * known);
            tracks = Arrays.copyOf(tracks, 2 * known);
        }
        names[known] = name;
        tracks[known] = recorder.open(node, flow, name, UNITS.getOrDefault(name, ""));
        next = known + 1;
        return tracks[known++];
    }
}
