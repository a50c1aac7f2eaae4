package org.wirelathe.ip;

import java.util.TreeMap;

import org.wirelathe.api.time.Scheduler;
import org.wirelathe.api.time.Timer;

/** A scheduler for tests, as plain as can be: a sorted map of what is pending. */
public final class ManualTime implements Scheduler {
    private record Key(long time, long order) implements Comparable<Key> {
        @Override
        public int compareTo(Key other) {
            return time != other.time ? Long.compare(time, other.time) : Long.compare(order, other.order);
        }
    }

    private final TreeMap<Key, ManualTimer> pending = new TreeMap<>();
    private long now;
    private long orders;
    /** How many timers have fired so far. */
    public int fired;

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
        task.run();
    }

    @Override
    public Timer timer(Runnable action) {
        return new ManualTimer(action);
    }

    /** Runs everything due up to and including {@code time}. */
    public void runUntil(long time) {
        while (!pending.isEmpty() && pending.firstKey().time <= time) {
            var entry = pending.pollFirstEntry();
            now = entry.getKey().time;
            entry.getValue().key = null;
            fired++;
            entry.getValue().action.run();
        }
        now = Math.max(now, time);
    }

    private final class ManualTimer implements Timer {
        private final Runnable action;
        private Key key;

        ManualTimer(Runnable action) {
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
