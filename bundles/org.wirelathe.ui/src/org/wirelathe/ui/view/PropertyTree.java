package org.wirelathe.ui.view;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.eclipse.jface.viewers.ITreeContentProvider;

/** Arranges property rows under their headings. */
final class PropertyTree implements ITreeContentProvider {
    /** A heading with its rows. */
    record Group(String title, List<PropertyRow> rows) {
    }

    @Override
    public Object[] getElements(Object input) {
        @SuppressWarnings("unchecked")
        Map<String, List<PropertyRow>> groups = ((List<PropertyRow>) input).stream()
                .collect(Collectors.groupingBy(PropertyRow::group, LinkedHashMap::new, Collectors.toList()));
        return groups.entrySet().stream().map(e -> new Group(e.getKey(), e.getValue())).toArray();
    }

    @Override
    public Object[] getChildren(Object parent) {
        return parent instanceof Group group ? group.rows().toArray() : new Object[0];
    }

    @Override
    public Object getParent(Object element) {
        return null;
    }

    @Override
    public boolean hasChildren(Object element) {
        return element instanceof Group;
    }
}
