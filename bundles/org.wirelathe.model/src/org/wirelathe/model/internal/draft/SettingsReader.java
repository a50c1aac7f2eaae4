package org.wirelathe.model.internal.draft;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.wirelathe.model.AppSchema;
import org.wirelathe.model.Quantity;
import org.wirelathe.model.QuantityException;
import org.wirelathe.model.ValueType;
import org.wirelathe.model.internal.format.Shape;
import org.wirelathe.model.internal.yaml.Yaml;
import org.wirelathe.model.internal.yaml.Yaml.Entry;
import org.wirelathe.model.internal.yaml.Yaml.Mapping;

/** Reads what plug-ins take as numbers: by what they say of it, or by its look. */
final class SettingsReader {
    private static final List<Quantity> KINDS =
            List.of(
                    Quantity.TIME,
                    Quantity.RATE,
                    Quantity.SIZE,
                    Quantity.SHARE,
                    Quantity.PACKETS);

    private final Report report;
    private final TableReader tables;

    SettingsReader(Report report, TableReader tables) {
        this.report = report;
        this.tables = tables;
    }

    /**
     * The settings of a plug-in that has said what it takes; a file among them is not read here.
     *
     * @param shape the whole table
     * @param excused keys that may be missing though they are required
     */
    Map<String, Long> known(
            Shape shape, List<AppSchema.Parameter> known, Mapping mapping, Set<String> excused) {
        Map<String, Long> settings = new TreeMap<>();
        Fields all = tables.table(shape, mapping, mapping, excused);
        for (AppSchema.Parameter parameter : known) {
            Optional<Long> value =
                    switch (parameter.type()) {
                        case FILE -> Optional.empty();
                        case FLAG ->
                                all.get(parameter.name(), Boolean.class).map(on -> on ? 1L : 0L);
                        default -> all.get(parameter.name(), Long.class);
                    };
            value.ifPresent(v -> settings.put(parameter.name(), v));
        }
        return settings;
    }

    /**
     * The settings of a plug-in that has not said what it takes.
     *
     * @param common the keys that are none of its settings
     * @param owner what has them: {@code queue}
     */
    Map<String, Long> guessed(Shape common, String owner, Mapping mapping) {
        Map<String, Long> settings = new TreeMap<>();
        for (Entry entry : mapping.entries()) {
            if (common.key(entry.key().value()).isEmpty()) {
                Optional<Long> value =
                        entry.value() instanceof Yaml.Scalar scalar
                                ? guess(scalar.value())
                                : Optional.empty();
                if (value.isEmpty()) {
                    report.error(
                            entry.value(),
                            "wrong-type",
                            "a setting of a "
                                    + owner
                                    + " is a number, a quantity, or `true` or `false`: write it"
                                    + " like `"
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
