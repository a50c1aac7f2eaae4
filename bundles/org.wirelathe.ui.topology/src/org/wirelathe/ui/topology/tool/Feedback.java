package org.wirelathe.ui.topology.tool;

import java.util.Optional;
import java.util.Set;
import org.wirelathe.model.NodeType;
import org.wirelathe.ui.topology.scene.Box;

/** What a gesture shows before it has changed anything. */
public sealed interface Feedback {
    /** Nothing is going on. */
    record None() implements Feedback {}

    /** Nodes are being dragged by that much. */
    record Moving(Set<String> nodes, double dx, double dy) implements Feedback {
        public Moving {
            nodes = Set.copyOf(nodes);
        }
    }

    /** A rubber band is open. */
    record Band(Box box) implements Feedback {}

    /** A cable is being laid; {@code to} is the node that it would reach. */
    record Wire(String from, double x, double y, Optional<String> to) implements Feedback {}

    /** A node would come to that place. */
    record Placing(NodeType type, double x, double y) implements Feedback {}

    Feedback NONE = new None();
}
