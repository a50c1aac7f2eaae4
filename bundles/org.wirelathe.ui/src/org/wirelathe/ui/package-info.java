/** The workbench: window, perspective, and what the parts of it share. */
package org.wirelathe.ui;
