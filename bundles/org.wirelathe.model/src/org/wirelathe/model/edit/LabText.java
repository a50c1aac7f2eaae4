package org.wirelathe.model.edit;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.wirelathe.model.internal.yaml.Yaml.Entry;
import org.wirelathe.model.internal.yaml.Yaml.Mapping;
import org.wirelathe.model.internal.yaml.Yaml.Scalar;
import org.wirelathe.model.internal.yaml.Yaml.Sequence;
import org.wirelathe.model.internal.yaml.Yaml;
import org.wirelathe.model.internal.yaml.YamlText;

/** The text of a lab by its sections, and the changes that an edit makes to it. */
final class LabText {
    private final YamlText yaml;
    private final Page page;
    private final Changes changes = new Changes();
    private final Insertion insertion;
    private final Removal removal;

    // Additions are written together at the end, so that several behind one last entry make one
    // change.
    private final Map<Mapping, Map<String, Fresh>> newEntries = new IdentityHashMap<>();
    private final Map<Sequence, List<Fresh>> newItems = new IdentityHashMap<>();
    private final Map<String, Fresh> newSections = new LinkedHashMap<>();

    LabText(YamlText yaml) {
        this.yaml = yaml;
        this.page = new Page(yaml);
        this.insertion = new Insertion(page, changes);
        this.removal = new Removal(page, changes);
    }

    /** What has to change, in the order of the text. */
    List<TextChange> changes() {
        String behind = writeSections();
        newEntries.forEach(insertion::entries);
        newItems.forEach(insertion::items);
        newEntries.clear();
        newItems.clear();
        if (!behind.isEmpty()) { // after what the last section gets, which goes to the same place
            append(behind);
        }
        return unfinished(changes.list());
    }

    /**
     * When the last lines of a text without a last line break go, the line before them loses its
     * line break.
     */
    private List<TextChange> unfinished(List<TextChange> list) {
        int end = page.text().length();
        TextChange last = list.isEmpty() ? null : list.getLast();
        boolean lines =
                last != null
                        && last.end() == end
                        && last.replacement().isEmpty()
                        && last.offset() > 0;
        if (!lines
                || last.length() == 0
                || page.endsWithBreak()
                || page.lineStart(last.offset()) != last.offset()) {
            return list;
        }
        int from = page.lineEnd(last.offset() - 1);
        List<TextChange> changed = new ArrayList<>(list.subList(0, list.size() - 1));
        changed.add(new TextChange(from, end - from, ""));
        return changed;
    }

    Mapping root() {
        if (yaml.root() instanceof Mapping root) {
            return root;
        }
        throw new EditException(
                "the text is no lab: a lab file starts with `lab: A title` and `nodes:`");
    }

    /** A section that is a table; empty when it is absent or has nothing in it. */
    Optional<Mapping> table(String section) {
        return section(section).map(value -> as(Mapping.class, value, section));
    }

    /** A section that is a list; empty when it is absent or has nothing in it. */
    Optional<Sequence> list(String section) {
        return section(section).map(value -> as(Sequence.class, value, section));
    }

    /** The items of a section that is a list. */
    List<Yaml> items(String section) {
        return list(section).map(Sequence::items).orElse(List.of());
    }

    /** The entry of a node. */
    Entry node(String name) {
        return table("nodes")
                .flatMap(nodes -> nodes.entry(name))
                .orElseThrow(
                        () -> new EditException("there is no node '" + name + "' in the text"));
    }

    /** The text of a scalar; empty for anything else. */
    static String value(Yaml yaml) {
        return yaml instanceof Scalar scalar ? scalar.value() : "";
    }

    /** The text under a key; empty when it is absent. */
    static String value(Yaml table, String key) {
        return table instanceof Mapping mapping
                ? mapping.get(key).map(LabText::value).orElse("")
                : "";
    }

    // --- changes ---

    /** Writes another value in the place of a scalar, in its style. */
    void replace(Scalar scalar, String value, boolean flow) {
        if (!scalar.value().equals(value)) {
            changes.replace(
                    scalar.start(), scalar.end(), Scalars.write(value, scalar.style(), flow));
        }
    }

    /** Writes something else in the place of a value. */
    void replace(Yaml old, Fresh fresh, boolean flow) {
        String gap = old.start() > 0 && page.text().charAt(old.start() - 1) == ':' ? " " : "";
        changes.replace(old.start(), old.end(), gap + fresh.write(new Fresh.Style(flow, false)));
    }

    /** Adds an entry to the table under a key, which is made when it is absent. */
    void add(Mapping parent, String key, Map<String, Fresh> fresh) {
        Optional<Entry> entry = parent.entry(key);
        if (entry.isEmpty()) {
            add(parent, Map.of(key, new Fresh.Table(fresh)));
        } else if (entry.get().value() instanceof Mapping table) {
            add(table, fresh);
        } else if (entry.get().value() instanceof Scalar scalar && scalar.absent()) {
            replace(scalar, new Fresh.Table(fresh), true);
        } else {
            throw new EditException("`" + key + "` is no table in the text: edit it there");
        }
    }

    /** Adds entries to a table. */
    void add(Mapping table, Map<String, Fresh> fresh) {
        newEntries.computeIfAbsent(table, t -> new LinkedHashMap<>()).putAll(fresh);
    }

    /** Adds entries to a section that is a table. */
    void addEntries(String section, Map<String, Fresh> fresh) {
        Optional<Mapping> table = table(section);
        if (fresh.isEmpty()) {
            return;
        }
        if (table.isPresent()) {
            add(table.get(), fresh);
        } else {
            newSections.put(section, new Fresh.Table(fresh));
        }
    }

    /** Adds an item to a section that is a list. */
    void addItem(String section, Fresh fresh) {
        Optional<Sequence> list = list(section);
        if (list.isPresent()) {
            newItems.computeIfAbsent(list.get(), l -> new ArrayList<>()).add(fresh);
        } else {
            newSections.put(section, new Fresh.Items(List.of(fresh)));
        }
    }

    void remove(Mapping table, Set<Integer> entries) {
        if (!entries.isEmpty()) {
            removal.entries(table, entries);
        }
    }

    void remove(Sequence list, Set<Integer> items) {
        if (!items.isEmpty()) {
            removal.items(list, items);
        }
    }

    // --- sections ---

    private Optional<Yaml> section(String name) {
        if (yaml.damaged().contains(name)) {
            throw new EditException("`" + name + "` has a mistake in its text: mend that first");
        }
        return root().get(name);
    }

    private static <T> T as(Class<T> type, Yaml value, String section) {
        if (type.isInstance(value)) {
            return type.cast(value);
        }
        throw new EditException(
                "`" + section + "` is written as something else in the text: mend that first");
    }

    /**
     * Gives content to empty sections.
     *
     * @return the lines of those that are not there yet
     */
    private String writeSections() {
        StringBuilder behind = new StringBuilder();
        for (Map.Entry<String, Fresh> section : newSections.entrySet()) {
            Optional<Entry> empty = root().entry(section.getKey());
            if (empty.isPresent()) {
                fill(empty.get(), section.getValue());
            } else if (root().flow()) {
                add(root(), Map.of(section.getKey(), section.getValue()));
            } else {
                behind.append(separator())
                        .append(section.getKey())
                        .append(':')
                        .append(block(section.getValue()))
                        .append(page.newline());
            }
        }
        newSections.clear();
        return behind.toString();
    }

    /** Gives content to a section that has none. */
    private void fill(Entry section, Fresh content) {
        if (root().flow()) {
            replace(section.value(), content, true);
            return;
        }
        boolean written = section.value().end() > section.value().start(); // `~` or `null`
        if (written) {
            changes.delete(section.value().start(), section.value().end());
        }
        changes.insert(page.lineEnd(section.end()), block(content));
    }

    /** New lines behind the last section; the text ends as it did, with or without a line break. */
    private void append(String lines) {
        String newline = page.newline();
        if (root().entries().isEmpty()) {
            int end = page.text().length();
            changes.insert(end, (page.endsWithBreak() ? "" : newline) + lines);
            return;
        }
        int at = page.lineEnd(root().entries().getLast().end());
        changes.insert(at, newline + lines.substring(0, lines.length() - newline.length()));
    }

    /** An empty line when the last two sections have one between them. */
    private String separator() {
        List<Entry> entries = root().entries();
        if (entries.size() < 2) {
            return "";
        }
        int from = page.nextLine(entries.get(entries.size() - 2).end());
        int to = entries.getLast().start();
        boolean spaced =
                page.text().substring(Math.min(from, to), to).lines().anyMatch(String::isBlank);
        return spaced ? page.newline() : "";
    }

    private String block(Fresh content) {
        Fresh.Style style = new Fresh.Style(false, false);
        String indent = page.newline() + " ".repeat(step());
        StringBuilder out = new StringBuilder();
        if (content instanceof Fresh.Table table) {
            table.entries()
                    .forEach(
                            (k, v) ->
                                    out.append(indent)
                                            .append(style.key(k))
                                            .append(": ")
                                            .append(v.write(style)));
        } else if (content instanceof Fresh.Items list) {
            list.items().forEach(item -> out.append(indent).append("- ").append(item.write(style)));
        }
        return out.toString();
    }

    /** How deep the file indents the first level. */
    private int step() {
        for (Entry entry : root().entries()) {
            if (entry.value() instanceof Mapping table && !table.flow()) {
                return page.column(table.start());
            }
        }
        return 2;
    }
}
