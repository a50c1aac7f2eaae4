package org.wirelathe.lab.internal.report;

/**
 * A page under construction. What stands in the program is written by {@link #tags}; everything else, and the names
 * that users give above all, goes through {@link #text}. The page is HTML and well-formed XML at once.
 */
final class Markup {
    private static final char REPLACEMENT = '\uFFFD';

    private final StringBuilder out = new StringBuilder(1 << 16);

    /** Markup as it stands: constants of the program only. */
    Markup tags(String markup) {
        out.append(markup);
        return this;
    }

    /** Text, in content or in an attribute between double quotes; what XML 1.0 §2.2 has no place for is replaced. */
    Markup text(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '"' -> out.append("&quot;");
                case '\'' -> out.append("&#39;");
                case '\t', '\n', '\r' -> out.append("&#").append((int) c).append(';');
                default -> {
                    if (Character.isHighSurrogate(c) && i + 1 < text.length()
                            && Character.isLowSurrogate(text.charAt(i + 1))) {
                        out.append(c).append(text.charAt(++i));
                    } else {
                        out.append(isShown(c) ? c : REPLACEMENT);
                    }
                }
            }
        }
        return this;
    }

    private static boolean isShown(char c) {
        return c >= ' ' && c != '\uFFFE' && c != '\uFFFF' && !Character.isSurrogate(c) && !Character.isISOControl(c);
    }

    Markup number(long number) {
        out.append(number);
        return this;
    }

    /** A coordinate given in tenths: {@code 12.5} for 125. */
    Markup tenths(long tenths) {
        long size = Math.abs(tenths);
        if (tenths < 0) {
            out.append('-');
        }
        out.append(size / 10);
        if (size % 10 != 0) {
            out.append('.').append(size % 10);
        }
        return this;
    }

    /** A value for people, with the exact one for programs and for whoever rests the pointer on it. */
    Markup value(long value, Quantity quantity) {
        String exact = Long.toString(value);
        return tags("<data value=\"").tags(exact).tags("\" title=\"").tags(exact).tags(quantity.unit(0)).tags("\">")
                .tags(quantity.text(value)).tags("</data>");
    }

    @Override
    public String toString() {
        return out.toString();
    }
}
