package org.wirelathe.cli.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceReference;
import org.wirelathe.api.net.PrefixTables;
import org.wirelathe.cli.internal.Syntax.Operand;
import org.wirelathe.cli.internal.Syntax.Option;
import org.wirelathe.cli.internal.bench.Bench;
import org.wirelathe.cli.internal.bench.Measured;
import org.wirelathe.cli.internal.bench.RouteBench;
import org.wirelathe.cli.internal.bench.RouteFigures;
import org.wirelathe.lab.LabException;
import org.wirelathe.lab.Labs;

/** {@code bench}: how fast this house is on this machine. */
final class BenchCommand {
    private static final String WHAT = "hops, tcp, tree or routes";
    private static final String ROUTES = "routes";
    static final Syntax SYNTAX = new Syntax("bench", "Measures how fast labs are built and run on this machine.",
            new Operand("WHAT", false, WHAT + "; all of them when not given"), List.of(
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
        String what = arguments.operand();
        if (!what.isEmpty() && !what.equals(ROUTES) && !Bench.knows(what)) {
            throw new UsageException("there is nothing to measure called '" + what + "'; write " + WHAT);
        }
        Path out = out();
        List<Measured> measured = List.of();
        List<RouteFigures> routes = List.of();
        BundleContext context = FrameworkUtil.getBundle(BenchCommand.class).getBundleContext();
        try {
            if (!what.equals(ROUTES)) {
                measured = new Bench(labs, stage.err()::println).run(what, context);
                print(measured);
            }
            if (what.isEmpty() || what.equals(ROUTES)) {
                routes = new RouteBench(tables(context), stage.err()::println).run();
                printRoutes(routes);
            }
        } catch (LabException e) {
            stage.complain(e.getMessage());
            return Stage.BROKEN_PROMISE;
        }
        if (out != null) {
            write(out, measured, routes);
        }
        return Stage.DONE;
    }

    private static PrefixTables tables(BundleContext context) throws UsageException {
        ServiceReference<PrefixTables> reference = context.getServiceReference(PrefixTables.class);
        if (reference == null) {
            throw new UsageException("there is no routing table: the bundle org.wirelathe.ip is missing");
        }
        return context.getService(reference);
    }

    private void print(List<Measured> all) {
        Table table = new Table();
        table.row(Measured.titles());
        all.forEach(measured -> table.row(measured.cells()));
        table.print(stage.out(), "");
        stage.out().println("cold, steady: million frame-hops per second of the run thread's CPU; allocated, events:"
                + " per frame-hop, steady");
        stage.out().println("included: rings, interrupts, counters, samples each 100 ms; no captures, no digest");
    }

    private void printRoutes(List<RouteFigures> all) {
        Table table = new Table();
        table.row(RouteFigures.titles());
        all.forEach(figures -> table.row(figures.cells()));
        table.print(stage.out(), "");
        stage.out().println("build, change: CPU time, one prefix after the other; per route: heap after a collection");
        stage.out().println("anywhere, routed: million lookups per second of CPU, of random addresses of the family and"
                + " of random addresses in prefixes");
    }

    private Path out() throws UsageException {
        String name = arguments.value("--out").orElse("");
        try {
            return name.isEmpty() ? null : Path.of(name);
        } catch (InvalidPathException e) {
            throw new UsageException("--out " + name + ": that is no name of a file");
        }
    }

    private static void write(Path out, List<Measured> measured, List<RouteFigures> routes) throws UsageException {
        StringBuilder json = new StringBuilder("{\n  \"java\": \"" + Runtime.version() + "\",\n  \"labs\": [");
        append(json, measured.stream().map(Measured::values).toList());
        json.append("],\n  \"routes\": [");
        append(json, routes.stream().map(RouteFigures::values).toList());
        json.append("]\n}\n");
        try {
            if (out.toAbsolutePath().getParent() != null) {
                Files.createDirectories(out.toAbsolutePath().getParent());
            }
            Files.writeString(out, json);
        } catch (IOException e) {
            throw new UsageException("cannot write " + out + ": " + e.getMessage() + "; name another file");
        }
    }

    private static void append(StringBuilder json, List<Map<String, Object>> all) {
        String comma = "\n";
        for (Map<String, Object> values : all) {
            json.append(comma).append("    {");
            String between = "";
            for (Map.Entry<String, Object> entry : values.entrySet()) {
                json.append(between).append('"').append(entry.getKey()).append("\": ");
                json.append(entry.getValue() instanceof String text ? '"' + text + '"' : entry.getValue());
                between = ", ";
            }
            json.append('}');
            comma = ",\n";
        }
        json.append(all.isEmpty() ? "" : "\n  ");
    }
}
