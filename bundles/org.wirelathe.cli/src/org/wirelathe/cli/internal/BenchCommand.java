package org.wirelathe.cli.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.osgi.framework.FrameworkUtil;
import org.wirelathe.cli.internal.Syntax.Operand;
import org.wirelathe.cli.internal.Syntax.Option;
import org.wirelathe.cli.internal.bench.Bench;
import org.wirelathe.cli.internal.bench.Measured;
import org.wirelathe.lab.LabException;
import org.wirelathe.lab.Labs;

/** {@code bench}: how fast this house is on this machine. */
final class BenchCommand {
    static final Syntax SYNTAX = new Syntax("bench", "Measures how fast labs are built and run on this machine.",
            new Operand("WHAT", false, Bench.WHAT + "; all of them when not given"), List.of(
                    Option.value("--out", "FILE", "writes the figures as JSON too: --out bench/here.json")));

    private final Stage stage;
    private final Labs labs;
    private final Arguments arguments;

    BenchCommand(Stage stage, Labs labs, Arguments arguments) {
        this.stage = stage;
        this.labs = labs;
        this.arguments = arguments;
    }

    int execute() throws UsageException, InterruptedException {
        if (!arguments.operand().isEmpty() && !Bench.knows(arguments.operand())) {
            throw new UsageException("there is nothing to measure called '" + arguments.operand() + "'; write "
                    + Bench.WHAT);
        }
        Path out = out();
        List<Measured> all;
        try {
            all = new Bench(labs, line -> stage.err().println(line))
                    .run(arguments.operand(), FrameworkUtil.getBundle(BenchCommand.class).getBundleContext());
        } catch (LabException e) {
            stage.complain(e.getMessage());
            return Stage.BROKEN_PROMISE;
        }
        Table table = new Table();
        table.row(Measured.titles());
        all.forEach(measured -> table.row(measured.cells()));
        table.print(stage.out(), "");
        stage.out().println("cold, steady: million frame-hops per second of the run thread's CPU; allocated, events:"
                + " per frame-hop, steady");
        stage.out().println("included: rings, interrupts, counters, samples each 100 ms; no captures, no digest");
        if (out != null) {
            write(out, all);
        }
        return Stage.DONE;
    }

    private Path out() throws UsageException {
        String name = arguments.value("--out").orElse("");
        try {
            return name.isEmpty() ? null : Path.of(name);
        } catch (InvalidPathException e) {
            throw new UsageException("--out " + name + ": that is no name of a file");
        }
    }

    private static void write(Path out, List<Measured> all) throws UsageException {
        StringBuilder json = new StringBuilder("{\n  \"java\": \"" + Runtime.version() + "\",\n  \"labs\": [");
        String comma = "\n";
        for (Measured measured : all) {
            json.append(comma).append("    {");
            String between = "";
            for (Map.Entry<String, Object> entry : measured.values().entrySet()) {
                json.append(between).append('"').append(entry.getKey()).append("\": ");
                json.append(entry.getValue() instanceof String text ? '"' + text + '"' : entry.getValue());
                between = ", ";
            }
            json.append('}');
            comma = ",\n";
        }
        json.append("\n  ]\n}\n");
        try {
            if (out.toAbsolutePath().getParent() != null) {
                Files.createDirectories(out.toAbsolutePath().getParent());
            }
            Files.writeString(out, json);
        } catch (IOException e) {
            throw new UsageException("cannot write " + out + ": " + e.getMessage() + "; name another file");
        }
    }
}
