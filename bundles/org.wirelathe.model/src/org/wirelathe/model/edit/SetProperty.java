package org.wirelathe.model.edit;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.wirelathe.model.internal.yaml.Yaml;
import org.wirelathe.model.internal.yaml.Yaml.Entry;
import org.wirelathe.model.internal.yaml.Yaml.Mapping;
import org.wirelathe.model.internal.yaml.Yaml.Scalar;
import org.wirelathe.model.internal.yaml.YamlReader;

/** Writes one property of one part. */
final class SetProperty {
    private final LabText text;
    private final Targets targets;
    private final List<String> path;
    private final Optional<Fresh> value;

    private SetProperty(LabDocument document, String key, Optional<String> value) {
        this.text = new LabText(document.yaml());
        this.targets = new Targets(text, document.lab());
        this.path = List.of(key.split("\\.", -1));
        this.value = value.map(v -> key.equals("address") || key.equals("gateway") ? some(v) : fresh(v));
    }

    static List<TextChange> plan(
            LabDocument document, EditTarget target, String key, Optional<String> value) {
        if (target instanceof EditTarget.OfNode node && key.equals("name")) {
            String newName = value.orElseThrow(() -> new EditException("a node needs a name"));
            return RenameNode.plan(document, node.name(), newName);
        }
        if (target instanceof EditTarget.OfInterface iface && key.equals("name")) {
            String newName =
                    value.orElseThrow(() -> new EditException("an interface needs a name"));
            return RenameInterface.plan(document, iface.port(), newName);
        }
        SetProperty plan = new SetProperty(document, key, value);
        plan.write(target);
        return plan.text.changes();
    }

    /**
     * A text that is a list or a table in brackets stays one; everything else is a single value.
     */
    static Fresh fresh(String value) {
        String trimmed = value.strip();
        boolean brackets = trimmed.startsWith("[") || trimmed.startsWith("{");
        boolean raw =
                brackets
                        && trimmed.lines().count() == 1
                        && YamlReader.read("value: " + trimmed).whole();
        return raw ? new Fresh.Raw(trimmed) : new Fresh.Text(trimmed);
    }

    /** One value or several behind commas, which make a list. */
    private static Fresh some(String value) {
        boolean list = value.indexOf(',') >= 0 && !value.strip().startsWith("[");
        return list ? Fresh.items((Object[]) value.strip().split(" *, *")) : fresh(value);
    }

    private void write(EditTarget target) {
        switch (target) {
            case EditTarget.OfLab ignored -> inSection(text.root());
            case EditTarget.OfNode node -> in(targets.node(node.name()));
            case EditTarget.OfInterface iface -> inInterface(iface);
            case EditTarget.OfLink link ->
                    in(targets.item("links", targets.link(link.a(), link.b())));
            case EditTarget.OfApp app -> in(targets.app(app.index()));
            case EditTarget.OfEvent event -> in(targets.event(event.index()));
            case EditTarget.OfRun ignored -> inRun();
            case EditTarget.OfCapture ignored ->
                    throw new EditException("a capture has no properties");
        }
    }

    private void inSection(Mapping root) {
        if (root.entries().isEmpty()) {
            throw new EditException("the text is empty: add a node first");
        }
        in(root);
    }

    private void inRun() {
        Optional<Mapping> run = text.table("run");
        if (run.isPresent()) {
            in(run.get());
        } else if (value.isPresent()) {
            text.addEntries("run", Map.of(path.getFirst(), nested(1)));
        }
    }

    /** An interface with nothing but an address becomes a table when it gets more. */
    private void inInterface(EditTarget.OfInterface target) {
        Yaml iface = targets.iface(target.port());
        if (iface instanceof Mapping table) {
            in(table);
        } else if (path.equals(List.of("address"))) {
            if (value.isEmpty()) {
                throw new EditException("an interface needs an address");
            }
            text.replace(iface, value.get(), true);
        } else if (value.isPresent()) {
            Fresh.Table table = Fresh.table();
            table.entries().put("address", same(iface));
            table.entries().put(path.getFirst(), nested(1));
            text.replace(iface, table, true);
        }
    }

    /** What is written for the addresses of an interface, on one line. */
    private static Fresh same(Yaml addresses) {
        return addresses instanceof Yaml.Sequence list
                ? Fresh.items(list.items().stream().map(LabText::value).toArray())
                : Fresh.text(LabText.value(addresses));
    }

    private void in(Mapping table) {
        Mapping here = table;
        Mapping above = null;
        for (int depth = 0; depth < path.size() - 1; depth++) {
            Optional<Entry> entry = here.entry(path.get(depth));
            if (entry.isPresent() && entry.get().value() instanceof Mapping inner) {
                above = here;
                here = inner;
            } else {
                create(here, entry, depth);
                return;
            }
        }
        last(here, above);
    }

    /** Makes the tables that the key lies in. */
    private void create(Mapping here, Optional<Entry> entry, int depth) {
        if (value.isEmpty()) {
            return; // nothing there to remove
        }
        if (entry.isEmpty()) {
            text.add(here, Map.of(path.get(depth), nested(depth + 1)));
        } else if (isDriver(entry.get(), depth)) {
            Fresh.Table table = Fresh.table();
            table.entries().put("type", Fresh.text(LabText.value(entry.get().value())));
            table.entries().put(path.getLast(), value.get());
            text.replace(entry.get().value(), table, here.flow());
        } else {
            text.replace(entry.get().value(), nested(depth + 1), here.flow());
        }
    }

    /** A driver with nothing but its name becomes a table when it gets settings. */
    private boolean isDriver(Entry entry, int depth) {
        return path.subList(depth, path.size() - 1).equals(List.of("driver"))
                && !path.getLast().equals("type")
                && !LabText.value(entry.value()).isEmpty();
    }

    private void last(Mapping here, Mapping above) {
        String key = path.getLast();
        Optional<Entry> entry = here.entry(key);
        if (value.isEmpty()) {
            remove(here, above, entry);
        } else if (entry.isEmpty()) {
            text.add(here, Map.of(key, value.get()));
        } else if (entry.get().value() instanceof Scalar old
                && old.end() > old.start()
                && value.get() instanceof Fresh.Text fresh) {
            text.replace(old, fresh.value(), here.flow());
        } else {
            text.replace(entry.get().value(), value.get(), here.flow());
        }
    }

    /** A table that would be empty goes with its last key. */
    private void remove(Mapping here, Mapping above, Optional<Entry> entry) {
        if (entry.isEmpty()) {
            return;
        }
        if (above != null && here.entries().size() == 1) {
            text.remove(
                    above,
                    Set.of(
                            above.entries()
                                    .indexOf(
                                            above.entry(path.get(path.size() - 2)).orElseThrow())));
        } else {
            text.remove(here, Set.of(here.entries().indexOf(entry.get())));
        }
    }

    /** The value inside of the tables from {@code depth} on. */
    private Fresh nested(int depth) {
        Fresh content = value.orElseThrow();
        for (int i = path.size() - 1; i >= depth; i--) {
            Fresh.Table table = Fresh.table();
            table.entries().put(path.get(i), content);
            content = table;
        }
        return content;
    }
}
