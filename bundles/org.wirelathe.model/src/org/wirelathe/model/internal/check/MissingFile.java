package org.wirelathe.model.internal.check;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.wirelathe.model.AppSchema;
import org.wirelathe.model.ValueType;
import org.wirelathe.model.internal.draft.Draft;

/** A file to send that is not there. */
final class MissingFile implements Check {
    @Override
    public void check(Context in) {
        if (in.folder().isEmpty()) {
            return;
        }
        for (Draft.AppDraft app : in.draft().apps()) {
            Optional<AppSchema> schema =
                    Optional.ofNullable(in.vocabulary().schemas().get(app.it().run()));
            for (AppSchema.Parameter p : schema.map(AppSchema::parameters).orElse(List.of())) {
                if (p.type() == ValueType.FILE && app.fields().sound(p.name())) {
                    check(in, app, p.name(), in.folder().get());
                }
            }
        }
    }

    private static void check(Context in, Draft.AppDraft app, String key, Path folder) {
        String name = app.fields().text(key, "");
        Path file = folder.resolve(name);
        if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
            String fault =
                    Files.isDirectory(file)
                            ? "' is a folder: "
                            : Files.exists(file) ? "' cannot be read: " : "' is not there: ";
            in.report()
                    .error(
                            app.fields().at(key),
                            "missing-file",
                            "the file '"
                                    + name
                                    + fault
                                    + "put a file beside the lab file, or send `bytes: 1 MiB` of"
                                    + " made-up payload");
        }
    }
}
