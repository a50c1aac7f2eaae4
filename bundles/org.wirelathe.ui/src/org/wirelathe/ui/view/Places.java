package org.wirelathe.ui.view;

import java.util.List;
import java.util.Optional;
import org.wirelathe.model.Lab;
import org.wirelathe.model.edit.EditTarget;
import org.wirelathe.model.edit.LabDocument;

/** Finds the part of the lab that a place in the text belongs to. */
final class Places {
    private Places() {
    }

    /** The node or cable that the text at {@code offset} is about. */
    static Optional<EditTarget> at(LabDocument document, int offset) {
        Lab lab = document.sound();
        boolean whole = document.current();
        List<Object> path = document.source().at(offset);
        if (path.size() < 2) {
            return Optional.empty();
        }
        return switch (String.valueOf(path.get(0))) {
            case "nodes", "view" -> node(lab, String.valueOf(path.get(1)));
            // What has errors may be missing from the lab, so that places in its lists mean something else.
            case "links" -> index(path.get(1), whole ? lab.links().size() : 0)
                    .map(i -> EditTarget.link(lab.links().get(i)));
            case "apps" -> index(path.get(1), whole ? lab.apps().size() : 0)
                    .flatMap(i -> node(lab, lab.apps().get(i).on()));
            default -> Optional.empty();
        };
    }

    private static Optional<EditTarget> node(Lab lab, String name) {
        return lab.node(name).map(n -> EditTarget.node(n.name()));
    }

    private static Optional<Integer> index(Object step, int size) {
        return step instanceof Integer index && index < size ? Optional.of(index) : Optional.empty();
    }
}
