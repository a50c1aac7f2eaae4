package org.wirelathe.ui.topology.paint;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Path;
import org.eclipse.swt.graphics.Point;
import org.wirelathe.ui.topology.Trail;
import org.wirelathe.ui.topology.scene.CableShape;
import org.wirelathe.ui.topology.scene.NodeShape;
import org.wirelathe.ui.topology.scene.Scene;
import org.wirelathe.ui.topology.scene.Viewport;

/** Lights up a way across the lab: broad strokes with arrows, dashed where it divides, a ring where it ends. */
final class TrailPainter {
    /** Points across the light: more than the packets that pass in it. */
    private static final int WIDTH = 18;

    /** Points between two arrows on a cable. */
    private static final double BETWEEN = 46;

    private final GC gc;
    private final Scene scene;
    private final Viewport view;
    private final Ink ink;

    TrailPainter(GC gc, Scene scene, Viewport view, Ink ink) {
        this.gc = gc;
        this.scene = scene;
        this.view = view;
        this.ink = ink;
        gc.setAntialias(SWT.ON);
    }

    void draw(Trail trail, Fonts fonts) {
        boolean good = trail.ends().stream().allMatch(Trail.End::isGood);
        for (Trail.Leg leg : trail.legs()) {
            scene.cable(leg.cable()).ifPresent(cable -> leg(cable, leg));
        }
        for (Trail.End end : trail.ends()) {
            scene.node(end.node()).ifPresent(node -> end(node, end, fonts));
        }
        gc.setFont(fonts.name(1));
        label(trail.text(), good ? ink.router() : ink.drop(), 12, 8);
    }

    private void leg(CableShape cable, Trail.Leg leg) {
        gc.setForeground(ink.router());
        gc.setLineCap(SWT.CAP_ROUND);
        gc.setLineWidth(WIDTH);
        gc.setAlpha(leg.shared() ? 45 : 80);
        Backdrop.curve(gc, view, cable);
        gc.setAlpha(255);
        if (leg.shared()) {
            gc.setLineWidth(2);
            gc.setLineStyle(SWT.LINE_DASH);
            Backdrop.curve(gc, view, cable);
            gc.setLineStyle(SWT.LINE_SOLID);
        }
        int arrows = Math.max(1, (int) (cable.length() * view.zoom() / BETWEEN));
        for (int i = 0; i < arrows; i++) {
            arrow(cable, (i + 0.5) / arrows, leg.fromA());
        }
    }

    private void arrow(CableShape cable, double way, boolean forth) {
        double step = forth ? 0.01 : -0.01;
        double x = view.toViewX(cable.xAt(way));
        double y = view.toViewY(cable.yAt(way));
        double dx = view.toViewX(cable.xAt(way + step)) - x;
        double dy = view.toViewY(cable.yAt(way + step)) - y;
        double length = Math.max(1e-6, Math.hypot(dx, dy));
        double ux = dx / length;
        double uy = dy / length;
        Path head = new Path(gc.getDevice());
        head.moveTo((float) (x - 5 * ux - 8 * uy), (float) (y - 5 * uy + 8 * ux));
        head.lineTo((float) (x + 5 * ux), (float) (y + 5 * uy));
        head.lineTo((float) (x - 5 * ux + 8 * uy), (float) (y - 5 * uy - 8 * ux));
        gc.setForeground(ink.router());
        gc.setLineWidth(2);
        gc.drawPath(head);
        head.dispose();
    }

    private void end(NodeShape node, Trail.End end, Fonts fonts) {
        int reach = (int) Math.round((NodeShape.RADIUS + 3) * view.zoom());
        int x = (int) Math.round(view.toViewX(node.x()));
        int y = (int) Math.round(view.toViewY(node.y()));
        gc.setForeground(end.isGood() ? ink.router() : ink.drop());
        gc.setLineWidth(3);
        gc.drawOval(x - reach, y - reach, 2 * reach, 2 * reach);
        if (!end.isGood()) {
            gc.setFont(fonts.name(1));
            Point size = gc.textExtent(end.word());
            label(end.word(), ink.drop(), x - size.x / 2, y - reach - size.y - 6);
        }
    }

    private void label(String text, Color colour, int x, int y) {
        Point size = gc.textExtent(text);
        gc.setAlpha(225);
        gc.setBackground(ink.paper());
        gc.fillRoundRectangle(x - 4, y - 1, size.x + 8, size.y + 2, 6, 6);
        gc.setAlpha(255);
        gc.setForeground(colour);
        gc.drawText(text, x, y, SWT.DRAW_TRANSPARENT);
    }
}
