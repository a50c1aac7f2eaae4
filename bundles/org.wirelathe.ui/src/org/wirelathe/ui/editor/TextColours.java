package org.wirelathe.ui.editor;

import org.eclipse.jface.text.TextAttribute;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Color;
import org.wirelathe.ui.Theme;

/** How the parts of a lab's text look on a background. */
record TextColours(
        TextAttribute key, TextAttribute comment, TextAttribute quoted, TextAttribute number, TextAttribute mark) {
    static TextColours on(Color background) {
        boolean dark = Theme.isDark(background);
        return new TextColours(
                attribute(dark ? 0x6CC0F0 : 0x005E94, SWT.NORMAL),
                attribute(dark ? 0x8FA39A : 0x5C6F66, SWT.ITALIC),
                attribute(dark ? 0x7FCBA8 : 0x00664A, SWT.NORMAL),
                attribute(dark ? 0xE5A6CC : 0x8A3D6E, SWT.NORMAL),
                attribute(dark ? 0x9AA0A6 : 0x70757A, SWT.NORMAL));
    }

    private static TextAttribute attribute(int rgb, int style) {
        return new TextAttribute(new Color(rgb >> 16, rgb >> 8 & 0xFF, rgb & 0xFF), null, style);
    }
}
