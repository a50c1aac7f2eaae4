package org.wirelathe.ui.topology;

import java.util.List;
import org.wirelathe.model.edit.Edit;
import org.wirelathe.model.edit.EditTarget;

/** What the canvas is part of. */
public interface CanvasHost {
    /** Makes one step that can be undone; the canvas hears of the new lab before this returns, if there is one. */
    void perform(Edit edit);

    /** The user has selected something else. */
    void selected(List<EditTarget> targets);

    /** The user wants to see more of this part: a double click. */
    void open(EditTarget target);

    /**
     * The pointer rests on another node.
     *
     * @param node its name; null when it is on none
     */
    default void hovered(String node) {
    }

    /** Another tool is in hand. */
    void toolChanged();
}
