package org.wirelathe.ui.topology.paint;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Path;
import org.eclipse.swt.graphics.Transform;
import org.wirelathe.model.NodeType;

/** The picture of a node: a screen with the layers of its stack, or a disc with four arrows. */
final class NodeGlyph {
    private NodeGlyph() {
    }

    /** Draws round that point of the widget; at zoom 1 the picture is about 42 points wide. */
    static void draw(GC gc, NodeType type, double viewX, double viewY, double zoom, Ink ink) {
        Transform before = new Transform(gc.getDevice());
        gc.getTransform(before);
        Transform here = new Transform(gc.getDevice());
        gc.getTransform(here);
        here.translate((float) viewX, (float) viewY);
        here.scale((float) zoom, (float) zoom);
        gc.setTransform(here);
        gc.setLineWidth(2);
        gc.setLineStyle(SWT.LINE_SOLID);
        gc.setLineJoin(SWT.JOIN_ROUND);
        gc.setLineCap(SWT.CAP_ROUND);
        switch (type) {
            case ROUTER -> router(gc, ink);
            case SWITCH -> bridge(gc, ink);
            default -> host(gc, ink);
        }
        gc.setTransform(before);
        here.dispose();
        before.dispose();
    }

    private static void host(GC gc, Ink ink) {
        gc.setForeground(ink.host());
        gc.setBackground(ink.paper());
        gc.fillRoundRectangle(-20, -18, 40, 29, 8, 8);
        gc.setBackground(ink.hostFill());
        gc.fillRoundRectangle(-20, -18, 40, 29, 8, 8);
        gc.drawRoundRectangle(-20, -18, 40, 29, 8, 8);
        gc.drawLine(0, 11, 0, 17);
        gc.drawLine(-9, 18, 9, 18);
        int[] widths = {22, 16, 19};
        for (int i = 0; i < widths.length; i++) {
            gc.drawLine(-12, -10 + 7 * i, -12 + widths[i], -10 + 7 * i);
        }
    }

    private static void router(GC gc, Ink ink) {
        gc.setForeground(ink.router());
        gc.setBackground(ink.paper());
        gc.fillOval(-20, -20, 40, 40);
        gc.setBackground(ink.routerFill());
        gc.fillOval(-20, -20, 40, 40);
        gc.drawOval(-20, -20, 40, 40);
        // Two arrows come in from the sides, two go out to the top and the bottom.
        arrow(gc, -14, 0, -5, 0);
        arrow(gc, 14, 0, 5, 0);
        arrow(gc, 0, -5, 0, -14);
        arrow(gc, 0, 5, 0, 14);
    }

    /** A switch: a flat box, with arrows that pass each other. */
    private static void bridge(GC gc, Ink ink) {
        gc.setForeground(ink.router());
        gc.setBackground(ink.paper());
        gc.fillRoundRectangle(-20, -16, 40, 32, 8, 8);
        gc.setBackground(ink.routerFill());
        gc.fillRoundRectangle(-20, -16, 40, 32, 8, 8);
        gc.drawRoundRectangle(-20, -16, 40, 32, 8, 8);
        arrow(gc, -12, -6, 12, -6);
        arrow(gc, 12, 6, -12, 6);
    }

    private static void arrow(GC gc, int fromX, int fromY, int toX, int toY) {
        int ux = Integer.signum(toX - fromX);
        int uy = Integer.signum(toY - fromY);
        Path path = new Path(gc.getDevice());
        path.moveTo(fromX, fromY);
        path.lineTo(toX, toY);
        path.moveTo(toX - 4 * ux - 4 * uy, toY - 4 * uy - 4 * ux);
        path.lineTo(toX, toY);
        path.lineTo(toX - 4 * ux + 4 * uy, toY - 4 * uy + 4 * ux);
        gc.drawPath(path);
        path.dispose();
    }
}
