package org.wirelathe.ui.topology.scene;

/** Which part of the plane the widget shows. Widget coordinates are points; the plane's unit is a point at 100 %. */
public final class Viewport {
    public static final double LEAST_ZOOM = 0.1;
    public static final double MOST_ZOOM = 4;

    private static final double MARGIN = 48;

    private double zoom = 1;
    private double originX;
    private double originY;
    private int width = 1;
    private int height = 1;

    public double zoom() {
        return zoom;
    }

    /** The plane's x at the widget's left edge. */
    public double originX() {
        return originX;
    }

    /** The plane's y at the widget's top edge. */
    public double originY() {
        return originY;
    }

    public int width() {
        return width;
    }

    public int height() {
        return height;
    }

    public double toViewX(double x) {
        return (x - originX) * zoom;
    }

    public double toViewY(double y) {
        return (y - originY) * zoom;
    }

    public double toSceneX(double viewX) {
        return viewX / zoom + originX;
    }

    public double toSceneY(double viewY) {
        return viewY / zoom + originY;
    }

    /** What of the plane is to be seen. */
    public Box visible() {
        return new Box(originX, originY, toSceneX(width), toSceneY(height));
    }

    public void resize(int newWidth, int newHeight) {
        width = Math.max(1, newWidth);
        height = Math.max(1, newHeight);
    }

    /** Moves what is shown, in points of the widget. */
    public void pan(double viewDx, double viewDy) {
        originX -= viewDx / zoom;
        originY -= viewDy / zoom;
    }

    /** Changes the zoom, and keeps what is under that point of the widget where it is. */
    public void zoomTo(double newZoom, double viewX, double viewY) {
        double x = toSceneX(viewX);
        double y = toSceneY(viewY);
        zoom = Math.clamp(newZoom, LEAST_ZOOM, MOST_ZOOM);
        originX = x - viewX / zoom;
        originY = y - viewY / zoom;
    }

    /** Changes the zoom round the middle of the widget. */
    public void zoomTo(double newZoom) {
        zoomTo(newZoom, width / 2.0, height / 2.0);
    }

    /** Shows the whole box in the middle, at {@code mostZoom} at the most. */
    public void fit(Box box, double mostZoom) {
        double wide = (width - 2 * MARGIN) / Math.max(1, box.width());
        double high = (height - 2 * MARGIN) / Math.max(1, box.height());
        zoom = Math.clamp(Math.min(wide, high), LEAST_ZOOM, mostZoom);
        centre(box.centreX(), box.centreY());
    }

    /** Shows that point of the plane in the middle. */
    public void centre(double x, double y) {
        originX = x - width / 2.0 / zoom;
        originY = y - height / 2.0 / zoom;
    }

    /** Pans just so far that the box is to be seen. */
    public void reveal(Box box) {
        Box seen = visible();
        double dx = box.left() < seen.left() ? box.left() - seen.left() : Math.max(0, box.right() - seen.right());
        double dy = box.top() < seen.top() ? box.top() - seen.top() : Math.max(0, box.bottom() - seen.bottom());
        originX += dx;
        originY += dy;
    }
}
