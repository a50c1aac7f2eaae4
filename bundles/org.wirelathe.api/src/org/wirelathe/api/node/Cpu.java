package org.wirelathe.api.node;

import java.util.ArrayDeque;

import org.wirelathe.api.time.Scheduler;
import org.wirelathe.api.time.Timer;

/**
 * A node's processor, as its devices load it: one core, hard interrupts before soft ones (B7).
 *
 * <p>A hard interrupt takes its time and then runs its handler; a soft interrupt that is at work meanwhile stands
 * still. Soft interrupts take turns in rounds of at most {@link #BUDGET} packets; a packet's time is spent before it goes up
 * the stack. Without costs everything happens at once, inside the call.
 */
public final class Cpu {
    /** Most packets that a soft interrupt takes in a round: Linux's weight of a NAPI instance. */
    public static final int BUDGET = 64;

    private final Scheduler scheduler;
    private final CpuCosts costs;
    private final boolean free;
    private final ArrayDeque<Runnable> hard = new ArrayDeque<>(4);
    private final ArrayDeque<SoftInterrupt> soft = new ArrayDeque<>(4);
    private final Timer hardDone;
    private final Timer softDone;
    private SoftInterrupt current;
    /** Packets taken in this round; -1 while the round's own time is spent. */
    private int taken;
    /** What is left of the step that a hard interrupt has stopped, ns. */
    private long left;
    private long hardTime;
    private long softTime;

    public Cpu(Scheduler scheduler, CpuCosts costs) {
        this.scheduler = scheduler;
        this.costs = costs;
        free = costs.equals(CpuCosts.NONE);
        hardDone = free ? null : scheduler.timer(this::hardDone);
        softDone = free ? null : scheduler.timer(this::softDone);
    }

    /** What interrupts cost it. */
    public CpuCosts costs() {
        return costs;
    }

    /** Whether nothing costs anything: the model is off. */
    public boolean isFree() {
        return free;
    }

    /** The clock by which it works. */
    public Scheduler scheduler() {
        return scheduler;
    }

    /** Time spent in hard interrupts so far, ns. */
    public long hardTime() {
        return hardTime;
    }

    /** Time spent in soft interrupts so far, ns, counted when a step ends. */
    public long softTime() {
        return softTime;
    }

    /** A device interrupts: {@code handler} runs when the interrupt's time is spent. */
    public void interrupt(Runnable handler) {
        if (free) {
            handler.run();
            return;
        }
        hard.add(handler);
        if (hard.size() == 1) {
            if (softDone.isArmed()) {
                left = softDone.deadline() - scheduler.now();
                softDone.cancel();
            }
            hardDone.armAt(scheduler.now() + costs.hardInterrupt());
        }
    }

    private void hardDone() {
        hardTime += costs.hardInterrupt();
        hard.element().run();
        hard.remove();
        if (!hard.isEmpty()) {
            hardDone.armAt(scheduler.now() + costs.hardInterrupt());
        } else if (current != null) {
            softDone.armAt(scheduler.now() + left);
        } else {
            nextRound();
        }
    }

    /** Has {@code work} done as a soft interrupt; whoever raises it does so once until it has ended without again. */
    public void raise(SoftInterrupt work) {
        if (free) {
            atOnce(work);
            return;
        }
        soft.add(work);
        if (current == null && hard.isEmpty()) {
            nextRound();
        }
    }

    private static void atOnce(SoftInterrupt work) {
        boolean again = true;
        while (again) {
            int packets = 0;
            work.begun();
            while (packets < BUDGET && work.ready()) {
                work.take();
                packets++;
            }
            again = packets == BUDGET && work.ready();
            work.ended(packets, again);
        }
    }

    private void nextRound() {
        current = soft.poll();
        if (current != null) {
            taken = -1;
            softDone.armAt(scheduler.now() + costs.softInterrupt());
        }
    }

    private void softDone() {
        if (taken < 0) {
            softTime += costs.softInterrupt();
            current.begun();
        } else {
            softTime += costs.packet();
            if (current.ready()) {
                current.take();
            }
        }
        taken++;
        boolean more = current.ready();
        if (more && taken < BUDGET) {
            left = costs.packet();
            if (hard.isEmpty()) {
                softDone.armAt(scheduler.now() + left);
            }
            return;
        }
        SoftInterrupt work = current;
        current = null;
        if (more) {
            soft.add(work);
        }
        work.ended(taken, more);
        if (current == null && hard.isEmpty()) {
            nextRound();
        }
    }
}
