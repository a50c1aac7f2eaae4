package org.wirelathe.ip.ndp;

import java.util.List;

import org.wirelathe.api.time.Scheduler;
import org.wirelathe.api.time.Timer;

/** The one timer for everything on an interface that is good for a time: addresses, prefixes, routers, redirects. */
final class Lifetimes {
    private final Scheduler scheduler;
    private final List<Ageing> lists;
    private final Timer timer;

    Lifetimes(Scheduler scheduler, List<Ageing> lists) {
        this.scheduler = scheduler;
        this.lists = lists;
        timer = scheduler.timer(this::due);
    }

    private void due() {
        for (Ageing list : lists) {
            list.age(scheduler.now());
        }
        changed();
    }

    /** Something has a new end. */
    void changed() {
        long next = Long.MAX_VALUE;
        for (Ageing list : lists) {
            next = Math.min(next, list.next());
        }
        if (next == Long.MAX_VALUE) {
            timer.cancel();
        } else if (!timer.isArmed() || timer.deadline() != next) {
            timer.armAt(next);
        }
    }

    void close() {
        timer.cancel();
    }
}
