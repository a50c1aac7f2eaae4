package org.wirelathe.ui.topology;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import org.wirelathe.model.Lab;
import org.wirelathe.model.NodeType;
import org.wirelathe.model.Position;
import org.wirelathe.model.edit.Edit;
import org.wirelathe.model.edit.EditTarget;
import org.wirelathe.model.edit.Edits;
import org.wirelathe.ui.topology.paint.CanvasPainter;
import org.wirelathe.ui.topology.paint.Ink;
import org.wirelathe.ui.topology.scene.Box;
import org.wirelathe.ui.topology.scene.NodeShape;
import org.wirelathe.ui.topology.scene.Scene;
import org.wirelathe.ui.topology.scene.Viewport;
import org.wirelathe.ui.topology.tool.Desk;
import org.wirelathe.ui.topology.tool.Feedback;
import org.wirelathe.ui.topology.tool.Grid;
import org.wirelathe.ui.topology.tool.Selection;

/**
 * Shows a lab and lets it be edited. All of it is used on the display's thread.
 *
 * <p>It looks as its background and foreground say: set them and the accents follow.
 */
public final class TopologyCanvas extends Canvas {
    private static final double ZOOM_STEP = 1.25;

    /** Points round a cable that still count as a hit. */
    private static final double TOLERANCE = 6;

    private final CanvasHost host;
    private final Viewport view = new Viewport();
    private final Selection selection = new Selection(this::selectionChanged);
    private final CanvasPainter painter;
    private final Gestures gestures;
    private final NameField nameField;
    private Scene scene = Scene.EMPTY;
    private Ink ink;
    private Feedback feedback = Feedback.NONE;
    private Optional<NodeShape> rim = Optional.empty();
    private Traffic traffic;
    /** Nobody has moved the view yet: it shows everything, also when the window becomes another size. */
    private boolean fitting = true;
    private boolean shown;
    private boolean moving;
    private int paints;
    private String emptyTitle = "";
    private String emptyText = "";

    public TopologyCanvas(Composite parent, CanvasHost host) {
        super(parent, SWT.DOUBLE_BUFFERED);
        this.host = host;
        setData("id", "topology");
        painter = new CanvasPainter(getDisplay(), getFont());
        gestures = new Gestures(this, new CanvasDesk());
        nameField = new NameField(this);
        NodeAccessibility.install(this);
        addListener(SWT.Paint, this::paint);
        addListener(SWT.Resize, e -> resized());
        addListener(SWT.FocusIn, e -> redraw());
        addListener(SWT.FocusOut, e -> redraw());
        addListener(SWT.Dispose, e -> painter.dispose());
    }

    /** Shows that lab; what is selected stays selected if it is still there. */
    public void setLab(Lab lab) {
        scene = new Scene(lab);
        selection.retain(scene::has);
        rim = Optional.empty();
        painter.invalidate();
        if (!shown) {
            fitFirst();
        }
        redraw();
    }

    /** What is written on a canvas that has no nodes. */
    public void setEmptyText(String title, String text) {
        emptyTitle = title;
        emptyText = text;
        redraw();
    }

    /** What is on the plane. */
    Scene scene() {
        return scene;
    }

    /** Which part of the plane is to be seen. */
    Viewport view() {
        return view;
    }

    /** What moves; null when nothing runs. Call again after refilling it. */
    public void setTraffic(Traffic newTraffic) {
        traffic = newTraffic;
        redraw();
    }

    /** How often the canvas has been painted: painting is not synchronous, a test waits until this grows. */
    public int paints() {
        return paints;
    }

    public List<EditTarget> selected() {
        return selection.targets();
    }

    /** Selects these parts, and scrolls to the first. */
    public void select(List<EditTarget> targets) {
        selection.set(targets.stream().filter(scene::has).toList());
        selection.targets().stream().findFirst().flatMap(this::boundsOf).ifPresent(box -> {
            if (!view.visible().contains(box)) {
                view.reveal(box);
                viewMoved();
            }
        });
    }

    public void selectAll() {
        List<EditTarget> all = new ArrayList<>();
        scene.nodes().forEach(n -> all.add(EditTarget.node(n.node().name())));
        scene.cables().forEach(c -> all.add(EditTarget.link(c.link())));
        selection.set(all);
    }

    public void deleteSelected() {
        if (!selection.isEmpty()) {
            host.perform(Edits.delete(selection.targets()));
        }
    }

    /** Lays a cable between the two nodes that are selected. */
    public void connectSelected() {
        List<String> nodes = selection.nodes();
        if (nodes.size() == 2) {
            host.perform(Edits.connect(nodes.get(0), nodes.get(1)));
        } else {
            use(CanvasTool.CABLE);
        }
    }

    /** Lets the user type another name for the selected node. */
    public void renameSelected() {
        List<String> nodes = selection.nodes();
        if (nodes.size() == 1) {
            scene.node(nodes.getFirst()).ifPresent(node -> {
                view.reveal(node.bounds());
                viewMoved();
                nameField.open(node, view, name -> host.perform(Edits.rename(node.node().name(), name)));
            });
        }
    }

    /** Adds a node where there is room in the middle of what is to be seen, and selects it. */
    public void addNode(NodeType type) {
        int x = Grid.snap(view.visible().centreX());
        int y = Grid.snap(view.visible().centreY());
        while (scene.nodeAt(x, y).isPresent()) {
            x += 8 * Grid.STEP;
        }
        add(type, new Position(x, y));
    }

    /** Adds a node at a point of the widget, and selects it. */
    public void addNode(NodeType type, Point at) {
        add(type, new Position(Grid.snap(view.toSceneX(at.x)), Grid.snap(view.toSceneY(at.y))));
    }

    private void add(NodeType type, Position position) {
        Set<String> before = scene.nodes().stream().map(n -> n.node().name()).collect(Collectors.toSet());
        host.perform(Edits.addNode(type, Optional.empty(), position));
        selection.set(scene.nodes().stream()
                .map(n -> n.node().name())
                .filter(name -> !before.contains(name))
                .map(EditTarget::node)
                .toList());
    }

    /** The tool in hand. */
    public CanvasTool tool() {
        return gestures.chosen();
    }

    /** Takes a tool in hand. */
    public void use(CanvasTool tool) {
        gestures.use(tool);
    }

    /** The pointer was moved or its button released outside of the canvas, while it drags something onto it. */
    public void dragged(int viewX, int viewY, boolean released) {
        gestures.dragged(viewX, viewY, released);
    }

    public void zoomIn() {
        zoomTo(view.zoom() * ZOOM_STEP);
    }

    public void zoomOut() {
        zoomTo(view.zoom() / ZOOM_STEP);
    }

    /** @param zoom 1 is 100 % */
    public void zoomTo(double zoom) {
        view.zoomTo(zoom);
        viewMoved();
    }

    /** Shows everything. */
    public void fit() {
        scene.bounds().ifPresentOrElse(box -> view.fit(box, 2), () -> view.zoomTo(1));
        redraw();
    }

    /** 1 is 100 %. */
    public double zoom() {
        return view.zoom();
    }

    /** Where the middle of a node's body or of a cable is on the widget; empty when it is not in the lab. */
    public Optional<Point> pointOf(EditTarget target) {
        return middleOf(target).map(m -> new Point(
                (int) Math.round(view.toViewX(m.centreX())), (int) Math.round(view.toViewY(m.centreY()))));
    }

    @Override
    public void setBackground(Color color) {
        super.setBackground(color);
        ink = null;
    }

    @Override
    public void setForeground(Color color) {
        super.setForeground(color);
        ink = null;
    }

    private Optional<Box> boundsOf(EditTarget target) {
        return switch (target) {
            case EditTarget.OfNode node -> scene.node(node.name()).map(NodeShape::bounds);
            case EditTarget.OfLink link -> scene.cable(link).map(c -> c.bounds());
            default -> Optional.empty();
        };
    }

    private Optional<Box> middleOf(EditTarget target) {
        return target instanceof EditTarget.OfNode node ? scene.node(node.name()).map(NodeShape::body) : boundsOf(target);
    }

    private void selectionChanged() {
        host.selected(selection.targets());
        NodeAccessibility.selectionChanged(this);
        redraw();
    }

    private void resized() {
        view.resize(getClientArea().width, getClientArea().height);
        painter.invalidate();
        if (fitting) {
            fitFirst();
        }
    }

    /** As soon as there is both a lab and a size: shows all of it, but never larger than 125 %. */
    private void fitFirst() {
        if (view.width() > 10 && scene.bounds().isPresent()) {
            view.fit(scene.bounds().get(), 1.25);
            shown = true;
        }
    }

    /** The user has chosen what to look at. */
    void viewMoved() {
        fitting = false;
        redraw();
    }

    private void paint(Event event) {
        paints++;
        if (ink == null) {
            ink = Ink.on(getBackground(), getForeground());
            painter.invalidate();
        }
        boolean exact = painter.paint(
                event.gc,
                new CanvasPainter.Content(
                        scene, view, ink, getMonitor().getZoom(), selection, isFocusControl(), feedback, rim, traffic),
                moving);
        if (scene.nodes().isEmpty() && feedback.equals(Feedback.NONE)) {
            painter.hint(event.gc, view, ink, emptyTitle, emptyText);
        }
        moving = false;
        if (!exact) {
            redrawSoon();
        }
    }

    private void redrawSoon() {
        getDisplay().timerExec(60, () -> {
            if (!isDisposed()) {
                redraw();
            }
        });
    }

    /** What the tools see of the canvas. */
    private final class CanvasDesk implements Desk {
        @Override
        public Scene scene() {
            return scene;
        }

        @Override
        public Selection selection() {
            return selection;
        }

        @Override
        public double tolerance() {
            return TOLERANCE / view.zoom();
        }

        @Override
        public void show(Feedback newFeedback) {
            if (!feedback.equals(newFeedback)) {
                feedback = newFeedback;
                redraw();
            }
        }

        @Override
        public void perform(Edit edit) {
            host.perform(edit);
        }

        @Override
        public void add(NodeType type, Position position) {
            TopologyCanvas.this.add(type, position);
        }

        @Override
        public void pan(double viewDx, double viewDy) {
            view.pan(viewDx, viewDy);
            moving = true;
            viewMoved();
        }

        @Override
        public void done() {
            use(CanvasTool.SELECT);
        }

        @Override
        public void open(EditTarget target) {
            host.open(target);
        }
    }

    /** The node whose rim is lit up, where a cable may begin. */
    void showRim(Optional<NodeShape> node) {
        if (!rim.equals(node)) {
            rim = node;
            redraw();
        }
    }

    void toolChanged() {
        host.toolChanged();
    }

    Selection selection() {
        return selection;
    }
}
