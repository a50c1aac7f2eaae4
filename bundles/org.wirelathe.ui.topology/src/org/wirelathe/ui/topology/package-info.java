/**
 * The topology canvas: a widget that shows a lab and asks its host for edits. It knows the model and no workbench.
 * Start at {@link org.wirelathe.ui.topology.TopologyCanvas}.
 */
package org.wirelathe.ui.topology;
