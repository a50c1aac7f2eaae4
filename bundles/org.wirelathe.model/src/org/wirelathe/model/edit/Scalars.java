package org.wirelathe.model.edit;

import org.wirelathe.model.internal.yaml.Yaml.Style;

/** Writes single values so that they read back the same. */
final class Scalars {
    private static final String INDICATORS = "-?:,[]{}#&*!|>'\"%@`";
    private static final String FLOW_INDICATORS = ",[]{}";

    private Scalars() {}

    /**
     * Writes a value in the style of the one that it replaces, or in quotes when it needs them.
     *
     * @param flow whether it stands between brackets or braces
     */
    static String write(String value, Style style, boolean flow) {
        if (style == Style.SINGLE_QUOTED && isPrintable(value)) {
            return "'" + value.replace("'", "''") + "'";
        }
        boolean quotes = style == Style.DOUBLE_QUOTED || style == Style.SINGLE_QUOTED;
        return quotes || !isPlain(value, flow) ? quoted(value) : value;
    }

    /** Writes a value without quotes when that is possible. */
    static String write(String value, boolean flow) {
        return write(value, Style.PLAIN, flow);
    }

    static String quoted(String value) {
        StringBuilder out = new StringBuilder("\"");
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            switch (c) {
                case '"' -> out.append("\\\"");
                case '\\' -> out.append("\\\\");
                case '\n' -> out.append("\\n");
                case '\r' -> out.append("\\r");
                case '\t' -> out.append("\\t");
                default ->
                        out.append(
                                isPrintable(c)
                                        ? String.valueOf(c)
                                        : String.format("\\u%04X", (int) c));
            }
        }
        return out.append('"').toString();
    }

    private static boolean isPlain(String value, boolean flow) {
        if (value.isEmpty() || !isPrintable(value) || !value.strip().equals(value)) {
            return false;
        }
        if (value.equals("~")
                || value.equals("null")
                || value.startsWith("---")
                || value.startsWith("...")) {
            return false;
        }
        boolean negative =
                value.length() > 1 && value.charAt(0) == '-' && Character.isDigit(value.charAt(1));
        if (INDICATORS.indexOf(value.charAt(0)) >= 0 && !negative) {
            return false;
        }
        if (value.contains(": ") || value.endsWith(":") || value.contains(" #")) {
            return false;
        }
        return !flow || value.chars().noneMatch(c -> FLOW_INDICATORS.indexOf(c) >= 0);
    }

    private static boolean isPrintable(String value) {
        return value.chars().allMatch(c -> isPrintable((char) c));
    }

    /** Stricter than YAML: anything unusual goes into an escape. */
    private static boolean isPrintable(char c) {
        boolean ascii = c >= 0x20 && c < 0x7F;
        boolean beyond = c >= 0xA0 && c < 0xD800 && c != 0x2028 && c != 0x2029;
        return ascii || beyond;
    }
}
