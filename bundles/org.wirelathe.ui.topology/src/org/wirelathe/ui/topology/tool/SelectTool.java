package org.wirelathe.ui.topology.tool;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.wirelathe.model.Position;
import org.wirelathe.model.edit.EditTarget;
import org.wirelathe.model.edit.Edits;
import org.wirelathe.ui.topology.scene.Box;
import org.wirelathe.ui.topology.scene.NodeShape;

/**
 * The tool that is chosen when no other is: click selects, drag moves, drag from nowhere opens a rubber band, drag
 * from a rim lays a cable.
 */
public final class SelectTool implements Tool {
    /** Points that the pointer may tremble before a click becomes a drag. */
    private static final double TREMBLE = 4;

    private enum State {
        IDLE,
        PRESSED,
        MOVING,
        BANDING,
        WIRING
    }

    private final Desk desk;
    private final Wiring wiring;
    private State state = State.IDLE;
    private Hint hint = Hint.POINT;
    private Pointer start;
    private EditTarget pressed;
    private List<EditTarget> before = List.of();
    private double dx;
    private double dy;

    public SelectTool(Desk desk) {
        this.desk = desk;
        this.wiring = new Wiring(desk);
    }

    @Override
    public void down(Pointer pointer) {
        start = pointer;
        dx = 0;
        dy = 0;
        Optional<EditTarget> under = desk.scene().at(pointer.x(), pointer.y(), desk.tolerance());
        Optional<NodeShape> rim = desk.scene().rimAt(pointer.x(), pointer.y());
        if (rim.isPresent() && !(under.orElse(null) instanceof EditTarget.OfNode)) {
            state = State.WIRING;
            wiring.begin(rim.get().node().name());
        } else if (under.isPresent()) {
            state = State.PRESSED;
            pressed = under.get();
            if (!pointer.extend() && !desk.selection().contains(pressed)) {
                desk.selection().set(List.of(pressed));
            }
        } else {
            state = State.BANDING;
            before = pointer.extend() ? desk.selection().targets() : List.of();
            desk.selection().set(before);
        }
    }

    @Override
    public void move(Pointer pointer) {
        switch (state) {
            case IDLE -> hint = hover(pointer);
            case PRESSED -> maybeDrag(pointer);
            case MOVING -> drag(pointer);
            case BANDING -> band(pointer);
            case WIRING -> hint = wiring.move(pointer);
        }
    }

    @Override
    public void up(Pointer pointer) {
        move(pointer);
        State was = state;
        state = State.IDLE;
        desk.show(Feedback.NONE);
        switch (was) {
            case PRESSED -> click(pointer);
            case MOVING -> drop();
            case WIRING -> {
                if (!travelled(pointer)) {
                    desk.selection().set(List.of(EditTarget.node(wiring.from())));
                } else {
                    wiring.end(pointer);
                }
            }
            case IDLE, BANDING -> { }
        }
        hint = hover(pointer);
    }

    @Override
    public boolean busy() {
        return state != State.IDLE;
    }

    @Override
    public void cancel() {
        if (state == State.BANDING) {
            desk.selection().set(before);
        }
        state = State.IDLE;
        hint = Hint.POINT;
        desk.show(Feedback.NONE);
    }

    @Override
    public Hint hint() {
        return hint;
    }

    private Hint hover(Pointer pointer) {
        if (desk.scene().nodeAt(pointer.x(), pointer.y()).isPresent()) {
            return Hint.HOLD;
        }
        return desk.scene().rimAt(pointer.x(), pointer.y()).isPresent() ? Hint.WIRE : Hint.POINT;
    }

    private boolean travelled(Pointer pointer) {
        return Math.hypot(pointer.viewX() - start.viewX(), pointer.viewY() - start.viewY()) > TREMBLE;
    }

    private void maybeDrag(Pointer pointer) {
        if (!travelled(pointer) || !(pressed instanceof EditTarget.OfNode)) {
            return;
        }
        if (!desk.selection().contains(pressed)) {
            desk.selection().add(List.of(pressed));
        }
        state = State.MOVING;
        drag(pointer);
    }

    private void drag(Pointer pointer) {
        String held = ((EditTarget.OfNode) pressed).name();
        NodeShape shape = desk.scene().node(held).orElse(null);
        if (shape == null) {
            cancel();
            return;
        }
        double x = shape.x() + pointer.x() - start.x();
        double y = shape.y() + pointer.y() - start.y();
        Position rest = Grid.place(x, y, pointer.free());
        dx = rest.x() - shape.x();
        dy = rest.y() - shape.y();
        desk.show(new Feedback.Moving(Set.copyOf(desk.selection().nodes()), dx, dy));
    }

    private void drop() {
        if (dx != 0 || dy != 0) {
            desk.perform(Edits.move(Grid.moved(desk.scene(), Set.copyOf(desk.selection().nodes()), dx, dy)));
        }
    }

    private void click(Pointer pointer) {
        if (pointer.extend()) {
            desk.selection().toggle(pressed);
        } else {
            desk.selection().set(List.of(pressed));
        }
    }

    private void band(Pointer pointer) {
        if (!travelled(pointer)) {
            return;
        }
        Box box = Box.between(start.x(), start.y(), pointer.x(), pointer.y());
        desk.show(new Feedback.Band(box));
        Set<EditTarget> chosen = new LinkedHashSet<>(before);
        chosen.addAll(desk.scene().inside(box));
        desk.selection().set(chosen);
    }
}
