package org.wirelathe.ui.topology.tool;

/**
 * Where the pointer is and what is held down.
 *
 * @param x on the plane
 * @param y on the plane
 * @param viewX on the widget, in points
 * @param viewY on the widget, in points
 * @param extend shift or ctrl: add to the selection
 * @param free alt: no snapping
 */
public record Pointer(double x, double y, double viewX, double viewY, boolean extend, boolean free) {}
