package org.wirelathe.lab.internal.report;

import java.util.ArrayList;
import java.util.List;
import org.wirelathe.lab.RunResult;
import org.wirelathe.lab.RunResult.App;
import org.wirelathe.lab.RunResult.Transfer;

/** A run's outcome in one sentence. */
final class Verdict {
    private Verdict() {
    }

    static String of(RunResult result) {
        List<String> faults = faults(result);
        if (faults.isEmpty()) {
            return "Everything that was promised held; " + switch (result.ending()) {
                case DONE -> "the run ended when every application was done.";
                case UNTIL -> "the run ended at the time that the lab sets.";
                case STOPPED -> "the run was stopped.";
                case FAILED -> "yet the run could not go on.";
            };
        }
        int more = faults.size() - 1;
        return more == 0 ? faults.getFirst() : faults.getFirst() + " (and " + more + " more below)";
    }

    private static List<String> faults(RunResult result) {
        List<String> faults = new ArrayList<>();
        result.failure().ifPresent(faults::add);
        for (App app : result.apps()) {
            if (!app.result().ok()) {
                faults.add(app.run() + " on " + app.on() + ": " + app.result().summary());
            }
        }
        for (Transfer transfer : result.transfers()) {
            if (!transfer.equal()) {
                faults.add("what " + transfer.from() + " sent is not what " + transfer.to() + " received");
            }
        }
        return faults;
    }
}
