/** Runs labs from the workbench: the same service and the same run as the command line, watched from the display. */
package org.wirelathe.ui.run;
