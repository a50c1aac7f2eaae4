package org.wirelathe.lab.internal.record;

import java.util.Optional;
import org.wirelathe.api.nic.NetworkInterface;
import org.wirelathe.api.nic.NicState;
import org.wirelathe.api.probe.Gauges;

/**
 * The curves of a card: its rings, the queue in front of it and what that says of itself, its own memory. A curve
 * begins when there is first something to see: of idle cards none is drawn, or written down.
 */
final class CardCurves implements Gauges {
    private static final int NONE = -1;

    private final Recorder recorder;
    private final String node;
    private final NetworkInterface nic;
    private int queue = NONE;
    private int txRing = NONE;
    private int rxRing = NONE;
    private int cardBuffer = NONE;
    private final GaugeTracks tracks;
    private long time;

    CardCurves(Recorder recorder, String node, NetworkInterface nic) {
        this.recorder = recorder;
        this.node = node;
        this.nic = nic;
        tracks = new GaugeTracks(recorder, node, nic.name());
    }

    void sample(long now) {
        Optional<NicState> known = nic.state();
        if (known.isEmpty()) {
            return;
        }
        NicState state = known.get();
        queue = add(queue, "queue", "frames", now, state.queued());
        txRing = add(txRing, "txRing", "frames", now, state.tx().posted() - state.tx().reclaimed());
        rxRing = add(rxRing, "rxRing", "frames", now, state.rx().finished());
        cardBuffer = add(cardBuffer, "cardBuffer", "B", now, state.cardBuffered());
        time = now;
        tracks.restart();
        nic.gauges(this);
    }

    @Override
    public void gauge(String name, long value) {
        if (value == Long.MAX_VALUE) {
            return; // not known yet
        }
        int known = tracks.of(name);
        if (known == GaugeTracks.NONE && value == 0) {
            return;
        }
        recorder.add(known == GaugeTracks.NONE ? tracks.open(name) : known, time, value);
    }

    private int add(int track, String name, String unit, long now, long value) {
        if (track == NONE && value == 0) {
            return NONE;
        }
        int open = track == NONE ? recorder.open(node, nic.name(), name, unit) : track;
        recorder.add(open, now, value);
        return open;
    }
}
