/** The lab as shapes on an unbounded plane: where things are and what is under a point. No widget, no drawing. */
package org.wirelathe.ui.topology.scene;
