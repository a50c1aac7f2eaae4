package org.wirelathe.ui.topology.scene;

import org.wirelathe.model.Link;

/**
 * A cable on the plane: from rim to rim, straight, or in a curve: round a node that is in its way, or away from another
 * cable between the same nodes. The curve is a quadratic one; of a straight cable the control point is the middle.
 *
 * @param index its place in the lab's list
 * @param link what it stands for
 * @param ax where it leaves the node of {@link Link#a}
 * @param ay the same
 * @param cx the control point
 * @param cy the control point
 * @param bx where it reaches the node of {@link Link#b}
 * @param by the same
 */
public record CableShape(int index, Link link, double ax, double ay, double cx, double cy, double bx, double by) {
    /** Canvas units between the middles of cables that join the same nodes: room for a line of text each. */
    private static final double APART = 48;

    /** Canvas units from the first of them to the last, at most. */
    private static final double FAN = 180;

    /** What they are apart, of the distance between their nodes, at most. */
    private static final double OPEN = 0.35;

    /** How far the control point lies out, of the middle's distance. */
    private static final double PULL = 1.6;

    /** How far a curve swings out, in canvas units: past a node and its rim. */
    private static final double SWING = 46;

    private static final int PIECES = 12;

    /**
     * @param lane which one of {@code lanes} cables between the same nodes this is, from 0; they open like a fan
     * @param round whether something is in the way of a straight line
     */
    static CableShape between(int index, Link link, NodeShape a, NodeShape b, int lane, int lanes, boolean round) {
        double dx = b.x() - a.x();
        double dy = b.y() - a.y();
        double length = Math.hypot(dx, dy);
        if (length < 1) {
            return new CableShape(index, link, a.x(), a.y(), a.x(), a.y(), b.x(), b.y());
        }
        double apart = Math.min(Math.min(APART, OPEN * length), FAN / Math.max(1, lanes - 1));
        double aside = (lane - (lanes - 1) / 2.0) * apart * PULL;
        // Curves go over the top, or on the right hand of what is in the way.
        double up = dx > 0 || dx == 0 && dy > 0 ? 1 : -1;
        double out = (round ? 2 * SWING * up : 0) - aside;
        double cx = (a.x() + b.x()) / 2 + dy / length * out;
        double cy = (a.y() + b.y()) / 2 - dx / length * out;
        double gap = Math.min(NodeShape.RADIUS, length / 2);
        double far = Math.max(1e-9, Math.hypot(cx - a.x(), cy - a.y())); // as far from b
        double ax = a.x() + (cx - a.x()) / far * gap;
        double ay = a.y() + (cy - a.y()) / far * gap;
        double bx = b.x() + (cx - b.x()) / far * gap;
        double by = b.y() + (cy - b.y()) / far * gap;
        return new CableShape(index, link, ax, ay, cx, cy, bx, by);
    }

    /** Where a share of the way, 0 to 1, has been made from a to b. */
    public double xAt(double way) {
        double rest = 1 - way;
        return rest * rest * ax + 2 * rest * way * cx + way * way * bx;
    }

    /** The same. */
    public double yAt(double way) {
        double rest = 1 - way;
        return rest * rest * ay + 2 * rest * way * cy + way * way * by;
    }

    public double length() {
        double sum = 0;
        for (int i = 0; i < PIECES; i++) {
            double from = (double) i / PIECES;
            double to = (i + 1.0) / PIECES;
            sum += Math.hypot(xAt(to) - xAt(from), yAt(to) - yAt(from));
        }
        return sum;
    }

    public boolean curved() {
        return Math.abs(bow()) > 1e-6;
    }

    /** How far its middle lies off the straight line, to the right as seen from a; less than 0 to the left. */
    public double bow() {
        double dx = bx - ax;
        double dy = by - ay;
        double length = Math.hypot(dx, dy);
        return length == 0 ? 0 : ((yAt(0.5) - ay) * dx - (xAt(0.5) - ax) * dy) / length;
    }

    /** Around the curve; a little too large. */
    public Box bounds() {
        return Box.between(ax, ay, bx, by).with(new Box(cx, cy, cx, cy));
    }

    /** From the point to the nearest point of the cable. */
    public double distance(double x, double y) {
        if (!curved()) {
            return distance(x, y, ax, ay, bx, by);
        }
        double least = Double.MAX_VALUE;
        for (int i = 0; i < PIECES; i++) {
            double from = (double) i / PIECES;
            double to = (i + 1.0) / PIECES;
            least = Math.min(least, distance(x, y, xAt(from), yAt(from), xAt(to), yAt(to)));
        }
        return least;
    }

    /** From a point to the nearest point of a line from a to b. */
    static double distance(double x, double y, double ax, double ay, double bx, double by) {
        double dx = bx - ax;
        double dy = by - ay;
        double square = dx * dx + dy * dy;
        double along = square == 0 ? 0 : Math.clamp(((x - ax) * dx + (y - ay) * dy) / square, 0, 1);
        return Math.hypot(x - ax - along * dx, y - ay - along * dy);
    }

    void enter(HashGrid grid, int item) {
        int pieces = curved() ? PIECES : 1;
        for (int i = 0; i < pieces; i++) {
            double from = (double) i / pieces;
            double to = (i + 1.0) / pieces;
            grid.addLine(item, xAt(from), yAt(from), xAt(to), yAt(to));
        }
    }

    /** True when the whole cable lies in the box. */
    public boolean inside(Box box) {
        return box.contains(ax, ay) && box.contains(bx, by) && box.contains(xAt(0.5), yAt(0.5));
    }
}
