package org.wirelathe.cli.internal.shell;

import java.util.List;
import org.wirelathe.cli.internal.UsageException;

/** The words behind a command, taken one after the other. */
final class Words {
    private static final int MOST_DIGITS = 9;

    private final String usage;
    private final List<String> words;
    private int at;

    /** @param usage how the command is written, for the sentence about a mistake */
    Words(String usage, List<String> words) {
        this.usage = usage;
        this.words = List.copyOf(words);
    }

    boolean isEmpty() {
        return at == words.size();
    }

    /** The next word, without taking it; empty at the end. */
    String peek() {
        return isEmpty() ? "" : words.get(at);
    }

    /** @param what the next word is called in the usage, e.g. {@code NODE} */
    String next(String what) throws UsageException {
        if (isEmpty()) {
            throw wrong(what + " is missing");
        }
        return words.get(at++);
    }

    /** Takes the next word if it is that one. */
    boolean take(String word) {
        boolean there = peek().equals(word);
        if (there) {
            at++;
        }
        return there;
    }

    /** Takes the next word if it is one of the abbreviations of {@code word} that are at least that long. */
    boolean takeShort(String word, int least) {
        String next = peek();
        boolean there = next.length() >= least && word.startsWith(next);
        if (there) {
            at++;
        }
        return there;
    }

    /** All that is left, with one space between. */
    String rest() {
        String rest = String.join(" ", words.subList(at, words.size()));
        at = words.size();
        return rest;
    }

    /** The words up to one of these, or to the end. */
    String until(List<String> ends) {
        int from = at;
        while (!isEmpty() && !ends.contains(peek())) {
            at++;
        }
        return String.join(" ", words.subList(from, at));
    }

    /** A number of what {@code what} says. */
    int number(String what, int least, int most) throws UsageException {
        String word = next(what);
        if (word.matches("\\d{1," + MOST_DIGITS + "}") && Integer.parseInt(word) >= least
                && Integer.parseInt(word) <= most) {
            return Integer.parseInt(word);
        }
        throw new UsageException("'" + word + "' is no " + what + "; it is a number from " + least + " to " + most);
    }

    /** @throws UsageException when words are left */
    void end() throws UsageException {
        if (!isEmpty()) {
            throw wrong("'" + peek() + "' is too much");
        }
    }

    UsageException wrong(String what) {
        return new UsageException(what + "; write: " + usage);
    }
}
