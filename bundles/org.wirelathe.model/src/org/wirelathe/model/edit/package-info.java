/**
 * Edits of a lab file. The text is the truth: every edit is a list of text changes, so comments and
 * layout survive, and undo puts the exact old text back. No type here knows a user interface.
 */
package org.wirelathe.model.edit;
