package org.wirelathe.ui.topology.tool;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.wirelathe.model.Position;
import org.wirelathe.ui.topology.scene.NodeShape;
import org.wirelathe.ui.topology.scene.Scene;

/** The grid on which nodes come to rest. */
public final class Grid {
    /** Canvas units from line to line. */
    public static final int STEP = 10;

    private Grid() {
    }

    /** The nearest line. */
    public static int snap(double coordinate) {
        return (int) Math.round(coordinate / STEP) * STEP;
    }

    static Position place(double x, double y, boolean free) {
        return free
                ? new Position((int) Math.round(x), (int) Math.round(y))
                : new Position(snap(x), snap(y));
    }

    /** Where nodes come to be when they move by that much. */
    static Map<String, Position> moved(Scene scene, Set<String> names, double dx, double dy) {
        Map<String, Position> places = new LinkedHashMap<>();
        for (NodeShape shape : scene.nodes()) {
            String name = shape.node().name();
            if (names.contains(name)) {
                places.put(name, new Position((int) Math.round(shape.x() + dx), (int) Math.round(shape.y() + dy)));
            }
        }
        return places;
    }
}
