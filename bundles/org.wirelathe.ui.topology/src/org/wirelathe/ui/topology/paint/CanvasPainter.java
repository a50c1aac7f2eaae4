package org.wirelathe.ui.topology.paint;

import java.util.Optional;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Device;
import org.eclipse.swt.graphics.Font;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Point;
import org.wirelathe.ui.topology.Traffic;
import org.wirelathe.ui.topology.Trail;
import org.wirelathe.ui.topology.scene.NodeShape;
import org.wirelathe.ui.topology.scene.Scene;
import org.wirelathe.ui.topology.scene.Viewport;
import org.wirelathe.ui.topology.tool.Feedback;
import org.wirelathe.ui.topology.tool.Selection;

/** Paints the canvas out of its layers, and knows which of them are still good. */
public final class CanvasPainter {
    /** A backdrop that is made faster than this, ns, is made anew while the view moves; a slower one is shifted. */
    private static final long FAST = 8_000_000;

    private final Fonts fonts;
    private final Backdrop backdrop;
    private final PixelSink sink;
    private final LiveLayer live = new LiveLayer();
    private int[] frame = {};
    private boolean stale = true;
    private long lastCost;
    private double drawnX;
    private double drawnY;
    private double drawnZoom;

    public CanvasPainter(Device device, Font widgetFont) {
        fonts = new Fonts(device, widgetFont);
        backdrop = new Backdrop(device, fonts);
        sink = PixelSink.on(device);
    }

    /** What one paint shows. */
    public record Content(
            Scene scene,
            Viewport view,
            Ink ink,
            int deviceZoom,
            Selection selection,
            boolean focused,
            Feedback feedback,
            Optional<NodeShape> rim,
            Traffic traffic,
            Trail trail) {}

    /** The scene, the colours or the size are new. */
    public void invalidate() {
        stale = true;
    }

    /**
     * Paints.
     *
     * @param moving true while the view is being moved: an older backdrop may do
     * @return false when an older one was used, and another paint should follow when there is time
     */
    public boolean paint(GC gc, Content content, boolean moving) {
        boolean exact = refresh(content, moving);
        if (content.traffic() != null && exact) {
            paintLive(gc, content);
        } else {
            double zoom = content.view().zoom();
            backdrop.blit(gc, (drawnX - content.view().originX()) * zoom, (drawnY - content.view().originY()) * zoom);
        }
        if (content.trail() != null) {
            new TrailPainter(gc, content.scene(), content.view(), content.ink()).draw(content.trail(), fonts);
        }
        Overlay overlay = new Overlay(gc, content.scene(), content.view(), content.ink());
        overlay.selection(content.selection(), content.focused());
        content.rim().ifPresent(overlay::rim);
        overlay.feedback(content.feedback());
        if (content.traffic() != null) {
            overlay.legend(fonts);
        }
        return exact;
    }

    /** Writes two lines in the middle of an empty canvas. */
    public void hint(GC gc, Viewport view, Ink ink, String title, String text) {
        gc.setForeground(ink.muted());
        gc.setFont(fonts.name(1.5));
        Point size = gc.textExtent(title);
        int y = view.height() / 2 - size.y - 4;
        gc.drawText(title, (view.width() - size.x) / 2, y, SWT.DRAW_TRANSPARENT);
        gc.setFont(fonts.detail(1.2));
        Point small = gc.textExtent(text);
        gc.drawText(text, (view.width() - small.x) / 2, y + size.y + 8, SWT.DRAW_TRANSPARENT);
    }

    private boolean refresh(Content content, boolean moving) {
        Viewport view = content.view();
        boolean moved = view.originX() != drawnX || view.originY() != drawnY;
        if (!stale && !moved && view.zoom() == drawnZoom) {
            return true;
        }
        if (!stale && moving && view.zoom() == drawnZoom && lastCost > FAST) {
            return false;
        }
        long begin = System.nanoTime();
        backdrop.rebuild(content.scene(), view, content.ink(), content.deviceZoom());
        lastCost = System.nanoTime() - begin;
        drawnX = view.originX();
        drawnY = view.originY();
        drawnZoom = view.zoom();
        stale = false;
        return true;
    }

    private void paintLive(GC gc, Content content) {
        int[] still = backdrop.pixels();
        if (frame.length != still.length) {
            frame = new int[still.length];
        }
        System.arraycopy(still, 0, frame, 0, still.length);
        live.draw(
                frame,
                backdrop.width(),
                backdrop.height(),
                content.deviceZoom() / 100.0,
                content.scene(),
                content.view(),
                content.ink(),
                content.traffic());
        sink.show(gc, frame, backdrop.width(), backdrop.height(), content.deviceZoom());
    }

    public void dispose() {
        backdrop.dispose();
        sink.dispose();
        fonts.dispose();
    }
}
