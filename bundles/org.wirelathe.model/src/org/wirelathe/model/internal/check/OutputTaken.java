package org.wirelathe.model.internal.check;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.wirelathe.model.AppSchema;
import org.wirelathe.model.ValueType;
import org.wirelathe.model.internal.draft.Draft;

/** Two applications that write one file. */
final class OutputTaken implements Check {
    @Override
    public void check(Context in) {
        Map<Path, Draft.AppDraft> taken = new HashMap<>();
        for (Draft.AppDraft app : in.draft().apps()) {
            Optional<AppSchema> schema =
                    Optional.ofNullable(in.vocabulary().schemas().get(app.it().run()));
            for (AppSchema.Parameter p : schema.map(AppSchema::parameters).orElse(List.of())) {
                if (p.type() == ValueType.OUTPUT && app.fields().sound(p.name())) {
                    check(in, taken, app, p.name());
                }
            }
        }
    }

    private static void check(
            Context in, Map<Path, Draft.AppDraft> taken, Draft.AppDraft app, String key) {
        String name = app.fields().text(key, "");
        Draft.AppDraft first = taken.putIfAbsent(Path.of(name).normalize(), app);
        if (first != null) {
            in.report()
                    .error(
                            app.fields().at(key),
                            "output-taken",
                            "the application of line "
                                    + in.report().line(first.fields().whole())
                                    + " writes '"
                                    + name
                                    + "' too: choose another name");
        }
    }
}
