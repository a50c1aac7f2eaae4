package org.wirelathe.wire.filter;

import java.util.ArrayList;
import java.util.List;

/** A filter word by word; {@code &&}, {@code ||} and {@code !} come as {@code and}, {@code or} and {@code not}. */
final class FilterWords {
    /** Behind the last word. */
    static final String END = "";

    private final List<String> words = new ArrayList<>();
    private final List<Integer> columns = new ArrayList<>();
    private int next;

    FilterWords(String text) throws FilterException {
        int at = 0;
        while (at < text.length()) {
            char c = text.charAt(at);
            if (Character.isWhitespace(c)) {
                at++;
            } else if (c == '(' || c == ')' || c == '!') {
                add(c == '!' ? "not" : String.valueOf(c), at);
                at++;
            } else if (c == '&' || c == '|') {
                if (at + 1 == text.length() || text.charAt(at + 1) != c) {
                    throw new FilterException(at + 1, "'" + c + "' stands alone; write '" + c + c + "' or '"
                            + (c == '&' ? "and" : "or") + "'");
                }
                add(c == '&' ? "and" : "or", at);
                at += 2;
            } else {
                int end = at;
                while (end < text.length() && !Character.isWhitespace(text.charAt(end))
                        && "()!&|".indexOf(text.charAt(end)) < 0) {
                    end++;
                }
                add(text.substring(at, end), at);
                at = end;
            }
        }
        add(END, text.length());
    }

    private void add(String word, int at) {
        words.add(word);
        columns.add(at + 1);
    }

    /** The word that comes, or {@link #END}. */
    String peek() {
        return words.get(next);
    }

    /** The word {@code ahead} places further on. */
    String peek(int ahead) {
        return words.get(Math.min(next + ahead, words.size() - 1));
    }

    String take() {
        String word = words.get(next);
        next = Math.min(next + 1, words.size() - 1);
        return word;
    }

    /** Takes the word when it is that one. */
    boolean took(String word) {
        boolean same = peek().equals(word);
        if (same) {
            take();
        }
        return same;
    }

    /** Whether nothing comes that belongs to a test. */
    boolean atEndOfTest() {
        return switch (peek()) {
            case END, ")", "and", "or" -> true;
            default -> false;
        };
    }

    /** Where the word that comes begins, counted from 1. */
    int column() {
        return columns.get(next);
    }

    /** Trouble with the word that comes. */
    FilterException trouble(String sentence) {
        return new FilterException(column(), sentence);
    }

    /** How to name the word that comes in a sentence. */
    String shown() {
        return peek().equals(END) ? "the end" : "'" + peek() + "'";
    }
}
