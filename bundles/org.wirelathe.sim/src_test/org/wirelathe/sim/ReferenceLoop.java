package org.wirelathe.sim;

import java.util.TreeMap;

import org.wirelathe.api.time.Scheduler;
import org.wirelathe.api.time.Timer;

/** What a loop means, said as plainly as possible: a sorted map with one entry per armed timer. */
final class ReferenceLoop implements Scheduler {
    private record Key(long time, long order) implements Comparable<Key> {
        @Override
        public int compareTo(Key other) {
            return time != other.time ? Long.compare(time, other.time) : Long.compare(order, other.order);
        }
    }

    private final TreeMap<Key, ReferenceTimer> pending = new TreeMap<>();
    private long now;
    private long orders;
    long events;

    @Override
    public long now() {
        return now;
    }

    @Override
    public long nextOrder() {
        return orders++;
    }

    @Override
    public void post(Runnable task) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Timer timer(Runnable action) {
        return new ReferenceTimer(action);
    }

    void runUntil(long limit) {
        while (!pending.isEmpty() && pending.firstKey().time <= limit) {
            var entry = pending.pollFirstEntry();
            now = entry.getKey().time;
            events++;
            entry.getValue().key = null;
            entry.getValue().action.run();
        }
        now = Math.max(now, limit);
    }

    private final class ReferenceTimer implements Timer {
        private final Runnable action;
        private Key key;

        ReferenceTimer(Runnable action) {
            this.action = action;
        }

        @Override
        public void armAt(long deadline) {
            armAt(deadline, nextOrder());
        }

        @Override
        public void armAt(long deadline, long order) {
            cancel();
            key = new Key(Math.max(now, deadline), order);
            pending.put(key, this);
        }

        @Override
        public void cancel() {
            if (key != null) {
                pending.remove(key);
                key = null;
            }
        }

        @Override
        public boolean isArmed() {
            return key != null;
        }

        @Override
        public long deadline() {
            return key.time;
        }
    }
}
