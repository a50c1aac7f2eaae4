package org.wirelathe.ui.editor;

import org.eclipse.core.commands.ExecutionException;
import org.eclipse.core.commands.operations.IUndoContext;
import org.eclipse.jface.text.ITextViewer;
import org.eclipse.jface.text.IUndoManager;
import org.eclipse.jface.text.IUndoManagerExtension;

/** Gives the text editor the session's undo history: there is one for text and topology together. */
final class SessionUndoManager implements IUndoManager, IUndoManagerExtension {
    private final LabSession session;

    SessionUndoManager(LabSession session) {
        this.session = session;
    }

    @Override
    public IUndoContext getUndoContext() {
        return session.context();
    }

    @Override
    public boolean undoable() {
        return LabSession.history().canUndo(session.context());
    }

    @Override
    public boolean redoable() {
        return LabSession.history().canRedo(session.context());
    }

    @Override
    public void undo() {
        try {
            LabSession.history().undo(session.context(), null, null);
        } catch (ExecutionException e) {
            session.refuse(e.getMessage());
        }
    }

    @Override
    public void redo() {
        try {
            LabSession.history().redo(session.context(), null, null);
        } catch (ExecutionException e) {
            session.refuse(e.getMessage());
        }
    }

    // The history is kept by the session, whatever the viewer does.

    @Override
    public void connect(ITextViewer viewer) {
    }

    @Override
    public void disconnect() {
    }

    @Override
    public void beginCompoundChange() {
    }

    @Override
    public void endCompoundChange() {
    }

    @Override
    public void reset() {
    }

    @Override
    public void setMaximalUndoLevel(int levels) {
    }
}
