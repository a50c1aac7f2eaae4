package org.wirelathe.ui.run;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.swt.widgets.Display;
import org.wirelathe.lab.JournalEntry;
import org.wirelathe.lab.LabException;
import org.wirelathe.lab.LabRun;
import org.wirelathe.lab.Labs;
import org.wirelathe.lab.RunListener;
import org.wirelathe.lab.RunOptions;
import org.wirelathe.lab.RunState;
import org.wirelathe.lab.Snapshot;
import org.wirelathe.lab.Step;
import org.wirelathe.lab.SwapScope;
import org.wirelathe.lab.Watch;
import org.wirelathe.model.Lab;
import org.wirelathe.model.Problem;
import org.wirelathe.ui.Services;
import org.wirelathe.ui.editor.LabSession;

/**
 * Runs the lab of one editor, one run at a time. All of it is used on the display's thread, which never waits: what
 * takes long is a job, and the run is looked at by asking it for a snapshot and going on until it comes.
 */
public final class RunController {
    /** Milliseconds between two looks at the run. */
    private static final int FRAME = 33;

    private final LabSession session;
    private final Display display;
    private final List<RunWatcher> watchers = new CopyOnWriteArrayList<>();
    private final RunListener onRun = new RunListener() {
        @Override
        public void stateChanged(RunState state) {
            async(RunController.this::stateChanged);
        }

        @Override
        public void watched(Watch watch, long time, String found) {
            async(() -> pauses.came(watch, time, found));
        }
    };
    private final RunLog log = new RunLog();
    private final PauseList pauses;
    private LabRun run;
    private boolean preparing;
    private boolean asked;
    private boolean ticking;
    private boolean concluded;
    private double speed = Double.POSITIVE_INFINITY;
    private Snapshot latest;
    private int journalRead;
    private boolean closed;
    private String failure = "";

    public RunController(LabSession session, Display display) {
        this.session = session;
        this.display = display;
        pauses = new PauseList(session, this);
    }

    /** The run that is on, or the one that was on last. */
    public Optional<LabRun> run() {
        return Optional.ofNullable(run);
    }

    /** What was said about the runs of this lab. */
    public RunLog log() {
        return log;
    }

    /** What runs of this lab stand still for. */
    public PauseList pauses() {
        return pauses;
    }

    /** The run as it was a moment ago. */
    public Optional<Snapshot> latest() {
        return Optional.ofNullable(latest);
    }

    /** Whether a run is being built. */
    public boolean isPreparing() {
        return preparing;
    }

    /** Whether there is a run that is not over. */
    public boolean isAlive() {
        return run != null && !run.state().isOver();
    }

    public boolean isRunning() {
        return run != null && run.state() == RunState.RUNNING;
    }

    /** Why no run can begin, in a sentence; empty when one can. */
    public String obstacle() {
        if (Services.labs().isEmpty()) {
            return "The part that runs labs is not there.";
        }
        long errors = session.document().problems().stream().filter(Problem::isError).count();
        if (errors > 0) {
            return errors == 1 ? "The lab has an error: see Problems."
                    : "The lab has " + errors + " errors: see Problems.";
        }
        return "";
    }

    /** Why the last run could not even begin, in a sentence; empty when it could. */
    public String failure() {
        return failure;
    }

    /** Begins a run, or lets the one that stands still go on. */
    public void start() {
        pauses.goOn();
        if (isAlive()) {
            run.start();
        } else {
            prepare(LabRun::start);
        }
    }

    /** Goes a step; begins a run when there is none. */
    public void step(Step step) {
        pauses.goOn();
        if (isAlive()) {
            run.step(step);
            look();
        } else {
            prepare(begun -> begun.step(step));
        }
    }

    public void pause() {
        if (isAlive()) {
            run.pause();
        }
    }

    public void stop() {
        if (isAlive()) {
            run.stop();
        }
    }

    /** Virtual seconds per second; infinite for as fast as possible. */
    public double speed() {
        return speed;
    }

    public void setSpeed(double newSpeed) {
        speed = newSpeed;
        if (isAlive()) {
            run.speed(speed);
        }
    }

    /** Changes the congestion control of live connections; what came of it is said to the watchers. */
    public void swap(SwapScope scope, String congestion) {
        if (isAlive()) {
            run.swap(scope, congestion).whenComplete((changed, trouble) -> async(() -> {
                if (trouble != null) {
                    say("Not swapped: " + trouble.getMessage(), true);
                } else if (changed == 0) {
                    say("Nothing to swap: no live connection there, or all of them use " + congestion + ".", false);
                }
            }));
        }
    }

    private void prepare(Consumer<LabRun> then) {
        session.settle();
        Optional<Labs> labs = Services.labs();
        Optional<Lab> lab = session.document().lab();
        String obstacle = obstacle();
        if (preparing || !obstacle.isEmpty() || lab.isEmpty() || labs.isEmpty()) {
            if (!obstacle.isEmpty()) {
                session.refuse(obstacle);
            }
            return;
        }
        preparing = true;
        failure = "";
        tell(RunWatcher::stateChanged);
        LabRun before = run;
        RunOptions options = pauses.options(Results.options(session, lab.get()));
        Job job = Job.create("Prepare " + lab.get().name(), monitor -> {
            if (before != null) {
                before.close();
            }
            try {
                LabRun made = labs.get().prepare(lab.get(), options);
                async(() -> prepared(made, then), made::close);
            } catch (LabException impossible) {
                async(() -> failed(impossible.getMessage()));
            }
            return Status.OK_STATUS;
        });
        job.setUser(false);
        job.schedule();
    }

    private void failed(String sentence) {
        preparing = false;
        failure = sentence;
        session.refuse(sentence);
        say(sentence, true);
        tell(RunWatcher::stateChanged);
    }

    private void prepared(LabRun made, Consumer<LabRun> then) {
        preparing = false;
        run = made;
        latest = null;
        journalRead = 0;
        concluded = false;
        run.addListener(onRun);
        run.speed(speed);
        say("Run of \u201c" + made.lab().name() + "\u201d, seed " + made.lab().run().seed(), false);
        pauses.attach(run);
        then.accept(run);
        stateChanged();
    }

    private void stateChanged() {
        tell(RunWatcher::stateChanged);
        look();
        tick();
    }

    /** Looks again and again as long as something happens. */
    private void tick() {
        if (!ticking && isRunning()) {
            ticking = true;
            display.timerExec(FRAME, () -> {
                ticking = false;
                look();
                tick();
            });
        }
    }

    private void look() {
        if (run == null || asked || closed) {
            return;
        }
        asked = true;
        LabRun looked = run;
        looked.snapshot().whenComplete((snapshot, trouble) -> async(() -> {
            asked = false;
            if (snapshot != null && looked == run) {
                arrived(snapshot);
            }
        }));
    }

    private void arrived(Snapshot snapshot) {
        latest = snapshot;
        List<JournalEntry> entries = run.journal(journalRead);
        journalRead += entries.size();
        if (!entries.isEmpty()) {
            entries.forEach(entry -> log(RunLog.text(entry), RunLog.Kind.JOURNAL));
            tell(w -> w.journalled(entries));
        }
        tell(w -> w.moved(snapshot));
        if (!concluded && run.result().isPresent()) {
            concluded = true;
            Results.lines(run.result().get()).forEach(line -> say(line.text(), line.trouble()));
            tell(RunWatcher::stateChanged);
        } else if (!concluded && run.state().isOver()) {
            display.timerExec(FRAME, this::look);
        }
    }

    /** Puts a sentence that is not about a run into the log. */
    public void note(String sentence, boolean trouble) {
        say(sentence, trouble);
    }

    private void say(String text, boolean trouble) {
        log(text, trouble ? RunLog.Kind.TROUBLE : RunLog.Kind.PLAIN);
    }

    private void log(String text, RunLog.Kind kind) {
        RunLog.Line line = log.add(text, kind);
        tell(w -> w.logged(line));
    }

    private void tell(Consumer<RunWatcher> news) {
        watchers.forEach(news);
    }

    private void async(Runnable task) {
        async(task, () -> { });
    }

    /** On the display's thread; {@code otherwise} when there is nobody left to see it. */
    private void async(Runnable task, Runnable otherwise) {
        if (display.isDisposed()) {
            otherwise.run();
            return;
        }
        display.asyncExec(() -> (closed ? otherwise : task).run());
    }

    public void addWatcher(RunWatcher watcher) {
        watchers.add(watcher);
    }

    public void removeWatcher(RunWatcher watcher) {
        watchers.remove(watcher);
    }

    /** What stops a run from beginning may have changed. */
    public void reconsider() {
        tell(RunWatcher::stateChanged);
    }

    /** Ends the run and lets go of it; the display does not wait for that. */
    public void close() {
        closed = true;
        LabRun last = run;
        if (last != null) {
            last.removeListener(onRun);
            Job.create("End " + last.lab().name(), monitor -> {
                last.close();
                return Status.OK_STATUS;
            }).schedule();
        }
    }
}
