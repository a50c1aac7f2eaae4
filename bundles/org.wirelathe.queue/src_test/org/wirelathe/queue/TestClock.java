package org.wirelathe.queue;

import java.util.Comparator;
import java.util.TreeSet;

import org.wirelathe.api.time.Scheduler;
import org.wirelathe.api.time.Timer;

/** A clock that a test turns by hand; timers fire in the order of deadline, then of arming. */
final class TestClock implements Scheduler {
    private final TreeSet<Alarm> armed = new TreeSet<>(
            Comparator.<Alarm>comparingLong(alarm -> alarm.deadline).thenComparingLong(alarm -> alarm.order));
    private long now;
    private long orders;

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
        return new Alarm(action);
    }

    @Override
    public void post(Runnable task) {
        throw new UnsupportedOperationException("no queue posts");
    }

    /** Fires what is due up to and including {@code time}; the clock then stands there. */
    void runUntil(long time) {
        while (!armed.isEmpty() && armed.first().deadline <= time) {
            Alarm alarm = armed.pollFirst();
            now = alarm.deadline;
            alarm.action.run();
        }
        now = time;
    }

    /** How many timers are armed. */
    int pending() {
        return armed.size();
    }

    private final class Alarm implements Timer {
        private final Runnable action;
        private long deadline;
        private long order;

        Alarm(Runnable action) {
            this.action = action;
        }

        @Override
        public void armAt(long deadline) {
            armAt(deadline, nextOrder());
        }

        @Override
        public void armAt(long deadline, long order) {
            armed.remove(this);
            this.deadline = Math.max(now, deadline);
            this.order = order;
            armed.add(this);
        }

        @Override
        public void cancel() {
            armed.remove(this);
        }

        @Override
        public boolean isArmed() {
            return armed.contains(this);
        }

        @Override
        public long deadline() {
            return deadline;
        }
    }
}
