package org.wirelathe.model;

/**
 * Where a node's centre is on the canvas, in canvas units (pixels at 100 %).
 *
 * @param x to the right
 * @param y downwards
 */
public record Position(int x, int y) {}
