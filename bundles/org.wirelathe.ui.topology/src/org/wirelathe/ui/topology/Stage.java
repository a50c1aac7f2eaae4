package org.wirelathe.ui.topology;

import java.util.Objects;
import java.util.Optional;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Event;
import org.wirelathe.model.edit.EditTarget;
import org.wirelathe.ui.topology.paint.CanvasPainter;
import org.wirelathe.ui.topology.paint.Ink;
import org.wirelathe.ui.topology.scene.Box;
import org.wirelathe.ui.topology.scene.CableShape;
import org.wirelathe.ui.topology.scene.NodeShape;
import org.wirelathe.ui.topology.scene.Scene;
import org.wirelathe.ui.topology.scene.Viewport;
import org.wirelathe.ui.topology.tool.Feedback;
import org.wirelathe.ui.topology.tool.Selection;

/** What the canvas shows, and from where it is looked at. */
final class Stage {
    /** Milliseconds after the last movement of the view until everything is drawn exactly. */
    private static final int REST = 60;

    /** The zoom at which a small lab is shown at first. */
    private static final double FIRST_ZOOM = 1.25;

    private final Canvas canvas;
    private final Selection selection;
    private final Viewport view = new Viewport();
    private final CanvasPainter painter;
    private Scene scene = Scene.EMPTY;
    private Ink ink;
    private Feedback feedback = Feedback.NONE;
    private Optional<NodeShape> rim = Optional.empty();
    private Traffic traffic;
    private Trail trail;
    private String emptyTitle = "";
    private String emptyText = "";
    /** Nobody has moved the view yet: it shows everything, also when the window becomes another size. */
    private boolean fitting = true;
    private boolean fitted;
    private boolean moving;
    private int paints;

    Stage(Canvas canvas, Selection selection) {
        this.canvas = canvas;
        this.selection = selection;
        painter = new CanvasPainter(canvas.getDisplay(), canvas.getFont());
    }

    Scene scene() {
        return scene;
    }

    Viewport view() {
        return view;
    }

    int paints() {
        return paints;
    }

    void setScene(Scene newScene) {
        scene = newScene;
        rim = Optional.empty();
        painter.invalidate();
        if (!fitted) {
            fit();
        }
        canvas.redraw();
    }

    void setTraffic(Traffic newTraffic) {
        traffic = newTraffic;
        canvas.redraw();
    }

    void setTrail(Trail newTrail) {
        if (!Objects.equals(trail, newTrail)) {
            trail = newTrail;
            canvas.redraw();
        }
    }

    void setEmptyText(String title, String text) {
        emptyTitle = title;
        emptyText = text;
        canvas.redraw();
    }

    void show(Feedback newFeedback) {
        if (!feedback.equals(newFeedback)) {
            feedback = newFeedback;
            canvas.redraw();
        }
    }

    /** The node whose rim is lit up, where a cable may begin. */
    void showRim(Optional<NodeShape> node) {
        if (!rim.equals(node)) {
            rim = node;
            canvas.redraw();
        }
    }

    /** The colours are new. */
    void recolour() {
        ink = null;
    }

    void resized() {
        view.resize(canvas.getClientArea().width, canvas.getClientArea().height);
        painter.invalidate();
        if (fitting) {
            fit();
        }
    }

    /** As soon as there is both a lab and a size: shows all of it. */
    private void fit() {
        if (view.width() > 10 && scene.bounds().isPresent()) {
            view.fit(scene.bounds().get(), FIRST_ZOOM);
            fitted = true;
        }
    }

    /** The user has chosen what to look at. */
    void viewMoved() {
        fitting = false;
        canvas.redraw();
    }

    void pan(double viewDx, double viewDy) {
        view.pan(viewDx, viewDy);
        moving = true;
        viewMoved();
    }

    void reveal(EditTarget target) {
        boundsOf(target).filter(box -> !view.visible().contains(box)).ifPresent(box -> {
            view.reveal(box);
            viewMoved();
        });
    }

    private Optional<Box> boundsOf(EditTarget target) {
        return switch (target) {
            case EditTarget.OfNode node -> scene.node(node.name()).map(NodeShape::bounds);
            case EditTarget.OfLink link -> scene.cable(link).map(CableShape::bounds);
            default -> Optional.empty();
        };
    }

    /** The body of a node, or the middle of a cable. */
    Optional<Box> placeOf(EditTarget target) {
        return switch (target) {
            case EditTarget.OfNode node -> scene.node(node.name()).map(NodeShape::body);
            case EditTarget.OfLink link -> scene.cable(link).map(c -> Box.around(c.xAt(0.5), c.yAt(0.5), 0, 0));
            default -> Optional.empty();
        };
    }

    void paint(Event event) {
        paints++;
        if (ink == null) {
            ink = Ink.on(canvas.getBackground(), canvas.getForeground());
            painter.invalidate();
        }
        CanvasPainter.Content content = new CanvasPainter.Content(
                scene,
                view,
                ink,
                canvas.getMonitor().getZoom(),
                selection,
                canvas.isFocusControl(),
                feedback,
                rim,
                traffic,
                trail);
        boolean exact = painter.paint(event.gc, content, moving);
        if (scene.nodes().isEmpty() && feedback.equals(Feedback.NONE)) {
            painter.hint(event.gc, view, ink, emptyTitle, emptyText);
        }
        moving = false;
        if (!exact) {
            redrawSoon();
        }
    }

    private void redrawSoon() {
        canvas.getDisplay().timerExec(REST, () -> {
            if (!canvas.isDisposed()) {
                canvas.redraw();
            }
        });
    }

    void dispose() {
        painter.dispose();
    }
}
