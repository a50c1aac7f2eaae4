package org.wirelathe.tests.lab;

import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.util.tracker.ServiceTracker;
import org.wirelathe.lab.LabException;
import org.wirelathe.lab.LabRun;
import org.wirelathe.lab.Labs;
import org.wirelathe.lab.RunOptions;
import org.wirelathe.lab.RunResult;
import org.wirelathe.model.Lab;
import org.wirelathe.model.edit.LabDocument;

/** Runs labs with the services of this framework. */
final class Bench {
    private static final long PATIENCE_MS = 10_000;

    private final Labs labs;

    Bench() throws InterruptedException {
        BundleContext context = FrameworkUtil.getBundle(Bench.class).getBundleContext();
        ServiceTracker<Labs, Labs> tracker = new ServiceTracker<>(context, Labs.class, null);
        tracker.open();
        labs = tracker.waitForService(PATIENCE_MS);
        assertNotNull(labs, "no lab in this framework");
    }

    Labs labs() {
        return labs;
    }

    static Path examples() {
        return Path.of(System.getProperty("wirelathe.examples"));
    }

    /** An example with other text in places: pairs of what stands there and what is to stand there. */
    Lab example(String name, String... replacements) throws IOException {
        String text = Files.readString(examples().resolve(name + ".yaml"));
        for (int i = 0; i < replacements.length; i += 2) {
            assertTrue(text.contains(replacements[i]), name + " does not contain " + replacements[i]);
            text = text.replace(replacements[i], replacements[i + 1]);
        }
        return lab(text);
    }

    Lab lab(String text) {
        LabDocument document = new LabDocument(text, "lab.yaml", labs.vocabulary(), Optional.of(examples()));
        assertTrue(document.current(), () -> "problems: " + document.problems());
        return document.lab().orElseThrow();
    }

    LabRun prepare(Lab lab) throws LabException {
        return labs.prepare(lab, RunOptions.unrecorded(examples()));
    }

    /** Runs a lab to its end without leaving anything on disk; every layer's counters balance. */
    RunResult run(Lab lab) throws LabException, InterruptedException {
        try (LabRun run = prepare(lab)) {
            run.start();
            return balanced(run.await());
        }
    }

    private static RunResult balanced(RunResult result) {
        Balance.assertHolds(result);
        return result;
    }

    /** Runs a lab to its end, with results. */
    RunResult run(Lab lab, Path folder) throws LabException, InterruptedException {
        try (LabRun run = labs.prepare(lab, RunOptions.unrecorded(examples()).into(folder))) {
            run.start();
            return balanced(run.await());
        }
    }

    /** Everything was promised, and held; nothing leaked. */
    static void assertSound(RunResult result) {
        assertTrue(result.failure().isEmpty(), () -> result.failure().orElseThrow());
        List<String> notDone = result.apps().stream().filter(app -> !app.result().ok())
                .map(app -> app.on() + ": " + app.result().summary()).toList();
        assertTrue(result.ok(), () -> "not done: " + notDone + ", transfers " + result.transfers());
    }
}
