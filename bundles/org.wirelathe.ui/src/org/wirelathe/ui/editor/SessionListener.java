package org.wirelathe.ui.editor;

import java.util.List;
import org.wirelathe.model.edit.EditTarget;

/** Hears of a session, on the display's thread. */
public interface SessionListener {
    /** Text, lab or problems are new. */
    default void documentChanged() {
    }

    /** Something else is selected. */
    default void selectionChanged(List<EditTarget> targets) {
    }

    /** It has been saved, has become dirty, or has another file. */
    default void fileChanged() {
    }

    /** Something could not be done; the sentence says what and why. */
    default void refused(String sentence) {
    }
}
