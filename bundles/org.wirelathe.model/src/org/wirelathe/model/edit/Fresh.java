package org.wirelathe.model.edit;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** New content, before it is written in the style of its surroundings. */
sealed interface Fresh {
    /** A single value. */
    record Text(String value) implements Fresh {}

    /** A value as the user wrote it: already YAML for a place between brackets. */
    record Raw(String yaml) implements Fresh {}

    /** A list. */
    record Items(List<Fresh> items) implements Fresh {}

    /** A table. */
    record Table(Map<String, Fresh> entries) implements Fresh {}

    static Fresh text(Object value) {
        return new Text(String.valueOf(value));
    }

    static Fresh items(Object... values) {
        return new Items(List.of(values).stream().map(Fresh::text).toList());
    }

    static Table table() {
        return new Table(new LinkedHashMap<>());
    }

    /** How it is written. */
    record Style(boolean flow, boolean json) {
        String key(String name) {
            return json ? Scalars.quoted(name) : Scalars.write(name, flow);
        }

        Style inside() {
            return new Style(true, json);
        }

        private String text(String value) {
            boolean bare = value.matches("true|false|-?(0|[1-9][0-9]*)");
            return json && !bare ? Scalars.quoted(value) : Scalars.write(value, flow);
        }
    }

    /** On one line. */
    default String write(Style style) {
        Style inside = style.inside();
        return switch (this) {
            case Text text -> style.text(text.value);
            case Raw raw -> raw.yaml;
            case Items list ->
                    list.items.stream()
                            .map(i -> i.write(inside))
                            .collect(Collectors.joining(", ", "[", "]"));
            case Table table when table.entries.isEmpty() -> "{}";
            case Table table ->
                    table.entries.entrySet().stream()
                            .map(e -> inside.key(e.getKey()) + ": " + e.getValue().write(inside))
                            .collect(Collectors.joining(", ", "{ ", " }"));
        };
    }

    /** The lines of a table, one for each key; null when this is none or an empty one. */
    default List<String> lines(Style style) {
        return this instanceof Table table && !table.entries.isEmpty()
                ? table.entries.entrySet().stream()
                        .map(e -> style.key(e.getKey()) + ": " + e.getValue().write(style))
                        .toList()
                : null;
    }
}
