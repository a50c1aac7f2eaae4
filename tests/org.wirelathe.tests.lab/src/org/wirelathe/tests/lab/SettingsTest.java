package org.wirelathe.tests.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.wirelathe.model.AppSchema;
import org.wirelathe.model.Vocabulary;

/**
 * The schema and the documentation of the lab file are made from settings.txt, which is what the services say can be
 * set on them; {@code -Dwirelathe.write=true} writes it.
 */
class SettingsTest {
    private static final Path FILE = Bench.examples().resolve("..").resolve("..").resolve("bundles")
            .resolve("org.wirelathe.model").resolve("src_test").resolve("org").resolve("wirelathe").resolve("model")
            .resolve("settings.txt");

    @Test
    void theFileIsWhatTheServicesSay() throws Exception {
        Vocabulary vocabulary = new Bench().labs().vocabulary();
        String said = lines("queue", vocabulary.settings()) + lines("driver", vocabulary.driverSettings());
        if (Boolean.getBoolean("wirelathe.write")) {
            Files.writeString(FILE, said);
        }
        assertEquals(said, Files.readString(FILE),
                "write it anew with -Dwirelathe.write=true, then the schema and the documentation");
    }

    private static String lines(String kind, Map<String, List<AppSchema.Parameter>> settings) {
        StringBuilder lines = new StringBuilder();
        new TreeMap<>(settings).forEach((name, parameters) -> {
            if (parameters.isEmpty()) {
                lines.append(kind).append(" | ").append(name).append('\n');
            }
            parameters.forEach(p -> lines.append(String.join(" | ", kind, name, p.name(), p.type().name(),
                    p.required() ? "required" : "optional", Long.toString(p.least()), Long.toString(p.most()),
                    p.fallback(), p.meaning())).append('\n'));
        });
        return lines.toString();
    }
}
