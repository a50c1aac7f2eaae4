package org.wirelathe.model.internal.yaml;

import java.util.Optional;

/**
 * The part of a text that a syntax error makes unreadable, and the text without it.
 *
 * @param section the top key that it belongs to
 * @param blanked the text with spaces in its place, so that every other offset stays
 */
record Damage(Optional<String> section, String blanked) {

    /**
     * Takes out the entry of the section around {@code offset}, or all of it when that is not
     * enough.
     */
    static Damage around(String text, LineMap lines, int offset) {
        int line = lines.line(Math.min(offset, text.length()));
        int top = line;
        while (top > 0 && !startsSection(text, lines, top)) {
            top--;
        }
        int bottom = nextSection(text, lines, top);
        int first = top;
        int last = bottom;
        if (line > top) {
            int indent = childIndent(text, lines, top, bottom);
            first = line;
            while (first > top + 1 && !startsChild(text, lines, first, indent)) {
                first--;
            }
            last = line + 1;
            while (last < bottom && !startsChild(text, lines, last, indent)) {
                last++;
            }
            if (isBlank(text, lines, first, last)) {
                first = top;
                last = bottom;
            }
        }
        return new Damage(
                key(text, lines, top), blank(text, lines.start(first), lines.start(last)));
    }

    private static int nextSection(String text, LineMap lines, int top) {
        int line = top + 1;
        while (line < lines.lines() && !startsSection(text, lines, line)) {
            line++;
        }
        return line;
    }

    private static boolean startsSection(String text, LineMap lines, int line) {
        int at = lines.start(line);
        return at < lines.start(line + 1) && " \t\r\n#-}]".indexOf(text.charAt(at)) < 0;
    }

    private static boolean startsChild(String text, LineMap lines, int line, int indent) {
        return indent(text, lines, line) == indent && !isNote(text, lines, line);
    }

    /** The indentation of the first line with content in the section. */
    private static int childIndent(String text, LineMap lines, int top, int bottom) {
        for (int line = top + 1; line < bottom; line++) {
            if (!isNote(text, lines, line)) {
                return indent(text, lines, line);
            }
        }
        return 0;
    }

    private static int indent(String text, LineMap lines, int line) {
        int at = lines.start(line);
        int end = lines.start(line + 1);
        while (at < end && (text.charAt(at) == ' ' || text.charAt(at) == '\t')) {
            at++;
        }
        return at - lines.start(line);
    }

    /** True for a line with nothing on it but perhaps a comment. */
    private static boolean isNote(String text, LineMap lines, int line) {
        int at = lines.start(line) + indent(text, lines, line);
        return at >= lines.start(line + 1) || "#\r\n".indexOf(text.charAt(at)) >= 0;
    }

    private static boolean isBlank(String text, LineMap lines, int first, int last) {
        return text.substring(lines.start(first), lines.start(last)).isBlank();
    }

    private static Optional<String> key(String text, LineMap lines, int line) {
        String content = text.substring(lines.start(line), lines.start(line + 1));
        int colon = content.indexOf(':');
        return colon < 0 ? Optional.empty() : Optional.of(content.substring(0, colon).strip());
    }

    private static String blank(String text, int from, int to) {
        StringBuilder blanked = new StringBuilder(text);
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            if (c != '\n' && c != '\r') {
                blanked.setCharAt(i, ' ');
            }
        }
        return blanked.toString();
    }
}
