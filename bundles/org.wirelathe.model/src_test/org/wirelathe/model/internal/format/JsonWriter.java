package org.wirelathe.model.internal.format;

import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;

/** Writes JSON, indented by two; short collections on one line. */
final class JsonWriter {
    private static final int WIDTH = 100;

    private JsonWriter() {}

    static String write(Object value) {
        return write(value, "") + "\n";
    }

    private static String write(Object value, String indent) {
        String line = line(value);
        if (line.length() + indent.length() <= WIDTH
                || !(value instanceof Map || value instanceof Collection)) {
            return line;
        }
        String inner = indent + "  ";
        if (value instanceof Map<?, ?> map) {
            return map.entrySet().stream()
                    .map(e -> inner + text(e.getKey()) + ": " + write(e.getValue(), inner))
                    .collect(Collectors.joining(",\n", "{\n", "\n" + indent + "}"));
        }
        return ((Collection<?>) value)
                .stream()
                        .map(e -> inner + write(e, inner))
                        .collect(Collectors.joining(",\n", "[\n", "\n" + indent + "]"));
    }

    private static String line(Object value) {
        return switch (value) {
            case Map<?, ?> map when map.isEmpty() -> "{}";
            case Map<?, ?> map ->
                    map.entrySet().stream()
                            .map(e -> text(e.getKey()) + ": " + line(e.getValue()))
                            .collect(Collectors.joining(", ", "{ ", " }"));
            case Collection<?> list ->
                    list.stream().map(JsonWriter::line).collect(Collectors.joining(", ", "[", "]"));
            case String string -> text(string);
            default -> String.valueOf(value);
        };
    }

    private static String text(Object value) {
        return "\"" + String.valueOf(value).replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }
}
