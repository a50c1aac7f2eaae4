package org.wirelathe.nic;

import org.wirelathe.api.nic.Coalescing;
import org.wirelathe.api.nic.DescriptorRing;
import org.wirelathe.api.node.Cpu;
import org.wirelathe.api.node.NodeContext;
import org.wirelathe.api.probe.Counter;
import org.wirelathe.api.time.Scheduler;
import org.wirelathe.api.time.Timer;

/**
 * A card's interrupt line (B6): it is raised when so many frames have arrived or so much time has passed since the
 * first of them, and the handler runs when the processor has spent what a hard interrupt costs.
 */
final class InterruptLine {
    private final Scheduler scheduler;
    private final Cpu cpu;
    private final DescriptorRing rxRing;
    private final Counter hardInterrupts;
    private final Runnable deliver = this::deliver;
    private final Timer wait;
    private Runnable handler;
    private int frames;
    private long time;
    /** Frames that have arrived since the line was last raised. */
    private int pending;
    private boolean enabled = true;
    private boolean held;
    private boolean sentDue;
    /** Between the card's signal and the handler. */
    private boolean raised;

    InterruptLine(NodeContext node, String place, DescriptorRing rxRing, Coalescing coalescing) {
        scheduler = node.scheduler();
        cpu = node.cpu();
        this.rxRing = rxRing;
        hardInterrupts = node.counters().counter(place, "hardInterrupts");
        wait = scheduler.timer(this::raise);
        frames = coalescing.frames();
        time = coalescing.time();
    }

    /** Other rules from now on; what waited under the old ones waits no longer. */
    void coalescing(Coalescing coalescing) {
        frames = coalescing.frames();
        time = coalescing.time();
        if (pending > 0) {
            raise();
        }
    }

    void handler(Runnable handler) {
        this.handler = handler;
        held = false;
        sentDue = false;
    }

    /** A frame stands in the RX ring. */
    void frameArrived() {
        pending++;
        if (pending >= frames) {
            raise();
        } else if (pending == 1) {
            wait.armAt(scheduler.now() + time);
        }
    }

    /** So many frames have been sent as the driver wanted to hear of. */
    void sent() {
        sentDue = true;
        raise();
    }

    void enable(boolean enable) {
        enabled = enable;
        if (!enable) {
            return;
        }
        boolean arrived = rxRing.reclaimable() > 0;
        boolean due = held && (arrived || sentDue);
        held = false;
        if (due) {
            raise();
        } else if (!arrived) {
            settle();
        }
    }

    private void raise() {
        if (!enabled) {
            held = true;
        } else if (!raised) {
            raised = true;
            cpu.interrupt(deliver);
        }
    }

    private void deliver() {
        raised = false;
        sentDue = false;
        settle();
        if (handler != null) {
            hardInterrupts.increment();
            handler.run();
        }
    }

    private void settle() {
        pending = 0;
        if (frames > 1) {
            wait.cancel();
        }
    }

    void close() {
        handler = null;
        wait.cancel();
    }
}
