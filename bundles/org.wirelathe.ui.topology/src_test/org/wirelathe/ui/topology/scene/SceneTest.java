package org.wirelathe.ui.topology.scene;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.wirelathe.model.Position;
import org.wirelathe.model.edit.EditTarget;
import org.wirelathe.ui.topology.Labs;

class SceneTest {
    private final Scene scene = new Scene(Labs.lab(Labs.ROW));

    private static EditTarget link(Scene scene, int index) {
        return EditTarget.link(scene.lab().links().get(index));
    }

    @Test
    void nodesAreWhereTheFileSays() {
        NodeShape bob = scene.node("bob").orElseThrow();
        assertEquals(500, bob.x());
        assertEquals(100, bob.y());
        assertEquals(2, bob.index());
    }

    @Test
    void bodyAndNameAreTheNode() {
        assertEquals(Optional.of(EditTarget.node("alice")), scene.at(100, 100, 4));
        assertEquals(Optional.of(EditTarget.node("alice")), scene.at(100, 130, 4), "on the name");
        assertEquals(Optional.empty(), scene.at(100, 160, 4), "below the name");
    }

    @Test
    void cableIsHitWithinTheToleranceAndNotBeyond() {
        assertEquals(Optional.of(link(scene, 0)), scene.at(200, 103, 4));
        assertEquals(Optional.empty(), scene.at(200, 105, 4));
        assertEquals(Optional.of(link(scene, 1)), scene.at(400, 97, 4));
    }

    @Test
    void rimIsRoundTheBody() {
        assertEquals("alice", scene.rimAt(100 + 27, 100).orElseThrow().node().name());
        assertTrue(scene.rimAt(100, 100).isEmpty(), "inside");
        assertTrue(scene.rimAt(100 + 40, 100).isEmpty(), "too far");
    }

    @Test
    void boxTakesWhatLiesWholeInside() {
        assertEquals(List.of(EditTarget.node("alice")), scene.inside(new Box(50, 50, 200, 200)));
        assertEquals(
                List.of(EditTarget.node("alice"), EditTarget.node("r1"), link(scene, 0)),
                scene.inside(new Box(50, 50, 350, 200)));
        assertEquals(List.of(), scene.inside(new Box(90, 90, 110, 110)), "less than a body");
    }

    @Test
    void aCableIsFoundByItsEndsInEitherOrder() {
        var link = scene.lab().links().getFirst();
        assertTrue(scene.cable(new EditTarget.OfLink(link.a(), link.b())).isPresent());
        assertTrue(scene.cable(new EditTarget.OfLink(link.b(), link.a())).isPresent());
        assertTrue(scene.has(new EditTarget.OfLink(link.b(), link.a())));
        assertFalse(scene.has(EditTarget.node("carol")));
    }

    @Test
    void cablesBetweenTheSameNodesLieApart() {
        String twice = Labs.ROW.replace("eth0: 10.0.1.1/24", "eth0: 10.0.1.1/24, eth1: 10.0.3.1/24")
                .replace("eth1: 10.0.2.254/24", "eth1: 10.0.2.254/24, eth2: 10.0.3.254/24")
                .replace("view:", "  - { between: [r1:eth2, alice:eth1], rate: 1 Gbit/s }\nview:");
        Scene parallel = new Scene(Labs.lab(twice));
        CableShape first = parallel.cables().get(0);
        CableShape second = parallel.cables().get(2);
        assertTrue(Math.abs(first.yAt(0.5) - second.yAt(0.5)) > 40, "a line of text fits between, with its port");
        assertTrue(first.bow() * second.bow() > 0, "to different sides, as one goes there and the other back");
        assertEquals(200, first.xAt(0.5), 1e-9);
        assertEquals(Optional.of(link(parallel, 0)), parallel.at(200, first.yAt(0.5), 4));
        assertEquals(Optional.of(link(parallel, 2)), parallel.at(200, second.yAt(0.5), 4));
        for (CableShape cable : List.of(first, second)) {
            NodeShape alice = parallel.node("alice").orElseThrow();
            double x = cable == first ? cable.ax() : cable.bx();
            double y = cable == first ? cable.ay() : cable.by();
            assertEquals(NodeShape.RADIUS, Math.hypot(x - alice.x(), y - alice.y()), 1e-9, "from the rim");
        }
    }

    @Test
    void ofThreeParallelCablesTheMiddleOneIsStraight() {
        String thrice = Labs.ROW.replace("eth0: 10.0.1.1/24", "eth0: 10.0.1.1/24, e1: 10.0.3.1/24, e2: 10.0.4.1/24")
                .replace("eth1: 10.0.2.254/24", "eth1: 10.0.2.254/24, e2: 10.0.3.254/24, e3: 10.0.4.254/24")
                .replace("view:", """
                          - { between: [alice:e1, r1:e2], rate: 1 Gbit/s }
                          - { between: [alice:e2, r1:e3], rate: 1 Gbit/s }
                        view:""");
        List<CableShape> cables = new Scene(Labs.lab(thrice)).cables();
        assertFalse(cables.get(2).curved());
        assertTrue(cables.get(0).curved() && cables.get(3).curved());
        assertTrue(cables.get(0).bow() * cables.get(3).bow() < 0);
    }

    @Test
    void aCableGoesRoundANodeInItsWay() {
        String past = Labs.ROW.replace("eth0: 10.0.1.1/24", "eth0: 10.0.1.1/24, eth1: 10.0.3.1/24")
                .replace("eth0: 10.0.2.1/24", "eth0: 10.0.2.1/24, eth1: 10.0.3.2/24")
                .replace("view:", "  - { between: [alice:eth1, bob:eth1], rate: 1 Gbit/s }\nview:");
        Scene round = new Scene(Labs.lab(past));
        CableShape cable = round.cables().get(2);
        assertTrue(cable.curved());
        assertFalse(round.cables().get(0).curved());
        NodeShape r1 = round.node("r1").orElseThrow();
        for (double way = 0; way <= 1; way += 0.01) {
            double x = cable.xAt(way);
            double y = cable.yAt(way);
            assertFalse(r1.covers(x, y) || r1.onRim(x, y), "over r1 at " + x + ", " + y);
            assertTrue(cable.distance(x, y) < 1);
            assertEquals(Optional.of(link(round, 2)), round.cableAt(x, y, 4).map(c -> EditTarget.link(c.link())));
        }
    }

    @Test
    void everyPointOfARandomCableIsFound() {
        Random random = new Random(7);
        for (int i = 0; i < 300; i++) {
            double[] at = random.doubles(4, -900, 900).toArray();
            HashGrid grid = new HashGrid();
            grid.addLine(1, at[0], at[1], at[2], at[3]);
            for (int step = 0; step <= 50; step++) {
                double x = at[0] + (at[2] - at[0]) * step / 50;
                double y = at[1] + (at[3] - at[1]) * step / 50;
                Set<Integer> found = new HashSet<>();
                grid.visit(Box.around(x, y, 4, 4), found::add);
                assertEquals(Set.of(1), found, "line " + i + " at " + x + ", " + y);
            }
        }
    }

    @Test
    void linesAlongTheAxesAreFoundToo() {
        for (double[] at : new double[][] {{0, 0, 500, 0}, {0, 0, 0, -500}, {96, 96, 96, 96}, {96, 0, 96, 960}}) {
            HashGrid grid = new HashGrid();
            grid.addLine(1, at[0], at[1], at[2], at[3]);
            Set<Integer> found = new HashSet<>();
            grid.visit(Box.around(at[2], at[3], 1, 1), found::add);
            assertEquals(Set.of(1), found);
        }
    }

    @Test
    void nodesWithoutAPlaceGetOneOfTheirOwn() {
        Map<String, Position> places = Placement.of(Labs.lab(Labs.unplaced(40)));
        assertEquals(40, places.size());
        assertEquals(40, new HashSet<>(places.values()).size(), "no two at the same place");
        assertEquals(places, Placement.of(Labs.lab(Labs.unplaced(40))), "always the same");
    }

    @Test
    void aNodeWithoutAPlaceComesBesideItsNeighbour() {
        Map<String, Position> places = Placement.of(Labs.lab(Labs.ROW.replace(", bob: [500, 100]", "")));
        assertEquals(new Position(300 + Placement.STEP_X, 100), places.get("bob"));
        assertEquals(new Position(100, 100), places.get("alice"), "named places stay");
    }
}
