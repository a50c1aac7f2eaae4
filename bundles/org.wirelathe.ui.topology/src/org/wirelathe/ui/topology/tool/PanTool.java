package org.wirelathe.ui.topology.tool;

/** Drags the plane itself. */
public final class PanTool implements Tool {
    private final Desk desk;
    private double viewX;
    private double viewY;
    private boolean held;

    public PanTool(Desk desk) {
        this.desk = desk;
    }

    @Override
    public void down(Pointer pointer) {
        held = true;
        viewX = pointer.viewX();
        viewY = pointer.viewY();
    }

    @Override
    public void move(Pointer pointer) {
        if (held && (pointer.viewX() != viewX || pointer.viewY() != viewY)) {
            desk.pan(pointer.viewX() - viewX, pointer.viewY() - viewY);
            viewX = pointer.viewX();
            viewY = pointer.viewY();
        }
    }

    @Override
    public void up(Pointer pointer) {
        move(pointer);
        held = false;
    }

    @Override
    public boolean busy() {
        return held;
    }

    @Override
    public void cancel() {
        held = false;
    }

    @Override
    public Hint hint() {
        return Hint.PAN;
    }
}
