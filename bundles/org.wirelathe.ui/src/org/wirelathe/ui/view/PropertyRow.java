package org.wirelathe.ui.view;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.wirelathe.model.edit.Edit;

/**
 * A line of the Properties view.
 *
 * @param group under which heading
 * @param label what it is
 * @param value as it is written in the lab file
 * @param hint unit, range and example, in a few words
 * @param choices what it may be; empty for free text
 * @param check what is wrong with a new value, in a sentence; empty when nothing is
 * @param edit sets a new value; null for a line that only tells
 */
record PropertyRow(
        String group,
        String label,
        String value,
        String hint,
        List<String> choices,
        Function<String, Optional<String>> check,
        Function<String, Edit> edit) {
    /** A line that only tells. */
    static PropertyRow telling(String group, String label, String value) {
        return new PropertyRow(group, label, value, "", List.of(), text -> Optional.empty(), null);
    }

    boolean editable() {
        return edit != null;
    }
}
