package org.wirelathe.model.edit;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.wirelathe.model.NodeType;
import org.wirelathe.model.PortRef;
import org.wirelathe.model.Position;

/**
 * The edits. Making one does nothing yet; {@link Edit#apply} computes the text changes from the text as it is then, and
 * throws {@link EditException} when that text does not allow it.
 */
public final class Edits {
    private Edits() {
    }

    /** Puts nodes elsewhere on the canvas. */
    public static Edit move(Map<String, Position> positions) {
        throw new UnsupportedOperationException("not yet");
    }

    /**
     * Adds a node.
     *
     * @param name empty for a fresh one: {@code host1}, {@code r1} ...
     */
    public static Edit addNode(NodeType type, Optional<String> name, Position position) {
        throw new UnsupportedOperationException("not yet");
    }

    /** Deletes parts, and with a node everything that refers to it. */
    public static Edit delete(Collection<EditTarget> targets) {
        throw new UnsupportedOperationException("not yet");
    }

    /** Lays a cable between two nodes: through interfaces that are free, or new ones with suggested addresses. */
    public static Edit connect(String a, String b) {
        throw new UnsupportedOperationException("not yet");
    }

    /** Lays a cable between two interfaces that are free. */
    public static Edit connect(PortRef a, PortRef b) {
        throw new UnsupportedOperationException("not yet");
    }

    /** Gives a node another name everywhere. */
    public static Edit rename(String name, String newName) {
        throw new UnsupportedOperationException("not yet");
    }

    /**
     * Sets one property.
     *
     * @param key as in the file, with dots into nested tables: {@code rate}, {@code queue.limit}, {@code tcp.congestion}
     * @param value as it is written in the file; empty removes the key
     */
    public static Edit set(EditTarget target, String key, Optional<String> value) {
        throw new UnsupportedOperationException("not yet");
    }

    /** Adds an application at the end of the list; {@code parameters} in that order, values as in the file. */
    public static Edit addApp(String on, String run, Map<String, String> parameters) {
        throw new UnsupportedOperationException("not yet");
    }

    /** Records an interface, or no longer. */
    public static Edit capture(PortRef port, boolean on) {
        throw new UnsupportedOperationException("not yet");
    }

    /** Replaces text as the user typed it; any text may follow. */
    public static Edit replaceText(TextChange change) {
        return replaceText(List.of(change));
    }

    /** Replaces several stretches of text, without overlaps, in terms of the text before all of them. */
    public static Edit replaceText(List<TextChange> changes) {
        throw new UnsupportedOperationException("not yet");
    }
}
