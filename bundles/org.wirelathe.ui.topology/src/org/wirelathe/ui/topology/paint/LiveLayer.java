package org.wirelathe.ui.topology.paint;

import java.util.Optional;
import org.wirelathe.model.edit.EditTarget;
import org.wirelathe.ui.topology.Traffic;
import org.wirelathe.ui.topology.scene.CableShape;
import org.wirelathe.ui.topology.scene.Scene;
import org.wirelathe.ui.topology.scene.Viewport;

/** Packets, queues and drops, drawn into pixels. Traffic drives on the right. */
final class LiveLayer {
    /** Points from the middle of the cable to each lane. */
    private static final double LANE = 2.6;

    private static final double QUEUE_LENGTH = 26;
    private static final double QUEUE_ASIDE = 8;
    private static final double QUEUE_REACH = 2.2;

    /** Points from the middle of a cable that flashes, and how strong the flash is at first, of 256. */
    private static final double FLASH_REACH = 6;

    private static final int FLASH = 170;
    private static final int PIECES = 12;

    /** A queue that is fuller than this is about to drop. */
    private static final float NEARLY_FULL = 0.9f;

    /** Of each cable the beginning, the control point and the end, in pixels. */
    private double[] ends = {};
    private Traffic mapped;
    private Scene scene;
    private boolean[] known = {};
    private Raster.Dot dot;
    private double dotRadius;

    /** Draws {@code traffic} over what is in {@code pixels}; {@code scale} is pixels for a point. */
    void draw(
            int[] pixels,
            int width,
            int height,
            double scale,
            Scene newScene,
            Viewport view,
            Ink ink,
            Traffic traffic) {
        map(newScene, view, traffic, scale);
        Raster raster = new Raster(pixels, width, height);
        double size = Math.clamp(Math.sqrt(view.zoom()), 0.55, 1.5) * scale;
        int queueBack = Ink.pack(Ink.mix(ink.ink(), ink.paper(), 0.16));
        for (int link = 0; link < traffic.links().size(); link++) {
            if (known[link]) {
                loss(raster, traffic, link, size, ink);
                queue(raster, traffic, link, true, size, ink, queueBack);
                queue(raster, traffic, link, false, size, ink, queueBack);
            }
        }
        packets(raster, traffic, size, ink);
        for (int link = 0; link < traffic.links().size(); link++) {
            if (known[link]) {
                drop(raster, traffic, link, true, size, ink);
                drop(raster, traffic, link, false, size, ink);
            }
        }
    }

    private void packets(Raster raster, Traffic traffic, double size, Ink ink) {
        double radius = 3.1 * size;
        if (dot == null || radius != dotRadius) {
            dot = new Raster.Dot(radius);
            dotRadius = radius;
        }
        int[] colours = {Ink.pack(ink.data()), Ink.pack(ink.ack()), Ink.pack(ink.other())};
        for (int i = 0; i < traffic.size(); i++) {
            int link = traffic.link(i);
            if (!known[link]) {
                continue;
            }
            int at = 6 * link;
            double way = traffic.fromA(i) ? traffic.way(i) : 1 - traffic.way(i);
            double rest = 1 - way;
            double x = rest * rest * ends[at] + 2 * rest * way * ends[at + 2] + way * way * ends[at + 4];
            double y = rest * rest * ends[at + 1] + 2 * rest * way * ends[at + 3] + way * way * ends[at + 5];
            double dx = rest * (ends[at + 2] - ends[at]) + way * (ends[at + 4] - ends[at + 2]);
            double dy = rest * (ends[at + 3] - ends[at + 1]) + way * (ends[at + 5] - ends[at + 3]);
            double side = (traffic.fromA(i) ? LANE : -LANE) * size / Math.max(1e-9, Math.hypot(dx, dy));
            raster.dot(dot, x - dy * side, y + dx * side, colours[traffic.kind(i)]);
        }
    }

    /** A bar beside the cable's end: how much waits there. An empty queue is not drawn. */
    private void queue(Raster raster, Traffic traffic, int link, boolean atA, double size, Ink ink, int back) {
        float full = Math.min(1, traffic.queue(link, atA));
        if (full <= 0) {
            return;
        }
        int near = 6 * link + (atA ? 0 : 4);
        int far = 6 * link + 2;
        double dx = ends[far] - ends[near];
        double dy = ends[far + 1] - ends[near + 1];
        double length = Math.max(1, Math.hypot(dx, dy));
        double reach = Math.min(QUEUE_LENGTH * size, length * 0.9);
        double x = ends[near] - dy / length * QUEUE_ASIDE * size;
        double y = ends[near + 1] + dx / length * QUEUE_ASIDE * size;
        double ux = dx / length * reach;
        double uy = dy / length * reach;
        raster.bar(x, y, x + ux, y + uy, QUEUE_REACH * size, back, 256);
        int colour = Ink.pack(full >= NEARLY_FULL ? ink.drop() : ink.data());
        raster.bar(x, y, x + ux * full, y + uy * full, QUEUE_REACH * size, colour, 256);
    }

    /** The cable itself flashes: under the packets, along the way that they take. */
    private void loss(Raster raster, Traffic traffic, int link, double size, Ink ink) {
        float strength = traffic.loss(link);
        if (strength <= 0) {
            return;
        }
        int colour = Ink.pack(ink.drop());
        int share = (int) (FLASH * strength);
        int at = 6 * link;
        double x = ends[at];
        double y = ends[at + 1];
        boolean straight = Math.abs(ends[at] + ends[at + 4] - 2 * ends[at + 2]) < 1
                && Math.abs(ends[at + 1] + ends[at + 5] - 2 * ends[at + 3]) < 1;
        int pieces = straight ? 1 : PIECES;
        for (int i = 1; i <= pieces; i++) {
            double way = (double) i / pieces;
            double rest = 1 - way;
            double nextX = rest * rest * ends[at] + 2 * rest * way * ends[at + 2] + way * way * ends[at + 4];
            double nextY = rest * rest * ends[at + 1] + 2 * rest * way * ends[at + 3] + way * way * ends[at + 5];
            raster.bar(x, y, nextX, nextY, FLASH_REACH * size, colour, share);
            x = nextX;
            y = nextY;
        }
    }

    private void drop(Raster raster, Traffic traffic, int link, boolean atA, double size, Ink ink) {
        float strength = traffic.drop(link, atA);
        if (strength > 0) {
            int near = 6 * link + (atA ? 0 : 4);
            double radius = (6 + 10 * (1 - strength)) * size;
            raster.ring(ends[near], ends[near + 1], radius, 2.2 * size, Ink.pack(ink.drop()), (int) (256 * strength));
        }
    }

    /** Where the cables of the run are on the screen now; some may have been deleted since it began. */
    private void map(Scene newScene, Viewport view, Traffic traffic, double scale) {
        if (scene != newScene || mapped != traffic) {
            scene = newScene;
            mapped = traffic;
            known = new boolean[traffic.links().size()];
            ends = new double[6 * known.length];
        }
        for (int link = 0; link < known.length; link++) {
            EditTarget.OfLink target = traffic.links().get(link);
            Optional<CableShape> shape = scene.cable(target);
            known[link] = shape.isPresent();
            if (shape.isPresent()) {
                CableShape cable = shape.get();
                boolean turned = !cable.link().a().equals(target.a());
                place(6 * link + (turned ? 4 : 0), cable.ax(), cable.ay(), view, scale);
                place(6 * link + 2, cable.cx(), cable.cy(), view, scale);
                place(6 * link + (turned ? 0 : 4), cable.bx(), cable.by(), view, scale);
            }
        }
    }

    private void place(int at, double x, double y, Viewport view, double scale) {
        ends[at] = view.toViewX(x) * scale;
        ends[at + 1] = view.toViewY(y) * scale;
    }
}
