package org.wirelathe.model.edit;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.wirelathe.model.NodeType;
import org.wirelathe.model.PortRef;
import org.wirelathe.model.Position;
import org.wirelathe.model.Quantity;

/**
 * The edits. Making one does nothing yet; {@link Edit#apply} computes the text changes from the
 * text as it is then, and throws {@link EditException} when that text does not allow it.
 */
public final class Edits {
    private Edits() {}

    /** Puts nodes elsewhere on the canvas. */
    public static Edit move(Map<String, Position> positions) {
        Map<String, Position> wanted = new LinkedHashMap<>(positions);
        String label =
                wanted.size() == 1
                        ? "Move " + wanted.keySet().iterator().next()
                        : "Move " + wanted.size() + " nodes";
        return edit(label, document -> MoveNodes.plan(document, wanted));
    }

    /**
     * Adds a node.
     *
     * @param name empty for a fresh one: {@code h1}, {@code h2} ... or {@code r1}, {@code r2} ...
     * @throws IllegalArgumentException for a type that no lab can build yet
     */
    public static Edit addNode(NodeType type, Optional<String> name, Position position) {
        if (!type.available()) {
            throw new IllegalArgumentException("a node of type " + type.word() + " comes later");
        }
        String label = "Add " + name.map(n -> type.word() + " " + n).orElse(type.word());
        return edit(label, document -> AddNode.plan(document, type, name, position));
    }

    /**
     * Adds an interface to a node: {@code eth0}, {@code eth1} ..., with an address on a network
     * that is free.
     */
    public static Edit addInterface(String node) {
        return edit("Add interface to " + node, document -> AddInterface.plan(document, node));
    }

    /** Deletes parts, and with a node everything that refers to it. */
    public static Edit delete(Collection<EditTarget> targets) {
        List<EditTarget> parts = List.copyOf(targets);
        String label =
                parts.size() == 1
                        ? "Delete " + parts.getFirst().label()
                        : "Delete " + parts.size() + " parts";
        return edit(label, document -> DeleteParts.plan(document, parts));
    }

    /**
     * Lays a cable between two nodes: through interfaces that are free, or new ones with suggested
     * addresses.
     */
    public static Edit connect(String a, String b) {
        return edit("Connect " + a + " and " + b, document -> ConnectNodes.plan(document, a, b));
    }

    /** Lays a cable between two interfaces that are free. */
    public static Edit connect(PortRef a, PortRef b) {
        return edit("Connect " + a + " and " + b, document -> ConnectNodes.plan(document, a, b));
    }

    /** Gives a node another name everywhere. */
    public static Edit rename(String name, String newName) {
        return edit(
                "Rename " + name + " to " + newName,
                document -> RenameNode.plan(document, name, newName));
    }

    /**
     * Sets one property.
     *
     * @param key as in the file, with dots into nested tables: {@code rate}, {@code queue.limit},
     *     {@code tcp.congestion}; the key {@code name} of a node or an interface renames it
     * @param value as it is written in the file; empty removes the key
     */
    public static Edit set(EditTarget target, String key, Optional<String> value) {
        String label = (value.isPresent() ? "Set " : "Clear ") + key + " of " + target.label();
        return edit(label, document -> SetProperty.plan(document, target, key, value));
    }

    /**
     * Adds an application at the end of the list; {@code parameters} in that order, values as in
     * the file.
     */
    public static Edit addApp(String on, String run, Map<String, String> parameters) {
        Fresh.Table app = Fresh.table();
        app.entries().put("on", Fresh.text(on));
        app.entries().put("run", Fresh.text(run));
        parameters.forEach((key, value) -> app.entries().put(key, SetProperty.fresh(value)));
        return add("Add " + run + " on " + on, "apps", app);
    }

    /** Records an interface, or no longer. */
    public static Edit capture(PortRef port, boolean on) {
        if (!on) {
            return edit(
                    "Stop capture of " + port,
                    document -> DeleteParts.plan(document, List.of(EditTarget.capture(port))));
        }
        return edit(
                "Capture " + port,
                document -> {
                    LabText text = new LabText(document.yaml());
                    if (text.items("capture").stream()
                            .noneMatch(item -> Mentions.captured(item).equals(port.toString()))) {
                        text.addItem("capture", Fresh.text(port));
                    }
                    return text.changes();
                });
    }

    /** Replaces text as the user typed it; any text may follow. */
    public static Edit replaceText(TextChange change) {
        return replaceText(List.of(change));
    }

    /**
     * Replaces several stretches of text, without overlaps, in terms of the text before all of
     * them.
     */
    public static Edit replaceText(List<TextChange> changes) {
        List<TextChange> sorted = new ArrayList<>(changes);
        sorted.sort(Comparator.comparingInt(TextChange::offset).thenComparingInt(TextChange::end));
        return new TextEdit("Type", true, document -> sorted);
    }

    /**
     * Adds an event at the end of the list: connections of {@code node}, or of {@code all}, change
     * their algorithm.
     */
    public static Edit addSwap(long at, String node, String congestion) {
        Fresh.Table swap = Fresh.table();
        swap.entries().put("node", Fresh.text(node));
        swap.entries().put("congestion", Fresh.text(congestion));
        Fresh.Table event = Fresh.table();
        event.entries().put("at", Fresh.text(Quantity.TIME.format(at)));
        event.entries().put("swap", swap);
        return add("Add swap to " + congestion, "events", event);
    }

    /** Adds an event at the end of the list: the cable between two interfaces is cut or mended. */
    public static Edit addLinkState(long at, PortRef a, PortRef b, boolean down) {
        Fresh.Table event = Fresh.table();
        event.entries().put("at", Fresh.text(Quantity.TIME.format(at)));
        event.entries().put("link", Fresh.items(a, b));
        event.entries().put("down", Fresh.text(down));
        return add((down ? "Cut " : "Mend ") + a + " to " + b, "events", event);
    }

    private static Edit add(String label, String section, Fresh item) {
        return edit(
                label,
                document -> {
                    LabText text = new LabText(document.yaml());
                    text.addItem(section, item);
                    return text.changes();
                });
    }

    private static Edit edit(String label, Function<LabDocument, List<TextChange>> plan) {
        return new TextEdit(label, false, plan);
    }
}
