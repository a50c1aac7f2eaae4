/** The lab editor: one document, seen as a topology and as text, saved byte for byte as it was typed. */
package org.wirelathe.ui.editor;
