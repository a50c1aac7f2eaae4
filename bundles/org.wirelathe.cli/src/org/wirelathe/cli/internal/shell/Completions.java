package org.wirelathe.cli.internal.shell;

import java.util.ArrayList;
import java.util.List;

/** What could be typed next, for the simpler commands. */
final class Completions {
    private Completions() {
    }

    /** One of these words, and nothing behind it. */
    static Verb.Completion of(String... words) {
        return before -> before.isEmpty() ? List.of(words) : List.of();
    }

    /** A list with more words. */
    static List<String> with(List<String> list, String... words) {
        List<String> all = new ArrayList<>(list);
        all.addAll(List.of(words));
        return all;
    }
}
