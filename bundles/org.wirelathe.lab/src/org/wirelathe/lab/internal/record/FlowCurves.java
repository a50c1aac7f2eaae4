package org.wirelathe.lab.internal.record;

import java.util.Arrays;
import java.util.Map;
import org.wirelathe.api.probe.Gauges;
import org.wirelathe.api.transport.Connection;

/**
 * The curves of one end of a connection. A connection names its gauges in the same order every time, so the next name is
 * nearly always the one that is expected, and it is the same string.
 */
final class FlowCurves implements Gauges {
    private static final long BITS = 8_000_000_000L;
    private static final Map<String, String> UNITS = Map.of("cwnd", "B", "ssthresh", "B", "inFlight", "B", "srtt", "ns",
            "rttvar", "ns", "rto", "ns", "rtt", "ns", "minRtt", "ns", "baseRtt", "ns", "pacingRate", "B/s");

    private final Recorder recorder;
    private final String node;
    private final String flow;
    private String[] names = new String[8];
    private int[] tracks = new int[8];
    private int known;
    private int next;
    private long time;

    private long lastTime;
    private final Progress acknowledged = new Progress("throughput");
    private final Progress received = new Progress("received");

    FlowCurves(Recorder recorder, String node, Connection connection, long now) {
        this.recorder = recorder;
        this.node = node;
        this.flow = connection.local() + ">" + connection.remote();
        this.lastTime = now;
    }

    void sample(Connection connection, long now) {
        time = now;
        next = 0;
        connection.gauges(this);
        if (now > lastTime) {
            acknowledged.sample(connection.bytesAcked(), now - lastTime);
            received.sample(connection.bytesReceived(), now - lastTime);
            lastTime = now;
        }
    }

    @Override
    public void gauge(String name, long value) {
        if (value == Long.MAX_VALUE || value < 0) {
            return; // not known yet: no loss seen, no sample taken
        }
        int at = place(name);
        recorder.add(tracks[at], time, value);
        next = at + 1;
    }

    private int place(String name) {
        if (next < known && names[next].equals(name)) {
            return next;
        }
        for (int i = 0; i < known; i++) {
            if (names[i].equals(name)) {
                return i;
            }
        }
        if (known == names.length) {
            names = Arrays.copyOf(names, 2 * known);
            tracks = Arrays.copyOf(tracks, 2 * known);
        }
        names[known] = name;
        tracks[known] = recorder.open(node, flow, name, UNITS.getOrDefault(name, ""));
        return known++;
    }

    /** How fast a count of bytes grows, in bit/s; no curve as long as it has not grown at all. */
    private final class Progress {
        private final String name;
        private int track = -1;
        private long bytes;

        Progress(String name) {
            this.name = name;
        }

        void sample(long now, long interval) {
            if (track < 0 && now > 0) {
                track = recorder.open(node, flow, name, "bit/s");
            }
            if (track >= 0) {
                recorder.add(track, time, Math.round((double) (now - bytes) * BITS / interval));
            }
            bytes = now;
        }
    }
}
