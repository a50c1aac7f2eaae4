package org.wirelathe.ui.editor;

import java.util.List;
import java.util.Map;
import org.eclipse.jface.action.Action;
import org.eclipse.jface.action.IAction;
import org.eclipse.ui.IActionBars;
import org.eclipse.ui.IEditorPart;
import org.eclipse.ui.actions.ActionFactory;
import org.eclipse.ui.operations.RedoActionHandler;
import org.eclipse.ui.operations.UndoActionHandler;
import org.eclipse.ui.part.MultiPageEditorActionBarContributor;
import org.eclipse.ui.texteditor.ITextEditor;
import org.eclipse.ui.texteditor.ITextEditorActionConstants;

/** Makes undo, delete, select all and the like mean the page that is in front. */
public class LabEditorContributor extends MultiPageEditorActionBarContributor {
    private static final List<ActionFactory> SHARED = List.of(
            ActionFactory.CUT,
            ActionFactory.COPY,
            ActionFactory.PASTE,
            ActionFactory.DELETE,
            ActionFactory.SELECT_ALL,
            ActionFactory.FIND,
            ActionFactory.RENAME);

    private static final Map<String, String> TEXT_ACTIONS = Map.of(
            ActionFactory.CUT.getId(), ITextEditorActionConstants.CUT,
            ActionFactory.COPY.getId(), ITextEditorActionConstants.COPY,
            ActionFactory.PASTE.getId(), ITextEditorActionConstants.PASTE,
            ActionFactory.DELETE.getId(), ITextEditorActionConstants.DELETE,
            ActionFactory.SELECT_ALL.getId(), ITextEditorActionConstants.SELECT_ALL,
            ActionFactory.FIND.getId(), ITextEditorActionConstants.FIND);

    private LabEditor editor;
    private UndoActionHandler undo;
    private RedoActionHandler redo;

    @Override
    public void setActiveEditor(IEditorPart part) {
        editor = part instanceof LabEditor lab ? lab : null;
        renewHistory();
        super.setActiveEditor(part);
    }

    private void renewHistory() {
        disposeHistory();
        if (editor != null) {
            undo = new UndoActionHandler(editor.getSite(), editor.session().context());
            redo = new RedoActionHandler(editor.getSite(), editor.session().context());
        }
    }

    @Override
    public void setActivePage(IEditorPart page) {
        IActionBars bars = getActionBars();
        bars.setGlobalActionHandler(ActionFactory.UNDO.getId(), undo);
        bars.setGlobalActionHandler(ActionFactory.REDO.getId(), redo);
        for (ActionFactory factory : SHARED) {
            bars.setGlobalActionHandler(factory.getId(), action(page, factory.getId()));
        }
        bars.updateActionBars();
    }

    private IAction action(IEditorPart page, String id) {
        if (page instanceof ITextEditor text) {
            return TEXT_ACTIONS.containsKey(id) ? text.getAction(TEXT_ACTIONS.get(id)) : null;
        }
        if (editor == null) {
            return null;
        }
        if (id.equals(ActionFactory.DELETE.getId())) {
            return canvasAction("Delete", () -> editor.canvas().deleteSelected());
        }
        if (id.equals(ActionFactory.SELECT_ALL.getId())) {
            return canvasAction("Select All", () -> editor.canvas().selectAll());
        }
        if (id.equals(ActionFactory.RENAME.getId())) {
            return canvasAction("Rename", () -> editor.canvas().renameSelected());
        }
        return null;
    }

    private static IAction canvasAction(String title, Runnable run) {
        return new Action(title) {
            @Override
            public void run() {
                run.run();
            }
        };
    }

    private void disposeHistory() {
        if (undo != null) {
            undo.dispose();
            redo.dispose();
            undo = null;
            redo = null;
        }
    }

    @Override
    public void dispose() {
        disposeHistory();
        super.dispose();
    }
}
