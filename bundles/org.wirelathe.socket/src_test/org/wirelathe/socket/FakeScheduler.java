package org.wirelathe.socket;

import java.util.ArrayList;
import java.util.List;

import org.wirelathe.api.time.Scheduler;
import org.wirelathe.api.time.Timer;

/** A loop that stands at one moment and runs what is due when the test says so. */
final class FakeScheduler implements Scheduler {
    private final List<Due> due = new ArrayList<>();

    /** Runs what is due, and what becomes due by that. */
    void run() {
        while (!due.isEmpty()) {
            Due next = due.removeFirst();
            next.armed = false;
            next.action.run();
        }
    }

    @Override
    public long now() {
        return 0;
    }

    @Override
    public long nextOrder() {
        throw new UnsupportedOperationException();
    }

    @Override
    public Timer timer(Runnable action) {
        return new Due(action);
    }

    @Override
    public void post(Runnable task) {
        throw new UnsupportedOperationException();
    }

    private final class Due implements Timer {
        private final Runnable action;
        private boolean armed;

        Due(Runnable action) {
            this.action = action;
        }

        @Override
        public void armAt(long deadline) {
            cancel();
            due.add(this);
            armed = true;
        }

        @Override
        public void armAt(long deadline, long order) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void cancel() {
            due.remove(this);
            armed = false;
        }

        @Override
        public boolean isArmed() {
            return armed;
        }

        @Override
        public long deadline() {
            return 0;
        }
    }
}
