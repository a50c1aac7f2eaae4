package org.wirelathe.lab.internal.run;

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
 * the end, a letter in the mailbox), and between these everything else is done. So nothing but the lab itself is ever an
 * event of the loop, and a run is the same however it is watched.
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
    private final long until;
    private final long sampleInterval;

    private Meter meter;
    private boolean begun;
    private boolean standing = true;
    private long standAt = NEVER;
    private long nextSample;
    /** When the last application came to rest; {@link #NEVER} while one is busy. */
    private long restedAt = NEVER;
    private Ending ending;
    private String trouble;
    private Throwable cause;

    Course(Run run, Equipment equipment, Mailbox mailbox) {
        this.run = run;
        this.equipment = equipment;
        this.mailbox = mailbox;
        loop = equipment.lab().loop();
        until = equipment.lab().model().run().until();
        sampleInterval = equipment.lab().model().run().sample();
        nextSample = sampleInterval;
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
                    + " plug-in: " + e);
        }
        new Conclusion(run, equipment, mailbox).conclude(ending, trouble, cause, begun ? meter.cost() : NO_COST);
    }

    void go(long until) {
        begin();
        standAt = until;
        standing = false;
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

    private void fail(String sentence) {
        ending = Ending.FAILED;
        trouble = sentence;
    }

    void step() {
        begin();
        long next = loop.nextDeadline();
        while (next > nextSample && nextSample < until) {
            arrive(nextSample);
        }
        if (next > until) {
            arrive(until);
        } else {
            loop.step();
            lookUp();
        }
        stand();
    }

    private void advance() {
        long real = System.nanoTime();
        long wait = pace.wait(loop.now(), real);
        if (wait > 0) {
            Runnable task = mailbox.poll(wait);
            if (task != null) {
                task.run();
            }
            return;
        }
        long target = Math.min(Math.min(until, standAt), Math.min(nextSample, pace.limit(real)));
        if (restedAt != NEVER) {
            target = Math.min(target, loop.now() + LINGER_STEP);
        }
        if (!arrive(target)) {
            return;
        }
        if (target == standAt && ending == null) {
            stand();
        }
    }

    /** Runs up to {@code target}; false when something else came first. */
    private boolean arrive(long target) {
        boolean reached = loop.runUntil(target);
        if (reached && target == nextSample) {
            equipment.recorder().sample(target);
            nextSample += sampleInterval;
        }
        if (reached && target == until) {
            end(Ending.UNTIL);
        }
        lookUp();
        return reached;
    }

    /** Between two events. */
    private void lookUp() {
        run.time(loop.now());
        if (equipment.workers().failure() != null) {
            fail(equipment.workers().failure());
        } else if (restedAt != NEVER && !anyBusy()) {
            if (closed() || loop.now() - restedAt >= LONGEST_LINGER) {
                end(Ending.DONE);
            }
        } else {
            restedAt = NEVER;
        }
    }

    /** On the loop: some application says that it has come to rest. */
    void rested() {
        if (restedAt == NEVER && !anyBusy()) {
            restedAt = loop.now();
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
