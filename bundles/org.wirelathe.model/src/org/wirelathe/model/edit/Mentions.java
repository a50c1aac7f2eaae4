package org.wirelathe.model.edit;

import java.util.ArrayList;
import java.util.List;
import org.wirelathe.model.AppSchema;
import org.wirelathe.model.Vocabulary;
import org.wirelathe.model.internal.yaml.Yaml;
import org.wirelathe.model.internal.yaml.Yaml.Mapping;
import org.wirelathe.model.internal.yaml.Yaml.Scalar;
import org.wirelathe.model.internal.yaml.Yaml.Sequence;

/**
 * Where applications and events mention nodes: {@code bob}, {@code bob:eth0} or {@code bob:5001}.
 */
final class Mentions {
    /** A scalar whose text up to a colon is a node's name. */
    record Mention(Scalar at, boolean flow) {
        String node() {
            int colon = at.value().indexOf(':');
            return colon < 0 ? at.value() : at.value().substring(0, colon);
        }

        /** The text with another name. */
        String renamed(String name) {
            return name + at.value().substring(node().length());
        }
    }

    private Mentions() {}

    /**
     * Wherever a node or an interface is mentioned beside its own entry and its place on the
     * canvas.
     */
    static List<Mention> everywhere(LabText text, Vocabulary vocabulary) {
        List<Mention> all = new ArrayList<>();
        for (Yaml link : text.items("links")) {
            if (link instanceof Mapping table) {
                table.get("between").ifPresent(ends -> all.addAll(inList(ends)));
            }
        }
        text.items("apps").forEach(app -> all.addAll(inApp(app, vocabulary)));
        text.items("events").forEach(event -> all.addAll(inEvent(event)));
        text.list("capture").ifPresent(list -> all.addAll(inCaptures(list)));
        return all;
    }

    /** In an application: where it runs, and whom it talks to. */
    static List<Mention> inApp(Yaml app, Vocabulary vocabulary) {
        List<Mention> found = new ArrayList<>();
        if (app instanceof Mapping table) {
            add(table, "on", found);
            AppSchema schema = vocabulary.schemas().get(LabText.value(app, "run"));
            if (schema == null) {
                add(table, "to", found);
            } else {
                schema.parameters().stream()
                        .filter(Mentions::names)
                        .forEach(p -> add(table, p.name(), found));
            }
        }
        return found;
    }

    /** In an event: whose connections change, or which cable or interface. */
    static List<Mention> inEvent(Yaml event) {
        List<Mention> found = new ArrayList<>();
        if (event instanceof Mapping table) {
            if (table.get("swap").orElse(null) instanceof Mapping swap) {
                add(swap, "node", found);
                add(swap, "flow", found);
            }
            table.get("link").ifPresent(ends -> addItems(ends, found));
            add(table, "interface", found);
            if (table.get("address").orElse(null) instanceof Mapping address) {
                add(address, "interface", found);
            }
            if (table.get("route").orElse(null) instanceof Mapping route) {
                add(route, "node", found);
            }
        }
        return found;
    }

    /** In a node: its own interfaces, by name alone. */
    static List<Mention> ofInterfaces(Mapping node) {
        List<Mention> found = new ArrayList<>();
        if (node.get("nat").orElse(null) instanceof Mapping nat) {
            add(nat, "outside", found);
        }
        for (Mapping rule : tables(node.get("firewall").orElse(null))) {
            add(rule, "in", found);
            add(rule, "out", found);
        }
        for (Mapping route : tables(node.get("routes").orElse(null))) {
            tables(route.get("via").orElse(null)).forEach(hop -> add(hop, "interface", found));
        }
        return found;
    }

    /** The tables of a list, or the one that stands in its place. */
    private static List<Mapping> tables(Yaml yaml) {
        List<Mapping> tables = new ArrayList<>();
        if (yaml == null) {
            return tables;
        }
        for (Yaml item : yaml instanceof Sequence list ? list.items() : List.of(yaml)) {
            if (item instanceof Mapping table) {
                tables.add(table);
            }
        }
        return tables;
    }

    /** In the list of captures, whose items are ports or tables. */
    private static List<Mention> inCaptures(Sequence list) {
        List<Mention> found = inList(list);
        for (Yaml item : list.items()) {
            if (item instanceof Mapping table) {
                add(table, "at", found);
            }
        }
        return found;
    }

    /** The interface of a capture, as it is written; empty when nothing is. */
    static String captured(Yaml item) {
        return item instanceof Mapping table ? LabText.value(table, "at") : LabText.value(item);
    }

    /** In a list of ports. */
    static List<Mention> inList(Yaml list) {
        List<Mention> found = new ArrayList<>();
        addItems(list, found);
        return found;
    }

    private static boolean names(AppSchema.Parameter parameter) {
        return switch (parameter.type()) {
            case HOST, ENDPOINT -> true;
            default -> false;
        };
    }

    private static void add(Mapping table, String key, List<Mention> found) {
        if (table.get(key).orElse(null) instanceof Scalar scalar) {
            found.add(new Mention(scalar, table.flow()));
        }
    }

    private static void addItems(Yaml yaml, List<Mention> found) {
        if (yaml instanceof Sequence list) {
            for (Yaml item : list.items()) {
                if (item instanceof Scalar scalar) {
                    found.add(new Mention(scalar, list.flow()));
                }
            }
        }
    }
}
