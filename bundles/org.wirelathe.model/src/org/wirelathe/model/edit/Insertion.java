package org.wirelathe.model.edit;

import java.util.List;
import java.util.Map;
import org.wirelathe.model.internal.yaml.Yaml.Entry;
import org.wirelathe.model.internal.yaml.Yaml.Mapping;
import org.wirelathe.model.internal.yaml.Yaml.Sequence;
import org.wirelathe.model.internal.yaml.Yaml.Style;
import org.wirelathe.model.internal.yaml.Yaml;

/**
 * Writes new entries behind the last one of a table or a list, in the style of those that are
 * there.
 */
final class Insertion {
    private final Page page;
    private final Changes changes;

    Insertion(Page page, Changes changes) {
        this.page = page;
        this.changes = changes;
    }

    /** Adds entries to a table that is not an empty block. */
    void entries(Mapping table, Map<String, Fresh> fresh) {
        if (fresh.isEmpty()) {
            return;
        }
        Fresh.Style style = style(table);
        if (table.flow()) {
            List<String> texts =
                    fresh.entrySet().stream()
                            .map(e -> style.key(e.getKey()) + ": " + e.getValue().write(style))
                            .toList();
            flow(table, table.entries().isEmpty() ? null : table.entries().getLast(), texts, " ");
            return;
        }
        Entry last = table.entries().getLast();
        boolean block = last.value() instanceof Mapping m && !m.flow();
        String indent = page.indent(table.entries().getFirst().start());
        String step = block ? page.indent(((Mapping) last.value()).start()) : "";
        StringBuilder lines = new StringBuilder();
        for (Map.Entry<String, Fresh> entry : fresh.entrySet()) {
            List<String> nested = block ? entry.getValue().lines(style) : null;
            lines.append(page.newline())
                    .append(indent)
                    .append(style.key(entry.getKey()))
                    .append(':');
            if (nested == null) {
                lines.append(' ').append(entry.getValue().write(style));
            } else {
                nested.forEach(line -> lines.append(page.newline()).append(step).append(line));
            }
        }
        changes.insert(page.lineEnd(last.end()), lines.toString());
    }

    /** Adds items to a list that is not an empty block. */
    void items(Sequence list, List<Fresh> fresh) {
        if (fresh.isEmpty()) {
            return;
        }
        Fresh.Style style = new Fresh.Style(list.flow(), list.flow() && json(list));
        if (list.flow()) {
            List<String> texts = fresh.stream().map(f -> f.write(style)).toList();
            flow(list, list.items().isEmpty() ? null : list.items().getLast(), texts, "");
            return;
        }
        Yaml last = list.items().getLast();
        boolean block = last instanceof Mapping m && !m.flow();
        String indent = page.indent(page.dash(list, 0));
        String step = block ? page.indent(last.start()) : "";
        StringBuilder lines = new StringBuilder();
        for (Fresh item : fresh) {
            List<String> nested = block ? item.lines(style) : null;
            lines.append(page.newline()).append(indent).append('-');
            if (nested == null) {
                lines.append(' ').append(item.write(style));
            } else {
                String first = " ".repeat(Math.max(1, step.length() - indent.length() - 1));
                lines.append(first)
                        .append(String.join(page.newline() + indent + " " + first, nested));
            }
        }
        changes.insert(page.lineEnd(last.end()), lines.toString());
    }

    /**
     * Adds to a collection with brackets.
     *
     * @param last its last entry or item, or null
     * @param padding what stands inside of the brackets of a collection on one line
     */
    private void flow(Yaml whole, Object last, List<String> texts, String padding) {
        int close = whole.end() - 1;
        if (last == null) {
            intoEmpty(whole, close, texts, padding);
            return;
        }
        int start = last instanceof Entry entry ? entry.start() : ((Yaml) last).start();
        int end = last instanceof Entry entry ? entry.end() : ((Yaml) last).end();
        int comma = page.comma(end, close);
        int tail = comma < 0 ? end : comma + 1;
        boolean ownLine =
                page.startsLine(start)
                        && page.line(tail) == page.line(end)
                        && page.line(close) > page.line(tail)
                        && page.endsLine(tail);
        String trailing = comma < 0 ? "" : ",";
        if (ownLine) {
            if (comma < 0) {
                changes.insert(end, ",");
            }
            String before = page.newline() + page.indent(start);
            changes.insert(
                    page.lineEnd(tail), before + String.join("," + before, texts) + trailing);
        } else if (comma < 0) {
            changes.insert(end, ", " + String.join(", ", texts));
        } else {
            changes.insert(tail, " " + String.join(", ", texts) + trailing);
        }
    }

    private void intoEmpty(Yaml whole, int close, List<String> texts, String padding) {
        String inside = page.text().substring(whole.start() + 1, close);
        if (inside.isBlank()) {
            changes.replace(whole.start() + 1, close, padding + String.join(", ", texts) + padding);
        } else { // comments: the closing bracket is on a line of its own
            int at = page.lineEnd(page.lineStart(close) - 1);
            String before = page.newline() + page.indent(page.skipSpace(page.lineStart(at)));
            changes.insert(at, before + String.join("," + before, texts));
        }
    }

    private static Fresh.Style style(Mapping table) {
        return new Fresh.Style(table.flow(), table.flow() && json(table));
    }

    /** True when the surroundings are JSON: keys in double quotes. */
    private static boolean json(Yaml yaml) {
        return switch (yaml) {
            case Mapping table ->
                    !table.entries().isEmpty()
                            && table.entries().getFirst().key().style() == Style.DOUBLE_QUOTED;
            case Sequence list ->
                    !list.items().isEmpty() && list.items().stream().allMatch(Insertion::json);
            case Yaml.Scalar scalar -> scalar.style() == Style.DOUBLE_QUOTED;
            case Yaml.Alias ignored -> false;
        };
    }
}
