package org.wirelathe.ui.editor;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.FileDialog;
import org.eclipse.swt.widgets.Shell;

/** Keeps a session and its file together: saves, loads again, and never overwrites unasked what somebody else wrote. */
final class LabFileKeeper {
    private final LabSession session;
    private boolean keepMine;

    LabFileKeeper(LabSession session) {
        this.session = session;
    }

    /** Whether somebody else has written the file, and the user has not said yet which text is to stay. */
    boolean isUndecided() {
        return !keepMine && session.isOutdated();
    }

    /** The next save may overwrite the file. */
    void keepMine() {
        keepMine = true;
    }

    /** Takes the file's text; that can be undone. */
    void reload() {
        try {
            session.reload();
        } catch (IOException e) {
            session.refuse("Cannot read the file again: " + Sentences.of(e));
        }
    }

    /** Takes over what somebody else wrote when nothing would be lost by it. */
    void check() {
        if (session.isOutdated() && !session.isDirty()) {
            reload();
        }
    }

    /** Saves to the session's own file; the monitor is cancelled when that did not come off. */
    void save(IProgressMonitor monitor) {
        if (isUndecided()) {
            monitor.setCanceled(true);
            session.refuse("Not saved: the file has changed on disk. Choose above which text to keep.");
            return;
        }
        try {
            session.save();
            keepMine = false;
        } catch (IOException e) {
            monitor.setCanceled(true);
            session.refuse("Not saved: " + Sentences.of(e));
        }
    }

    /** Asks for a file; empty when the user thought better of it. */
    Optional<Path> ask(Shell shell, String name) {
        FileDialog dialog = new FileDialog(shell, SWT.SAVE);
        dialog.setText("Save lab as");
        dialog.setFilterExtensions(new String[] {"*.yaml", "*"});
        dialog.setOverwrite(true);
        session.file().map(Path::getParent).ifPresent(folder -> dialog.setFilterPath(folder.toString()));
        dialog.setFileName(name.endsWith(".yaml") ? name : name + ".yaml");
        return Optional.ofNullable(dialog.open()).map(Path::of);
    }

    /** Saves to another file, which is the session's own from then on; false when that did not come off. */
    boolean saveAs(Path file) {
        try {
            session.saveAs(file.toAbsolutePath().normalize());
            keepMine = false;
            return true;
        } catch (IOException e) {
            session.refuse("Not saved: " + Sentences.of(e));
            return false;
        }
    }
}
