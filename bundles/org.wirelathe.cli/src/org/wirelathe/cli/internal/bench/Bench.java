package org.wirelathe.cli.internal.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;
import org.wirelathe.api.app.Application;
import org.wirelathe.lab.LabException;
import org.wirelathe.lab.LabRun;
import org.wirelathe.lab.Labs;
import org.wirelathe.lab.RunOptions;
import org.wirelathe.model.Lab;
import org.wirelathe.model.LabFile;
import org.wirelathe.model.Problem;

/**
 * Measures this house: labs of known shape, first in a cold JVM, then when the compiler is done. Everything that a run
 * without results folder and digest does is included: rings, interrupts, counters, the recorder's samples.
 */
public final class Bench {
    private static final int BUILDS = 5;

    private final Labs labs;
    private final Consumer<String> progress;

    /** @param progress hears what is going on, a line at a time */
    public Bench(Labs labs, Consumer<String> progress) {
        this.labs = labs;
        this.progress = progress;
    }

    /** Whether there is a lab to measure of that name. */
    public static boolean knows(String what) {
        return List.of("hops", "tcp", "tree").contains(what);
    }

    /** Measures one thing, or, with an empty name, everything; the application of the load is there meanwhile. */
    public List<Measured> run(String what, BundleContext context) throws LabException, InterruptedException {
        ServiceRegistration<Application> flood = context.registerService(Application.class, new Flood(), null);
        try {
            List<Measured> all = new ArrayList<>();
            boolean whole = what.isEmpty();
            if (whole || what.equals("hops")) {
                all.add(measure(BenchLab.twoHops()));
            }
            if (whole || what.equals("tcp")) {
                all.add(measure(BenchLab.transfer()));
            }
            for (BenchLab tree : whole || what.equals("tree") ? BenchLab.trees() : List.<BenchLab>of()) {
                if (read(tree).isEmpty()) {
                    progress.accept(tree.name() + ": cannot be built yet");
                } else {
                    all.add(measure(tree));
                }
            }
            return all;
        } finally {
            flood.unregister();
        }
    }

    private Optional<Lab> read(BenchLab bench) {
        var parsed = LabFile.parse(bench.text(), bench.name(), labs.vocabulary());
        parsed.problems().stream().filter(Problem::isError).findFirst()
                .ifPresent(problem -> progress.accept(
                        bench.name() + ": line " + problem.line() + ": " + problem.message()));
        return parsed.problems().stream().anyMatch(Problem::isError) ? Optional.empty() : parsed.lab();
    }

    private Measured measure(BenchLab bench) throws LabException, InterruptedException {
        Lab lab = read(bench).orElseThrow(() ->
                new LabException("the lab '" + bench.name() + "' of this program has errors"));
        progress.accept(bench.name() + ": building");
        long begin = System.nanoTime();
        LabRun run = prepare(lab);
        long first = System.nanoTime() - begin;
        Reading cold;
        Reading steady;
        try {
            progress.accept(bench.name() + ": running");
            Reading start = Reading.of(run);
            cold = Reading.at(run, bench.cold()).since(start);
            Reading warm = Reading.at(run, bench.warm());
            steady = Reading.at(run, bench.warm() + bench.steady()).since(warm);
        } finally {
            run.close();
        }
        long best = first;
        for (int i = 1; i < BUILDS; i++) {
            begin = System.nanoTime();
            LabRun again = prepare(lab);
            best = Math.min(best, System.nanoTime() - begin);
            again.close();
        }
        int interfaces = lab.nodes().stream().mapToInt(node -> node.interfaces().size()).sum();
        return new Measured(bench.name(), bench.load(), interfaces, first, best, cold, steady);
    }

    private LabRun prepare(Lab lab) throws LabException {
        return labs.prepare(lab, RunOptions.unrecorded(Path.of("")).withoutDigest());
    }
}
