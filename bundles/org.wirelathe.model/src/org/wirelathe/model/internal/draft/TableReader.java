package org.wirelathe.model.internal.draft;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.wirelathe.model.Suggestion;
import org.wirelathe.model.ValueType;
import org.wirelathe.model.internal.format.Form;
import org.wirelathe.model.internal.format.Key;
import org.wirelathe.model.internal.format.Shape;
import org.wirelathe.model.internal.yaml.Yaml;
import org.wirelathe.model.internal.yaml.Yaml.Entry;
import org.wirelathe.model.internal.yaml.Yaml.Mapping;
import org.wirelathe.model.internal.yaml.Yaml.Scalar;
import org.wirelathe.model.internal.yaml.Yaml.Sequence;

/**
 * Reads tables by their shape: what is unknown, missing, of the wrong type or out of range is
 * reported here.
 */
final class TableReader {
    private final Report report;

    TableReader(Report report) {
        this.report = report;
    }

    /**
     * Reads a table.
     *
     * @param where what a missing key is reported at
     */
    Fields table(Shape shape, Mapping mapping, Yaml where) {
        return table(shape, mapping, where, Set.of());
    }

    /**
     * Reads a table.
     *
     * @param excused keys that may be missing though they are required
     */
    Fields table(Shape shape, Mapping mapping, Yaml where, Set<String> excused) {
        Fields fields = new Fields(where);
        for (Entry entry : mapping.entries()) {
            String name = entry.key().value();
            boolean first = mapping.entry(name).orElseThrow() == entry;
            Key key = shape.key(name).orElse(null);
            if (key == null && !shape.open()) {
                unknown(shape, entry.key());
            } else if (key != null && first) {
                read(key, entry, fields);
            }
        }
        for (Key key : shape.keys()) {
            if (key.required()
                    && !excused.contains(key.name())
                    && mapping.entry(key.name()).isEmpty()) {
                missing(shape, key, where);
            }
        }
        return fields;
    }

    private void read(Key key, Entry entry, Fields fields) {
        if (entry.value() instanceof Scalar scalar && scalar.absent() && !text(key.form())) {
            boolean empty = key.form() instanceof Form.Many || key.form() instanceof Form.Named;
            if (!empty || key.required() && key.form() instanceof Form.Many) {
                report.error(
                        entry.key(),
                        "missing-value",
                        "`" + key.name() + "` has no value: " + advice(key));
            }
            fields.put(key.name(), null, entry.key());
            return;
        }
        fields.put(key.name(), value(key.form(), entry.value(), key), entry.value());
    }

    private static boolean text(Form form) {
        return form instanceof Form.Single single
                && (single.type() == ValueType.TEXT || single.type() == ValueType.ANY);
    }

    /** The value as a Java object, or null after a report. */
    private Object value(Form form, Yaml yaml, Key key) {
        if (yaml instanceof Yaml.Alias) {
            return null;
        }
        return switch (form) {
            case Form.Single single -> single(single, yaml, key);
            case Form.Word word -> word(word, yaml, key);
            case Form.Words words -> words(words, yaml, key);
            case Form.Table table ->
                    yaml instanceof Mapping m
                            ? table(table.shape(), m, yaml)
                            : wrong(yaml, "a table", key);
            case Form.Short brief -> brief(brief, yaml, key);
            case Form.Many many -> many(many, yaml, key);
            case Form.OneOrMany some -> some(some, yaml, key);
            case Form.Named named -> named(named, yaml, key);
        };
    }

    private Object single(Form.Single form, Yaml yaml, Key key) {
        if (!(yaml instanceof Scalar scalar)) {
            return form.type() == ValueType.ANY ? yaml : wrong(yaml, form.type().phrase(), key);
        }
        try {
            return Singles.read(form, scalar.value());
        } catch (Mistake e) {
            report.error(yaml, e.code(), e.getMessage());
            return null;
        }
    }

    private Object word(Form.Word form, Yaml yaml, Key key) {
        if (yaml instanceof Scalar scalar) {
            return scalar.value(); // whoever knows the words says what is wrong with this one
        }
        return wrong(yaml, "one of " + String.join(", ", form.words()), key);
    }

    private Object words(Form.Words form, Yaml yaml, Key key) {
        List<String> found = new ArrayList<>();
        List<Yaml> items = yaml instanceof Sequence list ? list.items() : List.of(yaml);
        List<String> known = yaml instanceof Sequence ? form.words() : form.alone();
        for (Yaml item : items) {
            if (!(item instanceof Scalar word)) {
                return wrong(item, "one of " + String.join(", ", known), key);
            }
            if (!known.contains(word.value())) {
                report.error(
                        item,
                        "unknown-word",
                        Singles.quoted(word.value())
                                + " is nothing that `"
                                + key.name()
                                + "` takes: write a list of "
                                + String.join(", ", form.words())
                                + ", or `"
                                + String.join("` or `", form.alone())
                                + "` alone");
                return null;
            }
            found.add(word.value());
        }
        return found;
    }

    private Object brief(Form.Short form, Yaml yaml, Key key) {
        if (yaml instanceof Mapping mapping) {
            boolean slip =
                    form.shape().keys().getFirst().form() instanceof Form.Single first
                            && first.type() == ValueType.PORT_REF
                            && mapping.entries().size() == 1
                            && form.shape().key(mapping.entries().getFirst().key().value()).isEmpty();
            return slip
                    ? wrong(yaml, ValueType.PORT_REF.phrase(), key)
                    : table(form.shape(), mapping, yaml);
        }
        Key first = form.shape().keys().getFirst();
        Fields fields = new Fields(yaml);
        fields.put(first.name(), value(first.form(), yaml, key), yaml);
        return fields;
    }

    private Object many(Form.Many form, Yaml yaml, Key key) {
        if (!(yaml instanceof Sequence list)) {
            return wrong(yaml, "a list", key);
        }
        List<Fields.Item> items = new ArrayList<>();
        boolean sound = true;
        for (Yaml item : list.items()) {
            Object value = value(form.item(), item, key);
            sound &= value != null;
            items.add(new Fields.Item(value, item));
        }
        if (form.count() > 0 && items.size() != form.count()) {
            report.error(
                    yaml,
                    "wrong-count",
                    "`"
                            + key.name()
                            + "` takes "
                            + form.count()
                            + " items, not "
                            + items.size()
                            + ": "
                            + advice(key));
            return null;
        }
        return form.count() > 0 && !sound ? null : items;
    }

    /** Items, all of which have to be sound: half of the addresses are not what was meant. */
    private Object some(Form.OneOrMany form, Yaml yaml, Key key) {
        List<Fields.Item> items = new ArrayList<>();
        boolean sound = true;
        for (Yaml item : yaml instanceof Sequence list ? list.items() : List.of(yaml)) {
            Object value = value(form.item(), item, key);
            sound &= value != null;
            items.add(new Fields.Item(value, item));
        }
        return sound ? items : null;
    }

    private Object named(Form.Named form, Yaml yaml, Key key) {
        if (!(yaml instanceof Mapping mapping)) {
            return wrong(yaml, "a table of names", key);
        }
        List<Fields.NamedItem> items = new ArrayList<>();
        for (Entry entry : mapping.entries()) {
            if (mapping.entry(entry.key().value()).orElseThrow() == entry) {
                items.add(new Fields.NamedItem(entry.key(), namedValue(form, entry, key)));
            }
        }
        return items;
    }

    private Object namedValue(Form.Named form, Entry entry, Key key) {
        Object name = single((Form.Single) Form.single(ValueType.NAME), entry.key(), key);
        if (form.value() instanceof Form.Table table && entry.value() instanceof Mapping mapping) {
            return name == null ? null : table(table.shape(), mapping, entry.key());
        }
        if (entry.value() instanceof Scalar scalar && scalar.absent()) {
            report.error(
                    entry.key(),
                    "missing-value",
                    "'" + entry.key().value() + "' has no value: " + advice(form.value(), key));
            return null;
        }
        Object value = value(form.value(), entry.value(), key);
        return name == null ? null : value;
    }

    private Object wrong(Yaml yaml, String wanted, Key key) {
        String got =
                switch (yaml) {
                    case Mapping ignored -> "a table";
                    case Sequence ignored -> "a list";
                    default -> "a single value";
                };
        report.error(
                yaml,
                "wrong-type",
                "this is "
                        + got
                        + ", and `"
                        + key.name()
                        + "` takes "
                        + wanted
                        + " here: "
                        + advice(yaml, key));
        return null;
    }

    private static String advice(Yaml yaml, Key key) {
        if (yaml instanceof Mapping mapping && mapping.entries().size() == 1) {
            Entry entry = mapping.entries().getFirst();
            if (entry.value() instanceof Scalar value) {
                return "if you mean one text, write `"
                        + entry.key().value()
                        + ":"
                        + value.value()
                        + "` without the space";
            }
        }
        return advice(key);
    }

    private static String advice(Key key) {
        return advice(key.form(), key);
    }

    private static String advice(Form form, Key key) {
        if (!key.example().isEmpty()) {
            return "write it like `" + key.name() + ": " + key.example() + "`";
        }
        return switch (form) {
            case Form.Table table -> "it takes " + String.join(", ", table.shape().names());
            case Form.Many many when many.item() instanceof Form.Table table ->
                    "each item is a table of " + String.join(", ", table.shape().names());
            case Form.Named named when named.value() instanceof Form.Table table ->
                    "write `NAME: { ... }` with " + String.join(", ", table.shape().names());
            default -> "write one";
        };
    }

    private void unknown(Shape shape, Scalar key) {
        String name = key.value();
        if (name.equals("<<")) {
            report.error(
                    key, "unknown-key", "a lab file does not merge tables: write the keys out");
            return;
        }
        String known = shape.names().stream().sorted().reduce((a, b) -> a + ", " + b).orElse("");
        String meant =
                Suggestion.among(shape.names())
                        .nearest(name)
                        .map(n -> "did you mean `" + n + "`? ")
                        .orElse("");
        report.error(
                key,
                "unknown-key",
                "unknown key '"
                        + name
                        + "': "
                        + meant
                        + "This "
                        + shape.noun()
                        + " takes "
                        + known);
    }

    private void missing(Shape shape, Key key, Yaml where) {
        String example =
                key.example().isEmpty() ? key.name() + ":" : key.name() + ": " + key.example();
        report.error(
                where,
                "missing-key",
                "this "
                        + shape.noun()
                        + " has no `"
                        + key.name()
                        + "`: add it, as in `"
                        + example
                        + "`");
    }
}
