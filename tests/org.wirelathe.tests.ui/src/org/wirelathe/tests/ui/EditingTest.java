package org.wirelathe.tests.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Text;
import org.junit.jupiter.api.Test;
import org.wirelathe.model.NodeType;
import org.wirelathe.model.Position;
import org.wirelathe.model.edit.EditTarget;
import org.wirelathe.ui.Commands;
import org.wirelathe.ui.topology.CanvasTool;

/** Gestures on the canvas, each by what it does to the text of the file. */
class EditingTest extends LabBench {
    private Point middle(Canvas entry) {
        return new Point(entry.getSize().x / 2, entry.getSize().y / 2);
    }

    @Test
    void dragMovesANodeAndNothingElseInTheFile() throws Exception {
        Path file = open(ROW);
        Point alice = at("alice");
        driver.drag(canvas, alice, new Point(alice.x + scaled(40), alice.y + scaled(60)));
        assertEquals(new Position(140, 160), place("alice"));
        String expected = ROW.replace("alice: [100, 100]", "alice: [140, 160]");
        assertEquals(expected, text());
        assertTrue(editor.isDirty());
        assertEquals(ROW, Files.readString(file), "not saved yet");
        assertUndoable(ROW);
        undo();
        assertFalse(editor.isDirty(), "back to what is saved");
        redo();
        save();
        assertEquals(expected, Files.readString(file));
        assertFalse(editor.isDirty());
    }

    private int scaled(int units) {
        return (int) Math.round(units * canvas.zoom());
    }

    @Test
    void clickSelectsAndPropertiesFollow() throws Exception {
        open(ROW);
        driver.click(canvas, at("alice"));
        assertEquals(List.of(EditTarget.node("alice")), editor.session().selection());
        driver.click(canvas, at("bob"), SWT.SHIFT);
        assertEquals(List.of(EditTarget.node("alice"), EditTarget.node("bob")), editor.session().selection());
        EditTarget cable = EditTarget.link(lab().links().getFirst());
        driver.click(canvas, at(cable));
        assertEquals(List.of(cable), editor.session().selection());
        command("org.eclipse.ui.edit.selectAll");
        assertEquals(5, editor.session().selection().size());
    }

    @Test
    void dragFromARimLaysACable() throws Exception {
        open(ROW);
        Point bob = at("bob");
        driver.drag(canvas, new Point(bob.x, bob.y - scaled(29)), at("alice"));
        assertEquals(3, lab().links().size());
        assertTrue(lab().links().getLast().touches("alice") && lab().links().getLast().touches("bob"));
        assertTrue(text().contains("# fast") && text().contains("# slow") && text().contains("# sends"));
        assertUndoable(ROW);
    }

    @Test
    void cableToolLaysACableByTwoClicks() throws Exception {
        open(ROW);
        Canvas entry = driver.find(Canvas.class, "palette.cable");
        driver.click(entry, middle(entry));
        assertEquals(CanvasTool.CABLE, canvas.tool());
        driver.click(canvas, at("alice"));
        driver.click(canvas, at("bob"));
        assertEquals(3, lab().links().size());
        assertEquals(CanvasTool.SELECT, canvas.tool());
        assertUndoable(ROW);
    }

    @Test
    void cableBetweenTheTwoThatAreSelected() throws Exception {
        open(ROW);
        driver.click(canvas, at("alice"));
        driver.click(canvas, at("bob"), SWT.SHIFT);
        command(Commands.CONNECT);
        assertEquals(3, lab().links().size());
    }

    @Test
    void deleteTakesWhatBelongsToANodeToo() throws Exception {
        open(ROW);
        driver.click(canvas, at("bob"));
        command("org.eclipse.ui.edit.delete");
        assertEquals(2, lab().nodes().size());
        assertEquals(1, lab().links().size());
        assertFalse(text().contains("bob"), text());
        assertTrue(text().startsWith("# The first line stays.\n"));
        assertUndoable(ROW);
    }

    @Test
    void deleteACable() throws Exception {
        open(ROW);
        driver.click(canvas, at(EditTarget.link(lab().links().getLast())));
        command("org.eclipse.ui.edit.delete");
        assertEquals(1, lab().links().size());
        assertEquals(3, lab().nodes().size());
        assertUndoable(ROW);
    }

    @Test
    void paletteAddsAHostByTwoClicks() throws Exception {
        open(ROW);
        Canvas entry = driver.find(Canvas.class, "palette.host");
        driver.click(entry, middle(entry));
        assertEquals(CanvasTool.HOST, canvas.tool());
        Point r1 = at("r1");
        Point there = new Point(r1.x, r1.y + scaled(100));
        driver.move(canvas, there, 0);
        driver.click(canvas, there);
        assertEquals(4, lab().nodes().size());
        assertEquals(NodeType.HOST, lab().nodes().getLast().type());
        String name = lab().nodes().getLast().name();
        assertEquals(new Position(300, 200), place(name));
        assertEquals(List.of(EditTarget.node(name)), editor.session().selection(), "the new node is selected");
        assertEquals(CanvasTool.SELECT, canvas.tool());
        assertUndoable(ROW);
    }

    @Test
    void aSwitchIsAddedWithItsPorts() throws Exception {
        open(ROW);
        command(Commands.ADD_SWITCH);
        assertEquals(NodeType.SWITCH, lab().nodes().getLast().type());
        assertEquals(8, lab().nodes().getLast().interfaces().size());
        assertUndoable(ROW);
    }

    @Test
    void paletteAddsARouterByDragging() throws Exception {
        open(ROW);
        Canvas entry = driver.find(Canvas.class, "palette.router");
        Point r1 = at("r1");
        Point there = entry.toControl(canvas.toDisplay(r1.x, r1.y + scaled(100)));
        driver.down(entry, middle(entry), 0);
        driver.move(entry, there, SWT.BUTTON1);
        driver.up(entry, there, 0);
        assertEquals(NodeType.ROUTER, lab().nodes().getLast().type());
        assertEquals(new Position(300, 200), place(lab().nodes().getLast().name()));
        assertEquals(CanvasTool.SELECT, canvas.tool());
    }

    @Test
    void aDragThatEndsOutsideAddsNothing() throws Exception {
        open(ROW);
        Canvas entry = driver.find(Canvas.class, "palette.router");
        driver.down(entry, middle(entry), 0);
        driver.move(entry, new Point(-300, 10), SWT.BUTTON1);
        driver.up(entry, new Point(-300, 10), 0);
        assertEquals(ROW, text());
        assertEquals(CanvasTool.SELECT, canvas.tool());
    }

    @Test
    void renameInPlaceChangesTheNameEverywhere() throws Exception {
        open(ROW);
        driver.click(canvas, at("bob"));
        command("org.eclipse.ui.edit.rename");
        Text field = driver.find(Text.class, "topology.name");
        assertEquals("bob", field.getText());
        field.setText("carol");
        driver.traverse(field, SWT.TRAVERSE_RETURN);
        assertEquals(ROW.replace("bob", "carol"), text().replaceAll("carol: +\\{", "carol:   {"));
        assertEquals(List.of(EditTarget.node("carol")), editor.session().selection(), "stays selected");
        assertUndoable(ROW);
    }

    @Test
    void escapeLeavesTheNameAsItWas() throws Exception {
        open(ROW);
        driver.click(canvas, at("bob"));
        command("org.eclipse.ui.edit.rename");
        Text field = driver.find(Text.class, "topology.name");
        field.setText("carol");
        driver.traverse(field, SWT.TRAVERSE_ESCAPE);
        assertEquals(ROW, text());
        assertFalse(driver.shows("topology.name"));
    }

    @Test
    void arrowsHeldDownAreOneStep() throws Exception {
        open(ROW);
        driver.click(canvas, at("alice"));
        driver.keyDown(canvas, SWT.ARROW_RIGHT);
        driver.keyDown(canvas, SWT.ARROW_RIGHT);
        assertEquals(ROW, text(), "only shown so far");
        driver.key(canvas, SWT.ARROW_DOWN);
        assertEquals(new Position(120, 110), place("alice"));
        assertUndoable(ROW);
    }

    @Test
    void tabGoesFromNodeToNode() throws Exception {
        open(ROW);
        driver.traverse(canvas, SWT.TRAVERSE_TAB_NEXT);
        assertEquals(List.of(EditTarget.node("alice")), editor.session().selection());
        driver.traverse(canvas, SWT.TRAVERSE_TAB_NEXT);
        assertEquals(List.of(EditTarget.node("r1")), editor.session().selection());
        driver.traverse(canvas, SWT.TRAVERSE_TAB_PREVIOUS);
        assertEquals(List.of(EditTarget.node("alice")), editor.session().selection());
    }

    @Test
    void zoomKeepsWhatIsInTheMiddle() throws Exception {
        open(ROW);
        double before = canvas.zoom();
        command(Commands.ZOOM_IN);
        assertTrue(canvas.zoom() > before);
        command(Commands.ZOOM_FULL);
        assertEquals(1, canvas.zoom());
        command(Commands.ZOOM_FIT);
        Point bob = at("bob");
        assertTrue(canvas.getClientArea().contains(bob));
        assertEquals(ROW, text(), "looking changes nothing");
    }

    @Test
    void aSecondUndoHistoryDoesNotMix() throws Exception {
        open(ROW);
        driver.click(canvas, at("alice"));
        driver.key(canvas, SWT.ARROW_RIGHT);
        var first = editor;
        open(Files.writeString(folder.resolve("other.yaml"), ROW));
        driver.click(canvas, at("alice"));
        driver.key(canvas, SWT.ARROW_DOWN);
        undo();
        assertEquals(ROW, text());
        assertEquals(new Position(110, 100), first.session().document().lab().orElseThrow().view().get("alice"));
    }
}
