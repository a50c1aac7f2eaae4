package org.wirelathe.model.edit;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Collects text changes; what lies inside of a larger deletion goes with it. */
final class Changes {
    private final List<TextChange> found = new ArrayList<>();

    void replace(int from, int to, String replacement) {
        found.add(new TextChange(from, to - from, replacement));
    }

    void insert(int at, String text) {
        replace(at, at, text);
    }

    void delete(int from, int to) {
        replace(from, to, "");
    }

    /** In the order of the text; at one place in the order of their making. */
    List<TextChange> list() {
        List<TextChange> sorted = new ArrayList<>(found);
        sorted.sort(
                Comparator.comparingInt(TextChange::offset)
                        .thenComparing(Comparator.comparingInt(Changes::rank)));
        List<TextChange> kept = new ArrayList<>();
        int done = -1;
        for (TextChange change : sorted) {
            boolean goesOn =
                    change.offset() == done && isDeletion(change) && isDeletion(kept.getLast());
            if (change.offset() >= done && !goesOn) {
                kept.add(change);
                done = change.end();
            } else if (change.end() > done) {
                TextChange last = kept.removeLast();
                kept.add(
                        new TextChange(
                                last.offset(),
                                change.end() - last.offset(),
                                last.replacement() + change.replacement()));
                done = change.end();
            }
        }
        return kept;
    }

    private static boolean isDeletion(TextChange change) {
        return change.length() > 0 && change.replacement().isEmpty();
    }

    /** Insertions before the deletion of what follows them; longer deletions first. */
    private static int rank(TextChange change) {
        return change.length() == 0 ? -1 : Integer.MAX_VALUE - change.length();
    }
}
