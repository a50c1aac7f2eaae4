package org.wirelathe.ui.topology.tool;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.wirelathe.model.NodeType;
import org.wirelathe.model.Position;
import org.wirelathe.model.edit.EditTarget;
import org.wirelathe.ui.topology.Labs;

class OtherToolsTest {
    private final Bench bench = new Bench(Labs.ROW);

    @Test
    void connectByTwoClicks() {
        bench.tool = new ConnectTool(bench);
        bench.click(100, 100);
        assertTrue(bench.tool.busy());
        bench.move(400, 300);
        assertInstanceOf(Feedback.Wire.class, bench.feedback);
        bench.click(500, 100);
        assertEquals(List.of("Connect alice and bob"), bench.labels);
        assertEquals(1, bench.done, "one cable, then back to selecting");
        assertFalse(bench.tool.busy());
    }

    @Test
    void connectByDragging() {
        bench.tool = new ConnectTool(bench);
        bench.drag(100, 100, 500, 100);
        assertEquals(List.of("Connect alice and bob"), bench.labels);
    }

    @Test
    void connectWithShiftGoesOn() {
        bench.tool = new ConnectTool(bench);
        bench.extend = true;
        bench.drag(100, 100, 500, 100);
        bench.drag(100, 100, 500, 100);
        assertEquals(2, bench.labels.size());
        assertEquals(0, bench.done);
    }

    @Test
    void connectThatMissesStartsOver() {
        bench.tool = new ConnectTool(bench);
        bench.click(100, 100).click(300, 400);
        assertFalse(bench.tool.busy());
        assertEquals(Feedback.NONE, bench.feedback);
        bench.click(300, 400);
        assertFalse(bench.tool.busy(), "nothing to begin at");
        assertEquals(List.of(), bench.labels);
    }

    @Test
    void placePutsANodeOnTheGrid() {
        bench.tool = new PlaceTool(bench, NodeType.ROUTER);
        bench.move(202, 297);
        assertEquals(new Feedback.Placing(NodeType.ROUTER, 200, 300), bench.feedback);
        bench.click(202, 297);
        var lab = bench.document.lab().orElseThrow();
        assertEquals(4, lab.nodes().size());
        assertEquals(NodeType.ROUTER, lab.nodes().getLast().type());
        assertEquals(new Position(200, 300), lab.view().get(lab.nodes().getLast().name()));
        assertEquals(1, bench.done);
        assertEquals(Feedback.NONE, bench.feedback);
    }

    @Test
    void panFollowsThePointer() {
        bench.tool = new PanTool(bench);
        bench.move(5, 5).down(10, 10).move(30, 15).up(35, 10);
        assertEquals(25, bench.panX);
        assertEquals(0, bench.panY);
        bench.move(90, 90);
        assertEquals(25, bench.panX, "not without the button");
    }

    @Test
    void nudgesAreOneStep() {
        bench.selection.set(List.of(EditTarget.node("alice"), EditTarget.node("bob")));
        Nudge nudge = new Nudge(bench);
        nudge.by(10, 0);
        nudge.by(10, 0);
        nudge.by(0, -10);
        assertEquals(List.of(), bench.labels, "only shown so far");
        assertInstanceOf(Feedback.Moving.class, bench.feedback);
        nudge.settle();
        nudge.settle();
        assertEquals(List.of("Move 2 nodes"), bench.labels);
        assertEquals(new Position(120, 90), bench.document.lab().orElseThrow().view().get("alice"));
    }

    @Test
    void nudgeWithoutASelectionIsNothing() {
        Nudge nudge = new Nudge(bench);
        nudge.by(10, 0);
        assertFalse(nudge.pending());
    }
}
