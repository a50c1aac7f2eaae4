package org.wirelathe.ui.topology.tool;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.wirelathe.model.Position;
import org.wirelathe.ui.topology.Labs;

class SelectToolTest {
    private final Bench bench = new Bench(Labs.ROW);

    private Position place(String node) {
        return bench.document.lab().orElseThrow().view().get(node);
    }

    @Test
    void clickSelectsOneThing() {
        bench.click(100, 100);
        assertEquals(List.of("alice"), bench.selected());
        bench.click(200, 100);
        assertEquals(List.of("alice:eth0-r1:eth0"), bench.selected());
        bench.click(200, 400);
        assertEquals(List.of(), bench.selected());
    }

    @Test
    void shiftClickAddsAndTakesAway() {
        bench.click(100, 100);
        bench.extend = true;
        bench.click(500, 100);
        assertEquals(List.of("alice", "bob"), bench.selected());
        bench.click(100, 100);
        assertEquals(List.of("bob"), bench.selected());
    }

    @Test
    void clickOnOneOfManySelectsItAlone() {
        bench.drag(0, 0, 600, 300);
        assertEquals(5, bench.selected().size());
        bench.click(300, 100);
        assertEquals(List.of("r1"), bench.selected());
    }

    @Test
    void dragMovesToTheGridAndKeepsTheComments() {
        bench.drag(100, 100, 143, 158);
        assertEquals(new Position(140, 160), place("alice"));
        assertEquals(List.of("Move alice"), bench.labels);
        assertEquals(
                Labs.ROW.replace("alice: [100, 100]", "alice: [140, 160]"), bench.document.text(), "nothing else");
    }

    @Test
    void dragWithAltDoesNotSnap() {
        bench.free = true;
        bench.drag(100, 100, 143, 158);
        assertEquals(new Position(143, 158), place("alice"));
    }

    @Test
    void dragMovesEverythingThatIsSelectedByTheSameWay() {
        bench.click(100, 100);
        bench.extend = true;
        bench.click(500, 100);
        bench.extend = false;
        bench.drag(500, 100, 500, 200);
        assertEquals(new Position(100, 200), place("alice"));
        assertEquals(new Position(500, 200), place("bob"));
        assertEquals(new Position(300, 100), place("r1"));
        assertEquals(List.of("Move 2 nodes"), bench.labels);
    }

    @Test
    void trembleIsNoDrag() {
        bench.down(100, 100).move(102, 102).up(103, 101);
        assertEquals(List.of(), bench.labels);
        assertEquals(List.of("alice"), bench.selected());
    }

    /** GTK compresses motion: a release may come without a move. */
    @Test
    void releaseWithoutAMoveMovesToo() {
        bench.down(100, 100).up(200, 200);
        assertEquals(new Position(200, 200), place("alice"));
    }

    @Test
    void ghostsAreShownWhileDraggingAndGoneAfterwards() {
        bench.down(100, 100).move(150, 100);
        Feedback.Moving moving = assertInstanceOf(Feedback.Moving.class, bench.feedback);
        assertEquals(50, moving.dx());
        bench.up(150, 100);
        assertEquals(Feedback.NONE, bench.feedback);
    }

    @Test
    void escapeGivesADragUp() {
        bench.down(100, 100).move(200, 200);
        assertTrue(bench.tool.busy());
        bench.tool.cancel();
        bench.up(200, 200);
        assertEquals(new Position(100, 100), place("alice"));
        assertEquals(List.of(), bench.labels);
    }

    @Test
    void draggingBackToTheStartIsNoEdit() {
        bench.down(100, 100).move(200, 200).up(101, 101);
        assertEquals(List.of(), bench.labels);
    }

    @Test
    void rubberBandSelectsWhatItHolds() {
        bench.down(50, 50).move(350, 200);
        assertInstanceOf(Feedback.Band.class, bench.feedback);
        assertEquals(List.of("alice", "r1", "alice:eth0-r1:eth0"), bench.selected());
        bench.move(200, 200);
        assertEquals(List.of("alice"), bench.selected(), "a smaller band lets go");
        bench.up(200, 200);
        assertEquals(List.of("alice"), bench.selected());
    }

    @Test
    void shiftRubberBandAdds() {
        bench.click(500, 100);
        bench.extend = true;
        bench.drag(50, 50, 200, 200);
        assertEquals(List.of("bob", "alice"), bench.selected());
    }

    @Test
    void dragFromARimLaysACable() {
        bench.down(500, 75 - 2);
        bench.move(320, 150);
        Feedback.Wire wire = assertInstanceOf(Feedback.Wire.class, bench.feedback);
        assertEquals("bob", wire.from());
        assertEquals(Optional.empty(), wire.to());
        bench.move(100, 100);
        assertEquals(Optional.of("alice"), ((Feedback.Wire) bench.feedback).to());
        bench.up(100, 100);
        assertEquals(List.of("Connect bob and alice"), bench.labels);
        assertEquals(3, bench.document.lab().orElseThrow().links().size());
    }

    @Test
    void cableToNowhereOrBackIsNoCable() {
        bench.drag(500, 73, 400, 300);
        bench.drag(500, 73, 500, 100);
        assertEquals(List.of(), bench.labels);
    }

    @Test
    void pointerTellsWhatWouldHappen() {
        assertEquals(Tool.Hint.HOLD, bench.move(100, 100).tool.hint());
        assertEquals(Tool.Hint.WIRE, bench.move(100, 73).tool.hint());
        assertEquals(Tool.Hint.POINT, bench.move(100, 300).tool.hint());
        bench.down(100, 73);
        assertEquals(Tool.Hint.REFUSE, bench.move(100, 100).tool.hint(), "no cable to itself");
    }
}
