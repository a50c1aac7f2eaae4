package org.wirelathe.sim;

import org.wirelathe.api.nic.FrameReceiver;
import org.wirelathe.api.nic.LineSpec;
import org.wirelathe.api.nic.LineTap;
import org.wirelathe.api.packet.Packet;
import org.wirelathe.api.packet.PacketFifo;
import org.wirelathe.api.time.RandomStream;
import org.wirelathe.api.time.Scheduler;
import org.wirelathe.api.time.Timer;
import org.wirelathe.wire.EthernetHeader;

/**
 * One direction of a cable. All times of a frame are known when it is given to the line, so a frame costs one event,
 * its arrival; and since frames arrive in the order in which they were sent, only the first stands in the event queue.
 * The others keep the order number of the moment they were sent, which makes ties come out as if each stood there.
 */
final class Line {
    private final Scheduler scheduler;
    private final Timer arrival;
    private final LineClock clock;
    private final LineTap tap;
    private final int direction;
    private final long delay;
    private final long lossPerBillion;
    private final RandomStream loss;
    private final PacketFifo frames = new PacketFifo();
    private FrameReceiver receiver = Packet::release;

    Line(Scheduler scheduler, String name, LineSpec spec, long seed, LineTap tap, int direction) {
        this.scheduler = scheduler;
        this.tap = tap;
        this.direction = direction;
        arrival = scheduler.timer(this::arrive);
        clock = new LineClock(spec.bitsPerSecond());
        delay = spec.delay();
        lossPerBillion = spec.loss().good();
        loss = new RandomStream(seed, "cable/" + name + "/loss/" + direction);
    }

    void receiver(FrameReceiver receiver) {
        this.receiver = receiver;
    }

    /** As {@link org.wirelathe.api.nic.LinePort#send}. A lost frame takes its time on the line like any other. */
    long send(Packet frame) {
        long start = clock.start(scheduler.now());
        long lastBit = clock.frame(Math.max(frame.length(), EthernetHeader.LEAST_FRAME));
        if (lossPerBillion > 0 && loss.below(1_000_000_000) < lossPerBillion) {
            tap.frame(direction, start, LineTap.LOST, frame);
            frame.release();
        } else {
            carry(frame, start, lastBit + delay);
        }
        return clock.gap();
    }

    private void carry(Packet frame, long start, long arrives) {
        tap.frame(direction, start, arrives, frame);
        frame.time = arrives;
        frame.order = scheduler.nextOrder();
        if (frames.isEmpty()) {
            arrival.armAt(arrives, frame.order);
        }
        frames.add(frame);
    }

    private void arrive() {
        Packet frame = frames.poll();
        Packet next = frames.peek();
        if (next != null) {
            arrival.armAt(next.time, next.order);
        }
        receiver.received(frame);
    }

    int inFlight() {
        return frames.size();
    }

    void view(LineTap viewer) {
        for (Packet frame = frames.peek(); frame != null; frame = frame.next) {
            long lasts = clock.duration(Math.max(frame.length(), EthernetHeader.LEAST_FRAME));
            viewer.frame(direction, frame.time - delay - lasts, frame.time, frame);
        }
    }

    void clear() {
        arrival.cancel();
        frames.releaseAll();
    }
}
