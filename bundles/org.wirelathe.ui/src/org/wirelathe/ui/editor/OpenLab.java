package org.wirelathe.ui.editor;

import java.nio.file.Files;
import java.nio.file.Path;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.PartInitException;

/** Opens labs in editors. */
public final class OpenLab {
    private static int untitled;

    private OpenLab() {
    }

    /** Opens a lab file, or brings its editor to the front. */
    public static void open(IWorkbenchPage page, Path file) {
        if (!Files.isReadable(file) || Files.isDirectory(file)) {
            String why = Files.isDirectory(file) ? " is a folder, not a lab file."
                    : Files.exists(file) ? " cannot be read." : " does not exist.";
            MessageDialog.openError(page.getWorkbenchWindow().getShell(), "Not opened", file + why);
            return;
        }
        open(page, LabInput.of(file));
    }

    /** Begins a new lab. */
    public static void begin(IWorkbenchPage page) {
        untitled++;
        open(page, LabInput.untitled(untitled == 1 ? "New lab" : "New lab " + untitled));
    }

    private static void open(IWorkbenchPage page, LabInput input) {
        try {
            page.openEditor(input, LabEditor.ID);
        } catch (PartInitException e) {
            MessageDialog.openError(page.getWorkbenchWindow().getShell(), "Not opened", e.getMessage());
        }
    }
}
