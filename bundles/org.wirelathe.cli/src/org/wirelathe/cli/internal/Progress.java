package org.wirelathe.cli.internal;

import java.io.Console;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.wirelathe.lab.LabRun;
import org.wirelathe.lab.RunListener;
import org.wirelathe.lab.RunState;
import org.wirelathe.lab.Snapshot;

/** One line on a terminal that says how far a run has come; in a pipe there is none. */
final class Progress {
    private static final long INTERVAL_MS = 250;
    private static final double SECOND = 1e9;
    private static final String CLEAR = "\r\u001B[K";

    private Progress() {
    }

    /** Shows the line until the run is over. */
    static void show(LabRun run, Stage stage) throws InterruptedException {
        CountDownLatch over = new CountDownLatch(1);
        run.addListener(new RunListener() {
            @Override
            public void stateChanged(RunState state) {
                if (state.isOver()) {
                    over.countDown();
                }
            }
        });
        if (run.state().isOver() || over.await(INTERVAL_MS, TimeUnit.MILLISECONDS) || !onTerminal()) {
            return;
        }
        long began = System.nanoTime();
        long beganAt = run.time();
        CompletableFuture<Snapshot> asked = run.snapshot();
        while (!over.await(INTERVAL_MS, TimeUnit.MILLISECONDS)) {
            double speed = (run.time() - beganAt) / (double) (System.nanoTime() - began);
            stage.out().print(CLEAR + line(run, speed) + inFlight(asked));
            stage.out().flush();
            asked = run.snapshot();
        }
        stage.out().print(CLEAR);
    }

    /** What takes that line away, to be printed before any other line; nothing in a pipe. */
    static String clear() {
        return onTerminal() ? CLEAR : "";
    }

    private static boolean onTerminal() {
        Console console = System.console();
        return console != null && console.isTerminal();
    }

    private static String line(LabRun run, double speed) {
        return Figures.decimal(run.time() / SECOND) + " s of at most "
                + Figures.decimal(run.lab().run().until() / SECOND) + " s, " + Figures.decimal(speed)
                + " times real time";
    }

    /** What was in flight when the last line was written: nobody waits for a snapshot here. */
    private static String inFlight(CompletableFuture<Snapshot> asked) {
        if (!asked.isDone() || asked.isCompletedExceptionally()) {
            return "";
        }
        return ", " + asked.join().cables().stream().mapToInt(Snapshot.CableRow::inFlight).sum() + " frames in flight";
    }
}
