package org.wirelathe.ui.topology.paint;

import java.util.HashSet;
import java.util.Set;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Device;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.Path;
import org.eclipse.swt.graphics.Pattern;
import org.eclipse.swt.graphics.Transform;
import org.wirelathe.model.PortRef;
import org.wirelathe.ui.topology.scene.Box;
import org.wirelathe.ui.topology.scene.CableShape;
import org.wirelathe.ui.topology.scene.NodeShape;
import org.wirelathe.ui.topology.scene.Scene;
import org.wirelathe.ui.topology.scene.Viewport;

/** Grid, cables and nodes as one image, drawn when they or the view change and not for every frame. */
final class Backdrop {
    private static final int GRID = 20;

    private final Device device;
    private final Fonts fonts;
    private Image image;
    private Pattern pattern;
    private int[] pixels;
    private int width;
    private int height;
    private int zoom;

    Backdrop(Device device, Fonts fonts) {
        this.device = device;
        this.fonts = fonts;
    }

    /** Draws all of it anew. {@code newZoom} is pixels for a hundred points. */
    void rebuild(Scene scene, Viewport view, Ink ink, int newZoom) {
        int newWidth = view.width() * newZoom / 100;
        int newHeight = view.height() * newZoom / 100;
        if (image == null || newWidth != width || newHeight != height || newZoom != zoom) {
            dispose();
            width = newWidth;
            height = newHeight;
            zoom = newZoom;
            image = Pictures.image(device, Pictures.blank(width, height), zoom);
        }
        GC gc = new GC(image);
        draw(gc, scene, view, ink);
        gc.dispose();
        if (pattern != null) {
            pattern.dispose();
        }
        pattern = new Pattern(device, image);
        pixels = null;
    }

    private void draw(GC gc, Scene scene, Viewport view, Ink ink) {
        gc.setAntialias(SWT.ON);
        gc.setTextAntialias(SWT.ON);
        gc.setBackground(ink.paper());
        gc.fillRectangle(0, 0, view.width(), view.height());
        grid(gc, view, ink);
        Box seen = view.visible().grown(60);
        Set<PortRef> captured = new HashSet<>(scene.lab().capture());
        Labels labels = new Labels(gc, view, ink, fonts);
        for (CableShape cable : scene.cables()) {
            if (seen.meets(cable.bounds())) {
                cable(gc, cable, view, ink, captured);
                labels.cable(scene.lab(), cable);
            }
        }
        for (NodeShape node : scene.nodes()) {
            if (seen.meets(node.bounds())) {
                NodeGlyph.draw(
                        gc, node.node().type(), view.toViewX(node.x()), view.toViewY(node.y()), view.zoom(), ink);
                labels.node(scene.lab(), node);
            }
        }
    }

    private static void grid(GC gc, Viewport view, Ink ink) {
        int step = GRID;
        while (step * view.zoom() < 14) {
            step *= 2;
        }
        gc.setBackground(ink.grid());
        Box seen = view.visible();
        double firstX = Math.floor(seen.left() / step) * step;
        double firstY = Math.floor(seen.top() / step) * step;
        for (double y = firstY; y <= seen.bottom(); y += step) {
            for (double x = firstX; x <= seen.right(); x += step) {
                gc.fillRectangle((int) Math.round(view.toViewX(x)), (int) Math.round(view.toViewY(y)), 1, 1);
            }
        }
    }

    private static void cable(GC gc, CableShape cable, Viewport view, Ink ink, Set<PortRef> captured) {
        gc.setLineWidth(view.zoom() >= 0.6 ? 2 : 1);
        gc.setLineStyle(SWT.LINE_SOLID);
        gc.setForeground(ink.cable());
        curve(gc, view, cable);
        end(gc, view, cable.ax(), cable.ay(), ink, captured.contains(cable.link().a()));
        end(gc, view, cable.bx(), cable.by(), ink, captured.contains(cable.link().b()));
    }

    /** Draws a cable's line. */
    static void curve(GC gc, Viewport view, CableShape cable) {
        Path path = new Path(gc.getDevice());
        path.moveTo((float) view.toViewX(cable.ax()), (float) view.toViewY(cable.ay()));
        path.quadTo(
                (float) view.toViewX(cable.cx()),
                (float) view.toViewY(cable.cy()),
                (float) view.toViewX(cable.bx()),
                (float) view.toViewY(cable.by()));
        gc.drawPath(path);
        path.dispose();
    }

    /** Sub-point precision: cables would otherwise jump when the view moves. */
    static void line(GC gc, Viewport view, double ax, double ay, double bx, double by) {
        Path path = new Path(gc.getDevice());
        path.moveTo((float) view.toViewX(ax), (float) view.toViewY(ay));
        path.lineTo((float) view.toViewX(bx), (float) view.toViewY(by));
        gc.drawPath(path);
        path.dispose();
    }

    /** The plug at a cable's end; a captured interface has a larger one in its own colour. */
    private static void end(GC gc, Viewport view, double x, double y, Ink ink, boolean captured) {
        if (view.zoom() < 0.6) {
            return;
        }
        int radius = captured ? 4 : 3;
        int viewX = (int) Math.round(view.toViewX(x));
        int viewY = (int) Math.round(view.toViewY(y));
        gc.setBackground(captured ? ink.capture() : ink.cable());
        gc.fillOval(viewX - radius, viewY - radius, 2 * radius, 2 * radius);
        if (captured) {
            gc.setBackground(ink.paper());
            gc.fillOval(viewX - 1, viewY - 1, 2, 2);
        }
    }

    /** Shows the image, moved by that many points. */
    void blit(GC gc, double viewDx, double viewDy) {
        int w = Pictures.points(width, zoom);
        int h = Pictures.points(height, zoom);
        if (viewDx == 0 && viewDy == 0) {
            Pictures.blit(gc, pattern, w, h);
            return;
        }
        Transform moved = new Transform(device);
        moved.translate((float) viewDx, (float) viewDy);
        gc.setTransform(moved);
        Pictures.blit(gc, pattern, w, h);
        gc.setTransform(null);
        moved.dispose();
    }

    /** The image as {@code 0xRRGGBB}; not to be written to. */
    int[] pixels() {
        if (pixels == null) {
            ImageData data = image.getImageData(zoom);
            pixels = new int[width * height];
            for (int y = 0; y < height; y++) {
                data.getPixels(0, y, width, pixels, y * width);
            }
            normalise(data);
        }
        return pixels;
    }

    /** The toolkit's own order of red, green and blue is not ours everywhere. */
    private void normalise(ImageData data) {
        var palette = data.palette;
        if (palette.redMask == 0xFF0000 && palette.blueMask == 0xFF) {
            for (int i = 0; i < pixels.length; i++) {
                pixels[i] &= 0xFFFFFF;
            }
            return;
        }
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = channel(pixels[i], palette.redMask, palette.redShift) << 16
                    | channel(pixels[i], palette.greenMask, palette.greenShift) << 8
                    | channel(pixels[i], palette.blueMask, palette.blueShift);
        }
    }

    private static int channel(int pixel, int mask, int shift) {
        int bits = pixel & mask;
        return (shift < 0 ? bits >>> -shift : bits << shift) & 0xFF;
    }

    int width() {
        return width;
    }

    int height() {
        return height;
    }

    void dispose() {
        if (pattern != null) {
            pattern.dispose();
            pattern = null;
        }
        if (image != null) {
            image.dispose();
            image = null;
        }
    }
}
