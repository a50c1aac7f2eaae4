package org.wirelathe.sim;

import org.wirelathe.api.nic.FrameReceiver;
import org.wirelathe.api.nic.LineSpec;
import org.wirelathe.api.nic.LineTap;
import org.wirelathe.api.packet.Packet;
import org.wirelathe.api.packet.PacketFifo;
import org.wirelathe.api.time.Scheduler;
import org.wirelathe.api.time.Timer;
import org.wirelathe.wire.EthernetHeader;

/**
 * One direction of a cable. All times of a frame are known when it is given to the line, so a frame costs one event,
 * its arrival; and since frames arrive in the order in which they were sent, only the first stands in the event queue.
 * The others keep the order number of the moment they were sent, which makes ties come out as if each stood there.
 *
 * <p>What is to befall a frame is decided at the far end, when it would arrive: until then it can be taken back without
 * a trace, in the numbers that chance has drawn either. Frames that are then put off wait among the {@link HeldFrames}.
 */
final class Line {
    private final Scheduler scheduler;
    private final Timer arrival;
    private final LineTap tap;
    private final int direction;
    private final Impairments chance;
    /** In the order of sending; {@link Packet#time} is when a frame arrives if nothing befalls it. */
    private final PacketFifo frames = new PacketFifo();
    private final HeldFrames held = new HeldFrames();
    private final Timer heldArrival;
    private Transmitter transmitter;
    private long delay;
    /** {@code null} while nothing befalls frames. */
    private Impairments impairments;
    private boolean down;
    private FrameReceiver receiver = Packet::release;
    private Runnable listener = () -> { };

    Line(Scheduler scheduler, String name, LineSpec spec, long seed, LineTap tap, int direction) {
        this.scheduler = scheduler;
        this.tap = tap;
        this.direction = direction;
        chance = new Impairments(seed, name, direction);
        arrival = scheduler.timer(this::arrive);
        heldArrival = scheduler.timer(this::heldArrives);
        rules(spec, 0);
    }

    private void rules(LineSpec spec, long busyUntil) {
        transmitter = spec.rateTrace().isNone() ? new LineClock(spec.bitsPerSecond(), busyUntil)
                : new TraceClock(spec.rateTrace(), busyUntil);
        delay = spec.delay();
        chance.rules(spec);
        impairments = Impairments.any(spec) ? chance : null;
    }

    void receiver(FrameReceiver receiver) {
        this.receiver = receiver;
    }

    /** As {@link org.wirelathe.api.nic.LinePort#onChange}. */
    void listener(Runnable listener) {
        this.listener = listener;
    }

    /** Says that frames that wait may now leave at other times. */
    void tellListener() {
        listener.run();
    }

    long bitsPerSecond() {
        return transmitter.bitsPerSecond();
    }

    boolean isDown() {
        return down;
    }

    /** As {@link org.wirelathe.api.nic.LinePort#send}. A frame that will be lost takes its time like any other. */
    long send(Packet frame) {
        frame.start = transmitter.start(scheduler.now());
        frame.time = transmitter.frame(bytes(frame)) + delay;
        frame.order = scheduler.nextOrder();
        if (frames.isEmpty()) {
            arrival.armAt(frame.time, frame.order);
        }
        frames.add(frame);
        return transmitter.gap();
    }

    private static int bytes(Packet frame) {
        return Math.max(frame.length(), EthernetHeader.LEAST_FRAME);
    }

    private void arrive() {
        Packet frame = frames.poll();
        armArrival();
        if (down) {
            lose(frame);
        } else if (impairments == null) {
            deliver(frame);
        } else {
            befall(frame);
        }
    }

    private void armArrival() {
        Packet next = frames.peek();
        if (next != null) {
            arrival.armAt(next.time, next.order);
        }
    }

    private void deliver(Packet frame) {
        tap.frame(direction, frame.start, frame.time, frame);
        receiver.received(frame);
    }

    private void lose(Packet frame) {
        tap.frame(direction, frame.start, LineTap.LOST, frame);
        frame.release();
    }

    private void befall(Packet frame) {
        boolean twice = impairments.befall(frame);
        if (frame.lost) {
            lose(frame);
            return;
        }
        if (twice) {
            holdCopy(frame);
        }
        if (frame.time > scheduler.now() || !held.isEmpty()) {
            hold(frame);
        } else {
            deliver(frame);
        }
    }

    private void holdCopy(Packet frame) {
        Packet copy = frame.copy();
        copy.order = scheduler.nextOrder();
        hold(copy);
    }

    private void hold(Packet frame) {
        held.add(frame);
        armHeld();
    }

    private void armHeld() {
        Packet next = held.peek();
        if (next != null) {
            heldArrival.armAt(next.time, next.order);
        }
    }

    private void heldArrives() {
        Packet frame = held.poll();
        armHeld();
        if (frame.lost) {
            lose(frame);
        } else {
            deliver(frame);
        }
    }

    /** As {@link org.wirelathe.api.nic.LinePort#recall}. */
    int recall() {
        PacketFifo waiting = takeBack();
        int count = waiting.size();
        while (waiting.poll() != null) {
            // Whoever gave it has it again.
        }
        return count;
    }

    /** Takes off the line every frame whose first bit has not left, as if it had never been given. */
    private PacketFifo takeBack() {
        Packet begun = null;
        for (Packet next = frames.peek(); next != null && next.start <= scheduler.now(); next = next.next) {
            begun = next;
        }
        PacketFifo waiting = new PacketFifo();
        frames.splitAfter(begun, waiting);
        if (begun == null) {
            arrival.cancel();
        }
        // Lengths are all that counts: the frames that wait follow each other without a break.
        for (Packet next = waiting.peek(); next != null; next = next.next) {
            transmitter.takeBack(bytes(next));
        }
        return waiting;
    }

    /** As {@link org.wirelathe.api.nic.Cable#change}. */
    void change(LineSpec spec) {
        PacketFifo waiting = takeBack();
        settle();
        rules(spec, transmitter.free());
        for (Packet frame = waiting.poll(); frame != null; frame = waiting.poll()) {
            send(frame);
        }
    }

    /** Decides the fate of all frames now, by the rules under which they were sent. */
    private void settle() {
        arrival.cancel();
        for (Packet frame = frames.poll(); frame != null; frame = frames.poll()) {
            if (down) {
                frame.lost = true;
            } else if (impairments != null && impairments.befall(frame)) {
                holdCopy(frame);
            }
            hold(frame);
        }
    }

    /** As {@link org.wirelathe.api.nic.Cable#down}: whatever is on the line at a cut, or was begun during it, is lost. */
    void down(boolean down) {
        long begunUntil = down ? scheduler.now() : scheduler.now() - 1;
        this.down = down;
        heldArrival.cancel();
        for (Packet frame = held.poll(); frame != null; frame = held.poll()) {
            lose(frame);
        }
        for (Packet next = frames.peek(); next != null && next.start <= begunUntil; next = frames.peek()) {
            lose(frames.poll());
        }
        arrival.cancel();
        armArrival();
    }

    int inFlight() {
        return frames.size() + held.size();
    }

    void view(LineTap viewer) {
        for (Packet frame : held.inOrder()) {
            viewer.frame(direction, frame.start, frame.time, frame);
        }
        for (Packet frame = frames.peek(); frame != null; frame = frame.next) {
            viewer.frame(direction, frame.start, frame.time, frame);
        }
    }

    /** As {@link org.wirelathe.api.nic.Cable#clear}: tells of the frames that have begun as they would have ended. */
    void clear() {
        PacketFifo waiting = takeBack();
        waiting.releaseAll();
        settle();
        heldArrival.cancel();
        for (Packet frame = held.poll(); frame != null; frame = held.poll()) {
            tap.frame(direction, frame.start, frame.lost ? LineTap.LOST : frame.time, frame);
            frame.release();
        }
    }
}
