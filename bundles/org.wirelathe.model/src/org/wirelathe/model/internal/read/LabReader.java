package org.wirelathe.model.internal.read;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.wirelathe.model.Event;
import org.wirelathe.model.Lab;
import org.wirelathe.model.ParseResult;
import org.wirelathe.model.Run;
import org.wirelathe.model.Vocabulary;
import org.wirelathe.model.internal.check.Checks;
import org.wirelathe.model.internal.check.Context;
import org.wirelathe.model.internal.draft.Draft;
import org.wirelathe.model.internal.draft.DraftReader;
import org.wirelathe.model.internal.draft.Report;
import org.wirelathe.model.internal.yaml.TreeSource;
import org.wirelathe.model.internal.yaml.Yaml.Mapping;
import org.wirelathe.model.internal.yaml.Yaml;
import org.wirelathe.model.internal.yaml.YamlText;

/** Makes a lab of a tree. */
public final class LabReader {
    /**
     * What a text says.
     *
     * @param sound what can be made of it, with holes where it has errors
     */
    public record Reading(ParseResult result, Lab sound) {}

    private static final Lab NOTHING =
            new Lab(
                    "",
                    List.of(),
                    List.of(),
                    List.of(),
                    List.of(),
                    List.of(),
                    Run.DEFAULT,
                    Map.of());

    private LabReader() {}

    /** Reads and checks; whatever the tree is, there is a result. */
    public static Reading read(
            YamlText yaml, String fileName, Vocabulary vocabulary, Optional<Path> folder) {
        Report report = new Report(fileName, yaml);
        TreeSource source = new TreeSource(yaml.root());
        if (!(yaml.root() instanceof Mapping root)) {
            report.error(
                    yaml.root(),
                    "not-a-table",
                    "a lab file is a table: start with `lab: A title` and `nodes:`");
            return new Reading(
                    new ParseResult(Optional.empty(), report.problems(), source), NOTHING);
        }
        if (yaml.whole() && root.entries().isEmpty()) {
            report.error(
                    start(),
                    "empty",
                    "there is no lab here: start with `lab: A title` and `nodes:`");
            return new Reading(
                    new ParseResult(Optional.empty(), report.problems(), source), NOTHING);
        }
        Draft draft = draft(yaml, root, report, vocabulary);
        List<Event> events = Checks.run(new Context(draft, report, vocabulary, folder));
        Lab sound = draft.lab(events);
        Optional<Lab> lab = report.hasErrors() ? Optional.empty() : Optional.of(sound);
        return new Reading(new ParseResult(lab, report.problems(), source), sound);
    }

    private static Draft draft(YamlText yaml, Mapping root, Report report, Vocabulary vocabulary) {
        return new DraftReader(report, vocabulary).read(root, start(), yaml.damaged());
    }

    private static Yaml start() {
        return new Yaml.Scalar(0, 0, "", Yaml.Style.PLAIN);
    }
}
