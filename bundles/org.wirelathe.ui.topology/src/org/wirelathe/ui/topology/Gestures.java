package org.wirelathe.ui.topology;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Event;
import org.wirelathe.model.edit.EditTarget;
import org.wirelathe.ui.topology.scene.NodeShape;
import org.wirelathe.ui.topology.scene.Viewport;
import org.wirelathe.ui.topology.tool.Desk;
import org.wirelathe.ui.topology.tool.Feedback;
import org.wirelathe.ui.topology.tool.Grid;
import org.wirelathe.ui.topology.tool.Nudge;
import org.wirelathe.ui.topology.tool.PanTool;
import org.wirelathe.ui.topology.tool.Pointer;
import org.wirelathe.ui.topology.tool.Tool;

/** Turns the widget's events into what tools understand. */
final class Gestures {
    private static final double WHEEL_ZOOM = 1.12;
    private static final int WHEEL_PAN = 16;

    private final TopologyCanvas canvas;
    private final Desk desk;
    private final Nudge nudge;
    private final PanTool pan;
    private final Map<Tool.Hint, Integer> cursors = new EnumMap<>(Map.of(
            Tool.Hint.POINT, SWT.CURSOR_ARROW,
            Tool.Hint.HOLD, SWT.CURSOR_HAND,
            Tool.Hint.WIRE, SWT.CURSOR_CROSS,
            Tool.Hint.PLACE, SWT.CURSOR_CROSS,
            Tool.Hint.PAN, SWT.CURSOR_SIZEALL,
            Tool.Hint.REFUSE, SWT.CURSOR_NO));
    private CanvasTool chosen = CanvasTool.SELECT;
    private Tool tool;
    private boolean spaceHeld;
    private boolean panning;

    Gestures(TopologyCanvas canvas, Desk desk) {
        this.canvas = canvas;
        this.desk = desk;
        this.nudge = new Nudge(desk);
        this.pan = new PanTool(desk);
        this.tool = chosen.make(desk);
        canvas.addListener(SWT.MouseDown, this::down);
        canvas.addListener(SWT.MouseMove, this::move);
        canvas.addListener(SWT.MouseUp, this::up);
        canvas.addListener(SWT.MouseDoubleClick, this::doubleClick);
        canvas.addListener(SWT.MouseExit, e -> {
            canvas.stage().showRim(Optional.empty());
            canvas.hovered(null);
        });
        canvas.addListener(SWT.MouseVerticalWheel, this::wheel);
        canvas.addListener(SWT.MouseHorizontalWheel, e -> desk.pan(e.count * WHEEL_PAN, 0));
        canvas.addListener(SWT.KeyDown, this::keyDown);
        canvas.addListener(SWT.KeyUp, this::keyUp);
        canvas.addListener(SWT.FocusOut, e -> settle());
        canvas.addListener(SWT.Traverse, this::traverse);
    }

    CanvasTool chosen() {
        return chosen;
    }

    void use(CanvasTool next) {
        settle();
        tool.cancel();
        chosen = next;
        tool = next.make(desk);
        desk.show(Feedback.NONE);
        showCursor();
        canvas.toolChanged();
    }

    void dragged(int viewX, int viewY, boolean released) {
        Pointer pointer = pointer(viewX, viewY, 0);
        boolean inside = canvas.getClientArea().contains(viewX, viewY);
        if (released && inside) {
            tool.up(pointer);
            canvas.setFocus();
        } else if (released || !inside) {
            tool.cancel();
        } else {
            tool.move(pointer);
        }
    }

    private void down(Event event) {
        canvas.setFocus();
        settle();
        if (event.button == 2 || event.button == 1 && spaceHeld) {
            panning = true;
            pan.down(pointer(event));
        } else if (event.button == 1) {
            tool.down(pointer(event));
        } else if (event.button == 3) {
            selectForMenu(event);
        }
        showCursor();
    }

    private void move(Event event) {
        if (panning) {
            pan.move(pointer(event));
            return;
        }
        Pointer pointer = pointer(event);
        tool.move(pointer);
        hover(pointer, event);
        showCursor();
    }

    private void up(Event event) {
        if (panning) {
            panning = false;
            pan.up(pointer(event));
        } else if (event.button == 1) {
            tool.up(pointer(event));
        }
        showCursor();
    }

    /** A menu is about what is under the pointer. */
    private void selectForMenu(Event event) {
        Pointer pointer = pointer(event);
        Optional<EditTarget> under = desk.scene().at(pointer.x(), pointer.y(), desk.tolerance());
        if (under.isEmpty()) {
            desk.selection().clear();
        } else if (!desk.selection().contains(under.get())) {
            desk.selection().set(List.of(under.get()));
        }
    }

    private void doubleClick(Event event) {
        Pointer pointer = pointer(event);
        desk.scene().at(pointer.x(), pointer.y(), desk.tolerance()).ifPresent(desk::open);
    }

    private void hover(Pointer pointer, Event event) {
        boolean free = (event.stateMask & SWT.BUTTON_MASK) == 0;
        Optional<NodeShape> near = desk.scene().nodeAt(pointer.x(), pointer.y())
                .or(() -> desk.scene().rimAt(pointer.x(), pointer.y()));
        canvas.stage().showRim(free ? near : Optional.empty());
        canvas.hovered(!free ? null
                : desk.scene().nodeAt(pointer.x(), pointer.y()).map(shape -> shape.node().name()).orElse(null));
        String tip = free ? Tips.at(desk.scene(), pointer.x(), pointer.y(), desk.tolerance()) : null;
        if (!Objects.equals(tip, canvas.getToolTipText())) {
            canvas.setToolTipText(tip);
        }
    }

    private void wheel(Event event) {
        boolean zoom = (event.stateMask & SWT.MOD1) != 0;
        if (zoom) {
            Viewport view = canvas.view();
            view.zoomTo(view.zoom() * Math.pow(WHEEL_ZOOM, Math.clamp(event.count, -3, 3)), event.x, event.y);
            canvas.stage().viewMoved();
        } else if ((event.stateMask & SWT.SHIFT) != 0) {
            desk.pan(event.count * WHEEL_PAN, 0);
        } else {
            desk.pan(0, event.count * WHEEL_PAN);
        }
        event.doit = false;
    }

    private void keyDown(Event event) {
        if ((event.stateMask & (SWT.MOD1 | SWT.ALT)) != 0) {
            return;
        }
        int step = (event.stateMask & SWT.SHIFT) != 0 ? 5 * Grid.STEP : Grid.STEP;
        switch (event.keyCode) {
            case SWT.ARROW_LEFT -> nudge.by(-step, 0);
            case SWT.ARROW_RIGHT -> nudge.by(step, 0);
            case SWT.ARROW_UP -> nudge.by(0, -step);
            case SWT.ARROW_DOWN -> nudge.by(0, step);
            case SWT.ESC -> escape();
            case SWT.SPACE -> spaceHeld = true;
            case SWT.CR, SWT.KEYPAD_CR -> desk.selection().targets().stream().findFirst().ifPresent(desk::open);
            default -> { }
        }
        showCursor();
    }

    private void escape() {
        boolean idle = !tool.busy();
        tool.cancel();
        if (idle && chosen == CanvasTool.SELECT) {
            desk.selection().clear();
        } else if (idle) {
            use(CanvasTool.SELECT);
        }
    }

    private void keyUp(Event event) {
        switch (event.keyCode) {
            case SWT.ARROW_LEFT, SWT.ARROW_RIGHT, SWT.ARROW_UP, SWT.ARROW_DOWN -> settle();
            case SWT.SPACE -> spaceHeld = false;
            default -> { }
        }
        showCursor();
    }

    private void settle() {
        nudge.settle();
    }

    /** Tab goes from node to node, and behind the last one on to the next widget. */
    private void traverse(Event event) {
        boolean forward = event.detail == SWT.TRAVERSE_TAB_NEXT;
        if (!forward && event.detail != SWT.TRAVERSE_TAB_PREVIOUS) {
            event.doit = event.detail != SWT.TRAVERSE_RETURN && event.detail != SWT.TRAVERSE_ESCAPE
                    && event.detail != SWT.TRAVERSE_ARROW_NEXT && event.detail != SWT.TRAVERSE_ARROW_PREVIOUS;
            return;
        }
        List<NodeShape> nodes = desk.scene().nodes();
        int at = desk.selection().nodes().stream().findFirst()
                .flatMap(desk.scene()::node).map(NodeShape::index).orElse(forward ? -1 : nodes.size());
        int next = forward ? at + 1 : at - 1;
        event.doit = next < 0 || next >= nodes.size();
        if (!event.doit) {
            canvas.select(List.of(EditTarget.node(nodes.get(next).node().name())));
        }
    }

    private void showCursor() {
        Tool.Hint hint = panning || spaceHeld ? Tool.Hint.PAN : tool.hint();
        canvas.setCursor(canvas.getDisplay().getSystemCursor(cursors.get(hint)));
    }

    private Pointer pointer(Event event) {
        return pointer(event.x, event.y, event.stateMask);
    }

    private Pointer pointer(int viewX, int viewY, int mask) {
        Viewport view = canvas.view();
        return new Pointer(
                view.toSceneX(viewX),
                view.toSceneY(viewY),
                viewX,
                viewY,
                (mask & (SWT.SHIFT | SWT.MOD1)) != 0,
                (mask & SWT.ALT) != 0);
    }
}
