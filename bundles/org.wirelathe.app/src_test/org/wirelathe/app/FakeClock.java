package org.wirelathe.app;

import java.util.ArrayList;
import java.util.List;
import org.wirelathe.api.time.Scheduler;
import org.wirelathe.api.time.Timer;

/** A clock that a test turns by hand. */
final class FakeClock implements Scheduler {
    private final List<Alarm> alarms = new ArrayList<>();
    private long now;
    private long orders;

    /** Turns the clock to {@code time}, past every alarm on the way. */
    void turnTo(long time) {
        for (Alarm next = next(time); next != null; next = next(time)) {
            now = next.deadline;
            next.armed = false;
            next.action.run();
        }
        now = time;
    }

    private Alarm next(long time) {
        Alarm first = null;
        for (Alarm alarm : alarms) {
            if (alarm.armed && alarm.deadline <= time && (first == null || alarm.deadline < first.deadline)) {
                first = alarm;
            }
        }
        return first;
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
        Alarm alarm = new Alarm(action);
        alarms.add(alarm);
        return alarm;
    }

    @Override
    public void post(Runnable task) {
        task.run();
    }

    private static final class Alarm implements Timer {
        private final Runnable action;
        private boolean armed;
        private long deadline;

        Alarm(Runnable action) {
            this.action = action;
        }

        @Override
        public void armAt(long deadline) {
            this.deadline = deadline;
            armed = true;
        }

        @Override
        public void armAt(long deadline, long order) {
            armAt(deadline);
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
}
