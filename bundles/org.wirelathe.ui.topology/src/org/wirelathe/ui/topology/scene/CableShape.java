package org.wirelathe.ui.topology.scene;

import org.wirelathe.model.Link;

/**
 * A cable on the plane: from rim to rim, straight, or in a curve round a node that is in its way. The curve is a
 * quadratic one; of a straight cable the control point is the middle.
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
    /** Canvas units between cables that join the same nodes. */
    private static final double APART = 14;

    /** How far a curve swings out, in canvas units: past a node and its rim. */
    private static final double SWING = 46;

    private static final int PIECES = 12;

    /**
     * @param lane which one of {@code lanes} cables between the same nodes this is, from 0; they lie side by side
     * @param curved whether something is in the way of a straight line
     */
    static CableShape between(int index, Link link, NodeShape a, NodeShape b, int lane, int lanes, boolean curved) {
        double aside = (lane - (lanes - 1) / 2.0) * APART;
        double dx = b.x() - a.x();
        double dy = b.y() - a.y();
        double length = Math.hypot(dx, dy);
        if (length < 1) {
            return new CableShape(index, link, a.x(), a.y(), a.x(), a.y(), b.x(), b.y());
        }
        // Curves go over the top, or on the right hand of what is in the way.
        double up = dx > 0 || dx == 0 && dy > 0 ? 1 : -1;
        double swing = curved ? 2 * SWING : 0;
        double cx = (a.x() + b.x()) / 2 + dy / length * (up * swing - aside);
        double cy = (a.y() + b.y()) / 2 - dx / length * (up * swing - aside);
        double gap = Math.min(NodeShape.RADIUS, length / 2);
        double[] start = towards(a, cx, cy, gap, -dy / length * aside, dx / length * aside, curved);
        double[] end = towards(b, cx, cy, gap, -dy / length * aside, dx / length * aside, curved);
        double mx = curved ? cx : (start[0] + end[0]) / 2;
        double my = curved ? cy : (start[1] + end[1]) / 2;
        return new CableShape(index, link, start[0], start[1], mx, my, end[0], end[1]);
    }

    /** The point on the rim of a node in the direction of the control point, moved into the cable's lane. */
    private static double[] towards(
            NodeShape node, double cx, double cy, double gap, double asideX, double asideY, boolean curved) {
        double toX = cx - (curved ? 0 : asideX) - node.x();
        double toY = cy - (curved ? 0 : asideY) - node.y();
        double far = Math.max(1e-9, Math.hypot(toX, toY));
        return new double[] {node.x() + toX / far * gap + asideX, node.y() + toY / far * gap + asideY};
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
        return Math.abs(xAt(0.5) - (ax + bx) / 2) + Math.abs(yAt(0.5) - (ay + by) / 2) > 1e-6;
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
