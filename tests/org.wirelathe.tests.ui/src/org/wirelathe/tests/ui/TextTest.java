package org.wirelathe.tests.ui;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.Tree;
import org.junit.jupiter.api.Test;
import org.wirelathe.model.Position;
import org.wirelathe.model.edit.EditTarget;
import org.wirelathe.ui.editor.LabEditor;
import org.wirelathe.ui.editor.OpenLab;
import org.wirelathe.ui.view.ProblemsView;
import org.wirelathe.ui.view.PropertiesView;

/** The text page, the file under it, and the views that show what the text says. */
class TextTest extends LabBench {
    private static final String BROKEN = """
            lab: Broken
            nodes:
              alice: { type: hots, interfaces: { eth0: 10.0.1.1/24 } }
              bob:   { type: host, interfaces: { eth0: 10.0.1.300/24 } }
            links:
              - { between: [alice:eth0, bob:eth0], rate: fast }
            """;

    private void showText() {
        editor.showText();
        driver.until("the text is in front", () -> driver.shows("text"));
    }

    @Test
    void aMalformedLabOpensAsTextWithItsProblemsMarked() throws Exception {
        Path file = open(BROKEN);
        assertTrue(editor.showsText());
        assertEquals(BROKEN, textWidget().getText());
        page.showView(ProblemsView.ID);
        driver.until("the problems are listed", () -> driver.shows("problems"));
        Table table = driver.find(Table.class, "problems");
        int problems = editor.session().document().problems().size();
        assertTrue(problems >= 3, "hots, 300 and fast");
        assertEquals(problems, table.getItemCount());
        assertTrue(table.getItem(0).getText(1).startsWith("line 3"), table.getItem(0).getText(1));
        assertEquals(problems, editor.annotations(), "each is marked in the text");
        assertFalse(editor.isDirty());
        assertEquals(BROKEN, Files.readString(file), "nothing of it is lost");
    }

    @Test
    void aProblemLeadsToItsPlace() throws Exception {
        open(BROKEN);
        page.showView(ProblemsView.ID);
        driver.until("the problems are listed", () -> driver.shows("problems"));
        Table table = driver.find(Table.class, "problems");
        table.setSelection(0);
        Event open = new Event();
        open.widget = table;
        open.item = table.getItem(0);
        table.notifyListeners(SWT.DefaultSelection, open);
        driver.settle();
        assertEquals("hots", textWidget().getSelectionText());
    }

    @Test
    void notYamlAtAllOpensAsText() throws Exception {
        open("}{ this: [is\n\tnot: 'yaml");
        assertTrue(editor.showsText());
        assertFalse(editor.session().document().problems().isEmpty());
        editor.showTopology();
        driver.settle();
        assertTrue(editor.bannerText().contains("Nothing can be shown yet"), editor.bannerText());
    }

    @Test
    void topologyShowsTheLastGoodLabUnderABanner() throws Exception {
        open(ROW);
        showText();
        int at = text().indexOf("1 Gbit/s");
        driver.type(textWidget(), at, at + 8, "fast");
        assertFalse(editor.session().document().current());
        editor.showTopology();
        driver.settle();
        assertTrue(editor.bannerText().startsWith("The text has one error."), editor.bannerText());
        assertTrue(canvas.pointOf(EditTarget.node("alice")).isPresent(), "still there");
        undo();
        driver.settle();
        undo();
        driver.settle();
        assertEquals("", editor.bannerText());
    }

    @Test
    void whatIsTypedMovesTheNodeAndIsOneHistoryWithTheCanvas() throws Exception {
        open(ROW);
        driver.click(canvas, at("bob"));
        driver.key(canvas, SWT.ARROW_DOWN);
        String moved = text();
        showText();
        int at = text().indexOf("alice: [100") + 8;
        driver.type(textWidget(), at, at + 3, "250");
        assertEquals(new Position(250, 100), place("alice"));
        String typed = text();
        undo();
        undo();
        assertEquals(moved, text(), "the deletion and the word are two steps");
        assertEquals(moved, textWidget().getText());
        undo();
        assertEquals(ROW, text());
        redo();
        redo();
        redo();
        assertEquals(typed, text());
        assertEquals(typed, textWidget().getText(), "both are the same text");
    }

    /** A thousand nodes: reading them takes longer than a key press. */
    private static String large() {
        StringBuilder nodes = new StringBuilder("lab: Large\nnodes:\n");
        StringBuilder links = new StringBuilder("links:\n");
        for (int i = 0; i < 1000; i++) {
            String net = "10." + (i >> 8) + "." + (i & 255);
            for (String end : new String[] {"a 1", "b 2"}) {
                nodes.append("  ").append(end.charAt(0)).append(i).append(": { type: host, interfaces: { eth0: ")
                        .append(net).append('.').append(end.charAt(2)).append("/24 } }\n");
            }
            links.append("  - { between: [a").append(i).append(":eth0, b").append(i)
                    .append(":eth0], rate: 1 Gbit/s }\n");
        }
        return nodes.append(links).toString();
    }

    @Test
    void typingInALargeLabIsOneStepAndNothingIsLost() throws Exception {
        String large = large();
        open(large);
        showText();
        driver.type(textWidget(), 10, 10, "rthanLarge");
        String typed = large.replace("Large", "LargerthanLarge");
        assertEquals(typed, textWidget().getText());
        driver.until("the text has been read", () -> text().equals(typed));
        assertEquals("LargerthanLarge", lab().name());
        assertUndoable(large);
        driver.type(textWidget(), 5, 5, "xyz");
        undo();
        assertEquals(typed, text(), "also what had not been read yet");
        assertEquals(typed, textWidget().getText());
    }

    @Test
    void aMoveOnTheCanvasShowsInTheText() throws Exception {
        open(ROW);
        showText();
        editor.showTopology();
        driver.click(canvas, at("bob"));
        driver.key(canvas, SWT.ARROW_DOWN);
        showText();
        assertEquals(ROW.replace("bob: [500, 100]", "bob: [500, 110]"), textWidget().getText());
    }

    @Test
    void windowsLineEndsAndAMarkSurviveAnEdit() throws Exception {
        byte[] before = ("\ufeff" + ROW.replace("\n", "\r\n")).getBytes(StandardCharsets.UTF_8);
        Path file = Files.write(folder.resolve("windows.yaml"), before);
        open(file);
        driver.click(canvas, at("bob"));
        driver.key(canvas, SWT.ARROW_DOWN);
        save();
        byte[] after = ("\ufeff" + ROW.replace("bob: [500, 100]", "bob: [500, 110]").replace("\n", "\r\n"))
                .getBytes(StandardCharsets.UTF_8);
        assertArrayEquals(after, Files.readAllBytes(file));
    }

    private static void overwrite(Path file, String text) throws Exception {
        Files.writeString(file, text);
        Files.setLastModifiedTime(file, FileTime.fromMillis(86_400_000));
    }

    @Test
    void aCleanEditorTakesOverWhatSomebodyElseWrote() throws Exception {
        Path file = open(ROW);
        overwrite(file, ROW.replace("Row", "Other"));
        editor.checkFile();
        assertEquals("Other", lab().name());
        assertFalse(editor.isDirty());
        undo();
        assertEquals("Row", lab().name(), "can be undone");
        assertTrue(editor.isDirty());
    }

    @Test
    void aDirtyEditorAsksAndDoesNotOverwrite() throws Exception {
        Path file = open(ROW);
        driver.click(canvas, at("bob"));
        driver.key(canvas, SWT.ARROW_DOWN);
        String mine = text();
        String theirs = ROW.replace("Row", "Other");
        overwrite(file, theirs);
        editor.checkFile();
        assertTrue(editor.bannerText().startsWith("The file has changed on disk."), editor.bannerText());
        save();
        assertEquals(theirs, Files.readString(file), "not overwritten unasked");
        assertTrue(editor.isDirty());
        editor.keepMine();
        save();
        assertEquals(mine, Files.readString(file));
        assertEquals("", editor.bannerText());
    }

    @Test
    void saveAsGoesOnWithTheNewFile() throws Exception {
        Path old = open(ROW);
        driver.click(canvas, at("bob"));
        driver.key(canvas, SWT.ARROW_DOWN);
        Path file = folder.resolve("renamed.yaml");
        editor.saveAs(file);
        assertEquals("renamed.yaml", editor.getTitle());
        assertEquals(text(), Files.readString(file));
        assertEquals(ROW, Files.readString(old));
        assertFalse(editor.isDirty());
        driver.click(canvas, at("bob"));
        driver.key(canvas, SWT.ARROW_DOWN);
        save();
        assertEquals(text(), Files.readString(file));
        undo();
        undo();
        assertEquals(ROW, text(), "the history goes on too");
    }

    @Test
    void aNewLabIsOneThatRuns() throws Exception {
        OpenLab.begin(page);
        editor = (LabEditor) page.getActiveEditor();
        assertTrue(editor.isDirty());
        assertTrue(editor.session().document().current());
        assertEquals(List.of(), editor.session().document().problems());
    }

    @Test
    void propertiesAreEditedInTheirCells() throws Exception {
        open(ROW);
        page.showView(PropertiesView.ID);
        driver.until("the properties are shown", () -> driver.shows("properties"));
        driver.click(canvas, at(EditTarget.link(lab().links().getLast())));
        Tree tree = driver.find(Tree.class, "properties");
        assertEquals("100 Mbit/s", Driver.value(tree, "Rate"));
        driver.edit(tree, "Rate", "42 Mbit/s");
        assertEquals(ROW.replace("100 Mbit/s", "42 Mbit/s"), text());
        assertEquals("42 Mbit/s", Driver.value(tree, "Rate"));
        page.activate(editor);
        assertUndoable(ROW);
        driver.edit(tree, "Delay", "soon");
        assertEquals(ROW.replace("100 Mbit/s", "42 Mbit/s"), text(), "nonsense is not taken");
    }
}
