package org.wirelathe.model.edit;

import org.wirelathe.model.internal.yaml.LineMap;
import org.wirelathe.model.internal.yaml.Yaml;
import org.wirelathe.model.internal.yaml.YamlText;

/** The text as lines: where they start and end, how they are indented, what follows on them. */
final class Page {
    private final String text;
    private final LineMap lines;
    private final String newline;

    Page(YamlText yaml) {
        this.text = yaml.text();
        this.lines = yaml.lines();
        this.newline = newline(text);
    }

    String text() {
        return text;
    }

    /** The line break that the text uses: that of its first line. */
    String newline() {
        return newline;
    }

    int line(int offset) {
        return lines.line(offset);
    }

    int lineStart(int offset) {
        return lines.start(lines.line(offset));
    }

    /** The offset of the line's break, or the end of the text. */
    int lineEnd(int offset) {
        int end = nextLine(offset);
        while (end > 0 && end > lineStart(offset) && isBreak(text.charAt(end - 1))) {
            end--;
        }
        return end;
    }

    /** The offset of the next line's start, or the end of the text. */
    int nextLine(int offset) {
        return lines.start(lines.line(offset) + 1);
    }

    int column(int offset) {
        return lines.column(offset);
    }

    /** True when the text is empty or its last line has a line break. */
    boolean endsWithBreak() {
        return text.isEmpty() || isBreak(text.charAt(text.length() - 1));
    }

    /** True when nothing but white space stands before {@code offset} on its line. */
    boolean startsLine(int offset) {
        return text.substring(lineStart(offset), offset).isBlank();
    }

    /** True when nothing but white space and a comment follows on the line. */
    boolean endsLine(int offset) {
        int at = skipSpace(offset);
        return at == lineEnd(offset)
                || text.charAt(at) == '#'
                        && (at > offset || offset == 0 || text.charAt(at - 1) == ',');
    }

    /** The first offset from {@code offset} on that is not a space or a tab. */
    int skipSpace(int offset) {
        int at = offset;
        while (at < text.length() && isSpace(text.charAt(at))) {
            at++;
        }
        return at;
    }

    /** The last offset before which, back to {@code offset}, there are only spaces and tabs. */
    int skipSpaceBack(int offset) {
        int at = offset;
        while (at > 0 && isSpace(text.charAt(at - 1))) {
            at--;
        }
        return at;
    }

    /**
     * The comma between {@code from} and {@code to}, outside of comments; -1 when there is none.
     */
    int comma(int from, int to) {
        for (int at = from; at < to; at++) {
            char c = text.charAt(at);
            if (c == ',') {
                return at;
            }
            if (c == '#') {
                at = lineEnd(at);
            }
        }
        return -1;
    }

    /** White space up to the column of {@code offset}. */
    String indent(int offset) {
        return " ".repeat(column(offset));
    }

    /** The dash of an item in a block list. */
    int dash(Yaml.Sequence list, int index) {
        if (index == 0) {
            return list.start();
        }
        int at = nextLine(list.items().get(index - 1).end());
        while (at < text.length()) {
            int content = skipSpace(at);
            if (content < text.length() && text.charAt(content) == '-') {
                return content;
            }
            at = nextLine(at);
        }
        throw new EditException(
                "this list is written in a way that cannot be edited here: edit its text");
    }

    private static String newline(String text) {
        int lf = text.indexOf('\n');
        if (lf > 0 && text.charAt(lf - 1) == '\r') {
            return "\r\n";
        }
        return lf < 0 && text.indexOf('\r') >= 0 ? "\r" : "\n";
    }

    private static boolean isSpace(char c) {
        return c == ' ' || c == '\t';
    }

    private static boolean isBreak(char c) {
        return c == '\n' || c == '\r';
    }
}
