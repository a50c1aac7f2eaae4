/** What the pointer does, as state machines: they hear of a pointer and ask for edits. No widget. */
package org.wirelathe.ui.topology.tool;
