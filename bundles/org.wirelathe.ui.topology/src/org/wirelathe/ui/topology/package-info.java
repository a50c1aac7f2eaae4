/** The topology editor: a canvas on which a lab is drawn, changed and watched. */
package org.wirelathe.ui.topology;
