package org.wirelathe.ui.network;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Remembers a table from look to look, and marks for a while what is another than it was. */
public final class Marks {
    /** How long a mark is to be seen, ns of our time. */
    static final long LINGER = 6_000_000_000L;

    /** What became of a line since the last look. */
    public enum Mark {
        NONE(""), NEW("new"), CHANGED("changed"), GONE("gone");

        private final String word;

        Mark(String word) {
            this.word = word;
        }

        /** In a word; nothing for {@link #NONE}. */
        public String word() {
            return word;
        }
    }

    /** A line, and what became of it. */
    public record Marked(Line line, Mark mark) {
    }

    private record Gone(Line line, int place) {
    }

    private record Since(Mark mark, long time) {
    }

    private Map<String, Line> known;
    private final Map<String, Since> marks = new HashMap<>();
    private final Map<String, Gone> gone = new LinkedHashMap<>();

    /** Whether {@link #look} would find another table than the last time; the first table is what others differ from. */
    public boolean differs(List<Line> lines) {
        if (known == null) {
            known = byKey(lines);
            return false;
        }
        Map<String, Line> now = byKey(lines);
        return !now.keySet().equals(known.keySet())
                || now.values().stream().anyMatch(line -> !line.state().equals(known.get(line.key()).state()));
    }

    /**
     * Looks at the table.
     *
     * @param time {@link System#nanoTime}
     * @return its lines in the same order, and for a while those that are gone where they were
     */
    public List<Marked> look(List<Line> lines, long time) {
        Map<String, Line> now = byKey(lines);
        if (known != null) {
            compare(now, time);
        }
        known = now;
        marks.values().removeIf(since -> time - since.time() > LINGER);
        gone.keySet().retainAll(marks.keySet());
        List<Marked> shown = new ArrayList<>();
        for (Line line : now.values()) {
            Since since = marks.get(line.key());
            shown.add(new Marked(line, since == null ? Mark.NONE : since.mark()));
        }
        for (Gone line : gone.values()) {
            shown.add(Math.min(line.place(), shown.size()), new Marked(line.line(), Mark.GONE));
        }
        return shown;
    }

    private void compare(Map<String, Line> now, long time) {
        int place = 0;
        for (Line before : known.values()) {
            Line after = now.get(before.key());
            if (after == null) {
                marks.put(before.key(), new Since(Mark.GONE, time));
                gone.put(before.key(), new Gone(before, place));
            } else if (!after.state().equals(before.state())) {
                marks.put(before.key(), new Since(Mark.CHANGED, time));
            }
            place++;
        }
        for (String key : now.keySet()) {
            if (!known.containsKey(key)) {
                marks.put(key, new Since(Mark.NEW, time));
                gone.remove(key);
            }
        }
    }

    /** Whether something is marked, as of the last look. */
    public boolean isMarked() {
        return !marks.isEmpty();
    }

    private static Map<String, Line> byKey(List<Line> lines) {
        Map<String, Line> map = new LinkedHashMap<>();
        lines.forEach(line -> map.putIfAbsent(line.key(), line));
        return map;
    }
}
