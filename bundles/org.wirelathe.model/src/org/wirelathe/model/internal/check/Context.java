package org.wirelathe.model.internal.check;

import java.nio.file.Path;
import java.util.Collection;
import java.util.Optional;
import org.wirelathe.model.AppSchema;
import org.wirelathe.model.Suggestion;
import org.wirelathe.model.ValueType;
import org.wirelathe.model.Vocabulary;
import org.wirelathe.model.internal.draft.Draft;
import org.wirelathe.model.internal.draft.Report;

/** What a check looks at and reports to. */
public record Context(Draft draft, Report report, Vocabulary vocabulary, Optional<Path> folder) {

    /**
     * {@code "did you mean `bob`?"}, or the whole list when nothing is near and the list is short.
     */
    static String choice(String typed, Collection<String> known) {
        Optional<String> near = Suggestion.among(known).nearest(typed);
        if (near.isPresent()) {
            return "did you mean `" + near.get() + "`?";
        }
        return known.isEmpty()
                ? "there is none"
                : known.size() > 12
                        ? "look at its spelling"
                        : "there is " + String.join(", ", known.stream().sorted().toList());
    }

    /** The parameter of an application, when its schema has it with that type. */
    Optional<AppSchema.Parameter> parameter(Draft.AppDraft app, String key, ValueType type) {
        return Optional.ofNullable(vocabulary.schemas().get(app.it().run()))
                .flatMap(schema -> schema.parameter(key))
                .filter(p -> p.type() == type);
    }
}
