package org.wirelathe.cli.internal;

import java.util.List;
import org.wirelathe.lab.LabException;
import org.wirelathe.lab.Labs;
import org.wirelathe.lab.RunOptions;
import org.wirelathe.model.Problem;

/** {@code check}: every problem of a lab file on a line of its own, in the order of the file. */
final class CheckCommand {
    private final Stage stage;
    private final Labs labs;
    private final String name;

    CheckCommand(Stage stage, Labs labs, String name) {
        this.stage = stage;
        this.labs = labs;
        this.name = name;
    }

    int execute() throws UsageException {
        LabText text = new LabText(name, labs.vocabulary());
        List<Problem> problems = text.problems().stream().sorted(Problem.BY_POSITION).toList();
        problems.forEach(stage.out()::println);
        if (problems.stream().anyMatch(Problem::isError)) {
            return Stage.USAGE;
        }
        try {
            // What the parts themselves object to shows when they are put together.
            labs.prepare(text.sound(), RunOptions.unrecorded(text.folder())).close();
        } catch (LabException e) {
            stage.out().println(text.placed(e).getMessage());
            return Stage.USAGE;
        }
        stage.out().println(name + (problems.isEmpty() ? ": no problems" : ": no errors"));
        return Stage.DONE;
    }
}
