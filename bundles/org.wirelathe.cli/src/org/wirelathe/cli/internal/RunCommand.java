package org.wirelathe.cli.internal;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.wirelathe.lab.LabException;
import org.wirelathe.lab.LabRun;
import org.wirelathe.lab.Labs;
import org.wirelathe.lab.RunOptions;
import org.wirelathe.lab.RunResult;
import org.wirelathe.lab.Trace;
import org.wirelathe.lab.TraceRequest;
import org.wirelathe.model.Lab;
import org.wirelathe.model.Problem;
import org.wirelathe.model.Quantity;
import org.wirelathe.model.QuantityException;

/** {@code run}: runs a lab to its end, and says what came of it. */
final class RunCommand {
    private final Stage stage;
    private final Labs labs;
    private final Arguments arguments;

    RunCommand(Stage stage, Labs labs, Arguments arguments) {
        this.stage = stage;
        this.labs = labs;
        this.arguments = arguments;
    }

    int execute() throws UsageException, InterruptedException {
        if (arguments.has("--real-time")) {
            throw new UsageException("--real-time is not there yet; without it the lab runs in virtual time");
        }
        String name = arguments.operand();
        LabText text = new LabText(name, labs.vocabulary());
        text.problems().stream().filter(problem -> !problem.isError())
                .forEach(problem -> stage.err().println(warning(problem)));
        text.sound();
        settings(new Settings(text));
        Lab lab = text.sound();
        WatchPoints points = new WatchPoints(arguments, stage.out());
        points.checkFor(lab);
        Path folder = folder(text, lab);
        boolean quiet = arguments.has("--quiet");
        RunOptions options =
                points.options(options(new RunOptions(name, text.folder(), Optional.of(folder)).with(repeat())));
        try (LabRun run = labs.prepare(lab, options);
                Interrupt interrupt = Interrupt.of(run)) {
            points.attach(run);
            run.start();
            if (!quiet) {
                Progress.show(run, stage);
            }
            RunResult result = run.await();
            if (!quiet) {
                new Summary(result).print(stage.out());
            }
            result.failure().ifPresent(stage::complain);
            boolean traced = traced(run);
            boolean came = interrupt.status().isPresent() || !points.inVain(stage);
            boolean held = points.broken() ? result.failure().isEmpty() : result.ok();
            return interrupt.status().orElse(traced && came && held ? Stage.DONE : Stage.BROKEN_PROMISE);
        } catch (LabException e) {
            throw text.placed(e);
        }
    }

    private RunOptions options(RunOptions options) throws UsageException {
        String trace = arguments.value("--trace").orElse("");
        try {
            return trace.isEmpty() ? options : options.tracing(TraceRequest.parse(trace));
        } catch (IllegalArgumentException e) {
            throw new UsageException("--trace: " + e.getMessage());
        }
    }

    /** What somebody has to type beside the file's name for the same run; the seed is known without it. */
    private List<String> repeat() {
        List<String> words = new ArrayList<>();
        for (String option : List.of("--until", "--set")) {
            for (String value : arguments.values(option)) {
                words.add(option);
                words.add(value);
            }
        }
        return words;
    }

    /** Prints the way of the byte that was asked for; false when there is none to be printed. */
    private boolean traced(LabRun run) {
        Optional<Trace> trace = run.trace().join();
        Optional<String> trouble = trace.flatMap(Trace::trouble);
        trouble.ifPresent(sentence -> stage.complain("--trace: " + sentence));
        if (trouble.isEmpty()) {
            trace.ifPresent(found -> new TraceText(found).print(stage.out()));
        }
        return trouble.isEmpty();
    }

    private static String warning(Problem problem) {
        return problem.file() + ":" + problem.line() + ":" + problem.column() + ": warning: " + problem.message();
    }

    private void settings(Settings settings) throws UsageException {
        String until = arguments.value("--until").orElse("");
        if (!until.isEmpty()) {
            try {
                Quantity.TIME.parse(until);
            } catch (QuantityException e) {
                throw new UsageException("--until " + until + ": " + e.getMessage());
            }
            settings.set("--until " + until, "run.until", until);
        }
        String seed = arguments.value("--seed").orElse("");
        if (!seed.isEmpty()) {
            settings.set("--seed " + seed, "run.seed", seed);
        }
        for (String assignment : arguments.values("--set")) {
            settings.set(assignment);
        }
    }

    private Path folder(LabText text, Lab lab) throws UsageException {
        String out = arguments.value("--out").orElse("");
        try {
            return out.isEmpty() ? stage.home().resolve("runs").resolve(text.shortName() + "-" + lab.run().seed())
                    : Path.of(out);
        } catch (InvalidPathException e) {
            throw new UsageException("--out " + out + ": that is no name of a folder");
        }
    }
}
