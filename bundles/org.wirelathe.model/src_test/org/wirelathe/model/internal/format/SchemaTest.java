package org.wirelathe.model.internal.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.wirelathe.model.AppSchema;
import org.wirelathe.model.LabFile;
import org.wirelathe.model.Quantity;
import org.wirelathe.model.Repository;
import org.wirelathe.model.ValueType;
import org.wirelathe.model.Vocabulary;

/**
 * The checked-in JSON Schema is what the table of keys makes; {@code -Dwirelathe.write=true} writes
 * it.
 */
class SchemaTest {
    private static final Path SCHEMA =
            Repository.file("bundles/org.wirelathe.model/schema/lab.schema.json");

    @Test
    void isWhatTheTableSays() throws IOException {
        String schema = JsonWriter.write(SchemaWriter.schema());
        if (Boolean.getBoolean("wirelathe.write")) {
            Files.writeString(SCHEMA, schema);
        }
        assertEquals(schema, Files.readString(SCHEMA), "write it anew with -Dwirelathe.write=true");
    }

    @Test
    void isJson() throws IOException {
        // JSON is YAML: the reader finds nothing to complain about but that it is no lab.
        String text = Files.readString(SCHEMA);
        assertTrue(
                LabFile.parse(text, "schema", Vocabulary.ANY).problems().stream()
                        .allMatch(p -> List.of("unknown-key", "missing-key").contains(p.code())));
    }

    @Test
    void everyExampleOfTheTableMatchesItsPattern() {
        for (ValueType type : ValueType.values()) {
            assertTrue(
                    Pattern.matches(type.pattern(), type.example()), type + ": " + type.example());
        }
        for (Quantity quantity : Quantity.values()) {
            quantity.parse(quantity.example());
        }
    }

    @Test
    void everyDefaultReadsAsAValue() {
        for (AppSchema schema : AppSchema.BUILT_IN.values()) {
            Format.app(schema).keys().forEach(SchemaTest::assertDefault);
        }
        ShippedSettings.queues()
                .values()
                .forEach(own -> Format.queue(own).keys().forEach(SchemaTest::assertDefault));
        ShippedSettings.drivers()
                .values()
                .forEach(own -> Format.driver(own).keys().forEach(SchemaTest::assertDefault));
        for (Shape shape :
                List.of(
                        Format.LAB,
                        Format.NODE,
                        Format.INTERFACE,
                        Format.DRIVER,
                        Format.RINGS,
                        Format.COALESCING,
                        Format.CPU,
                        Format.LOSS,
                        Format.LINE,
                        Format.SET,
                        Format.CAPTURE,
                        Format.ROUTE,
                        Format.TCP,
                        Format.LINK,
                        Format.QUEUE,
                        Format.EVENT,
                        Format.SWAP,
                        Format.RUN)) {
            shape.keys().forEach(SchemaTest::assertDefault);
        }
    }

    private static void assertDefault(Key key) {
        if (key.form() instanceof Form.Single single) {
            String pattern = single.type().pattern();
            assertTrue(
                    key.fallback().isEmpty() || Pattern.matches(pattern, key.fallback()),
                    key.name() + ": " + key.fallback());
            assertTrue(Pattern.matches(pattern, key.example()), key.name() + ": " + key.example());
        }
    }
}
