package org.wirelathe.lab.internal.run;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.wirelathe.api.link.Bridge;
import org.wirelathe.api.link.Link;
import org.wirelathe.api.link.NeighbourRow;
import org.wirelathe.lab.LinkTables;
import org.wirelathe.lab.internal.build.BuiltLab;
import org.wirelathe.lab.internal.build.BuiltNode;

/**
 * Looks at what one node has learned of its neighbours; on the loop. It is asked for one node at a time, and is no part
 * of a snapshot: the switches of a large lab know each host many times. What is cleared at the end leaves it alone.
 */
final class LinkLook {
    private LinkLook() {
    }

    static LinkTables at(BuiltLab lab, String name) {
        for (BuiltNode node : lab.nodes()) {
            if (node.name().equals(name)) {
                return of(node);
            }
        }
        return LinkTables.NONE;
    }

    private static LinkTables of(BuiltNode node) {
        Map<String, List<NeighbourRow>> neighbours = new LinkedHashMap<>();
        for (Link link : node.links()) {
            List<NeighbourRow> rows = new ArrayList<>(link.neighbours());
            rows.addAll(node.network().neighbours(link.name()));
            neighbours.put(link.name(), List.copyOf(rows));
        }
        return new LinkTables(neighbours, node.bridge().map(Bridge::stations).orElse(List.of()),
                node.bridge().map(Bridge::ports).orElse(List.of()));
    }
}
