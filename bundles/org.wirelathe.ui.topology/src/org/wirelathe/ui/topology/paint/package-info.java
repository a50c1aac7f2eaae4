/**
 * Drawing. What stays still (grid, cables, nodes) is drawn once into a backdrop; what moves is drawn by hand into
 * pixels on top of a copy of it, many times a second, and shown in one go.
 */
package org.wirelathe.ui.topology.paint;
