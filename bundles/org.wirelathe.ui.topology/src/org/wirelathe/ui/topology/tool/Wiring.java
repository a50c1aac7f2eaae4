package org.wirelathe.ui.topology.tool;

import java.util.Optional;
import org.wirelathe.model.edit.Edits;
import org.wirelathe.ui.topology.scene.NodeShape;

/** Lays a cable from one node to another: the part that two tools share. */
final class Wiring {
    private final Desk desk;
    private String from;

    Wiring(Desk desk) {
        this.desk = desk;
    }

    /** The node where the cable starts; null when none is being laid. */
    String from() {
        return from;
    }

    void begin(String node) {
        from = node;
    }

    Tool.Hint move(Pointer pointer) {
        Optional<String> to = reached(pointer);
        desk.show(new Feedback.Wire(from, pointer.x(), pointer.y(), to));
        boolean elsewhere = nodeAt(pointer).isPresent() && to.isEmpty();
        return elsewhere ? Tool.Hint.REFUSE : Tool.Hint.WIRE;
    }

    /** True when a cable was laid. */
    boolean end(Pointer pointer) {
        Optional<String> to = reached(pointer);
        desk.show(Feedback.NONE);
        to.ifPresent(node -> desk.perform(Edits.connect(from, node)));
        return to.isPresent();
    }

    /** The node under the pointer or, for a shaky hand, the one on whose rim it is; never the one it came from. */
    private Optional<String> reached(Pointer pointer) {
        return nodeAt(pointer).filter(name -> !name.equals(from));
    }

    Optional<String> nodeAt(Pointer pointer) {
        Optional<NodeShape> node = desk.scene().nodeAt(pointer.x(), pointer.y());
        return node.or(() -> desk.scene().rimAt(pointer.x(), pointer.y())).map(n -> n.node().name());
    }
}
