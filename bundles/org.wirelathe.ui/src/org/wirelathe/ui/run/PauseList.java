package org.wirelathe.ui.run;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.wirelathe.lab.LabRun;
import org.wirelathe.lab.RunOptions;
import org.wirelathe.lab.Watch;
import org.wirelathe.ui.editor.LabSession;

/** What the runs of one lab stand still for; kept from run to run. On the display's thread. */
public final class PauseList {
    private final LabSession session;
    private final RunController runs;
    private final Set<Watch> all = new LinkedHashSet<>();
    private String reason = "";

    PauseList(LabSession session, RunController runs) {
        this.session = session;
        this.runs = runs;
    }

    /** In the order in which they were added. */
    public List<Watch> all() {
        return List.copyOf(all);
    }

    /**
     * Looks whether that can come: in the run that is on, or in the lab as it is now.
     *
     * @throws IllegalArgumentException with a sentence, when it cannot
     */
    public void check(Watch watch) {
        if (runs.isAlive() && !isForTheNextRun(watch)) {
            runs.run().orElseThrow().check(watch);
        } else {
            session.document().lab().ifPresent(watch::checkFor);
        }
    }

    /** Whether the run that is on cannot tell of that, because it began without telling of stages. */
    public boolean isForTheNextRun(Watch watch) {
        return runs.isAlive() && watch instanceof Watch.AtStage && !runs.run().orElseThrow().options().probes();
    }

    /** @throws IllegalArgumentException with a sentence, when that cannot come */
    public void add(Watch watch) {
        check(watch);
        if (all.add(watch) && runs.isAlive() && !isForTheNextRun(watch)) {
            runs.run().orElseThrow().watch(watch);
        }
        runs.reconsider();
    }

    public void remove(Watch watch) {
        all.remove(watch);
        if (runs.isAlive()) {
            runs.run().orElseThrow().unwatch(watch);
        }
        runs.reconsider();
    }

    /** Why the run stands still, in words; empty when it goes on, or stands for another reason. */
    public String reason() {
        return reason;
    }

    void goOn() {
        reason = "";
    }

    RunOptions options(RunOptions options) {
        return all.stream().anyMatch(Watch.AtStage.class::isInstance) ? options.withProbes() : options;
    }

    /** Lets a run that has not begun wait for all of them; the lab may have changed since they were added. */
    void attach(LabRun run) {
        reason = "";
        for (Watch watch : all) {
            try {
                run.watch(watch);
            } catch (IllegalArgumentException never) {
                runs.note("Will not pause when \u201c" + watch + "\u201d: " + never.getMessage(), true);
            }
        }
    }

    void came(Watch watch, long time, String found) {
        String text = watch + (found.isEmpty() ? "" : ": " + found);
        reason = reason.isEmpty() ? text : reason + "; " + text; // several may come by one event
        runs.note(String.format(Locale.ROOT, "%12.6f s  %-8s  %s", time / 1e9, "pause", text), false);
        runs.reconsider();
    }
}
