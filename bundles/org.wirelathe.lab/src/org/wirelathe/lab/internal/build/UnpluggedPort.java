package org.wirelathe.lab.internal.build;

import org.wirelathe.api.nic.FrameReceiver;
import org.wirelathe.api.nic.LinePort;
import org.wirelathe.api.packet.Packet;
import org.wirelathe.api.probe.Counter;
import org.wirelathe.api.time.Scheduler;

/** Where an interface without a cable is plugged in: nowhere. */
record UnpluggedPort(Scheduler clock, Counter noCarrier) implements LinePort {
    @Override
    public long send(Packet frame) {
        frame.release();
        noCarrier.increment();
        return clock.now();
    }

    @Override
    public void connect(FrameReceiver receiver) {
        // Nothing will ever arrive.
    }

    @Override
    public long bitsPerSecond() {
        return 1_000_000_000L;
    }

    @Override
    public int recall() {
        return 0;
    }

    @Override
    public void onChange(Runnable listener) {
        // Nothing will ever be plugged in.
    }

    @Override
    public boolean carrier() {
        return false;
    }
}
