package org.wirelathe.ui.topology.tool;

import org.wirelathe.model.NodeType;
import org.wirelathe.model.Position;
import org.wirelathe.model.edit.Edit;
import org.wirelathe.model.edit.EditTarget;
import org.wirelathe.ui.topology.scene.Scene;

/** What tools work on. */
public interface Desk {
    /** What is on the plane now. */
    Scene scene();

    Selection selection();

    /** How far from a cable a click still means it, on the plane: the same distance on the screen at every zoom. */
    double tolerance();

    /** Shows what the gesture would do; {@link Feedback#NONE} clears it. */
    void show(Feedback feedback);

    /** Makes one step that the user can undo. */
    void perform(Edit edit);

    /** Adds a node, and selects it. */
    void add(NodeType type, Position position);

    /** Scrolls, in points of the widget. */
    void pan(double viewDx, double viewDy);

    /** The gesture is over: back to the selection tool. */
    void done();

    /** The user wants to see more of this part. */
    void open(EditTarget target);
}
