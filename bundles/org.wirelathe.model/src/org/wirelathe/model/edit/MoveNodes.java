package org.wirelathe.model.edit;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.wirelathe.model.Position;
import org.wirelathe.model.internal.yaml.Yaml.Mapping;
import org.wirelathe.model.internal.yaml.Yaml.Scalar;
import org.wirelathe.model.internal.yaml.Yaml.Sequence;
import org.wirelathe.model.internal.yaml.Yaml;

/** Writes where nodes are on the canvas. */
final class MoveNodes {
    private MoveNodes() {}

    static List<TextChange> plan(LabDocument document, Map<String, Position> positions) {
        LabText text = new LabText(document.yaml());
        place(text, positions);
        return text.changes();
    }

    /** Positions that are written already are replaced, the others are added behind them. */
    static void place(LabText text, Map<String, Position> positions) {
        Optional<Mapping> view = text.table("view");
        Map<String, Fresh> fresh = new LinkedHashMap<>();
        positions.forEach(
                (name, position) -> {
                    Optional<Yaml> old = view.flatMap(v -> v.entry(name)).map(Yaml.Entry::value);
                    if (old.isEmpty()) {
                        fresh.put(name, Fresh.items(position.x(), position.y()));
                    } else {
                        replace(text, old.get(), position, view.get().flow());
                    }
                });
        text.addEntries("view", fresh);
    }

    private static void replace(LabText text, Yaml old, Position position, boolean flow) {
        boolean pair =
                old instanceof Sequence list
                        && list.items().stream().filter(Scalar.class::isInstance).count() == 2;
        if (pair && old instanceof Sequence list && list.items().size() == 2) {
            text.replace((Scalar) list.items().get(0), String.valueOf(position.x()), list.flow());
            text.replace((Scalar) list.items().get(1), String.valueOf(position.y()), list.flow());
        } else {
            text.replace(old, Fresh.items(position.x(), position.y()), flow);
        }
    }
}
