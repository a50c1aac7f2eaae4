package org.wirelathe.tests.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.graphics.Point;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.handlers.IHandlerService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.wirelathe.model.Lab;
import org.wirelathe.model.Position;
import org.wirelathe.model.edit.EditTarget;
import org.wirelathe.ui.editor.LabEditor;
import org.wirelathe.ui.editor.OpenLab;
import org.wirelathe.ui.topology.TopologyCanvas;

/** A workbench with a lab in it, for a test to work on. */
abstract class LabBench {
    /** Two hosts and the router between them, in a row; with comments that have to stay. */
    static final String ROW = """
            # The first line stays.
            lab: Row
            nodes:
              alice: { type: host,   interfaces: { eth0: 10.0.1.1/24 }, gateway: 10.0.1.254 }   # sends
              r1:    { type: router, interfaces: { eth0: 10.0.1.254/24, eth1: 10.0.2.254/24 } }
              bob:   { type: host,   interfaces: { eth0: 10.0.2.1/24 }, gateway: 10.0.2.254 }
            links:
              - { between: [alice:eth0, r1:eth0], rate: 1 Gbit/s,   delay: 1 ms }   # fast
              - { between: [r1:eth1, bob:eth0],   rate: 100 Mbit/s, delay: 10 ms }  # slow
            apps:
              - { on: bob,   run: sink, port: 5001 }
              - { on: alice, run: send, to: bob:5001, bytes: 2 MB }
            run: { until: 20 s, seed: 1 }
            view: { alice: [100, 100], r1: [300, 100], bob: [500, 100] }
            """;

    @TempDir
    Path folder;

    final IWorkbenchWindow window = PlatformUI.getWorkbench().getActiveWorkbenchWindow();
    final IWorkbenchPage page = window.getActivePage();
    final Driver driver = new Driver(window.getShell());
    LabEditor editor;
    TopologyCanvas canvas;

    @BeforeEach
    void nothingOpen() {
        page.closeAllEditors(false);
        driver.settle();
    }

    @AfterEach
    void closeAll() {
        page.closeAllEditors(false);
        driver.settle();
    }

    /** Opens a lab with that text. */
    final Path open(String text) throws IOException {
        Path file = Files.writeString(folder.resolve("test.yaml"), text);
        open(file);
        return file;
    }

    final void open(Path file) {
        OpenLab.open(page, file);
        editor = (LabEditor) page.getActiveEditor();
        canvas = editor.canvas();
        driver.until("the editor has a size", () -> editor.showsText() || canvas.getSize().x > 100);
    }

    final String text() {
        return editor.session().document().text();
    }

    final Lab lab() {
        return editor.session().document().lab().orElseThrow();
    }

    final Position place(String node) {
        return lab().view().get(node);
    }

    final Point at(String node) {
        return canvas.pointOf(EditTarget.node(node)).orElseThrow();
    }

    final Point at(EditTarget target) {
        return canvas.pointOf(target).orElseThrow();
    }

    final StyledText textWidget() {
        return driver.find(StyledText.class, "text");
    }

    /** Does what a menu or a key does. */
    final void command(String id) throws Exception {
        driver.settle();
        window.getService(IHandlerService.class).executeCommand(id, null);
        driver.settle();
    }

    final void undo() throws Exception {
        command("org.eclipse.ui.edit.undo");
    }

    final void redo() throws Exception {
        command("org.eclipse.ui.edit.redo");
    }

    final void save() {
        page.saveEditor(editor, false);
        driver.settle();
    }

    /** What has been done can be undone and done again, to the byte. */
    final void assertUndoable(String before) throws Exception {
        String after = text();
        undo();
        assertEquals(before, text());
        redo();
        assertEquals(after, text());
    }

}
