package org.wirelathe.ui.topology.scene;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.wirelathe.model.Lab;
import org.wirelathe.model.Link;
import org.wirelathe.model.Node;
import org.wirelathe.model.Position;

/**
 * Gives every node a place: the one that the lab file names, or a free one beside its neighbours. The same lab is
 * always laid out the same way.
 */
public final class Placement {
    /** How far apart nodes are put, in canvas units. */
    public static final int STEP_X = 160;

    public static final int STEP_Y = 120;

    private static final int FIRST = 80;

    private final Lab lab;
    private final Map<String, Position> places = new LinkedHashMap<>();
    private final Map<String, List<String>> neighbours = new HashMap<>();
    private final Set<Position> taken = new HashSet<>();

    private Placement(Lab lab) {
        this.lab = lab;
    }

    /** A place for every node of the lab, by name. */
    public static Map<String, Position> of(Lab lab) {
        Placement placement = new Placement(lab);
        placement.run();
        return placement.places;
    }

    private void run() {
        for (Link link : lab.links()) {
            neighbours.computeIfAbsent(link.a().node(), n -> new ArrayList<>()).add(link.b().node());
            neighbours.computeIfAbsent(link.b().node(), n -> new ArrayList<>()).add(link.a().node());
        }
        Deque<String> waiting = new ArrayDeque<>();
        for (Node node : lab.nodes()) {
            Position known = lab.view().get(node.name());
            if (known != null) {
                put(node.name(), known);
                waiting.add(node.name());
            }
        }
        spread(waiting);
        for (Node node : lab.nodes()) {
            if (!places.containsKey(node.name())) {
                put(node.name(), free(FIRST, nextRow()));
                waiting.add(node.name());
                spread(waiting);
            }
        }
    }

    private void spread(Deque<String> waiting) {
        while (!waiting.isEmpty()) {
            String name = waiting.remove();
            Position from = places.get(name);
            for (String neighbour : neighbours.getOrDefault(name, List.of())) {
                if (!places.containsKey(neighbour) && lab.node(neighbour).isPresent()) {
                    put(neighbour, free(from.x() + STEP_X, from.y()));
                    waiting.add(neighbour);
                }
            }
        }
    }

    private void put(String name, Position position) {
        places.put(name, position);
        taken.add(cell(position.x(), position.y()));
    }

    private int nextRow() {
        int lowest = FIRST - STEP_Y;
        for (Position position : places.values()) {
            lowest = Math.max(lowest, position.y());
        }
        return lowest + STEP_Y;
    }

    /** The first free place in the column: as wished, then below and above in turn. */
    private Position free(int x, int y) {
        for (int i = 0; ; i++) {
            int rows = (i + 1) / 2 * (i % 2 == 0 ? -1 : 1);
            if (!taken.contains(cell(x, y + rows * STEP_Y))) {
                return new Position(x, y + rows * STEP_Y);
            }
        }
    }

    private static Position cell(int x, int y) {
        return new Position(Math.floorDiv(x, STEP_X), Math.floorDiv(y, STEP_Y));
    }
}
