package org.wirelathe.model.internal.draft;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.wirelathe.model.AppSchema;
import org.wirelathe.model.Quantity;
import org.wirelathe.model.QuantityException;
import org.wirelathe.model.Queue;
import org.wirelathe.model.ValueType;
import org.wirelathe.model.Vocabulary;
import org.wirelathe.model.internal.format.Format;
import org.wirelathe.model.internal.yaml.Yaml;
import org.wirelathe.model.internal.yaml.Yaml.Entry;
import org.wirelathe.model.internal.yaml.Yaml.Mapping;

/** Makes queues of fields: settings by their discipline, or by their look when nothing is known. */
final class QueueReader {
    private static final List<Quantity> KINDS =
            List.of(
                    Quantity.TIME,
                    Quantity.RATE,
                    Quantity.SIZE,
                    Quantity.SHARE,
                    Quantity.PACKETS);

    private final Report report;
    private final TableReader tables;
    private final Vocabulary vocabulary;

    QueueReader(Report report, TableReader tables, Vocabulary vocabulary) {
        this.report = report;
        this.tables = tables;
        this.vocabulary = vocabulary;
    }

    Queue queue(Fields fields) {
        Queue silent = Queue.DEFAULT;
        String type = fields.text("type", silent.type());
        Limit limit =
                fields.get("limit", Limit.class).orElse(new Limit(silent.limit(), silent.unit()));
        return new Queue(type, limit.amount(), limit.unit(), settings(type, fields));
    }

    private Map<String, Long> settings(String type, Fields fields) {
        if (!(fields.whole() instanceof Mapping mapping)) {
            return Map.of();
        }
        List<AppSchema.Parameter> known = vocabulary.settings().get(type);
        return known == null ? guessed(mapping) : read(known, mapping);
    }

    private Map<String, Long> read(List<AppSchema.Parameter> known, Mapping mapping) {
        Map<String, Long> settings = new TreeMap<>();
        Fields all = tables.table(Format.queue(known), mapping, mapping);
        for (AppSchema.Parameter parameter : known) {
            Optional<Long> value =
                    parameter.type() == ValueType.FLAG
                            ? all.get(parameter.name(), Boolean.class).map(on -> on ? 1L : 0L)
                            : all.get(parameter.name(), Long.class);
            value.ifPresent(v -> settings.put(parameter.name(), v));
        }
        return settings;
    }

    /** The settings of a discipline that has not said what it takes. */
    private Map<String, Long> guessed(Mapping mapping) {
        Map<String, Long> settings = new TreeMap<>();
        for (Entry entry : mapping.entries()) {
            if (Format.QUEUE.key(entry.key().value()).isEmpty()) {
                Optional<Long> value =
                        entry.value() instanceof Yaml.Scalar scalar
                                ? guess(scalar.value())
                                : Optional.empty();
                if (value.isEmpty()) {
                    report.error(
                            entry.value(),
                            "wrong-type",
                            "a setting of a queue is a number, a quantity, or `true` or `false`:"
                                    + " write it like `"
                                    + entry.key().value()
                                    + ": 5 ms`");
                }
                value.ifPresent(v -> settings.put(entry.key().value(), v));
            }
        }
        return settings;
    }

    private static Optional<Long> guess(String text) {
        if (text.equals("true") || text.equals("false")) {
            return Optional.of(text.equals("true") ? 1L : 0L);
        }
        for (Quantity kind : KINDS) {
            try {
                return Optional.of(kind.parse(text));
            } catch (QuantityException e) {
                // it may be of another kind
            }
        }
        try {
            return Optional.of(Long.valueOf(text));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }
}
