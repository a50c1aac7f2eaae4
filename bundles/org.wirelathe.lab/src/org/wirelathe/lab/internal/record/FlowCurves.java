package org.wirelathe.lab.internal.record;

import org.wirelathe.api.probe.Gauges;
import org.wirelathe.api.transport.Connection;

/** The curves of one end of a connection: its gauges, and how fast its bytes go. */
final class FlowCurves implements Gauges {
    private static final long BITS = 8_000_000_000L;

    private final Recorder recorder;
    private final String node;
    private final String flow;
    private final GaugeTracks tracks;
    private long time;

    private long lastTime;
    private final Progress acknowledged = new Progress("throughput");
    private final Progress received = new Progress("received");

    FlowCurves(Recorder recorder, String node, Connection connection, long now) {
        this.recorder = recorder;
        this.node = node;
        this.flow = connection.local() + ">" + connection.remote();
        this.lastTime = now;
        tracks = new GaugeTracks(recorder, node, flow);
    }

    void sample(Connection connection, long now) {
        time = now;
        tracks.restart();
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
        int known = tracks.of(name);
        recorder.add(known == GaugeTracks.NONE ? tracks.open(name) : known, time, value);
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
