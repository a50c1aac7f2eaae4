package org.wirelathe.sim;

import org.wirelathe.api.time.Timer;

/**
 * A timer of {@link VirtualLoop}. At most one entry of the event queue stands for it.
 *
 * <p>Re-arming is lazy: while the entry lies no later than the new deadline it stays where it is, and when its turn
 * comes it moves to where the timer then wants it. So a retransmission timer that is pushed back by every ACK costs a
 * few stores, and the queue is touched once per expiry. Cancelling leaves the entry too.
 */
final class LoopTimer implements Timer {
    /** {@link #slot} while no entry stands for the timer. */
    static final int NONE = -1;

    final Runnable action;
    private final VirtualLoop loop;
    long deadline;
    long order;
    boolean armed;
    /** The slot of the entry that stands for this timer, and that entry's place. */
    int slot = NONE;
    long queuedTime;
    long queuedOrder;

    LoopTimer(VirtualLoop loop, Runnable action) {
        this.loop = loop;
        this.action = action;
    }

    @Override
    public void armAt(long deadline) {
        armAt(deadline, loop.nextOrder());
    }

    @Override
    public void armAt(long deadline, long order) {
        long time = Math.max(deadline, loop.now());
        if (slot == NONE || time < queuedTime || time == queuedTime && order < queuedOrder) {
            loop.enqueue(this, time, order);
        }
        this.deadline = time;
        this.order = order;
        armed = true;
    }

    @Override
    public void cancel() {
        armed = false;
    }

    @Override
    public boolean isArmed() {
        return armed;
    }

    @Override
    public long deadline() {
        return deadline;
    }
}
