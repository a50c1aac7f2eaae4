package org.wirelathe.model.internal.draft;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.wirelathe.model.AppSchema;
import org.wirelathe.model.Queue;
import org.wirelathe.model.Vocabulary;
import org.wirelathe.model.internal.format.Format;
import org.wirelathe.model.internal.yaml.Yaml.Mapping;

/** Makes queues of fields: settings by their discipline, or by their look when nothing is known. */
final class QueueReader {
    private final SettingsReader settings;
    private final Vocabulary vocabulary;

    QueueReader(SettingsReader settings, Vocabulary vocabulary) {
        this.settings = settings;
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
        return known == null
                ? settings.guessed(Format.QUEUE, "queue", mapping)
                : settings.known(Format.queue(known), known, mapping, Set.of());
    }
}
