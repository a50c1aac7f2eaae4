package org.wirelathe.lab.internal.result;

import java.util.Iterator;
import java.util.List;
import java.util.Map;

/** Writes JSON (RFC 8259): maps, lists, texts, numbers, flags and {@code null}, in the order given. */
public final class Json {
    private final StringBuilder out = new StringBuilder();
    private final boolean lines;

    private Json(boolean lines) {
        this.lines = lines;
    }

    /** A number whose digits are written as they stand. */
    public record Raw(String digits) {
    }

    /** On one line, without a line end. */
    public static String line(Object value) {
        Json json = new Json(false);
        json.value(value, 0);
        return json.out.toString();
    }

    /** One entry to a line, indented. */
    public static String page(Object value) {
        Json json = new Json(true);
        json.value(value, 0);
        return json.out.append('\n').toString();
    }

    private void value(Object value, int depth) {
        switch (value) {
            case null -> out.append("null");
            case Map<?, ?> map -> entries(map, depth);
            case List<?> list -> items(list, depth);
            case Boolean flag -> out.append(flag);
            case Raw raw -> out.append(raw.digits());
            case Double number when !Double.isFinite(number) -> out.append("null");
            case Number number -> out.append(number);
            default -> text(value.toString());
        }
    }

    private void entries(Map<?, ?> map, int depth) {
        boolean apart = lines && !map.isEmpty();
        out.append('{');
        for (Iterator<? extends Map.Entry<?, ?>> rest = map.entrySet().iterator(); rest.hasNext();) {
            Map.Entry<?, ?> entry = rest.next();
            breakLine(apart, depth + 1);
            text(entry.getKey().toString());
            out.append(lines ? ": " : ":");
            value(entry.getValue(), depth + 1);
            out.append(rest.hasNext() ? "," : "");
        }
        breakLine(apart, depth);
        out.append('}');
    }

    private void items(List<?> list, int depth) {
        boolean apart = lines && !list.isEmpty();
        out.append('[');
        for (int i = 0; i < list.size(); i++) {
            breakLine(apart, depth + 1);
            value(list.get(i), depth + 1);
            out.append(i + 1 < list.size() ? "," : "");
        }
        breakLine(apart, depth);
        out.append(']');
    }

    private void breakLine(boolean apart, int depth) {
        if (apart) {
            out.append('\n').repeat("  ", depth);
        }
    }

    private void text(String text) {
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"' -> out.append("\\\"");
                case '\\' -> out.append("\\\\");
                case '\n' -> out.append("\\n");
                case '\r' -> out.append("\\r");
                case '\t' -> out.append("\\t");
                default -> {
                    // '<' too, so that no text can end the script element of a page that holds it.
                    if (c < ' ' || c == '<' || c == '\u2028' || c == '\u2029') {
                        out.append("\\u").append(Integer.toHexString(0x10000 | c), 1, 5);
                    } else {
                        out.append(c);
                    }
                }
            }
        }
        out.append('"');
    }
}
