package org.wirelathe.ui.topology.scene;

import org.wirelathe.model.Node;

/**
 * A node on the plane.
 *
 * @param index its place in the lab's list
 * @param node what it stands for
 * @param x centre of the body
 * @param y centre of the body
 */
public record NodeShape(int index, Node node, double x, double y) {
    /** Cables start this far from the centre; the body lies inside. */
    public static final double RADIUS = 25;

    /** How far the rim reaches out of the body: a drag from there lays a cable. */
    public static final double RIM = 9;

    /** Half of the square that counts as the body. */
    static final double HALF = 21;

    private static final double LABEL_TOP = 23;
    private static final double LABEL_BOTTOM = 41;
    private static final double PER_LETTER = 3.6;

    /** The part that a pointer takes hold of. */
    public Box body() {
        return Box.around(x, y, HALF, HALF);
    }

    /** Body and name. */
    public Box bounds() {
        double half = Math.max(HALF, PER_LETTER * node.name().length());
        return new Box(x - half, y - HALF, x + half, y + LABEL_BOTTOM);
    }

    /** True on the body or on the name under it. */
    public boolean covers(double px, double py) {
        return body().contains(px, py) || bounds().contains(px, py) && py >= y + LABEL_TOP;
    }

    /** True just outside of the body, where cables begin. */
    public boolean onRim(double px, double py) {
        double distance = Math.hypot(px - x, py - y);
        return !covers(px, py) && distance <= RADIUS + RIM;
    }
}
