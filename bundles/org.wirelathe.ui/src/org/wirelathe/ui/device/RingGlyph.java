package org.wirelathe.ui.device;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Path;
import org.eclipse.swt.graphics.Point;
import org.wirelathe.api.nic.RingState;

/** Draws a descriptor ring: slots by what they are at, the driver's indices inside, the card's outside. */
final class RingGlyph {
    /** Rings of more descriptors have no lines between them: they would be all lines. */
    private static final int MOST_LINES = 64;

    /** Degrees that something takes at least, to be seen. */
    private static final double LEAST = 3;

    private static final double FULL = 360;
    private static final double TOP = 90;
    private static final int POINTER = 6;

    private final GC gc;
    private final DeviceInk ink;
    private final int x;
    private final int y;
    private final int outer;
    private final int inner;

    /** @param radius of the ring and its outer pointers */
    RingGlyph(GC gc, DeviceInk ink, int x, int y, int radius) {
        this.gc = gc;
        this.ink = ink;
        this.x = x;
        this.y = y;
        outer = radius - POINTER - 2;
        inner = (int) (outer * 0.72);
    }

    /** The ring of frames to send: done are those whose descriptors the driver may have back. */
    void draw(RingState ring, Color waiting, Color done) {
        gc.setAntialias(SWT.ON);
        arc(0, FULL, ink.track());
        part(ring, ring.reclaimed(), ring.finished(), done);
        part(ring, ring.done(), ring.inWork(), ink.work());
        part(ring, ring.fetched(), ring.waiting(), waiting);
        if (ring.size() <= MOST_LINES) {
            lines(ring.size());
        }
        pointer(ring, ring.fetched(), false, ink.ink());
        pointer(ring, ring.completed(), false, ink.work());
        pointer(ring, ring.posted(), true, ink.ink());
        pointer(ring, ring.reclaimed(), true, done);
    }

    /** Two lines in the middle. */
    void label(String above, String below) {
        Point first = gc.textExtent(above);
        Point second = gc.textExtent(below);
        gc.setForeground(ink.muted());
        gc.drawText(above, x - first.x / 2, y - first.y, SWT.DRAW_TRANSPARENT);
        gc.setForeground(ink.ink());
        gc.drawText(below, x - second.x / 2, y, SWT.DRAW_TRANSPARENT);
    }

    private static double angle(RingState ring, int index) {
        return TOP - (double) (index & ring.size() - 1) / ring.size() * FULL;
    }

    private void part(RingState ring, int from, int count, Color colour) {
        if (count > 0) {
            arc(angle(ring, from), Math.clamp(count * FULL / ring.size(), LEAST, FULL), colour);
        }
    }

    /** Clockwise from {@code start}, both in degrees. */
    private void arc(double start, double sweep, Color colour) {
        gc.setBackground(colour);
        Path path = new Path(gc.getDevice());
        path.addArc(x - outer, y - outer, 2 * outer, 2 * outer, (float) start, (float) -sweep);
        path.addArc(x - inner, y - inner, 2 * inner, 2 * inner, (float) (start - sweep), (float) sweep);
        path.close();
        gc.fillPath(path);
        path.dispose();
    }

    private void lines(int size) {
        gc.setForeground(ink.paper());
        gc.setLineWidth(1);
        Path path = new Path(gc.getDevice());
        for (int i = 0; i < size; i++) {
            double turn = Math.toRadians(TOP - i * FULL / size);
            path.moveTo((float) (x + inner * Math.cos(turn)), (float) (y - inner * Math.sin(turn)));
            path.lineTo((float) (x + outer * Math.cos(turn)), (float) (y - outer * Math.sin(turn)));
        }
        gc.drawPath(path);
        path.dispose();
    }

    private void pointer(RingState ring, int index, boolean inside, Color colour) {
        double turn = Math.toRadians(angle(ring, index));
        double tip = inside ? inner - 1 : outer + 1;
        double base = inside ? tip - POINTER : tip + POINTER;
        double half = POINTER / 2.0 + 0.5;
        double cos = Math.cos(turn);
        double sin = Math.sin(turn);
        Path path = new Path(gc.getDevice());
        path.moveTo((float) (x + tip * cos), (float) (y - tip * sin));
        path.lineTo((float) (x + base * cos - half * sin), (float) (y - base * sin - half * cos));
        path.lineTo((float) (x + base * cos + half * sin), (float) (y - base * sin + half * cos));
        path.close();
        gc.setBackground(colour);
        gc.fillPath(path);
        path.dispose();
    }
}
