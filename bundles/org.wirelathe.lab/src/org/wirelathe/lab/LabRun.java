package org.wirelathe.lab;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.wirelathe.api.nic.NicSpec;
import org.wirelathe.api.probe.Probes;
import org.wirelathe.model.Lab;
import org.wirelathe.model.PortRef;

/**
 * One run of one lab: one loop on one thread of its own. Every method may be called from any thread. Looking at a run
 * ({@link #snapshot}, {@link #series}, pausing, pace, {@link #watch}) never changes what happens in it; {@link #swap}
 * and {@link #refit} do, and are journalled.
 */
public interface LabRun extends AutoCloseable {
    Lab lab();

    RunOptions options();

    RunState state();

    /** Runs, or goes on running. */
    void start();

    /** Stands still after the event that is being handled. */
    void pause();

    /** Handles one event, then stands still. */
    void step();

    /** Goes on for a step, then stands still. */
    void step(Step step);

    /**
     * Waits for something: from now on the run stands still after each event by which it comes to be so, and
     * {@link RunListener#watched} is told. As long as a run waits for something it is slower, and the same.
     *
     * @throws IllegalArgumentException with a sentence, when that can never come
     */
    void watch(Watch watch);

    /**
     * Looks whether that can come in this run, and waits for nothing.
     *
     * @throws IllegalArgumentException with a sentence, when it can never come
     */
    void check(Watch watch);

    /** Waits for it no more. */
    void unwatch(Watch watch);

    /** Runs up to and including {@code time} (ns of virtual time), then stands still. */
    void runUntil(long time);

    /** Virtual seconds per second, more than 0; {@link Double#POSITIVE_INFINITY}, as at first, for no bound. */
    void speed(double speed);

    /** Ends the run at its present time; results are written as far as they go. */
    void stop();

    /** Waits until the run does not run: it stands still, or is over. */
    RunState awaitStandstill() throws InterruptedException;

    /** Waits until the run is over and its results are written. */
    RunResult await() throws InterruptedException;

    /** What came of the run; empty before it is over. */
    Optional<RunResult> result();

    /** Virtual time in ns, as of a moment ago. */
    long time();

    /** Runs {@code task} on the run's thread between two events; false when the run is over. */
    boolean post(Runnable task);

    /** The state of everything between two events; of a run that is over, its last moment. */
    CompletableFuture<Snapshot> snapshot();

    /** What a node has learned of its neighbours, between two events; of a run that is over, what it knew at the end. */
    CompletableFuture<LinkTables> neighbours(String node);

    /**
     * Asks a node's layers something, or changes something, between two events; of a run that is over, as they were at
     * the end. Who changes something says so in the node's journal.
     *
     * @param node its name; without such a node the answer fails
     * @param task on the run's thread; answers with what other threads may keep
     */
    <T> CompletableFuture<T> onNode(String node, Function<NodeAccess, T> task);

    /**
     * Has every stage of every packet told to a listener, from now on and on the run's thread, in a run with
     * {@link RunOptions#probes}; in another one nothing is told.
     */
    void follow(Probes listener);

    /** Tells it no more. */
    void unfollow(Probes listener);

    /** The way of the byte that {@link RunOptions#trace} asked for, as far as it has come; empty when none was. */
    CompletableFuture<Optional<Trace>> trace();

    /** The curves that are being recorded. */
    Series series();

    /** The journal from its entry number {@code from} on, counted from 0. */
    List<JournalEntry> journal(int from);

    /** Changes the congestion control of live connections; answers how many changed. */
    CompletableFuture<Integer> swap(SwapScope scope, String congestion);

    /**
     * Refits a card while it runs: ring sizes, coalescing, offloads, PAUSE; the journal says what changed.
     *
     * @param port the interface
     * @param change gets how the card is fitted, and answers how it is to be; on the run's thread
     * @return how the card is fitted now; it fails with a sentence when there is no such interface, or the card cannot
     *         be fitted so
     */
    CompletableFuture<NicSpec> refit(PortRef port, UnaryOperator<NicSpec> change);

    void addListener(RunListener listener);

    void removeListener(RunListener listener);

    /**
     * Stops the run when it is not over, waits for that, and lets go of everything.
     *
     * @throws IllegalStateException with a sentence, when something in the run, such as a plug-in, does not return in
     *         half a minute; the run's thread is left behind then
     */
    @Override
    void close();
}
