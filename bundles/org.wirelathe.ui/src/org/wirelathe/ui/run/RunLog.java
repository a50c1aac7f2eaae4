package org.wirelathe.ui.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.wirelathe.lab.JournalEntry;

/** What was said about the runs of one lab, for a console that may be opened later. */
public final class RunLog {
    /** Older lines go when there are more than this. */
    private static final int MOST = 5000;

    /** What a line is. */
    public enum Kind {
        /** Said about a run. */
        PLAIN,
        /** An entry of its journal. */
        JOURNAL,
        /** Something failed. */
        TROUBLE
    }

    /** A line. */
    public record Line(String text, Kind kind) {
    }

    private final List<Line> lines = new ArrayList<>();

    /** The oldest first. */
    public List<Line> lines() {
        return List.copyOf(lines);
    }

    /** Forgets everything. */
    public void clear() {
        lines.clear();
    }

    Line add(String text, Kind kind) {
        Line line = new Line(text, kind);
        lines.add(line);
        if (lines.size() > MOST) {
            lines.subList(0, lines.size() - MOST).clear();
        }
        return line;
    }

    static String text(JournalEntry entry) {
        return String.format(
                Locale.ROOT,
                "%12.6f s  %-8s  %s  %s",
                entry.time() / 1e9,
                entry.kind(),
                entry.subject(),
                entry.detail());
    }
}
