package org.wirelathe.ui.topology.scene;

/**
 * A rectangle with upright sides.
 *
 * @param left least x
 * @param top least y
 * @param right greatest x, at least {@code left}
 * @param bottom greatest y, at least {@code top}
 */
public record Box(double left, double top, double right, double bottom) {
    /** The box that has two points as opposite corners. */
    public static Box between(double x1, double y1, double x2, double y2) {
        return new Box(Math.min(x1, x2), Math.min(y1, y2), Math.max(x1, x2), Math.max(y1, y2));
    }

    /** The box with that centre. */
    public static Box around(double x, double y, double halfWidth, double halfHeight) {
        return new Box(x - halfWidth, y - halfHeight, x + halfWidth, y + halfHeight);
    }

    public double width() {
        return right - left;
    }

    public double height() {
        return bottom - top;
    }

    public double centreX() {
        return (left + right) / 2;
    }

    public double centreY() {
        return (top + bottom) / 2;
    }

    /** True when the point lies inside or on the edge. */
    public boolean contains(double x, double y) {
        return left <= x && x <= right && top <= y && y <= bottom;
    }

    /** True when all of {@code other} lies inside. */
    public boolean contains(Box other) {
        return left <= other.left && other.right <= right && top <= other.top && other.bottom <= bottom;
    }

    /** True when the boxes share at least a point. */
    public boolean meets(Box other) {
        return left <= other.right && other.left <= right && top <= other.bottom && other.top <= bottom;
    }

    /** The smallest box around both. */
    public Box with(Box other) {
        return new Box(
                Math.min(left, other.left),
                Math.min(top, other.top),
                Math.max(right, other.right),
                Math.max(bottom, other.bottom));
    }

    /** The same box with each side {@code by} further out. */
    public Box grown(double by) {
        return new Box(left - by, top - by, right + by, bottom + by);
    }
}
