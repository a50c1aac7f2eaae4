package org.wirelathe.model.internal.draft;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.wirelathe.model.AppSchema;
import org.wirelathe.model.Driver;
import org.wirelathe.model.Vocabulary;
import org.wirelathe.model.internal.format.Format;
import org.wirelathe.model.internal.yaml.Yaml.Mapping;

/** Makes drivers of fields: settings by their driver, or by their look when nothing is known. */
final class DriverReader {
    /** Whoever knows the other way to name a file looks for it. */
    private static final Set<String> EXCUSED = Set.of("file");

    private final SettingsReader settings;
    private final Vocabulary vocabulary;

    DriverReader(SettingsReader settings, Vocabulary vocabulary) {
        this.settings = settings;
        this.vocabulary = vocabulary;
    }

    /** The driver of an interface. */
    Driver ofInterface(Fields iface) {
        Optional<String> replay = iface.get("replay", String.class);
        Driver usual = replay.isPresent() ? new Driver(Driver.REPLAY) : Driver.DEFAULT;
        Driver driver = iface.table("driver").map(this::driver).orElse(usual);
        return replay.map(driver::from).orElse(driver);
    }

    /** The driver that a name or a table stands for. */
    Driver driver(Fields fields) {
        if (!fields.sound("type")) {
            return Driver.DEFAULT;
        }
        String type = fields.text("type", "");
        return new Driver(type, fields.get("file", String.class), settings(type, fields));
    }

    private Map<String, Long> settings(String type, Fields fields) {
        if (!(fields.whole() instanceof Mapping mapping)) {
            return Map.of();
        }
        List<AppSchema.Parameter> known = vocabulary.driverSettings().get(type);
        return known == null
                ? settings.guessed(Format.DRIVER, "driver", mapping)
                : settings.known(Format.driver(known), known, mapping, EXCUSED);
    }
}
