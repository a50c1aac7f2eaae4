package org.wirelathe.cli.internal;

import java.io.PrintStream;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.wirelathe.lab.LabRun;
import org.wirelathe.lab.RunListener;
import org.wirelathe.lab.RunOptions;
import org.wirelathe.lab.Watch;
import org.wirelathe.model.Lab;

/**
 * What {@code --break} and {@code --watch} wait for. Each time that something has come, a line says when, what, and how
 * it stands with it; then a break ends the run, and after a watch it goes on.
 */
final class WatchPoints implements RunListener {
    private static final String BREAK = "--break";
    private static final String WATCH = "--watch";

    private final PrintStream out;
    /** What was written, by what it means. */
    private final Map<Watch, String> written = new LinkedHashMap<>();
    private final Set<Watch> breaks = new LinkedHashSet<>();
    private volatile boolean broken;
    private LabRun run;

    WatchPoints(Arguments arguments, PrintStream out) throws UsageException {
        this.out = out;
        for (String text : arguments.values(BREAK)) {
            breaks.add(read(BREAK, text));
        }
        for (String text : arguments.values(WATCH)) {
            read(WATCH, text);
        }
    }

    private Watch read(String option, String text) throws UsageException {
        try {
            Watch watch = Watch.parse(text);
            written.putIfAbsent(watch, option + " '" + text + "'");
            return watch;
        } catch (IllegalArgumentException e) {
            throw new UsageException(option + ": " + e.getMessage());
        }
    }

    /** Looks whether they can come in a run of that lab. */
    void checkFor(Lab lab) throws UsageException {
        for (Watch watch : written.keySet()) {
            ask(watch, () -> watch.checkFor(lab));
        }
    }

    RunOptions options(RunOptions options) {
        return written.keySet().stream().anyMatch(Watch.AtStage.class::isInstance) ? options.withProbes() : options;
    }

    /** Lets a run that has not begun wait for them. */
    void attach(LabRun run) throws UsageException {
        this.run = run;
        for (Watch watch : written.keySet()) {
            ask(watch, () -> run.watch(watch));
        }
        run.addListener(this);
    }

    private void ask(Watch watch, Runnable question) throws UsageException {
        try {
            question.run();
        } catch (IllegalArgumentException e) {
            throw new UsageException(written.get(watch) + ": " + e.getMessage());
        }
    }

    @Override
    public void watched(Watch watch, long time, String found) {
        out.println(Progress.clear() + TraceText.seconds(time) + "  " + watch + (found.isEmpty() ? "" : ": " + found));
        if (breaks.contains(watch)) {
            broken = true;
            run.stop();
        } else {
            run.start();
        }
    }

    /** Whether a break ended the run. */
    boolean broken() {
        return broken;
    }

    /** Whether there were breaks, none of which came; it is complained of. */
    boolean inVain(Stage stage) {
        boolean vain = !breaks.isEmpty() && !broken;
        if (vain) {
            breaks.forEach(watch -> stage.complain(written.get(watch) + ": it did not come to that"));
        }
        return vain;
    }
}
