package org.wirelathe.ui.view;

import java.util.List;
import org.eclipse.jface.layout.TreeColumnLayout;
import org.eclipse.jface.viewers.ColumnLabelProvider;
import org.eclipse.jface.viewers.ColumnViewerToolTipSupport;
import org.eclipse.jface.viewers.ColumnWeightData;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.jface.viewers.TreeViewer;
import org.eclipse.jface.viewers.TreeViewerColumn;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Tree;
import org.wirelathe.model.Lab;
import org.wirelathe.model.edit.EditTarget;
import org.wirelathe.ui.Theme;
import org.wirelathe.ui.editor.LabEditor;
import org.wirelathe.ui.editor.LabSession;
import org.wirelathe.ui.editor.SessionListener;

/** The properties of what is selected, each to be changed in its place. */
public class PropertiesView extends LabView {
    public static final String ID = "org.wirelathe.ui.properties";

    private Label title;
    private Label message;
    private TreeViewer tree;

    private final SessionListener follower = new SessionListener() {
        @Override
        public void documentChanged() {
            update();
        }

        @Override
        public void selectionChanged(List<EditTarget> targets) {
            tree.cancelEditing();
            update();
        }
    };

    @Override
    protected void createContents(Composite parent) {
        GridLayout layout = new GridLayout();
        layout.marginWidth = 0;
        layout.marginHeight = 0;
        layout.verticalSpacing = 0;
        parent.setLayout(layout);
        title = new Label(parent, SWT.NONE);
        title.setData("id", "properties.title");
        GridData titleData = new GridData(SWT.FILL, SWT.TOP, true, false);
        titleData.horizontalIndent = 8;
        titleData.verticalIndent = 6;
        title.setLayoutData(titleData);
        Composite frame = new Composite(parent, SWT.NONE);
        GridData frameData = new GridData(SWT.FILL, SWT.FILL, true, true);
        frameData.verticalIndent = 6;
        frame.setLayoutData(frameData);
        createTree(frame);
        message = new Label(parent, SWT.WRAP);
        message.setData("id", "properties.message");
        GridData messageData = new GridData(SWT.FILL, SWT.BOTTOM, true, false);
        messageData.horizontalIndent = 8;
        messageData.exclude = true;
        message.setLayoutData(messageData);
        message.setVisible(false);
    }

    private void createTree(Composite frame) {
        TreeColumnLayout columns = new TreeColumnLayout();
        frame.setLayout(columns);
        tree = new TreeViewer(frame, SWT.FULL_SELECTION | SWT.V_SCROLL);
        tree.getTree().setData("id", "properties");
        tree.getTree().setHeaderVisible(true);
        tree.setContentProvider(new PropertyTree());
        tree.setAutoExpandLevel(TreeViewer.ALL_LEVELS);
        ColumnViewerToolTipSupport.enableFor(tree);
        column(columns, "Property", 42, new ColumnLabelProvider() {
            @Override
            public String getText(Object element) {
                return element instanceof PropertyRow row ? row.label() : ((PropertyTree.Group) element).title();
            }

            @Override
            public String getToolTipText(Object element) {
                return element instanceof PropertyRow row && !row.hint().isEmpty() ? row.hint() : null;
            }
        });
        TreeViewerColumn value = column(columns, "Value", 58, new ColumnLabelProvider() {
            @Override
            public String getText(Object element) {
                return element instanceof PropertyRow row ? row.value() : "";
            }

            @Override
            public String getToolTipText(Object element) {
                return element instanceof PropertyRow row && !row.hint().isEmpty() ? row.hint() : null;
            }

            @Override
            public Color getForeground(Object element) {
                Tree widget = tree.getTree();
                boolean fixed = element instanceof PropertyRow row && !row.editable();
                return fixed ? Theme.mix(widget.getForeground(), widget.getBackground(), 0.6) : null;
            }
        });
        value.setEditingSupport(new PropertyEditing(tree, this::apply, this::say));
        tree.addSelectionChangedListener(e -> hint(e.getStructuredSelection().getFirstElement()));
    }

    private TreeViewerColumn column(TreeColumnLayout columns, String text, int weight, ColumnLabelProvider labels) {
        TreeViewerColumn column = new TreeViewerColumn(tree, SWT.LEFT);
        column.getColumn().setText(text);
        column.setLabelProvider(labels);
        columns.setColumnData(column.getColumn(), new ColumnWeightData(weight, 70));
        return column;
    }

    private void apply(PropertyRow row, String value) {
        LabSession session = editor().session();
        session.perform(row.edit().apply(value));
    }

    private void hint(Object element) {
        say(element instanceof PropertyRow row && !row.hint().isEmpty() ? row.label() + ": " + row.hint() : "", false);
    }

    /** Says something below the table: a hint, or what is wrong with a value. */
    private void say(String text, boolean trouble) {
        boolean shown = !text.isEmpty();
        message.setText(text);
        Color background = message.getBackground();
        Color plain = Theme.mix(title.getForeground(), background, 0.75);
        message.setForeground(trouble ? Theme.error(background) : plain);
        ((GridData) message.getLayoutData()).exclude = !shown;
        message.setVisible(shown);
        message.getParent().layout();
    }

    private void update() {
        LabEditor editor = editor();
        if (editor == null || tree.getTree().isDisposed()) {
            return;
        }
        LabSession session = editor.session();
        Lab lab = session.shown();
        title.setText(PropertyRows.title(lab, session.selection()));
        show(PropertyRows.of(lab, session.document().vocabulary(), session.selection()));
    }

    private void show(List<PropertyRow> rows) {
        Tree widget = tree.getTree();
        String chosen = tree.getStructuredSelection().getFirstElement() instanceof PropertyRow row
                ? row.group() + "/" + row.label() : "";
        widget.setRedraw(false);
        tree.setInput(rows);
        tree.expandAll();
        widget.setRedraw(true);
        rows.stream()
                .filter(row -> chosen.equals(row.group() + "/" + row.label()))
                .findFirst()
                .ifPresent(row -> tree.setSelection(new StructuredSelection(row)));
    }

    @Override
    protected void attached(LabEditor newEditor) {
        newEditor.session().addListener(follower);
        update();
    }

    @Override
    protected void detaching(LabEditor oldEditor) {
        oldEditor.session().removeListener(follower);
    }

    @Override
    protected void detached() {
        if (!tree.getTree().isDisposed()) {
            title.setText("No lab is open.");
            show(List.of());
        }
    }

    @Override
    public void setFocus() {
        tree.getTree().setFocus();
    }
}
