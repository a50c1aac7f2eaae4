package org.wirelathe.ui.editor;

import org.wirelathe.model.edit.Edit;
import org.wirelathe.model.edit.Edits;
import org.wirelathe.model.edit.TextChange;

/** Makes one step to undo of what is typed in one go: a word or a line, and not every letter. */
final class Typing {
    private final LabSession session;
    private EditOperation open;
    private int next;
    private boolean deleting;

    Typing(LabSession session) {
        this.session = session;
    }

    void typed(TextChange change) {
        Edit edit = Edits.replaceText(change);
        boolean deletes = change.replacement().isEmpty();
        if (continues(change, deletes)) {
            session.document().apply(edit);
            open.absorb(edit);
        } else {
            EditOperation operation = new EditOperation(session, edit);
            session.execute(operation);
            boolean single = change.length() + change.replacement().length() == 1;
            open = single ? operation : null;
        }
        deleting = deletes;
        next = change.offset() + change.replacement().length();
    }

    private boolean continues(TextChange change, boolean deletes) {
        if (open == null || LabSession.history().getUndoOperation(session.context()) != open) {
            return false;
        }
        if (deletes) {
            return deleting && change.length() == 1 && (change.end() == next || change.offset() == next);
        }
        boolean letter = change.length() == 0 && change.replacement().length() == 1;
        return !deleting && letter && change.offset() == next && !change.replacement().isBlank();
    }

    /** Whatever is typed from now on is another step. */
    void end() {
        open = null;
    }
}
