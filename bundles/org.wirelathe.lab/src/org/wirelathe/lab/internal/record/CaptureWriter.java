package org.wirelathe.lab.internal.record;

import java.util.function.LongSupplier;
import org.wirelathe.api.packet.Packet;
import org.wirelathe.lab.internal.io.Outflow;
import org.wirelathe.wire.filter.FrameFilter;
import org.wirelathe.wire.pcapng.PcapngWriter;

/** Puts frames into the stream of a capture file; on the loop, without an object per frame. */
final class CaptureWriter {
    private final Outflow flow;
    private final FrameFilter filter;
    private final int snap;
    private final LongSupplier drops;
    private long seen;
    private long dropped;

    private int blockStart;
    private int blockEnd;
    private long droppedBefore;

    /** @param drops packets dropped at the interface so far */
    CaptureWriter(Outflow flow, CaptureWish wish, LongSupplier drops) {
        this.flow = flow;
        this.filter = wish.filter();
        this.snap = wish.snap() == 0 ? Integer.MAX_VALUE : wish.snap();
        this.drops = drops;
    }

    /** Appends a frame, if it is meant; returns whether it was. */
    boolean write(Packet frame, long time, int flags) {
        seen++;
        if (filter != null && !filter.matches(frame.bytes, frame.head, frame.tail)) {
            return false;
        }
        int length = frame.length();
        int captured = Math.min(length, snap);
        flow.reserve(PcapngWriter.packetBlock(captured));
        long total = drops.getAsLong();
        blockStart = flow.position();
        blockEnd = PcapngWriter.packet(flow.buffer(), blockStart, time, flags, frame.bytes, frame.head, length,
                captured, frame.id, total - dropped);
        droppedBefore = dropped;
        dropped = total;
        flow.advance(blockEnd);
        return true;
    }

    /** Takes the last frame back: it did not get through, and comes again. */
    void takeBack(boolean written) {
        seen--;
        if (written && flow.position() == blockEnd) {
            flow.advance(blockStart);
            dropped = droppedBefore;
        }
    }

    /** What the interface counted, behind the last frame. */
    void end(long now) {
        flow.reserve(PcapngWriter.STATISTICS_BLOCK);
        flow.advance(PcapngWriter.statistics(flow.buffer(), flow.position(), 0, now, seen, drops.getAsLong()));
    }
}
