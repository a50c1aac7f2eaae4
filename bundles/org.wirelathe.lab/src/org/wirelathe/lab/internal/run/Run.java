package org.wirelathe.lab.internal.run;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.wirelathe.api.nic.NicSpec;
import org.wirelathe.api.probe.Probes;
import org.wirelathe.lab.JournalEntry;
import org.wirelathe.lab.LabRun;
import org.wirelathe.lab.LinkTables;
import org.wirelathe.lab.NodeAccess;
import org.wirelathe.lab.RunListener;
import org.wirelathe.lab.RunOptions;
import org.wirelathe.lab.RunResult;
import org.wirelathe.lab.RunResult.Ending;
import org.wirelathe.lab.RunState;
import org.wirelathe.lab.Series;
import org.wirelathe.lab.Snapshot;
import org.wirelathe.lab.Step;
import org.wirelathe.lab.SwapScope;
import org.wirelathe.lab.Trace;
import org.wirelathe.lab.Watch;
import org.wirelathe.lab.internal.plugins.RunHandle;
import org.wirelathe.lab.internal.record.Seconds;
import org.wirelathe.lab.internal.trace.ByteTrace;
import org.wirelathe.model.Lab;
import org.wirelathe.model.PortRef;

/**
 * A run as others see it. Whatever they ask for is posted to the run's thread, where {@link Course} does it between two
 * events.
 */
final class Run implements LabRun, RunHandle {
    private static final long LONGEST_END = 30_000_000_000L;

    private final Lab lab;
    private final Mailbox mailbox = new Mailbox();
    private final List<RunListener> listeners = new CopyOnWriteArrayList<>();
    private final Object monitor = new Object();
    private RunState state = RunState.PREPARED;
    /** The state that all listeners have heard of: whoever waits for a state goes on after them. */
    private RunState announced = RunState.PREPARED;
    private volatile RunResult result;
    private volatile Snapshot last;
    private volatile long time;

    // Set before the thread starts, and before anybody else has the run.
    private volatile Equipment equipment;
    private Course course;
    private Thread thread;
    private Swaps swaps;
    private Refits refits;
    private Snapshots snapshots;

    Run(Lab lab) {
        this.lab = lab;
    }

    /** Starts the run's thread, which waits for what is posted. */
    void equip(Equipment equipment) {
        this.equipment = equipment;
        swaps = new Swaps(equipment.lab(), equipment.journal());
        refits = new Refits(equipment.lab(), equipment.journal());
        snapshots = new Snapshots(equipment.lab(), equipment.digest());
        course = new Course(this, equipment, mailbox);
        new Agenda(equipment.lab(), equipment.journal(), swaps, refits).arm();
        thread = new Thread(course::live, "lab " + lab.name());
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public Lab lab() {
        return lab;
    }

    @Override
    public RunOptions options() {
        return equipment.options();
    }

    @Override
    public boolean post(Runnable task) {
        boolean taken = mailbox.post(task);
        if (taken && equipment != null) {
            equipment.lab().loop().stop();
        }
        return taken;
    }

    @Override
    public void start() {
        post(() -> course.go(Long.MAX_VALUE));
    }

    @Override
    public void pause() {
        post(() -> course.stand());
    }

    @Override
    public void step() {
        post(() -> course.step());
    }

    @Override
    public void step(Step step) {
        switch (step) {
            case Step.Event event -> step();
            case Step.Frame frame -> post(() -> course.goToNextFrame());
            case Step.Time time -> post(() -> course.goFor(time.span()));
        }
    }

    @Override
    public void check(Watch watch) {
        course.lookouts().check(watch, time);
    }

    @Override
    public void watch(Watch watch) {
        check(watch);
        post(() -> course.lookouts().add(watch));
    }

    @Override
    public void unwatch(Watch watch) {
        post(() -> course.lookouts().remove(watch));
    }

    /** On the run's thread: what was waited for has come. */
    void watched(Watch watch, long time, String found) {
        listeners.forEach(listener -> listener.watched(watch, time, found));
    }

    @Override
    public void runUntil(long time) {
        post(() -> course.go(time));
    }

    @Override
    public void speed(double speed) {
        if (!(speed > 0)) {
            throw new IllegalArgumentException("a speed of " + speed + "; it is more than 0");
        }
        post(() -> course.speed(speed));
    }

    @Override
    public void stop() {
        post(() -> course.end(Ending.STOPPED));
    }

    @Override
    public RunState state() {
        synchronized (monitor) {
            return state;
        }
    }

    /** On the run's thread. */
    void state(RunState next) {
        synchronized (monitor) {
            if (state == next) {
                return;
            }
            state = next;
        }
        listeners.forEach(listener -> listener.stateChanged(next));
        synchronized (monitor) {
            announced = next;
            monitor.notifyAll();
        }
    }

    @Override
    public RunState awaitStandstill() throws InterruptedException {
        CompletableFuture<Void> heard = new CompletableFuture<>();
        if (post(() -> heard.complete(null))) {
            heard.join(); // so that what was asked for before counts
        }
        synchronized (monitor) {
            while (announced == RunState.RUNNING) {
                monitor.wait();
            }
            return announced;
        }
    }

    @Override
    public RunResult await() throws InterruptedException {
        synchronized (monitor) {
            while (!announced.isOver()) {
                monitor.wait();
            }
        }
        return result;
    }

    @Override
    public Optional<RunResult> result() {
        return Optional.ofNullable(result);
    }

    @Override
    public long time() {
        return time;
    }

    void time(long now) {
        time = now;
    }

    @Override
    public CompletableFuture<Snapshot> snapshot() {
        return ask(() -> last == null ? snapshots.take() : last);
    }

    @Override
    public CompletableFuture<LinkTables> neighbours(String node) {
        return ask(() -> LinkLook.at(equipment.lab(), node));
    }

    @Override
    public <T> CompletableFuture<T> onNode(String node, Function<NodeAccess, T> task) {
        return ask(() -> task.apply(equipment.lab().node(node).access()));
    }

    @Override
    public void follow(Probes listener) {
        post(() -> equipment.hub().ifPresent(hub -> hub.add(listener)));
    }

    @Override
    public void unfollow(Probes listener) {
        post(() -> equipment.hub().ifPresent(hub -> hub.remove(listener)));
    }

    /** Asks on the run's thread, or here when the run is over. */
    private <T> CompletableFuture<T> ask(Supplier<T> question) {
        CompletableFuture<T> answer = new CompletableFuture<>();
        Runnable task = () -> {
            try {
                answer.complete(question.get());
            } catch (RuntimeException e) {
                answer.completeExceptionally(e);
            }
        };
        if (!post(task)) {
            task.run();
        }
        return answer;
    }

    /** On the run's thread: the loop has come to its end, nothing has been cleared yet. */
    void lastSnapshot() {
        last = snapshots.take();
    }

    /** On the run's thread: everything is done. */
    void over(RunResult result, RunState state) {
        this.result = result;
        state(state);
    }

    @Override
    public CompletableFuture<Optional<Trace>> trace() {
        return ask(() -> equipment.trace().map(ByteTrace::trace));
    }

    @Override
    public Series series() {
        return equipment.curves();
    }

    @Override
    public List<JournalEntry> journal(int from) {
        return equipment.journal().from(from);
    }

    @Override
    public CompletableFuture<Integer> swap(SwapScope scope, String congestion) {
        return ask(() -> last == null ? swaps.swap(scope, congestion) : 0);
    }

    @Override
    public CompletableFuture<NicSpec> refit(PortRef port, UnaryOperator<NicSpec> change) {
        return ask(() -> refits.refit(port, change, last == null));
    }

    @Override
    public void addListener(RunListener listener) {
        listeners.add(listener);
    }

    @Override
    public void removeListener(RunListener listener) {
        listeners.remove(listener);
    }

    /** On the run's thread: something was journalled. */
    void journalled(JournalEntry entry) {
        if (course != null) { // a layer may journal while it is built
            course.lookouts().journalled(entry);
        }
        for (RunListener listener : listeners) {
            listener.journalled(entry);
        }
    }

    /** On the run's thread: an application came to rest, perhaps the last one. */
    void rested() {
        course.rested();
    }

    @Override
    public void algorithmsChanged() {
        equipment.lab().algorithmsChanged();
    }

    @Override
    public void journal(String kind, String subject, String detail) {
        equipment.journal().event(kind, subject, detail);
    }

    @Override
    public void close() {
        close(LONGEST_END);
    }

    /** @param patience how long to wait for the end, ns: longer than any disk takes, and not for ever */
    void close(long patience) {
        stop();
        long deadline = System.nanoTime() + patience;
        boolean interrupted = false;
        boolean over;
        synchronized (monitor) {
            long left = patience;
            while (!state.isOver() && left > 0) {
                try {
                    monitor.wait(left / 1_000_000, (int) (left % 1_000_000));
                } catch (InterruptedException e) {
                    interrupted = true;
                }
                left = deadline - System.nanoTime();
            }
            over = state.isOver();
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        if (!over) {
            throw new IllegalStateException("the run of " + lab.name() + " does not end: something in it has not"
                    + " returned since " + Seconds.text(time) + " s, at " + whereItIs()
                    + "; its thread is left behind");
        }
    }

    /** Where the run's thread is, in words: the innermost place that is not Java's own. */
    private String whereItIs() {
        for (StackTraceElement element : thread.getStackTrace()) {
            if (!element.getClassName().startsWith("java.") && !element.getClassName().startsWith("jdk.")) {
                return element.toString();
            }
        }
        return "an unknown place";
    }
}
