package org.wirelathe.tcp;

import java.util.Comparator;
import java.util.TreeSet;

import org.wirelathe.api.time.Scheduler;
import org.wirelathe.api.time.Timer;

/** A clock that a test moves: the simplest scheduler that keeps the promised order (time, order number). */
final class VirtualTime implements Scheduler {
    private final TreeSet<Deadline> pending =
            new TreeSet<>(Comparator.comparingLong((Deadline d) -> d.at).thenComparingLong(d -> d.order));
    private long now;
    private long orders;

    VirtualTime(long start) {
        now = start;
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
        return new Deadline(action);
    }

    @Override
    public void post(Runnable task) {
        throw new UnsupportedOperationException("a test has one thread");
    }

    /** Runs everything that is due up to and including {@code duration} ns from now. */
    void advance(long duration) {
        long until = now + duration;
        while (!pending.isEmpty() && pending.first().at <= until) {
            step();
        }
        now = until;
    }

    /** Runs the next event; false when there is none. */
    boolean step() {
        Deadline next = pending.pollFirst();
        if (next == null) {
            return false;
        }
        next.armed = false;
        now = next.at;
        next.action.run();
        return true;
    }

    /** Runs what is due at this very moment. */
    void settle() {
        advance(0);
    }

    int armed() {
        return pending.size();
    }

    private final class Deadline implements Timer {
        private final Runnable action;
        private boolean armed;
        private long at;
        private long order;

        Deadline(Runnable action) {
            this.action = action;
        }

        @Override
        public void armAt(long deadline) {
            armAt(deadline, nextOrder());
        }

        @Override
        public void armAt(long deadline, long place) {
            cancel();
            at = Math.max(deadline, now);
            order = place;
            armed = true;
            pending.add(this);
        }

        @Override
        public void cancel() {
            if (armed) {
                pending.remove(this);
                armed = false;
            }
        }

        @Override
        public boolean isArmed() {
            return armed;
        }

        @Override
        public long deadline() {
            return at;
        }
    }
}
