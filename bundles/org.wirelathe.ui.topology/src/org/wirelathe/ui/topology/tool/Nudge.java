package org.wirelathe.ui.topology.tool;

import java.util.Set;
import org.wirelathe.model.edit.Edits;

/** Moves the selection by arrow keys: many presses while a key is held are one step to undo. */
public final class Nudge {
    private final Desk desk;
    private int dx;
    private int dy;

    public Nudge(Desk desk) {
        this.desk = desk;
    }

    /** One press more; the nodes are shown where they would be. */
    public void by(int moreX, int moreY) {
        if (desk.selection().nodes().isEmpty()) {
            return;
        }
        dx += moreX;
        dy += moreY;
        desk.show(new Feedback.Moving(Set.copyOf(desk.selection().nodes()), dx, dy));
    }

    /** True while presses wait for {@link #settle}. */
    public boolean pending() {
        return dx != 0 || dy != 0;
    }

    /** The keys are up: the nodes move. */
    public void settle() {
        if (!pending()) {
            return;
        }
        int byX = dx;
        int byY = dy;
        dx = 0;
        dy = 0;
        desk.show(Feedback.NONE);
        desk.perform(Edits.move(Grid.moved(desk.scene(), Set.copyOf(desk.selection().nodes()), byX, byY)));
    }
}
