package org.wirelathe.ui.topology.tool;

import org.wirelathe.model.NodeType;

/** Puts a new node where the button goes up. With shift or ctrl held there can be another one after it. */
public final class PlaceTool implements Tool {
    private final Desk desk;
    private final NodeType type;

    public PlaceTool(Desk desk, NodeType type) {
        this.desk = desk;
        this.type = type;
    }

    public NodeType type() {
        return type;
    }

    @Override
    public void down(Pointer pointer) {
        move(pointer);
    }

    @Override
    public void move(Pointer pointer) {
        var place = Grid.place(pointer.x(), pointer.y(), pointer.free());
        desk.show(new Feedback.Placing(type, place.x(), place.y()));
    }

    @Override
    public void up(Pointer pointer) {
        desk.show(Feedback.NONE);
        desk.add(type, Grid.place(pointer.x(), pointer.y(), pointer.free()));
        if (!pointer.extend()) {
            desk.done();
        }
    }

    @Override
    public boolean busy() {
        return false;
    }

    @Override
    public void cancel() {
        desk.show(Feedback.NONE);
    }

    @Override
    public Hint hint() {
        return Hint.PLACE;
    }
}
