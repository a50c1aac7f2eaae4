package org.wirelathe.nic;

import org.wirelathe.api.packet.Packet;
import org.wirelathe.api.packet.PacketFifo;
import org.wirelathe.api.queue.PacketQueue;

/** Drop-tail with the ring counted in; looks ahead as far as told. */
final class TestQueue implements PacketQueue {
    private final PacketFifo frames = new PacketFifo();
    private final int limit;
    private final int lookahead;
    /** When it lets its frames go, if it does at all. */
    boolean shut;
    Runnable waker;
    boolean closed;

    TestQueue(int limit) {
        this(limit, Integer.MAX_VALUE);
    }

    TestQueue(int limit, int lookahead) {
        this.limit = limit;
        this.lookahead = lookahead;
    }

    @Override
    public boolean mayBypass(Packet frame, int ahead) {
        return !shut && frames.isEmpty() && ahead < Math.min(limit, lookahead);
    }

    @Override
    public boolean offer(Packet frame, int ahead) {
        boolean fits = frames.size() + ahead < limit;
        if (fits) {
            frames.add(frame);
        }
        return fits;
    }

    @Override
    public Packet poll() {
        return shut ? null : frames.poll();
    }

    @Override
    public Packet drain() {
        return frames.poll();
    }

    @Override
    public void close() {
        closed = true;
        frames.releaseAll();
    }

    @Override
    public int length() {
        return frames.size();
    }

    @Override
    public int lookahead() {
        return lookahead;
    }

    @Override
    public void waker(Runnable waker) {
        this.waker = waker;
    }
}
