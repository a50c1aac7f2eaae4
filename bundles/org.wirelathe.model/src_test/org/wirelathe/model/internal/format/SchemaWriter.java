package org.wirelathe.model.internal.format;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.wirelathe.model.AppSchema;
import org.wirelathe.model.ValueType;

/** Writes the JSON Schema of the lab file from the table of its keys. */
final class SchemaWriter {
    private static final Set<ValueType> ZERO =
            EnumSet.of(
                    ValueType.TIME,
                    ValueType.RATE,
                    ValueType.SIZE,
                    ValueType.SHARE,
                    ValueType.PACKETS);

    private final Map<String, Object> definitions = new TreeMap<>();

    private SchemaWriter() {}

    static Map<String, Object> schema() {
        SchemaWriter writer = new SchemaWriter();
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("$schema", "https://json-schema.org/draft/2020-12/schema");
        schema.put("title", "Wirelathe lab file");
        schema.putAll(writer.table(Format.LAB));
        schema.put("$defs", writer.definitions);
        return schema;
    }

    private Map<String, Object> table(Shape shape) {
        Map<String, Object> properties = new LinkedHashMap<>();
        for (Key key : shape.keys()) {
            properties.put(key.name(), property(key));
        }
        Map<String, Object> table = new LinkedHashMap<>();
        table.put("type", "object");
        table.put("properties", properties);
        List<String> required = shape.keys().stream().filter(Key::required).map(Key::name).toList();
        if (!required.isEmpty()) {
            table.put("required", required);
        }
        if (shape == Format.APP) {
            table.put("allOf", apps());
        } else if (shape == Format.QUEUE) {
            table.put("allOf", plugIns(ShippedSettings.queues(), Format::queue));
        } else if (shape == Format.DRIVER) {
            table.put("allOf", plugIns(ShippedSettings.drivers(), Format::driver));
        } else if (shape == Format.EVENT) {
            table.put(
                    "oneOf",
                    List.of(
                            Map.of("required", List.of("swap")),
                            Map.of("required", List.of("link", "down")),
                            Map.of("required", List.of("link", "set")),
                            Map.of("required", List.of("interface", "set")),
                            Map.of("required", List.of("interface", "queue")),
                            Map.of("required", List.of("interface", "driver")),
                            Map.of("required", List.of("address")),
                            Map.of("required", List.of("route"))));
        }
        if (!shape.open()) {
            table.put("additionalProperties", false);
        }
        return table;
    }

    private Map<String, Object> property(Key key) {
        Map<String, Object> property = new LinkedHashMap<>();
        property.put("description", key.meaning());
        property.putAll(form(key.form()));
        if (!key.fallback().isEmpty()) {
            property.put("default", literal(key.form(), key.fallback()));
        }
        return property;
    }

    private static Object literal(Form form, String text) {
        return switch (form) {
            case Form.Single single when single.type() == ValueType.INTEGER -> Long.valueOf(text);
            case Form.Single single when single.type() == ValueType.FLAG -> Boolean.valueOf(text);
            default -> text;
        };
    }

    private Map<String, Object> form(Form form) {
        return switch (form) {
            case Form.Single single -> single(single);
            case Form.Word word -> Map.of("enum", word.words());
            case Form.Words words -> words(words);
            case Form.Table table -> reference(table.shape());
            case Form.Short brief ->
                    Map.of(
                            "anyOf",
                            List.of(
                                    form(brief.shape().keys().getFirst().form()),
                                    reference(brief.shape())));
            case Form.OneOrMany some -> some(some);
            case Form.Many many -> many(many);
            case Form.Named named -> named(named);
        };
    }

    private static Map<String, Object> words(Form.Words words) {
        Map<String, Object> list = new LinkedHashMap<>();
        list.put("type", "array");
        list.put("items", Map.of("enum", words.words()));
        return Map.of("anyOf", List.of(Map.of("enum", words.alone()), list));
    }

    private Map<String, Object> some(Form.OneOrMany some) {
        Map<String, Object> list = new LinkedHashMap<>();
        list.put("type", "array");
        list.put("items", form(some.item()));
        list.put("minItems", 1);
        return Map.of("anyOf", List.of(form(some.item()), list));
    }

    private Map<String, Object> many(Form.Many many) {
        Map<String, Object> list = new LinkedHashMap<>();
        list.put("type", many.count() == 0 ? List.of("array", "null") : "array");
        list.put("items", form(many.item()));
        if (many.count() > 0) {
            list.put("minItems", many.count());
            list.put("maxItems", many.count());
        }
        return list;
    }

    private Map<String, Object> named(Form.Named named) {
        Map<String, Object> table = new LinkedHashMap<>();
        table.put("type", List.of("object", "null"));
        table.put("propertyNames", Map.of("pattern", ValueType.NAME.pattern()));
        table.put("additionalProperties", form(named.value()));
        return table;
    }

    private Map<String, Object> reference(Shape shape) {
        String name = shape.noun().replace(" table", "");
        if (!definitions.containsKey(name)) {
            definitions.put(name, Map.of());
            definitions.put(name, table(shape));
        }
        return Map.of("$ref", "#/$defs/" + name);
    }

    private static Map<String, Object> single(Form.Single single) {
        Map<String, Object> value = new LinkedHashMap<>();
        switch (single.type()) {
            case FLAG -> value.put("type", "boolean");
            case INTEGER, PORT -> {
                boolean port = single.type() == ValueType.PORT;
                value.put("type", "integer");
                value.put("minimum", port ? 1L : single.least());
                value.put("maximum", port ? 65_535L : single.most());
            }
            case TEXT -> value.put("type", List.of("string", "number", "boolean"));
            case ANY -> {}
            default -> {
                boolean zero = ZERO.contains(single.type()) && single.least() == 0;
                value.put("type", zero ? List.of("string", "integer") : "string");
                value.put("pattern", single.type().pattern());
                if (zero) { // the number 0 needs no unit
                    value.put("maximum", 0L);
                    value.put("minimum", 0L);
                }
            }
        }
        return value;
    }

    /** What the plug-ins that come with the lab take; others take anything. */
    private List<Object> plugIns(
            Map<String, List<AppSchema.Parameter>> shipped,
            Function<List<AppSchema.Parameter>, Shape> shape) {
        List<Object> all = new ArrayList<>();
        shipped.forEach(
                (name, parameters) -> {
                    Map<String, Object> then = table(shape.apply(parameters));
                    then.remove("type");
                    Map<String, Object> condition = new LinkedHashMap<>();
                    condition.put("if", Map.of("properties", Map.of("type", Map.of("const", name))));
                    condition.put("then", then);
                    all.add(condition);
                });
        return all;
    }

    /** What the applications that come with the lab take; others take anything. */
    private List<Object> apps() {
        List<Object> all = new ArrayList<>();
        for (Map.Entry<String, AppSchema> app : new TreeMap<>(AppSchema.BUILT_IN).entrySet()) {
            Map<String, Object> then = new LinkedHashMap<>(table(Format.app(app.getValue())));
            then.remove("type");
            if (!app.getValue().oneOf().isEmpty()) {
                then.put(
                        "allOf",
                        app.getValue().oneOf().stream()
                                .map(
                                        group ->
                                                Map.of(
                                                        "oneOf",
                                                        group.stream()
                                                                .map(
                                                                        key ->
                                                                                Map.of(
                                                                                        "required",
                                                                                        List.of(
                                                                                                key)))
                                                                .toList()))
                                .toList());
            }
            Map<String, Object> condition = new LinkedHashMap<>();
            condition.put("if", Map.of("properties", Map.of("run", Map.of("const", app.getKey()))));
            condition.put("then", then);
            all.add(condition);
        }
        return all;
    }
}
