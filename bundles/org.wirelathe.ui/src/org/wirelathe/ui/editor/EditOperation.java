package org.wirelathe.ui.editor;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.core.commands.operations.AbstractOperation;
import org.eclipse.core.runtime.IAdaptable;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.wirelathe.model.edit.Edit;
import org.wirelathe.model.edit.EditException;

/** One step of the undo history: an edit of the model, or several that were typed in one go. */
final class EditOperation extends AbstractOperation {
    private final LabSession session;
    private final List<Edit> edits = new ArrayList<>();

    EditOperation(LabSession session, Edit edit) {
        super(edit.label());
        this.session = session;
        edits.add(edit);
        addContext(session.context());
    }

    /** Makes {@code edit}, which has been applied already, part of this step. */
    void absorb(Edit edit) {
        edits.add(edit);
    }

    @Override
    public IStatus execute(IProgressMonitor monitor, IAdaptable info) {
        return redo(monitor, info);
    }

    @Override
    public IStatus redo(IProgressMonitor monitor, IAdaptable info) {
        return attempt(() -> edits.forEach(session.document()::apply));
    }

    @Override
    public IStatus undo(IProgressMonitor monitor, IAdaptable info) {
        session.settle();
        return attempt(() -> edits.reversed().forEach(session.document()::revert));
    }

    private static IStatus attempt(Runnable change) {
        try {
            change.run();
            return Status.OK_STATUS;
        } catch (EditException refused) {
            return Status.warning(refused.getMessage());
        }
    }
}
