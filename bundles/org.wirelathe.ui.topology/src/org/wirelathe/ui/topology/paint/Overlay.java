package org.wirelathe.ui.topology.paint;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Path;
import org.wirelathe.model.edit.EditTarget;
import org.wirelathe.ui.topology.scene.Box;
import org.wirelathe.ui.topology.scene.CableShape;
import org.wirelathe.ui.topology.scene.NodeShape;
import org.wirelathe.ui.topology.scene.Scene;
import org.wirelathe.ui.topology.scene.Viewport;
import org.wirelathe.ui.topology.tool.Feedback;
import org.wirelathe.ui.topology.tool.Selection;

/** What lies over the picture: the selection, what is under the pointer, and what a gesture is about to do. */
final class Overlay {
    private static final int GHOST = 130;

    private final GC gc;
    private final Scene scene;
    private final Viewport view;
    private final Ink ink;

    Overlay(GC gc, Scene scene, Viewport view, Ink ink) {
        this.gc = gc;
        this.scene = scene;
        this.view = view;
        this.ink = ink;
        gc.setAntialias(SWT.ON);
    }

    void selection(Selection selection, boolean focused) {
        for (EditTarget target : selection.targets()) {
            switch (target) {
                case EditTarget.OfNode node -> scene.node(node.name()).ifPresent(n -> frame(n, focused));
                case EditTarget.OfLink link -> scene.cable(link).ifPresent(this::stroke);
                default -> { }
            }
        }
    }

    private void frame(NodeShape node, boolean focused) {
        Box around = node.bounds().grown(5);
        // The addresses stand right below the name.
        Box box = new Box(around.left(), around.top(), around.right(), node.bounds().bottom() - 1);
        int x = (int) Math.round(view.toViewX(box.left()));
        int y = (int) Math.round(view.toViewY(box.top()));
        int width = (int) Math.round(box.width() * view.zoom());
        int height = (int) Math.round(box.height() * view.zoom());
        gc.setBackground(ink.select());
        gc.setAlpha(focused ? 36 : 20);
        gc.fillRoundRectangle(x, y, width, height, 10, 10);
        gc.setAlpha(255);
        gc.setForeground(ink.select());
        gc.setLineWidth(focused ? 2 : 1);
        gc.drawRoundRectangle(x, y, width, height, 10, 10);
    }

    private void stroke(CableShape cable) {
        gc.setForeground(ink.select());
        gc.setLineCap(SWT.CAP_ROUND);
        gc.setLineWidth(8);
        gc.setAlpha(60);
        Backdrop.curve(gc, view, cable);
        gc.setAlpha(255);
        gc.setLineWidth(3);
        Backdrop.curve(gc, view, cable);
    }

    /** A ring where a cable may be drawn from. */
    void rim(NodeShape node) {
        gc.setForeground(ink.select());
        gc.setLineWidth(2);
        gc.setLineStyle(SWT.LINE_DOT);
        double reach = (NodeShape.RADIUS + NodeShape.RIM / 2) * view.zoom();
        Path circle = new Path(gc.getDevice());
        circle.addArc(
                (float) (view.toViewX(node.x()) - reach),
                (float) (view.toViewY(node.y()) - reach),
                (float) (2 * reach),
                (float) (2 * reach),
                0,
                360);
        gc.drawPath(circle);
        circle.dispose();
        gc.setLineStyle(SWT.LINE_SOLID);
    }

    void feedback(Feedback feedback) {
        switch (feedback) {
            case Feedback.None none -> { }
            case Feedback.Moving moving -> moving(moving);
            case Feedback.Band band -> band(band.box());
            case Feedback.Wire wire -> wire(wire);
            case Feedback.Placing placing -> {
                gc.setAlpha(GHOST + 60);
                NodeGlyph.draw(
                        gc, placing.type(), view.toViewX(placing.x()), view.toViewY(placing.y()), view.zoom(), ink);
                gc.setAlpha(255);
            }
        }
    }

    private void moving(Feedback.Moving moving) {
        gc.setAlpha(GHOST);
        gc.setLineWidth(2);
        for (CableShape cable : scene.cables()) {
            boolean a = moving.nodes().contains(cable.link().a().node());
            boolean b = moving.nodes().contains(cable.link().b().node());
            if (a || b) {
                gc.setForeground(ink.cable());
                Backdrop.line(
                        gc,
                        view,
                        cable.ax() + (a ? moving.dx() : 0),
                        cable.ay() + (a ? moving.dy() : 0),
                        cable.bx() + (b ? moving.dx() : 0),
                        cable.by() + (b ? moving.dy() : 0));
            }
        }
        for (String name : moving.nodes()) {
            scene.node(name).ifPresent(node -> NodeGlyph.draw(
                    gc,
                    node.node().type(),
                    view.toViewX(node.x() + moving.dx()),
                    view.toViewY(node.y() + moving.dy()),
                    view.zoom(),
                    ink));
        }
        gc.setAlpha(255);
    }

    /** What the moving things mean, in the lower left corner. */
    void legend(Fonts fonts) {
        gc.setFont(fonts.detail(1));
        int height = gc.textExtent("data").y;
        int y = view.height() - height - 8;
        int x = 12;
        x = entry("data", ink.data(), x, y, height);
        x = entry("acknowledgment", ink.ack(), x, y, height);
        x = entry("other", ink.other(), x, y, height);
        gc.setBackground(ink.data());
        gc.fillRoundRectangle(x, y + height / 2 - 2, 18, 5, 5, 5);
        x = word("queue", x + 24, y);
        gc.setForeground(ink.drop());
        gc.setLineWidth(2);
        gc.drawOval(x, y + height / 2 - 5, 10, 10);
        word("drop", x + 16, y);
    }

    private int entry(String text, Color colour, int x, int y, int height) {
        gc.setBackground(colour);
        gc.fillOval(x, y + height / 2 - 3, 7, 7);
        return word(text, x + 12, y);
    }

    private int word(String text, int x, int y) {
        gc.setForeground(ink.muted());
        gc.drawText(text, x, y, SWT.DRAW_TRANSPARENT);
        return x + gc.textExtent(text).x + 14;
    }

    private void band(Box box) {
        int x = (int) Math.round(view.toViewX(box.left()));
        int y = (int) Math.round(view.toViewY(box.top()));
        int width = (int) Math.round(box.width() * view.zoom());
        int height = (int) Math.round(box.height() * view.zoom());
        gc.setBackground(ink.select());
        gc.setAlpha(30);
        gc.fillRectangle(x, y, width, height);
        gc.setAlpha(255);
        gc.setForeground(ink.select());
        gc.setLineWidth(1);
        gc.drawRectangle(x, y, width, height);
    }

    private void wire(Feedback.Wire wire) {
        NodeShape from = scene.node(wire.from()).orElse(null);
        if (from == null) {
            return;
        }
        NodeShape to = wire.to().flatMap(scene::node).orElse(null);
        double x = to == null ? wire.x() : to.x();
        double y = to == null ? wire.y() : to.y();
        double length = Math.max(1, Math.hypot(x - from.x(), y - from.y()));
        double ux = (x - from.x()) / length * NodeShape.RADIUS;
        double uy = (y - from.y()) / length * NodeShape.RADIUS;
        gc.setForeground(ink.select());
        gc.setLineWidth(2);
        gc.setLineStyle(to == null ? SWT.LINE_DASH : SWT.LINE_SOLID);
        Backdrop.line(
                gc, view, from.x() + ux, from.y() + uy, to == null ? x : x - ux, to == null ? y : y - uy);
        gc.setLineStyle(SWT.LINE_SOLID);
        if (to != null) {
            rim(to);
        }
        rim(from);
    }
}
