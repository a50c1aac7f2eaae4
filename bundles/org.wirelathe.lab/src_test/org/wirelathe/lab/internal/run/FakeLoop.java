package org.wirelathe.lab.internal.run;

import java.util.PriorityQueue;
import org.wirelathe.api.time.EventLoop;
import org.wirelathe.api.time.Timer;

/** A loop as simple as can be, by the words of its contract. */
final class FakeLoop implements EventLoop {
    private final PriorityQueue<Entry> queue = new PriorityQueue<>();
    private volatile boolean stopping;
    private long now;
    private long orders;
    private long events;

    private record Entry(long time, long order, Alarm alarm) implements Comparable<Entry> {
        @Override
        public int compareTo(Entry other) {
            return time != other.time ? Long.compare(time, other.time) : Long.compare(order, other.order);
        }
    }

    @Override
    public boolean runUntil(long limit) {
        while (!stopping) {
            if (nextDeadline() > limit) {
                now = Math.max(now, limit);
                return true;
            }
            step();
        }
        stopping = false;
        return false;
    }

    @Override
    public boolean step() {
        if (queue.isEmpty()) {
            return false;
        }
        Entry entry = queue.poll();
        now = entry.time;
        events++;
        entry.alarm.entry = null;
        entry.alarm.action.run();
        return true;
    }

    @Override
    public long nextDeadline() {
        return queue.isEmpty() ? Long.MAX_VALUE : queue.peek().time;
    }

    @Override
    public void stop() {
        stopping = true;
    }

    @Override
    public long events() {
        return events;
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
        return new Alarm(action);
    }

    @Override
    public void post(Runnable task) {
        throw new UnsupportedOperationException("a run has its own mailbox");
    }

    private final class Alarm implements Timer {
        private final Runnable action;
        private Entry entry;

        Alarm(Runnable action) {
            this.action = action;
        }

        @Override
        public void armAt(long deadline) {
            armAt(deadline, nextOrder());
        }

        @Override
        public void armAt(long deadline, long order) {
            cancel();
            entry = new Entry(Math.max(deadline, now), order, this);
            queue.add(entry);
        }

        @Override
        public void cancel() {
            if (entry != null) {
                queue.remove(entry);
                entry = null;
            }
        }

        @Override
        public boolean isArmed() {
            return entry != null;
        }

        @Override
        public long deadline() {
            return entry.time;
        }
    }
}
