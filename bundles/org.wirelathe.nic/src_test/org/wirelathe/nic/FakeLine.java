package org.wirelathe.nic;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.function.ToLongFunction;

import org.wirelathe.api.nic.FrameReceiver;
import org.wirelathe.api.nic.LinePort;
import org.wirelathe.api.packet.Packet;
import org.wirelathe.api.time.Scheduler;

/**
 * A line on which every frame takes the same time, or as long as told; it notes what was sent and when the frame will
 * have left, and gives back what has not begun to leave.
 */
final class FakeLine implements LinePort {
    static final long FRAME_TIME = 100;

    private record Sent(Packet frame, long start) {
    }

    private final Scheduler time;
    private final Deque<Sent> waiting = new ArrayDeque<>();
    private Runnable listener;
    private boolean carrier = true;
    private long free;
    final List<Integer> sent = new ArrayList<>();
    final List<byte[]> frames = new ArrayList<>();
    final List<Long> left = new ArrayList<>();
    /** How long a frame lasts, gap included, ns. */
    ToLongFunction<Packet> lasts = frame -> FRAME_TIME;
    FrameReceiver card;

    FakeLine(Scheduler time) {
        this.time = time;
    }

    @Override
    public long send(Packet frame) {
        settle();
        long start = Math.max(free, time.now());
        free = start + lasts.applyAsLong(frame);
        sent.add(frame.bytes[frame.head] & 0xFF);
        frames.add(Arrays.copyOfRange(frame.bytes, frame.head, frame.tail));
        left.add(free);
        if (start > time.now()) {
            waiting.add(new Sent(frame, start));
        } else {
            frame.release();
        }
        return free;
    }

    /** Frames whose first bit has left are gone. */
    void settle() {
        while (!waiting.isEmpty() && waiting.peek().start <= time.now()) {
            waiting.poll().frame.release();
        }
    }

    @Override
    public int recall() {
        settle();
        int count = waiting.size();
        if (count > 0) {
            free = waiting.peek().start;
            waiting.clear();
            for (int i = 0; i < count; i++) {
                forget(sent);
                forget(frames);
                forget(left);
            }
        }
        return count;
    }

    /** The notes may have been cleared meanwhile. */
    private static void forget(List<?> notes) {
        if (!notes.isEmpty()) {
            notes.removeLast();
        }
    }

    /** The run is over: what is on the line is released. */
    void clear() {
        waiting.forEach(one -> one.frame.release());
        waiting.clear();
    }

    void carrier(boolean carrier) {
        this.carrier = carrier;
        listener.run();
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
    public void onChange(Runnable listener) {
        this.listener = listener;
    }

    @Override
    public boolean carrier() {
        return carrier;
    }
}
