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
import org.wirelathe.model.edit.EditTarget;
import org.wirelathe.ui.topology.TopologyCanvas;

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

    private final Action delete = canvasAction("Delete", () -> canvas().deleteSelected());
    private final Action rename = canvasAction("Rename", () -> canvas().renameSelected());
    private final Action selectAll = canvasAction("Select All", () -> canvas().selectAll());
    private final SessionListener follower = new SessionListener() {
        @Override
        public void selectionChanged(List<EditTarget> targets) {
            enable(targets);
        }
    };
    private LabEditor editor;
    private UndoActionHandler undo;
    private RedoActionHandler redo;

    @Override
    public void setActiveEditor(IEditorPart part) {
        if (editor != null) {
            editor.session().removeListener(follower);
        }
        editor = part instanceof LabEditor lab ? lab : null;
        if (editor != null) {
            editor.session().addListener(follower);
            enable(editor.session().selection());
        }
        renewHistory();
        super.setActiveEditor(part);
    }

    private TopologyCanvas canvas() {
        return editor.canvas();
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
        return id.equals(ActionFactory.DELETE.getId()) ? delete
                : id.equals(ActionFactory.RENAME.getId()) ? rename
                : id.equals(ActionFactory.SELECT_ALL.getId()) ? selectAll : null;
    }

    private static Action canvasAction(String title, Runnable run) {
        return new Action(title) {
            @Override
            public void run() {
                run.run();
            }
        };
    }

    private void enable(List<EditTarget> selection) {
        delete.setEnabled(!selection.isEmpty());
        rename.setEnabled(selection.size() == 1 && selection.getFirst() instanceof EditTarget.OfNode);
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
        if (editor != null) {
            editor.session().removeListener(follower);
        }
        disposeHistory();
        super.dispose();
    }
}
