package org.wirelathe.model.internal.draft;

import java.util.ArrayList;
import java.util.List;
import org.wirelathe.model.Problem;
import org.wirelathe.model.Severity;
import org.wirelathe.model.internal.yaml.LineMap;
import org.wirelathe.model.internal.yaml.SyntaxProblem;
import org.wirelathe.model.internal.yaml.Yaml;
import org.wirelathe.model.internal.yaml.YamlText;

/** Collects the problems of one text. */
public final class Report {
    private final String file;
    private final String text;
    private final LineMap lines;
    private final List<Problem> problems = new ArrayList<>();

    /** Starts with what is wrong with the text as YAML. */
    public Report(String file, YamlText yaml) {
        this.file = file;
        this.text = yaml.text();
        this.lines = yaml.lines();
        for (SyntaxProblem problem : yaml.problems()) {
            add(
                    Severity.ERROR,
                    problem.offset(),
                    problem.offset() + problem.length(),
                    problem.code(),
                    problem.message());
        }
    }

    /** The lab cannot run; {@code at} is what is wrong. */
    public void error(Yaml at, String code, String message) {
        add(Severity.ERROR, at.start(), at.end(), code, message);
    }

    /** The lab can run, but hardly as meant. */
    public void warning(Yaml at, String code, String message) {
        add(Severity.WARNING, at.start(), at.end(), code, message);
    }

    /** The number, from 1, of the line where {@code at} starts. */
    public int line(Yaml at) {
        return lines.line(at.start()) + 1;
    }

    /** True when the lab cannot run. */
    public boolean hasErrors() {
        return problems.stream().anyMatch(Problem::isError);
    }

    /** Every problem in the order of the text; the same one is there once. */
    public List<Problem> problems() {
        return problems.stream().distinct().sorted(Problem.BY_POSITION).toList();
    }

    /** A problem marks no more than the line where it starts. */
    private void add(Severity severity, int start, int end, String code, String message) {
        int from = Math.min(start, text.length());
        int line = lines.line(from);
        int last = Math.min(Math.max(from, end), lines.start(line + 1));
        while (last > from && Character.isWhitespace(text.charAt(last - 1))) {
            last--;
        }
        int column = from - lines.start(line) + 1;
        problems.add(
                new Problem(severity, file, line + 1, column, from, last - from, message, code));
    }
}
