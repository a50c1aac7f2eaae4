/** Curves of a run: thinned to what a screen can show, drawn in time. */
package org.wirelathe.ui.chart;
