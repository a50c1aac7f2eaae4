package org.wirelathe.ui.view;

import java.util.Optional;
import java.util.function.BiConsumer;
import org.eclipse.jface.viewers.CellEditor;
import org.eclipse.jface.viewers.ComboBoxCellEditor;
import org.eclipse.jface.viewers.EditingSupport;
import org.eclipse.jface.viewers.TextCellEditor;
import org.eclipse.jface.viewers.TreeViewer;
import org.eclipse.swt.SWT;

/** Edits a property in its cell: text with a check as it is typed, or a choice. */
final class PropertyEditing extends EditingSupport {
    private final TreeViewer tree;
    private final BiConsumer<PropertyRow, String> apply;
    private final BiConsumer<String, Boolean> say;

    /** @param say tells the user something; the flag is true for trouble */
    PropertyEditing(TreeViewer tree, BiConsumer<PropertyRow, String> apply, BiConsumer<String, Boolean> say) {
        super(tree);
        this.tree = tree;
        this.apply = apply;
        this.say = say;
    }

    @Override
    protected boolean canEdit(Object element) {
        return element instanceof PropertyRow row && row.editable();
    }

    @Override
    protected CellEditor getCellEditor(Object element) {
        PropertyRow row = (PropertyRow) element;
        if (!row.choices().isEmpty()) {
            ComboBoxCellEditor combo =
                    new ComboBoxCellEditor(tree.getTree(), row.choices().toArray(String[]::new), SWT.READ_ONLY);
            combo.setActivationStyle(ComboBoxCellEditor.DROP_DOWN_ON_MOUSE_ACTIVATION);
            return combo;
        }
        TextCellEditor text = new TextCellEditor(tree.getTree());
        text.setValidator(value -> {
            Optional<String> wrong = row.check().apply(String.valueOf(value));
            String hint = row.hint().isEmpty() ? "" : row.label() + ": " + row.hint();
            say.accept(wrong.orElse(hint), wrong.isPresent());
            return wrong.orElse(null);
        });
        return text;
    }

    @Override
    protected Object getValue(Object element) {
        PropertyRow row = (PropertyRow) element;
        return row.choices().isEmpty() ? (Object) row.value() : (Object) row.choices().indexOf(row.value());
    }

    @Override
    protected void setValue(Object element, Object value) {
        PropertyRow row = (PropertyRow) element;
        if (value == null) {
            return;
        }
        String text = value instanceof Integer index
                ? index < 0 ? row.value() : row.choices().get(index)
                : String.valueOf(value).strip();
        if (!text.equals(row.value()) && row.check().apply(text).isEmpty()) {
            apply.accept(row, text);
        }
    }
}
