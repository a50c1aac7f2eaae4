package org.wirelathe.ui.view;

import java.util.List;
import org.eclipse.jface.layout.TableColumnLayout;
import org.eclipse.jface.viewers.ArrayContentProvider;
import org.eclipse.jface.viewers.ColumnLabelProvider;
import org.eclipse.jface.viewers.ColumnViewerToolTipSupport;
import org.eclipse.jface.viewers.ColumnWeightData;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.jface.viewers.TableViewer;
import org.eclipse.jface.viewers.TableViewerColumn;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.widgets.Composite;
import org.wirelathe.model.Problem;
import org.wirelathe.ui.Icons;
import org.wirelathe.ui.editor.LabEditor;
import org.wirelathe.ui.editor.SessionListener;

/** Everything that is wrong with the lab, as it is typed. */
public class ProblemsView extends LabView {
    public static final String ID = "org.wirelathe.ui.problems";

    private TableViewer table;

    private final SessionListener follower = new SessionListener() {
        @Override
        public void documentChanged() {
            show(editor().session().document().problems());
        }
    };

    @Override
    protected void createContents(Composite parent) {
        Composite frame = new Composite(parent, SWT.NONE);
        TableColumnLayout layout = new TableColumnLayout();
        frame.setLayout(layout);
        table = new TableViewer(frame, SWT.SINGLE | SWT.FULL_SELECTION | SWT.V_SCROLL);
        table.getTable().setData("id", "problems");
        table.getTable().setHeaderVisible(true);
        table.setContentProvider(ArrayContentProvider.getInstance());
        ColumnViewerToolTipSupport.enableFor(table);
        column(layout, "Problem", 100, new ColumnLabelProvider() {
            @Override
            public String getText(Object element) {
                return ((Problem) element).message();
            }

            @Override
            public String getToolTipText(Object element) {
                return ((Problem) element).message();
            }

            @Override
            public Image getImage(Object element) {
                return Icons.image(((Problem) element).isError() ? Icons.ERROR : Icons.WARNING);
            }
        });
        column(layout, "Place", 20, new ColumnLabelProvider() {
            @Override
            public String getText(Object element) {
                Problem problem = (Problem) element;
                return "line " + problem.line() + ", column " + problem.column();
            }
        });
        table.addOpenListener(e -> chosen((IStructuredSelection) e.getSelection(), true));
        table.addSelectionChangedListener(e -> chosen(e.getStructuredSelection(), false));
    }

    private void column(TableColumnLayout layout, String title, int weight, ColumnLabelProvider labels) {
        TableViewerColumn column = new TableViewerColumn(table, SWT.LEFT);
        column.getColumn().setText(title);
        column.setLabelProvider(labels);
        layout.setColumnData(column.getColumn(), new ColumnWeightData(weight, 60));
    }

    /** One click shows on the canvas what a problem is about; two go to the text. */
    private void chosen(IStructuredSelection selection, boolean open) {
        if (editor() == null || !(selection.getFirstElement() instanceof Problem problem)) {
            return;
        }
        if (open) {
            getSite().getPage().activate(editor());
            editor().show(problem);
        } else {
            Places.at(editor().session().document(), problem.offset())
                    .ifPresent(target -> editor().session().select(List.of(target)));
        }
    }

    private void show(List<Problem> problems) {
        Object chosen = table.getStructuredSelection().getFirstElement();
        table.setInput(problems);
        if (chosen != null && problems.contains(chosen)) {
            table.setSelection(new StructuredSelection(chosen));
        }
        long errors = problems.stream().filter(Problem::isError).count();
        long warnings = problems.size() - errors;
        String summary = problems.isEmpty() ? "No problems"
                : count(errors, "error") + (errors > 0 && warnings > 0 ? ", " : "") + count(warnings, "warning");
        setContentDescription(summary);
        setPartName(problems.isEmpty() ? "Problems" : "Problems (" + problems.size() + ")");
    }

    private static String count(long number, String word) {
        return number == 0 ? "" : number + " " + word + (number == 1 ? "" : "s");
    }

    @Override
    protected void attached(LabEditor newEditor) {
        newEditor.session().addListener(follower);
        show(newEditor.session().document().problems());
    }

    @Override
    protected void detaching(LabEditor oldEditor) {
        oldEditor.session().removeListener(follower);
    }

    @Override
    protected void detached() {
        if (!table.getTable().isDisposed()) {
            show(List.of());
            setContentDescription("No lab is open");
        }
    }

    @Override
    public void setFocus() {
        table.getTable().setFocus();
    }
}
