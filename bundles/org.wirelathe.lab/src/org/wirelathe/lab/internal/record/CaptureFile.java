package org.wirelathe.lab.internal.record;

import java.nio.file.Path;
import org.wirelathe.api.nic.FrameReceiver;
import org.wirelathe.api.nic.NetDevice;
import org.wirelathe.api.packet.Packet;
import org.wirelathe.api.time.Scheduler;
import org.wirelathe.lab.internal.io.Outflow;
import org.wirelathe.lab.internal.io.SavedFile;
import org.wirelathe.lab.internal.io.Workers;
import org.wirelathe.wire.pcapng.PcapngWriter;

/**
 * Records an interface's frames in a pcapng file: above the driver, both directions, below the queue (B14). The time of
 * a frame is when the driver took it, or handed it up.
 */
public final class CaptureFile {
    private static final int CHUNK = 256 * 1024;

    private final Scheduler clock;
    private final Path place;
    private final Outflow flow;

    /**
     * @param place the file
     * @param node whose interface it is
     * @param name the interface's name
     */
    public CaptureFile(Workers workers, Scheduler clock, Path place, String node, String name, long mac,
            long bitsPerSecond) {
        this.clock = clock;
        this.place = place;
        flow = new Outflow(workers, new SavedFile(place), CHUNK).filled();
        flow.reserve(1024 + 4 * (node.length() + name.length()));
        int end = PcapngWriter.section(flow.buffer(), 0, "Wirelathe");
        flow.advance(PcapngWriter.ethernetInterface(flow.buffer(), end, name, node + ':' + name, mac, bitsPerSecond));
    }

    /** Where the file is, when it is whole. */
    public Path place() {
        return place;
    }

    /** A device that does what {@code device} does, and is recorded. */
    public NetDevice decorate(NetDevice device) {
        return new Recorded(device);
    }

    /** No frame will come any more. */
    public void close() {
        flow.close();
    }

    /** Waits until the file is in its place. */
    public void awaitEnd() {
        flow.awaitEnd();
    }

    /** Appends a frame; returns where its block ends. */
    private int write(Packet frame, int flags) {
        flow.reserve(PcapngWriter.packetBlock(frame.length()));
        int end = PcapngWriter.packet(flow.buffer(), flow.position(), 0, clock.now(), flags, frame.bytes, frame.head,
                frame.length());
        flow.advance(end);
        return end;
    }

    private final class Recorded implements NetDevice, NetDevice.Listener {
        private final NetDevice device;
        private Listener above;

        Recorded(NetDevice device) {
            this.device = device;
        }

        @Override
        public boolean transmit(Packet frame) {
            // The frame is gone once it is taken, and comes again when it is refused: write first, take back then.
            int length = PcapngWriter.packetBlock(frame.length());
            int end = write(frame, PcapngWriter.OUTBOUND);
            boolean taken = device.transmit(frame);
            if (!taken && flow.position() == end) {
                flow.advance(end - length);
            }
            return taken;
        }

        @Override
        public void received(Packet frame) {
            write(frame, PcapngWriter.INBOUND);
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
}
