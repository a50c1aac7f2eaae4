package org.wirelathe.ui.device;

import org.eclipse.swt.graphics.Rectangle;

/**
 * A part of the picture that can be asked what it is.
 *
 * @param name a few words
 * @param tip what it is, and how it stands, in plain words
 * @param bounds where it is
 */
record Part(String name, String tip, Rectangle bounds) {
}
