package org.wirelathe.lab.internal.record;

import org.wirelathe.api.nic.FrameReceiver;
import org.wirelathe.api.nic.NetDevice;
import org.wirelathe.api.packet.Packet;
import org.wirelathe.api.time.Scheduler;
import org.wirelathe.wire.pcapng.PcapngWriter;

/** A device whose frames are recorded, both directions (B14). */
final class RecordedDevice implements NetDevice, NetDevice.Listener {
    private final NetDevice device;
    private final Scheduler clock;
    private final CaptureWriter writer;
    private Listener above;

    RecordedDevice(NetDevice device, Scheduler clock, CaptureWriter writer) {
        this.device = device;
        this.clock = clock;
        this.writer = writer;
    }

    @Override
    public boolean transmit(Packet frame) {
        // The frame is gone once it is taken, and comes again when it is refused: write first, take back then.
        boolean written = writer.write(frame, clock.now(), PcapngWriter.OUTBOUND);
        boolean taken = device.transmit(frame);
        if (!taken) {
            writer.takeBack(written);
        }
        return taken;
    }

    @Override
    public void received(Packet frame) {
        writer.write(frame, clock.now(), PcapngWriter.INBOUND);
        above.received(frame);
    }

    @Override
    public void writable() {
        above.writable();
    }

    @Override
    public int waiting() {
        return device.waiting();
    }

    @Override
    public void listener(Listener listener) {
        above = listener;
        device.listener(this);
    }

    @Override
    public void detach(FrameReceiver unsent) {
        device.detach(unsent);
    }
}
