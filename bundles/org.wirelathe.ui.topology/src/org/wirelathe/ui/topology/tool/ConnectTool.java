package org.wirelathe.ui.topology.tool;

import java.util.Optional;

/** Lays a cable: drag from node to node, or click one and then the other. */
public final class ConnectTool implements Tool {
    private final Desk desk;
    private final Wiring wiring;
    private String from;
    private boolean fresh;
    private Hint hint = Hint.WIRE;

    public ConnectTool(Desk desk) {
        this.desk = desk;
        this.wiring = new Wiring(desk);
    }

    @Override
    public void down(Pointer pointer) {
        Optional<String> node = wiring.nodeAt(pointer);
        fresh = from == null;
        if (fresh && node.isPresent()) {
            from = node.get();
            wiring.begin(from);
        }
        move(pointer);
    }

    @Override
    public void move(Pointer pointer) {
        hint = from != null ? wiring.move(pointer) : Hint.WIRE;
    }

    @Override
    public void up(Pointer pointer) {
        move(pointer);
        if (from == null) {
            return;
        }
        boolean stillAtStart = wiring.nodeAt(pointer).filter(from::equals).isPresent();
        if (wiring.end(pointer)) {
            from = null;
            finish(pointer);
        } else if (fresh && stillAtStart) {
            wiring.move(pointer);
        } else {
            from = null;
        }
    }

    private void finish(Pointer pointer) {
        if (!pointer.extend()) {
            desk.done();
        }
    }

    @Override
    public boolean busy() {
        return from != null;
    }

    @Override
    public void cancel() {
        from = null;
        desk.show(Feedback.NONE);
    }

    @Override
    public Hint hint() {
        return hint;
    }
}
