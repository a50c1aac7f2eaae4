package org.wirelathe.lab.internal.build;

import org.wirelathe.api.nic.FrameReceiver;
import org.wirelathe.api.nic.LinePort;
import org.wirelathe.api.packet.Packet;
import org.wirelathe.api.probe.Counter;
import org.wirelathe.api.time.Scheduler;

/**
 * One end of a cable that the lab cuts and mends. While it is cut, frames sent are lost at once and take their time on
 * the line all the same; frames that were on their way are lost where they would have arrived.
 */
final class CuttablePort implements LinePort {
    /** Preamble, start delimiter, FCS and inter-frame gap, in bytes (B8). */
    private static final int OVERHEAD = 8 + 4 + 12;
    private static final int LEAST_FRAME = 60;
    private static final long BIT_TIMES = 8_000_000_000L;

    private final Scheduler clock;
    private final LinePort port;
    private final Counter lost;
    private boolean down;
    private long free;

    CuttablePort(Scheduler clock, LinePort port, Counter lost) {
        this.clock = clock;
        this.port = port;
        this.lost = lost;
    }

    void down(boolean down) {
        this.down = down;
    }

    @Override
    public long send(Packet frame) {
        if (!down) {
            return port.send(frame);
        }
        long bytes = Math.max(frame.length(), LEAST_FRAME) + OVERHEAD;
        free = Math.max(free, clock.now()) + Math.ceilDiv(bytes * BIT_TIMES, port.bitsPerSecond());
        lose(frame);
        return free;
    }

    @Override
    public void connect(FrameReceiver receiver) {
        port.connect(frame -> {
            if (down) {
                lose(frame);
            } else {
                receiver.received(frame);
            }
        });
    }

    private void lose(Packet frame) {
        frame.release();
        lost.increment();
    }

    @Override
    public long bitsPerSecond() {
        return port.bitsPerSecond();
    }

    @Override
    public int recall() {
        return port.recall();
    }

    @Override
    public void onChange(Runnable listener) {
        port.onChange(listener);
    }

    @Override
    public boolean carrier() {
        return !down && port.carrier();
    }
}
