package org.wirelathe.ui.view;

import org.eclipse.swt.widgets.Composite;
import org.eclipse.ui.IPartListener2;
import org.eclipse.ui.IWorkbenchPartReference;
import org.eclipse.ui.actions.ActionFactory;
import org.eclipse.ui.operations.RedoActionHandler;
import org.eclipse.ui.operations.UndoActionHandler;
import org.eclipse.ui.part.ViewPart;
import org.wirelathe.ui.editor.LabEditor;

/** A view that follows the lab editor in front. */
public abstract class LabView extends ViewPart {
    private final IPartListener2 parts = new IPartListener2() {
        @Override
        public void partActivated(IWorkbenchPartReference part) {
            follow();
        }

        @Override
        public void partBroughtToTop(IWorkbenchPartReference part) {
            follow();
        }

        @Override
        public void partClosed(IWorkbenchPartReference part) {
            follow();
        }

        @Override
        public void partOpened(IWorkbenchPartReference part) {
            follow();
        }
    };

    private LabEditor editor;
    private UndoActionHandler undo;
    private RedoActionHandler redo;

    @Override
    public final void createPartControl(Composite parent) {
        createContents(parent);
        getSite().getPage().addPartListener(parts);
        follow();
        if (editor == null) {
            detached();
        }
    }

    private void follow() {
        LabEditor active = getSite().getPage().getActiveEditor() instanceof LabEditor lab ? lab : null;
        if (active != editor) {
            leave();
            editor = active;
            if (editor == null) {
                detached();
            } else {
                shareHistory();
                attached(editor);
            }
        }
    }

    /** Undo and redo mean the lab's steps also while this view is in front. */
    private void shareHistory() {
        undo = new UndoActionHandler(getSite(), editor.session().context());
        redo = new RedoActionHandler(getSite(), editor.session().context());
        getViewSite().getActionBars().setGlobalActionHandler(ActionFactory.UNDO.getId(), undo);
        getViewSite().getActionBars().setGlobalActionHandler(ActionFactory.REDO.getId(), redo);
        getViewSite().getActionBars().updateActionBars();
    }

    private void leave() {
        if (editor != null) {
            detaching(editor);
            getViewSite().getActionBars().setGlobalActionHandler(ActionFactory.UNDO.getId(), null);
            getViewSite().getActionBars().setGlobalActionHandler(ActionFactory.REDO.getId(), null);
            undo.dispose();
            redo.dispose();
            editor = null;
        }
    }

    /** The editor that is being followed; null when there is none. */
    protected final LabEditor editor() {
        return editor;
    }

    /** Makes the view's widgets. */
    protected abstract void createContents(Composite parent);

    /** Another editor is in front: show its lab, and listen. */
    protected abstract void attached(LabEditor newEditor);

    /** That editor is no longer in front: do not listen any more. */
    protected abstract void detaching(LabEditor oldEditor);

    /** There is no lab to show. */
    protected abstract void detached();

    @Override
    public void dispose() {
        getSite().getPage().removePartListener(parts);
        leave();
        super.dispose();
    }
}
