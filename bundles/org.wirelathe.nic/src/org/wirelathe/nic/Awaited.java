package org.wirelathe.nic;

import org.wirelathe.api.nic.DescriptorRing;
import org.wirelathe.api.time.Scheduler;
import org.wirelathe.api.time.Timer;

/** Somebody waits until a certain descriptor of the TX ring is done, however often its frame is called back. */
final class Awaited {
    private final Scheduler scheduler;
    private final DescriptorRing ring;
    private final Timer timer;
    private Runnable action;
    private boolean wanted;
    private int target;

    Awaited(Scheduler scheduler, DescriptorRing ring, Runnable action) {
        this.scheduler = scheduler;
        this.ring = ring;
        this.action = action;
        timer = scheduler.timer(this::due);
    }

    void action(Runnable action) {
        this.action = action;
    }

    /** Waits for {@code count} more of the descriptors outstanding, or for all when they are fewer. */
    void want(int count) {
        int index = ring.completed() + Math.min(count, ring.outstanding());
        if (!wanted || index != target) {
            wanted = true;
            target = index;
            arm();
        }
    }

    /** Times may have changed. */
    void arm() {
        if (!wanted) {
            return;
        }
        int ahead = target - ring.completed();
        if (ahead <= 0) {
            timer.armAt(scheduler.now());
        } else if (ahead <= ring.inWork() && ring.doneOf(ahead) != Transmitter.NOT_YET) {
            timer.armAt(ring.doneOf(ahead));
        } else {
            timer.cancel();
        }
    }

    private void due() {
        wanted = false;
        action.run();
    }

    void cancel() {
        wanted = false;
        timer.cancel();
    }
}
