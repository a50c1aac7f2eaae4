package org.wirelathe.sim;

import java.util.Arrays;
import java.util.Objects;
import java.util.concurrent.ConcurrentLinkedQueue;

import org.wirelathe.api.time.EventLoop;
import org.wirelathe.api.time.Timer;

/**
 * The loop in virtual time: jumps from event to event in the total order (time, order number).
 *
 * <p>An entry of the event queue is a time and a key: order number above, slot below. The slot names the timer. It
 * belongs to the entry, not to the timer, and is used again as soon as the entry has gone: a timer that is not armed
 * costs nothing and may be forgotten.
 */
final class VirtualLoop implements EventLoop {
    private static final int SLOT_BITS = 22;
    private static final int MOST_SLOTS = 1 << SLOT_BITS;
    private static final int SLOT_MASK = MOST_SLOTS - 1;
    /** Order numbers end here, so that keys stay positive: enough for 30 hours at 20 million events a second. */
    private static final long MOST_ORDERS = 1L << 63 - SLOT_BITS;

    private final EventQueue queue;
    private final ConcurrentLinkedQueue<Runnable> posted = new ConcurrentLinkedQueue<>();
    /** Whether someone outside wants something: the one word that every event looks at. */
    private volatile boolean attention;
    private volatile boolean stopping;

    /** The timer that each entry's slot stands for; {@code null} when a later arming took the timer elsewhere. */
    private LoopTimer[] slots = new LoopTimer[64];
    private int[] freeSlots = new int[64];
    private int freeCount;
    private int slotsMade;

    private long now;
    private long orders;
    private long events;
    /** Keeps the compiler from leaving {@link #fetch} out. */
    private int fetched;

    VirtualLoop(EventQueue queue) {
        this.queue = queue;
        queue.preview(this::fetch);
    }

    @Override
    public long now() {
        return now;
    }

    @Override
    public long nextOrder() {
        return orders++;
    }

    @Override
    public Timer timer(Runnable action) {
        return new LoopTimer(this, Objects.requireNonNull(action, "action"));
    }

    @Override
    public void post(Runnable task) {
        posted.add(task);
        attention = true;
    }

    @Override
    public void stop() {
        stopping = true;
        attention = true;
    }

    @Override
    public long events() {
        return events;
    }

    @Override
    public boolean runUntil(long limit) {
        while (true) {
            if (attention && attend()) {
                return false;
            }
            LoopTimer timer = first();
            if (timer == null || timer.deadline > limit) {
                now = Math.max(now, limit);
                return true;
            }
            fire(timer);
        }
    }

    @Override
    public boolean step() {
        Runnable task = posted.poll();
        if (task != null) {
            events++;
            task.run();
        } else {
            LoopTimer timer = first();
            if (timer == null) {
                return false;
            }
            fire(timer);
        }
        stopping = false;
        return true;
    }

    @Override
    public long nextDeadline() {
        if (!posted.isEmpty()) {
            return now;
        }
        LoopTimer timer = first();
        return timer == null ? Long.MAX_VALUE : timer.deadline;
    }

    /**
     * Looks at timers that are due soon, and at what they call. Of a million timers none is in the cache. One after the
     * other, each would be waited for three times: for its place in {@link #slots}, for itself, and for the class of its
     * action. Loads that do not need each other overlap, so each loop follows one step for all of them and does little
     * else.
     */
    private void fetch(long[] entries, int count) {
        int seen = 0;
        for (int i = 0; i < count; i++) {
            LoopTimer timer = slots[(int) entries[2 * i + 1] & SLOT_MASK];
            if (timer != null) {
                seen += timer.slot; // at the head of the object; the action is at its end, often in the next cache line
            }
        }
        for (int i = 0; i < count; i++) {
            LoopTimer timer = slots[(int) entries[2 * i + 1] & SLOT_MASK];
            if (timer != null && timer.action.getClass() == Thread.class) {
                seen++;
            }
        }
        fetched = seen;
    }

    /** Runs what was posted; returns whether to stop. Lowers the flag first, so that no later request is missed. */
    private boolean attend() {
        attention = false;
        for (Runnable task = null; !stopping && (task = posted.poll()) != null;) {
            events++;
            task.run();
        }
        if (stopping) {
            stopping = false;
            attention = true;
            return true;
        }
        return false;
    }

    /** The timer that is due next, its entry first in the queue; {@code null} when none is armed. */
    private LoopTimer first() {
        while (!queue.isEmpty()) {
            long key = queue.firstKey();
            int slot = (int) key & SLOT_MASK;
            LoopTimer timer = slots[slot];
            if (timer != null && timer.armed) {
                if (timer.order == key >>> SLOT_BITS && timer.deadline == queue.firstTime()) {
                    return timer;
                }
                queue.replaceFirst(timer.deadline, timer.order << SLOT_BITS | slot);
                timer.queuedTime = timer.deadline;
                timer.queuedOrder = timer.order;
            } else {
                removeFirst(slot, timer);
            }
        }
        return null;
    }

    private void fire(LoopTimer timer) {
        removeFirst(timer.slot, timer);
        timer.armed = false;
        now = timer.deadline;
        events++;
        timer.action.run();
    }

    private void removeFirst(int slot, LoopTimer timer) {
        queue.removeFirst();
        slots[slot] = null;
        freeSlots[freeCount++] = slot;
        if (timer != null) {
            timer.slot = LoopTimer.NONE;
        }
    }

    /** Adds an entry for a timer; one that stood for it before stands for nobody now. */
    void enqueue(LoopTimer timer, long time, long order) {
        if (order < 0 || order >= MOST_ORDERS) {
            throw new IllegalStateException("order number " + order + " is not below " + MOST_ORDERS);
        }
        int slot = freeCount > 0 ? freeSlots[--freeCount] : newSlot();
        if (timer.slot != LoopTimer.NONE) {
            slots[timer.slot] = null;
        }
        slots[slot] = timer;
        timer.slot = slot;
        timer.queuedTime = time;
        timer.queuedOrder = order;
        queue.add(time, order << SLOT_BITS | slot);
    }

    private int newSlot() {
        if (slotsMade == MOST_SLOTS) {
            throw new IllegalStateException("more than " + MOST_SLOTS + " events are pending in one run");
        }
        if (slotsMade == slots.length) {
            slots = Arrays.copyOf(slots, 2 * slotsMade);
            freeSlots = Arrays.copyOf(freeSlots, 2 * slotsMade);
        }
        return slotsMade++;
    }
}
