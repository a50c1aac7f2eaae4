package org.wirelathe.model.internal.format;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.wirelathe.model.AppSchema;
import org.wirelathe.model.Quantity;
import org.wirelathe.model.ValueType;

/** Writes the tables of the documentation from the table of the keys. */
final class KeyTables {
    private KeyTables() {}

    /** The tables by the name that their mark in the documentation has. */
    static Map<String, String> all() {
        Map<String, String> tables = new LinkedHashMap<>();
        tables.put("quantities", quantities());
        tables.put("lab", table(Format.LAB));
        tables.put("node", table(Format.NODE));
        tables.put("interface", table(Format.INTERFACE));
        tables.put("driver", table(Format.DRIVER));
        tables.put("drivers", settings(ShippedSettings.drivers(), Format.DRIVER, Format::driver));
        tables.put("rings", table(Format.RINGS));
        tables.put("coalescing", table(Format.COALESCING));
        tables.put("cpu", table(Format.CPU));
        tables.put("route", table(Format.ROUTE));
        tables.put("next hop", table(Format.HOP));
        tables.put("ipv6", table(Format.IPV6));
        tables.put("advertise", table(Format.ADVERTISE));
        tables.put("prefix", table(Format.PREFIX));
        tables.put("ip", table(Format.IP));
        tables.put("firewall rule", table(Format.FIREWALL));
        tables.put("nat", table(Format.NAT));
        tables.put("forward", table(Format.FORWARD));
        tables.put("routing", table(Format.ROUTING));
        tables.put("tcp", table(Format.TCP));
        tables.put("link", table(Format.LINK));
        tables.put("loss", table(Format.LOSS));
        tables.put("direction", table(Format.LINE));
        tables.put("queue", table(Format.QUEUE));
        tables.put("queues", settings(ShippedSettings.queues(), Format.QUEUE, Format::queue));
        tables.put("app", table(Format.APP));
        new TreeMap<>(AppSchema.BUILT_IN)
                .forEach((name, schema) -> tables.put("app " + name, app(schema)));
        tables.put("event", table(Format.EVENT));
        tables.put("swap", table(Format.SWAP));
        tables.put("address", table(Format.ADDRESS));
        tables.put("route change", table(Format.ROUTE_CHANGE));
        tables.put("set", table(Format.SET));
        tables.put("capture", table(Format.CAPTURE));
        tables.put("run", table(Format.RUN));
        return tables;
    }

    private static String table(Shape shape) {
        StringBuilder out =
                new StringBuilder(
                        "| key | value | default | example | meaning |\n|---|---|---|---|---|\n");
        shape.keys().forEach(key -> out.append(row(key)));
        return out.toString();
    }

    /** What each plug-in takes beside the keys that all of its kind have. */
    private static String settings(
            Map<String, List<AppSchema.Parameter>> shipped,
            Shape common,
            Function<List<AppSchema.Parameter>, Shape> shape) {
        StringBuilder out =
                new StringBuilder(
                        "| type | key | value | default | meaning |\n|---|---|---|---|---|\n");
        shipped.forEach(
                (type, parameters) ->
                        shape.apply(parameters).keys().stream()
                                .filter(key -> common.key(key.name()).isEmpty())
                                .forEach(
                                        key ->
                                                out.append(
                                                        cells(
                                                                "`" + type + "`",
                                                                "`" + key.name() + "`",
                                                                value(key.form()),
                                                                fallback(key),
                                                                key.meaning()))));
        return out.toString();
    }

    private static String cells(String... cells) {
        return "| " + String.join(" | ", cells) + " |\n";
    }

    private static String app(AppSchema schema) {
        Shape shape = Format.app(schema);
        return table(
                new Shape(
                        shape.noun(),
                        shape.keys().stream()
                                .filter(k -> Format.APP.key(k.name()).isEmpty())
                                .toList(),
                        false));
    }

    private static String row(Key key) {
        String example =
                key.example().isEmpty() ? "" : "`" + key.name() + ": " + key.example() + "`";
        return cells(
                "`" + key.name() + "`", value(key.form()), fallback(key), example, key.meaning());
    }

    private static String fallback(Key key) {
        if (key.required()) {
            return "required";
        }
        return key.fallback().isEmpty() ? "" : "`" + key.fallback() + "`";
    }

    private static String value(Form form) {
        return switch (form) {
            case Form.Single single -> single(single);
            case Form.Word word -> "`" + String.join("` or `", word.words()) + "`";
            case Form.Words words ->
                    "`"
                            + String.join("` or `", words.alone())
                            + "`, or a list of `"
                            + String.join("`, `", words.words())
                            + "`";
            case Form.Table table -> link(table.shape());
            case Form.Short brief -> value(brief.shape().keys().getFirst().form()) + ", or " + link(brief.shape());
            case Form.OneOrMany some -> value(some.item()) + ", or a list of them";
            case Form.Many many ->
                    (many.count() > 0 ? "a list of " + many.count() + ", each " : "a list, each ")
                            + value(many.item());
            case Form.Named named -> "a table by name, each " + value(named.value());
        };
    }

    private static String single(Form.Single single) {
        ValueType type = single.type();
        if (type == ValueType.PORT) {
            return "a port, 1 to 65535";
        }
        Quantity quantity =
                switch (type) {
                    case TIME -> Quantity.TIME;
                    case RATE -> Quantity.RATE;
                    case SIZE -> Quantity.SIZE;
                    case SHARE -> Quantity.SHARE;
                    case PACKETS -> Quantity.PACKETS;
                    default -> null;
                };
        if (quantity == null) {
            boolean bounded = type == ValueType.INTEGER && single.least() > Long.MIN_VALUE;
            return type.phrase() + (bounded ? ", " + single.least() + " to " + single.most() : "");
        }
        String least = single.least() > 0 ? ", at least " + quantity.format(single.least()) : "";
        String most =
                single.most() < Long.MAX_VALUE ? ", at most " + quantity.format(single.most()) : "";
        return type.phrase() + least + most;
    }

    private static String link(Shape shape) {
        String name = shape.noun().replace(" table", "");
        String article = "aeiou".indexOf(name.charAt(0)) >= 0 ? "an " : "a ";
        return article + "[" + name + "](#" + name.replace(' ', '-') + "-keys)";
    }

    private static String quantities() {
        StringBuilder out = new StringBuilder("| quantity | units | example |\n|---|---|---|\n");
        for (Quantity quantity : Quantity.values()) {
            out.append("| ")
                    .append(quantity.word())
                    .append(" | `")
                    .append(String.join("`, `", quantity.units()));
            out.append("` | `").append(quantity.example()).append("` |\n");
        }
        return out.toString();
    }
}
