package org.wirelathe.model.internal.draft;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.wirelathe.model.AppSchema;
import org.wirelathe.model.Value;
import org.wirelathe.model.Vocabulary;
import org.wirelathe.model.internal.format.Format;
import org.wirelathe.model.internal.yaml.Yaml.Entry;
import org.wirelathe.model.internal.yaml.Yaml.Mapping;
import org.wirelathe.model.internal.yaml.Yaml;

/**
 * Reads what belongs to an application: parameters by its schema, or anything when there is none.
 */
final class AppReader {
    private final Report report;
    private final TableReader tables;
    private final Vocabulary vocabulary;

    AppReader(Report report, TableReader tables, Vocabulary vocabulary) {
        this.report = report;
        this.tables = tables;
        this.vocabulary = vocabulary;
    }

    /** The fields with the parameters that the application's schema knows. */
    Fields parameters(Fields common, Mapping mapping) {
        AppSchema schema = vocabulary.schemas().get(common.text("run", ""));
        if (schema == null) {
            return common;
        }
        Fields all = tables.table(Format.app(schema), mapping, mapping);
        for (List<String> group : schema.oneOf()) {
            one(group, all);
        }
        return all;
    }

    private void one(List<String> group, Fields fields) {
        long given = group.stream().filter(fields::written).count();
        String names = String.join("` or `", group);
        if (given == 0) {
            report.error(
                    fields.whole(),
                    "missing-key",
                    "`" + fields.text("run", "") + "` needs `" + names + "`: add one of them");
        } else if (given > 1) {
            String last =
                    group.reversed().stream().filter(fields::written).findFirst().orElseThrow();
            report.error(
                    fields.at(last),
                    "one-of",
                    "only one of `" + names + "` can be given: take the other out");
        }
    }

    /** Every key that is not common to all applications. */
    static Map<String, Value> values(Mapping mapping) {
        Map<String, Value> values = new LinkedHashMap<>();
        for (Entry entry : mapping.entries()) {
            if (Format.APP.key(entry.key().value()).isEmpty()) {
                values.putIfAbsent(entry.key().value(), value(entry.value()));
            }
        }
        return values;
    }

    private static Value value(Yaml yaml) {
        return switch (yaml) {
            case Yaml.Scalar scalar -> new Value.Text(scalar.value());
            case Yaml.Alias ignored -> new Value.Text("");
            case Yaml.Sequence list ->
                    new Value.Items(list.items().stream().map(AppReader::value).toList());
            case Mapping table -> {
                Map<String, Value> entries = new LinkedHashMap<>();
                table.entries()
                        .forEach(e -> entries.putIfAbsent(e.key().value(), value(e.value())));
                yield new Value.Entries(entries);
            }
        };
    }
}
