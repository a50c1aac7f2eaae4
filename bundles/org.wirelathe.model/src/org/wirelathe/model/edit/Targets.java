package org.wirelathe.model.edit;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.wirelathe.model.App;
import org.wirelathe.model.Lab;
import org.wirelathe.model.PortRef;
import org.wirelathe.model.internal.yaml.Yaml.Mapping;
import org.wirelathe.model.internal.yaml.Yaml.Sequence;
import org.wirelathe.model.internal.yaml.Yaml;

/** Finds the parts of a lab in its text. */
final class Targets {
    private final LabText text;
    private final Optional<Lab> shown;

    /**
     * @param shown the lab that the user sees, which may be older than the text
     */
    Targets(LabText text, Optional<Lab> shown) {
        this.text = text;
        this.shown = shown;
    }

    Mapping node(String name) {
        return table(text.node(name).value(), "node " + name);
    }

    /** The value of an interface: a table, or its address alone. */
    Yaml iface(PortRef port) {
        return node(port.node())
                .get("interfaces")
                .flatMap(
                        i ->
                                i instanceof Mapping table
                                        ? table.get(port.iface())
                                        : Optional.empty())
                .orElseThrow(
                        () -> new EditException("there is no interface " + port + " in the text"));
    }

    /** The names of a node's interfaces. */
    Set<String> interfaceNames(String node) {
        Set<String> names = new HashSet<>();
        if (node(node).get("interfaces").orElse(null) instanceof Mapping table) {
            table.entries().forEach(e -> names.add(e.key().value()));
        }
        return names;
    }

    /** The index of a cable in the list. */
    int link(PortRef a, PortRef b) {
        List<Yaml> links = text.items("links");
        for (int i = 0; i < links.size(); i++) {
            List<PortRef> ends = ends(links.get(i));
            if (ends.equals(List.of(a, b)) || ends.equals(List.of(b, a))) {
                return i;
            }
        }
        throw new EditException("there is no cable between " + a + " and " + b + " in the text");
    }

    /** The ends of a cable; fewer than two when they are not written as they should. */
    static List<PortRef> ends(Yaml link) {
        return link instanceof Mapping table
                        && table.get("between").orElse(null) instanceof Sequence list
                ? list.items().stream()
                        .flatMap(i -> PortRef.parse(LabText.value(i)).stream())
                        .toList()
                : List.of();
    }

    /** An application, unless the text has another one in its place than the user sees. */
    Mapping app(int index) {
        Mapping table = item("apps", index);
        List<App> apps = shown.map(Lab::apps).orElse(List.of());
        boolean same =
                index < apps.size()
                        && apps.get(index).on().equals(LabText.value(table, "on"))
                        && apps.get(index).run().equals(LabText.value(table, "run"));
        if (!same) {
            throw new EditException(
                    "the text has another application here by now: mend its errors first");
        }
        return table;
    }

    /** An event, unless the text has another number of them than the user sees. */
    Mapping event(int index) {
        Mapping table = item("events", index);
        if (text.items("events").size() != shown.map(l -> l.events().size()).orElse(0)) {
            throw new EditException("the text has other events by now: mend its errors first");
        }
        return table;
    }

    Mapping item(String section, int index) {
        List<Yaml> items = text.items(section);
        if (index < 0 || index >= items.size()) {
            throw new EditException(
                    "`" + section + "` has no item " + (index + 1) + " in the text");
        }
        return table(items.get(index), "item " + (index + 1) + " of `" + section + "`");
    }

    private static Mapping table(Yaml yaml, String what) {
        if (yaml instanceof Mapping table) {
            return table;
        }
        throw new EditException("the " + what + " is no table in the text: mend that first");
    }
}
