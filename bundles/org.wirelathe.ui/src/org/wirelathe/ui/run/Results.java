package org.wirelathe.ui.run;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.wirelathe.lab.RunOptions;
import org.wirelathe.lab.RunResult;
import org.wirelathe.model.Lab;
import org.wirelathe.ui.editor.LabSession;

/** Where the results of a run go, and what is said about them. */
final class Results {
    /** A line for the console. */
    record Line(String text, boolean trouble) {
    }

    private Results() {
    }

    /** As on the command line: beside the lab file, in {@code runs/NAME-SEED}. A lab without a file leaves nothing. */
    static RunOptions options(LabSession session, Lab lab) {
        if (session.file().isEmpty()) {
            return RunOptions.unrecorded(Path.of(System.getProperty("user.home")));
        }
        Path file = session.file().get();
        String name = file.getFileName().toString().replaceFirst("\\.ya?ml$", "");
        Path results = file.resolveSibling("runs").resolve(name + "-" + lab.run().seed());
        return new RunOptions(file.getFileName().toString(), file.getParent(), Optional.of(results));
    }

    static List<Line> lines(RunResult result) {
        List<Line> lines = new ArrayList<>();
        result.failure().ifPresent(sentence -> lines.add(new Line(sentence, true)));
        for (RunResult.App app : result.apps()) {
            lines.add(new Line(app.on() + ": " + app.result().summary(), !app.result().ok()));
        }
        for (RunResult.Flow flow : result.flows()) {
            String line = String.format(
                    Locale.ROOT,
                    "%s \u2192 %s: %s, %s, %d retransmitted",
                    flow.report().local(),
                    flow.report().remote(),
                    flow.report().congestion(),
                    Figures.rate(flow.goodput()),
                    flow.report().retransmits());
            lines.add(new Line(line, false));
        }
        String summary = String.format(
                Locale.ROOT,
                "%s after %s of virtual time, %s of ours; %,d events, %,d frames",
                ending(result),
                Figures.time(result.virtualTime()),
                Figures.time(result.cost().wallTime()),
                result.events(),
                result.frames());
        lines.add(new Line(summary, result.ending() == RunResult.Ending.FAILED));
        lines.add(new Line("digest " + result.digest(), false));
        result.folder().ifPresent(folder -> lines.add(new Line("results in " + folder, false)));
        return lines;
    }

    static String ending(RunResult result) {
        return switch (result.ending()) {
            case DONE -> "Done";
            case UNTIL -> "Ended at the lab's time limit";
            case STOPPED -> "Stopped";
            case FAILED -> "Broke off";
        };
    }
}
