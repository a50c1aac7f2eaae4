package org.wirelathe.ui.topology.scene;

import org.wirelathe.model.Link;

/**
 * A cable on the plane: a straight line from rim to rim.
 *
 * @param index its place in the lab's list
 * @param link what it stands for
 * @param ax where it leaves the node of {@link Link#a}
 * @param ay the same
 * @param bx where it reaches the node of {@link Link#b}
 * @param by the same
 */
public record CableShape(int index, Link link, double ax, double ay, double bx, double by) {
    private static final double APART = 14;

    /**
     * @param lane which one of {@code lanes} cables between the same nodes this is, from 0; they lie side by side
     */
    static CableShape between(int index, Link link, NodeShape a, NodeShape b, int lane, int lanes) {
        double dx = b.x() - a.x();
        double dy = b.y() - a.y();
        double length = Math.hypot(dx, dy);
        if (length < 1) {
            return new CableShape(index, link, a.x(), a.y(), b.x(), b.y());
        }
        double ux = dx / length;
        double uy = dy / length;
        double aside = (lane - (lanes - 1) / 2.0) * APART;
        double gap = Math.min(NodeShape.RADIUS, length / 2);
        double ox = -uy * aside;
        double oy = ux * aside;
        return new CableShape(
                index,
                link,
                a.x() + ux * gap + ox,
                a.y() + uy * gap + oy,
                b.x() - ux * gap + ox,
                b.y() - uy * gap + oy);
    }

    public double length() {
        return Math.hypot(bx - ax, by - ay);
    }

    public Box bounds() {
        return Box.between(ax, ay, bx, by);
    }

    /** From the point to the nearest point of the line. */
    public double distance(double x, double y) {
        double dx = bx - ax;
        double dy = by - ay;
        double square = dx * dx + dy * dy;
        double along = square == 0 ? 0 : Math.clamp(((x - ax) * dx + (y - ay) * dy) / square, 0, 1);
        return Math.hypot(x - ax - along * dx, y - ay - along * dy);
    }

    /** True when the whole line lies in the box. */
    public boolean inside(Box box) {
        return box.contains(ax, ay) && box.contains(bx, by);
    }
}
