package org.wirelathe.model;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Finds the word that somebody most likely meant. */
public final class Suggestion {
    private final List<String> words;

    private Suggestion(List<String> words) {
        this.words = words;
    }

    /** Looks among {@code words}; equally near words go by the alphabet. */
    public static Suggestion among(Collection<String> words) {
        return new Suggestion(words.stream().sorted().toList());
    }

    /**
     * The nearest word by edits (insert, delete, replace, swap neighbours; case does not count),
     * when it is near enough to be a slip: at most a third of the longer word, and at least one
     * edit.
     */
    public Optional<String> nearest(String typed) {
        if (typed.length() > 64) {
            return Optional.empty();
        }
        String best = null;
        int least = Integer.MAX_VALUE;
        for (String word : words) {
            int edits = edits(typed.toLowerCase(Locale.ROOT), word.toLowerCase(Locale.ROOT));
            int slip = Math.max(1, Math.max(typed.length(), word.length()) / 3);
            if (edits <= slip && edits < least) {
                best = word;
                least = edits;
            }
        }
        return Optional.ofNullable(best);
    }

    /** Optimal string alignment distance. */
    static int edits(String a, String b) {
        int[] before = new int[b.length() + 1];
        int[] last = new int[b.length() + 1];
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            last[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int change = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
                row[j] = Math.min(last[j - 1] + change, 1 + Math.min(last[j], row[j - 1]));
                if (i > 1
                        && j > 1
                        && a.charAt(i - 1) == b.charAt(j - 2)
                        && a.charAt(i - 2) == b.charAt(j - 1)) {
                    row[j] = Math.min(row[j], before[j - 2] + 1);
                }
            }
            int[] free = before;
            before = last;
            last = row;
            row = free;
        }
        return last[b.length()];
    }
}
