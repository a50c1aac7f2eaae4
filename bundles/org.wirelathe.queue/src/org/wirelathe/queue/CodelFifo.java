package org.wirelathe.queue;

import org.wirelathe.api.packet.Packet;
import org.wirelathe.api.packet.PacketFifo;
import org.wirelathe.api.probe.Gauges;

/** One queue under CoDel's control (RFC 8289 §5): frames in order, and when to drop the next. */
class CodelFifo {
    /** {@link #firstAboveTime} while the delay is below the target. */
    private static final long NOT_ABOVE = -1;
    /** How many intervals a dropping state is remembered (RFC 8289 §5.5). */
    private static final int MEMORY = 16;

    private final Codel codel;
    private final PacketFifo packets = new PacketFifo();
    private long bytes;
    /** When the delay will have been above the target for an interval, ns. */
    private long firstAboveTime = NOT_ABOVE;
    private boolean dropping;
    /** When to drop again, ns. */
    private long dropNext;
    /** Drops since the dropping state was entered. */
    private long count;
    /** {@link #count} when it was entered last. */
    private long lastCount;
    /** How long the frame that left last had waited, ns. */
    private long delay;

    CodelFifo(Codel codel) {
        this.codel = codel;
    }

    final void add(Packet frame, long now) {
        frame.time = now;
        packets.add(frame);
        bytes += frame.length();
        codel.entered(frame);
    }

    /** Takes the oldest frame, whatever its delay; {@code null} when there is none. */
    final Packet take() {
        Packet frame = packets.poll();
        if (frame != null) {
            bytes -= frame.length();
            codel.left(frame);
        }
        return frame;
    }

    /** The oldest frame that is not to be dropped; {@code null} when none is left (RFC 8289 §5.5). */
    final Packet poll(long now) {
        Packet frame = take();
        boolean okToDrop = okToDrop(frame, now);
        if (dropping) {
            if (!okToDrop) {
                dropping = false;
            }
            frame = dropDue(frame, now);
        } else if (okToDrop) {
            frame = startDropping(frame, now);
        }
        if (frame != null) {
            codel.overThreshold(frame, delay);
        }
        return frame;
    }

    /** RFC 8289 §5.6: whether the delay has been above the target for an interval. */
    private boolean okToDrop(Packet frame, long now) {
        if (frame == null) {
            firstAboveTime = NOT_ABOVE;
            return false;
        }
        delay = now - frame.time;
        if (delay < codel.settings.target() || codel.nearlyEmpty()) {
            firstAboveTime = NOT_ABOVE;
            return false;
        }
        if (firstAboveTime == NOT_ABOVE) {
            firstAboveTime = now + codel.settings.interval();
            return false;
        }
        return now >= firstAboveTime;
    }

    /** Drops all that is due by now; a mark counts as a drop, and one frame is not marked twice. */
    private Packet dropDue(Packet first, long now) {
        Packet frame = first;
        while (dropping && now >= dropNext) {
            count++;
            if (codel.marked(frame)) {
                dropNext = codel.next(dropNext, count);
                return frame;
            }
            codel.drop(frame);
            frame = take();
            if (okToDrop(frame, now)) {
                dropNext = codel.next(dropNext, count);
            } else {
                dropping = false;
            }
        }
        return frame;
    }

    /** Starts near the rate that held the queue last time, if that was not long ago. */
    private Packet startDropping(Packet first, long now) {
        Packet frame = first;
        if (!codel.marked(frame)) {
            codel.drop(frame);
            frame = take();
            okToDrop(frame, now);
        }
        dropping = true;
        long delta = count - lastCount;
        count = delta > 1 && now - dropNext < MEMORY * codel.settings.interval() ? delta : 1;
        dropNext = codel.next(now, count);
        lastCount = count;
        return frame;
    }

    /** Tells CoDel of drops that others made: the next comes sooner. */
    final void dropped(int frames) {
        count += frames;
    }

    /** What tc shows of a codel, and its bytes. */
    final void gauges(Gauges out) {
        out.gauge("queueBytes", bytes);
        out.gauge("count", count);
        out.gauge("dropping", dropping ? 1 : 0);
        out.gauge("ldelay", delay);
    }

    final int size() {
        return packets.size();
    }

    final long bytes() {
        return bytes;
    }
}
