package org.wirelathe.ui.topology.scene;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.wirelathe.model.Lab;
import org.wirelathe.model.Link;
import org.wirelathe.model.Node;
import org.wirelathe.model.Position;
import org.wirelathe.model.Run;
import org.wirelathe.model.edit.EditTarget;

/** A lab as shapes, and what is where. A new lab makes a new scene. */
public final class Scene {
    /** A lab without anything. */
    public static final Scene EMPTY =
            new Scene(new Lab("", List.of(), List.of(), List.of(), List.of(), List.of(), Run.DEFAULT, Map.of()));

    private final Lab lab;
    private final List<NodeShape> nodes = new ArrayList<>();
    private final List<CableShape> cables = new ArrayList<>();
    private final Map<String, NodeShape> byName = new HashMap<>();
    private final Map<EditTarget.OfLink, CableShape> byEnds = new HashMap<>();
    private final HashGrid nodeGrid = new HashGrid();
    private final HashGrid cableGrid = new HashGrid();

    public Scene(Lab lab) {
        this.lab = lab;
        Map<String, Position> places = Placement.of(lab);
        for (Node node : lab.nodes()) {
            Position place = places.get(node.name());
            NodeShape shape = new NodeShape(nodes.size(), node, place.x(), place.y());
            nodes.add(shape);
            byName.putIfAbsent(node.name(), shape);
            nodeGrid.addBox(shape.index(), shape.bounds().grown(NodeShape.RIM + NodeShape.RADIUS - NodeShape.HALF));
        }
        addCables();
    }

    private void addCables() {
        Map<String, Integer> lanes = new HashMap<>();
        for (Link link : lab.links()) {
            lanes.merge(pair(link), 1, Integer::sum);
        }
        Map<String, Integer> used = new HashMap<>();
        for (int i = 0; i < lab.links().size(); i++) {
            Link link = lab.links().get(i);
            NodeShape a = byName.get(link.a().node());
            NodeShape b = byName.get(link.b().node());
            if (a == null || b == null) {
                continue;
            }
            int lane = used.merge(pair(link), 1, Integer::sum) - 1;
            int all = lanes.get(pair(link));
            // Seen from the other end the lanes lie the other way round.
            boolean turned = link.a().node().compareTo(link.b().node()) > 0;
            CableShape shape =
                    CableShape.between(i, link, a, b, turned ? all - 1 - lane : lane, all, isInTheWay(a, b));
            shape.enter(cableGrid, cables.size());
            cables.add(shape);
            byEnds.put(new EditTarget.OfLink(link.a(), link.b()), shape);
        }
    }

    /** Whether a straight cable between two nodes would run over a third one. */
    private boolean isInTheWay(NodeShape a, NodeShape b) {
        boolean[] found = new boolean[1];
        nodeGrid.visit(Box.between(a.x(), a.y(), b.x(), b.y()), i -> {
            NodeShape node = nodes.get(i);
            found[0] |= i != a.index() && i != b.index()
                    && CableShape.distance(node.x(), node.y(), a.x(), a.y(), b.x(), b.y()) < NodeShape.HALF;
        });
        return found[0];
    }

    private static String pair(Link link) {
        String a = link.a().node();
        String b = link.b().node();
        return a.compareTo(b) < 0 ? a + ' ' + b : b + ' ' + a;
    }

    public Lab lab() {
        return lab;
    }

    /** In the order of the lab. */
    public List<NodeShape> nodes() {
        return nodes;
    }

    /** In the order of the lab. */
    public List<CableShape> cables() {
        return cables;
    }

    public Optional<NodeShape> node(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    /** The cable between two ports, whichever comes first. */
    public Optional<CableShape> cable(EditTarget.OfLink ends) {
        CableShape found = byEnds.get(ends);
        return Optional.ofNullable(found != null ? found : byEnds.get(new EditTarget.OfLink(ends.b(), ends.a())));
    }

    /** True when the part is in the lab. */
    public boolean has(EditTarget target) {
        return switch (target) {
            case EditTarget.OfNode node -> byName.containsKey(node.name());
            case EditTarget.OfLink link -> cable(link).isPresent();
            default -> false;
        };
    }

    /** The node whose body or name is under the point; the topmost one. */
    public Optional<NodeShape> nodeAt(double x, double y) {
        NodeShape[] found = new NodeShape[1];
        nodeGrid.visit(new Box(x, y, x, y), i -> {
            NodeShape node = nodes.get(i);
            if (node.covers(x, y) && (found[0] == null || found[0].index() < i)) {
                found[0] = node;
            }
        });
        return Optional.ofNullable(found[0]);
    }

    /** The node on whose rim the point lies. */
    public Optional<NodeShape> rimAt(double x, double y) {
        NodeShape[] found = new NodeShape[1];
        nodeGrid.visit(new Box(x, y, x, y), i -> {
            if (nodes.get(i).onRim(x, y)) {
                found[0] = nodes.get(i);
            }
        });
        return Optional.ofNullable(found[0]);
    }

    /** The nearest cable that passes the point within {@code tolerance} canvas units. */
    public Optional<CableShape> cableAt(double x, double y, double tolerance) {
        CableShape[] found = new CableShape[1];
        double[] least = {tolerance};
        cableGrid.visit(Box.around(x, y, tolerance, tolerance), i -> {
            double distance = cables.get(i).distance(x, y);
            if (distance <= least[0]) {
                least[0] = distance;
                found[0] = cables.get(i);
            }
        });
        return Optional.ofNullable(found[0]);
    }

    /** What a click at the point means: a node, else a cable. */
    public Optional<EditTarget> at(double x, double y, double tolerance) {
        Optional<EditTarget> node = nodeAt(x, y).map(n -> EditTarget.node(n.node().name()));
        return node.isPresent() ? node : cableAt(x, y, tolerance).map(c -> EditTarget.link(c.link()));
    }

    /** The nodes whose body, and the cables whose whole line, lie inside the box; in the order of the lab. */
    public List<EditTarget> inside(Box box) {
        List<EditTarget> found = new ArrayList<>();
        BitSet seen = new BitSet();
        nodeGrid.visit(box, seen::set);
        seen.stream()
                .mapToObj(nodes::get)
                .filter(n -> box.contains(n.body()))
                .forEach(n -> found.add(EditTarget.node(n.node().name())));
        seen.clear();
        cableGrid.visit(box, seen::set);
        seen.stream()
                .mapToObj(cables::get)
                .filter(c -> c.inside(box))
                .forEach(c -> found.add(EditTarget.link(c.link())));
        return found;
    }

    /** Around everything; empty when there is nothing. */
    public Optional<Box> bounds() {
        return nodes.stream().map(NodeShape::bounds).reduce(Box::with);
    }
}
