/** {@code report.html}: one page on which a run is told and drawn, readable by itself. */
package org.wirelathe.lab.internal.report;
