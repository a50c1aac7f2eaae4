package org.wirelathe.lab.internal.run;

import java.util.List;
import org.wirelathe.api.time.EventLoop;
import org.wirelathe.api.transport.Connection;
import org.wirelathe.api.transport.ConnectionState;
import org.wirelathe.lab.RunResult.Cost;
import org.wirelathe.lab.RunResult.Ending;
import org.wirelathe.lab.RunState;
import org.wirelathe.lab.internal.build.BuiltApp;
import org.wirelathe.lab.internal.build.BuiltNode;
import org.wirelathe.lab.internal.record.Seconds;

/**
 * How a run goes, on its own thread: the loop runs from one reason to look up to the next (a sample, the pace, a pause,
 * the end, a letter in the mailbox), and between these everything else is done. So nothing but the lab itself is ever
 * an event of the loop, and a run is the same however it is watched.
 */
final class Course {
    /** After the last application has come to rest: how often to look whether its connections are closed. */
    private static final long LINGER_STEP = 1_000_000;
    /** How long to wait for that. */
    private static final long LONGEST_LINGER = 10_000_000_000L;
    private static final long NEVER = Long.MAX_VALUE;
    private static final Cost NO_COST = new Cost(0, 0, 0);

    private final Run run;
    private final Equipment equipment;
    private final Mailbox mailbox;
    private final EventLoop loop;
    private final Pace pace = new Pace();
    /** Whether it ends only when it is told to. */
    private final boolean open;
    private long until;
    private final long sampleInterval;

    private Meter meter;
    private boolean begun;
    private boolean standing = true;
    private long standAt = NEVER;
    private long nextSample;
    /** When the last application came to rest; {@link #NEVER} while one is busy. */
    private long restedAt = NEVER;
    /** When to look next whether the connections are closed; {@link #NEVER} while an application is busy. */
    private long lookAt = NEVER;
    /** Whether the last application came to rest in the event that has just been handled. */
    private boolean justRested;
    /** Frames that had gone their way when a step to the next one began; -1 when none is under way. */
    private long framesBefore = -1;
    /** Whether what the run waits for has come, or an open one has no reason to go on. */
    private boolean awaited;
    private final Lookouts lookouts;
    private Ending ending;
    private String trouble;
    private Throwable cause;

    Course(Run run, Equipment equipment, Mailbox mailbox) {
        this.run = run;
        this.equipment = equipment;
        this.mailbox = mailbox;
        loop = equipment.lab().loop();
        open = equipment.options().open();
        until = equipment.lab().model().run().until();
        sampleInterval = equipment.lab().model().run().sample();
        nextSample = sampleInterval;
        lookouts = new Lookouts(equipment.lab(), equipment.hub());
    }

    Lookouts lookouts() {
        return lookouts;
    }

    /** The life of the run's thread. */
    void live() {
        meter = new Meter();
        try {
            while (ending == null) {
                Runnable task = standing ? mailbox.take() : mailbox.poll();
                if (task != null) {
                    task.run();
                } else {
                    advance();
                }
            }
        } catch (RuntimeException | Error e) {
            cause = e;
            fail("the run broke off at " + Seconds.text(loop.now()) + " s, because of a mistake in the program or a"
                    + " plug-in: " + Mistake.text(e));
        }
        new Conclusion(run, equipment, mailbox).conclude(ending, trouble, cause, begun ? meter.cost() : NO_COST);
    }

    /** Goes on until after the next frame has gone its way. */
    void goToNextFrame() {
        go(NEVER);
        framesBefore = equipment.digest().frames();
    }

    void goFor(long span) {
        go(span > NEVER - loop.now() ? NEVER : loop.now() + span);
    }

    void go(long until) {
        begin();
        lookouts.begin();
        framesBefore = -1;
        standAt = until;
        standing = false;
        if (open && restedAt != NEVER) {
            lookAt = loop.now(); // nobody may have become busy since
        }
        pace.from(loop.now(), System.nanoTime());
        run.state(RunState.RUNNING);
    }

    private void begin() {
        if (!begun) {
            begun = true;
            meter.start();
            rested(); // perhaps there is nobody to wait for
        }
    }

    void stand() {
        standing = true;
        run.state(RunState.PAUSED);
    }

    void speed(double speed) {
        pace.set(speed, loop.now(), System.nanoTime());
    }

    void end(Ending ending) {
        if (this.ending == null) {
            this.ending = ending;
        }
    }

    /** Here the run ends by itself, when it is not an open one; that stands still, unless it goes somewhere. */
    private void due(Ending due) {
        if (!open) {
            end(due);
        } else if (isBoundForNowhere()) {
            awaited = true;
        }
    }

    private boolean isBoundForNowhere() {
        return standAt == NEVER && framesBefore < 0;
    }

    private void fail(String sentence) {
        ending = Ending.FAILED;
        trouble = sentence;
    }

    void step() {
        begin();
        lookouts.begin();
        framesBefore = -1;
        long from = loop.now();
        lookUp();
        long next = loop.nextDeadline();
        while (ending == null && next > boundary() && !(open && next == NEVER)) {
            arrive(boundary());
        }
        if (ending == null) {
            loop.step();
            cameTrue();
            for (long t = lookouts.nextTime(from); t <= loop.now(); t = lookouts.nextTime(t)) {
                run.watched(lookouts.at(t), t, "");
            }
            lookUp();
        }
        awaited = false;
        stand();
    }

    /** The next time at which something is to be done that is no event of the lab. */
    private long boundary() {
        return Math.min(Math.min(until, nextSample), lookAt);
    }

    private void advance() {
        if (open && standAt == NEVER && loop.nextDeadline() == NEVER) {
            stand(); // nothing will happen any more
            return;
        }
        long real = System.nanoTime();
        long wait = pace.wait(loop.now(), real);
        if (wait > 0) {
            Runnable task = mailbox.poll(wait);
            if (task != null) {
                task.run();
            }
            return;
        }
        long timed = lookouts.nextTime(loop.now());
        long target = Math.min(Math.min(boundary(), timed), Math.min(standAt, pace.limit(real)));
        boolean reached = arrive(target);
        if (reached && target == timed && ending == null) {
            run.watched(lookouts.at(timed), timed, "");
            awaited = true;
        }
        if ((awaited || reached && target == standAt) && ending == null) {
            stand();
        }
        awaited = false;
    }

    /** Runs up to {@code target}; false when something else came first. */
    private boolean arrive(long target) {
        boolean reached = lookouts.isEmpty() && framesBefore < 0 ? loop.runUntil(target) : watchUntil(target);
        if (reached && target == nextSample) {
            equipment.recorder().sample(target);
            nextSample += sampleInterval;
        }
        if (reached && target == until) {
            until = NEVER;
            due(Ending.UNTIL);
        }
        // At samples too: the times at which a run may end do not depend on how it is driven or watched.
        if (reached && lookAt != NEVER && (target == lookAt || target == nextSample - sampleInterval)) {
            lookForTheEnd();
        }
        lookUp();
        return reached;
    }

    /** As the loop's own {@code runUntil}, with a look at what is waited for after every event. */
    private boolean watchUntil(long target) {
        while (loop.nextDeadline() <= target) {
            if (justRested || !mailbox.isEmpty()) {
                return false;
            }
            loop.step();
            if (cameTrue()) {
                awaited = true;
                return false;
            }
        }
        return loop.runUntil(target);
    }

    private boolean cameTrue() {
        List<Lookout> came = lookouts.came();
        came.forEach(lookout -> run.watched(lookout.watch(), loop.now(), lookout.found()));
        return !came.isEmpty() || framesBefore >= 0 && equipment.digest().frames() != framesBefore;
    }

    /** Between two events. */
    private void lookUp() {
        run.time(loop.now());
        if (equipment.workers().failure() != null) {
            fail(equipment.workers().failure());
        } else if (justRested) {
            lookForTheEnd();
        }
        justRested = false;
    }

    /** The last application has come to rest: the run ends once its connections are closed. */
    private void lookForTheEnd() {
        if (anyBusy()) {
            restedAt = NEVER;
            lookAt = NEVER;
        } else if (closed() || loop.now() - restedAt >= LONGEST_LINGER) {
            lookAt = NEVER;
            due(Ending.DONE);
        } else {
            lookAt = loop.now() + LINGER_STEP;
        }
    }

    /** On the loop: some application says that it has come to rest. */
    void rested() {
        if (restedAt == NEVER && !anyBusy()) {
            restedAt = loop.now();
            lookAt = restedAt;
            justRested = true;
            loop.stop();
        }
    }

    private boolean anyBusy() {
        for (BuiltApp app : equipment.lab().apps()) {
            if (app.process().isBusy()) {
                return true;
            }
        }
        return false;
    }

    /** Whether no connection has a FIN under way: then all that applications asked for has been done. */
    private boolean closed() {
        for (BuiltNode node : equipment.lab().nodes()) {
            for (Connection connection : node.transport().connections()) {
                ConnectionState state = connection.state();
                if (state == ConnectionState.FIN_WAIT_1 || state == ConnectionState.CLOSING
                        || state == ConnectionState.LAST_ACK) {
                    return false;
                }
            }
        }
        return true;
    }
}
