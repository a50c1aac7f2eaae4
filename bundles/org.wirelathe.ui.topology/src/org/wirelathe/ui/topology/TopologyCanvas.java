package org.wirelathe.ui.topology;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;
import org.wirelathe.model.Lab;
import org.wirelathe.model.NodeType;
import org.wirelathe.model.Position;
import org.wirelathe.model.edit.Edit;
import org.wirelathe.model.edit.EditTarget;
import org.wirelathe.model.edit.Edits;
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
    private final Selection selection = new Selection(this::selectionChanged);
    private final Stage stage;
    private final Gestures gestures;
    private final NameField nameField;
    private Trail shown;
    private String hovered;

    public TopologyCanvas(Composite parent, CanvasHost host) {
        super(parent, SWT.DOUBLE_BUFFERED);
        this.host = host;
        setData("id", "topology");
        stage = new Stage(this, selection);
        gestures = new Gestures(this, new CanvasDesk());
        nameField = new NameField(this);
        NodeAccessibility.install(this);
        addListener(SWT.Paint, stage::paint);
        addListener(SWT.Resize, e -> stage.resized());
        addListener(SWT.FocusIn, e -> redraw());
        addListener(SWT.FocusOut, e -> redraw());
        addListener(SWT.Dispose, e -> stage.dispose());
    }

    /** Shows that lab; what is selected stays selected if it is still there. */
    public void setLab(Lab lab) {
        Scene scene = new Scene(lab);
        stage.setScene(scene);
        selection.retain(scene::has);
    }

    /** What is written on a canvas that has no nodes. */
    public void setEmptyText(String title, String text) {
        stage.setEmptyText(title, text);
    }

    /** What is on the plane. */
    Scene scene() {
        return stage.scene();
    }

    /** Which part of the plane is to be seen. */
    Viewport view() {
        return stage.view();
    }

    /** What moves; null when nothing runs. Call again after refilling it. */
    public void setTraffic(Traffic newTraffic) {
        stage.setTraffic(newTraffic);
    }

    /** Lights up a way across the lab; null for none. */
    public void setTrail(Trail trail) {
        stage.setTrail(trail);
        shown = trail;
    }

    /** The way that is lit up; empty when none is. */
    public Optional<Trail> trail() {
        return Optional.ofNullable(shown);
    }

    /** How often the canvas has been painted: painting is not synchronous, a test waits until this grows. */
    public int paints() {
        return stage.paints();
    }

    public List<EditTarget> selected() {
        return selection.targets();
    }

    /** Selects these parts, and scrolls to the first. */
    public void select(List<EditTarget> targets) {
        selection.set(targets.stream().filter(scene()::has).toList());
        selection.targets().stream().findFirst().ifPresent(stage::reveal);
    }

    public void selectAll() {
        List<EditTarget> all = new ArrayList<>();
        scene().nodes().forEach(n -> all.add(EditTarget.node(n.node().name())));
        scene().cables().forEach(c -> all.add(EditTarget.link(c.link())));
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
            scene().node(nodes.getFirst()).ifPresent(node -> {
                stage.reveal(EditTarget.node(node.node().name()));
                nameField.open(node, view(), name -> rename(node.node().name(), name));
            });
        }
    }

    private void rename(String name, String newName) {
        host.perform(Edits.rename(name, newName));
        if (scene().node(newName).isPresent() && scene().node(name).isEmpty()) {
            selection.set(List.of(EditTarget.node(newName)));
        }
    }

    /** Adds a node where there is room in the middle of what is to be seen, and selects it. */
    public void addNode(NodeType type) {
        int x = Grid.snap(view().visible().centreX());
        int y = Grid.snap(view().visible().centreY());
        while (scene().nodeAt(x, y).isPresent()) {
            x += 8 * Grid.STEP;
        }
        add(type, new Position(x, y));
    }

    /** Adds a node at a point of the widget, and selects it. */
    public void addNode(NodeType type, Point at) {
        add(type, new Position(Grid.snap(view().toSceneX(at.x)), Grid.snap(view().toSceneY(at.y))));
    }

    private void add(NodeType type, Position position) {
        Set<String> before = scene().nodes().stream().map(n -> n.node().name()).collect(Collectors.toSet());
        host.perform(Edits.addNode(type, Optional.empty(), position));
        selection.set(scene().nodes().stream()
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
        zoomTo(zoom() * ZOOM_STEP);
    }

    public void zoomOut() {
        zoomTo(zoom() / ZOOM_STEP);
    }

    /** @param zoom 1 is 100 % */
    public void zoomTo(double zoom) {
        view().zoomTo(zoom);
        stage.viewMoved();
    }

    /** Shows everything. */
    public void fit() {
        scene().bounds().ifPresentOrElse(box -> view().fit(box, 2), () -> view().zoomTo(1));
        redraw();
    }

    /** 1 is 100 %. */
    public double zoom() {
        return view().zoom();
    }

    /** Where the middle of a node's body or of a cable is on the widget; empty when it is not in the lab. */
    public Optional<Point> pointOf(EditTarget target) {
        return stage.placeOf(target).map(place -> new Point(
                (int) Math.round(view().toViewX(place.centreX())), (int) Math.round(view().toViewY(place.centreY()))));
    }

    @Override
    public void setBackground(Color color) {
        super.setBackground(color);
        stage.recolour();
    }

    @Override
    public void setForeground(Color color) {
        super.setForeground(color);
        stage.recolour();
    }

    private void selectionChanged() {
        host.selected(selection.targets());
        NodeAccessibility.selectionChanged(this);
        redraw();
    }

    /** What the tools see of the canvas. */
    private final class CanvasDesk implements Desk {
        @Override
        public Scene scene() {
            return stage.scene();
        }

        @Override
        public Selection selection() {
            return selection;
        }

        @Override
        public double tolerance() {
            return TOLERANCE / zoom();
        }

        @Override
        public void show(Feedback newFeedback) {
            stage.show(newFeedback);
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
            stage.pan(viewDx, viewDy);
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

    Stage stage() {
        return stage;
    }

    void hovered(String node) {
        if (!Objects.equals(node, hovered)) {
            hovered = node;
            host.hovered(node);
        }
    }

    void toolChanged() {
        host.toolChanged();
    }

    Selection selection() {
        return selection;
    }
}
