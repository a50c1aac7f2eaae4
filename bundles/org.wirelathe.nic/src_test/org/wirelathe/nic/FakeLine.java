package org.wirelathe.nic;

import java.util.ArrayList;
import java.util.List;

import org.wirelathe.api.nic.FrameReceiver;
import org.wirelathe.api.nic.LinePort;
import org.wirelathe.api.packet.Packet;
import org.wirelathe.api.time.Scheduler;

/** A line on which every frame takes the same time; it notes what was sent and when the frame will have left. */
final class FakeLine implements LinePort {
    static final long FRAME_TIME = 100;

    private final Scheduler time;
    private long free;
    final List<Integer> sent = new ArrayList<>();
    final List<Long> left = new ArrayList<>();
    FrameReceiver card;

    FakeLine(Scheduler time) {
        this.time = time;
    }

    @Override
    public long send(Packet frame) {
        free = Math.max(free, time.now()) + FRAME_TIME;
        sent.add(frame.bytes[frame.head] & 0xFF);
        left.add(free);
        frame.release();
        return free;
    }

    @Override
    public void connect(FrameReceiver receiver) {
        card = receiver;
    }

    @Override
    public long bitsPerSecond() {
        return 1_000_000_000;
    }

    @Override
    public int recall() {
        return 0;
    }

    @Override
    public void onChange(Runnable listener) {
        // It never changes.
    }

    @Override
    public boolean carrier() {
        return true;
    }
}
