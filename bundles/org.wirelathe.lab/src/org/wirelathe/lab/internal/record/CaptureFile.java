package org.wirelathe.lab.internal.record;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.function.LongSupplier;
import org.wirelathe.api.nic.LineTap;
import org.wirelathe.api.nic.NetDevice;
import org.wirelathe.api.packet.Packet;
import org.wirelathe.api.time.Scheduler;
import org.wirelathe.lab.internal.io.Outflow;
import org.wirelathe.lab.internal.io.SavedFile;
import org.wirelathe.lab.internal.io.Workers;
import org.wirelathe.wire.pcapng.PcapngWriter;
import org.wirelathe.wire.pcapng.PcapngWriter.InterfaceDescription;
import org.wirelathe.wire.pcapng.PcapngWriter.Selection;

/**
 * Records an interface's frames in a pcapng file, at one of two places. Above the driver, below the queue (B14), frames
 * are as the stack made them: large, when a card is to cut them, and with incomplete checksums, when a card is to
 * complete them (B13); the time is when the driver took a frame, or handed it up. On the wire they are as the other end
 * gets them; the time is when the first bit left, or the last one arrived.
 */
public final class CaptureFile {
    private static final int CHUNK = 256 * 1024;

    private final Scheduler clock;
    private final Path place;
    private final Outflow flow;
    private final CaptureWriter writer;
    private boolean closed;

    /**
     * Where frames are recorded.
     *
     * @param node whose interface it is
     * @param name the interface's name
     * @param mac its address
     * @param bitsPerSecond its rate
     * @param drops packets dropped at it so far
     */
    public record Port(String node, String name, long mac, long bitsPerSecond, LongSupplier drops) {
        /** The capture's file: {@code alice-eth0.pcapng}, {@code alice-eth0-wire.pcapng}. */
        public String file(CaptureWish wish) {
            return node + '-' + name + (wish.onWire() ? "-wire" : "") + ".pcapng";
        }
    }

    /** @param place the file */
    public CaptureFile(Workers workers, Scheduler clock, Path place, Port port, CaptureWish wish) {
        this.clock = clock;
        this.place = place;
        byte[] head = head(port, wish);
        // The two directions of a wire come each in its own order, and a ring begins anywhere: both are gone over again.
        boolean asItComes = wish.ring() == 0 && !wish.onWire();
        Outflow.Outlet outlet = asItComes ? new SavedFile(place) : new CaptureSpool(place, head, wish.ring());
        flow = new Outflow(workers, outlet, CHUNK).filled();
        if (asItComes) {
            flow.write(head, 0, head.length);
        }
        writer = new CaptureWriter(flow, wish, port.drops());
    }

    private static byte[] head(Port port, CaptureWish wish) {
        String filter = wish.filter() == null ? "" : wish.filter().toString();
        String description = port.node() + ':' + port.name() + (wish.onWire() ? ", on the wire" : ", above the driver");
        int names = port.node().length() + port.name().length() + filter.length();
        byte[] head = new byte[1024 + 16 * names];
        int end = PcapngWriter.section(head, 0, "Wirelathe");
        end = PcapngWriter.ethernetInterface(head, end,
                new InterfaceDescription(port.name(), port.mac(), port.bitsPerSecond(), "Wirelathe"), description,
                new Selection(wish.snap(), filter));
        return Arrays.copyOf(head, end);
    }

    /** Where the file is, when it is whole. */
    public Path place() {
        return place;
    }

    /** A device that does what {@code device} does, and is recorded. */
    public NetDevice decorate(NetDevice device) {
        return new RecordedDevice(device, clock, writer);
    }

    /**
     * Records both directions of a cable as one of its ends sees them.
     *
     * @param outbound the direction in which this end sends: 0 for the cable's end a, 1 for its end b
     */
    public LineTap tap(int outbound) {
        return (direction, start, arrival, frame) -> onWire(direction == outbound, start, arrival, frame);
    }

    private void onWire(boolean out, long start, long arrival, Packet frame) {
        if (out) {
            writer.write(frame, start, PcapngWriter.OUTBOUND);
        } else if (arrival != LineTap.LOST) {
            writer.write(frame, arrival, PcapngWriter.INBOUND | (frame.corrupted ? PcapngWriter.CRC_ERROR : 0));
        }
    }

    /** No frame will come any more. */
    public void close() {
        if (!closed) {
            closed = true;
            writer.end(clock.now());
            flow.close();
        }
    }

    /** Waits until the file is in its place. */
    public void awaitEnd() {
        flow.awaitEnd();
    }
}
