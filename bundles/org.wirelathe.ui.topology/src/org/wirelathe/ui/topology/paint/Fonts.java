package org.wirelathe.ui.topology.paint;

import java.util.HashMap;
import java.util.Map;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Device;
import org.eclipse.swt.graphics.Font;
import org.eclipse.swt.graphics.FontData;

/** The widget's own font in the sizes that zooming needs. */
final class Fonts {
    private static final int LEAST = 6;
    private static final int MOST = 22;

    private final Device device;
    private final FontData base;
    private final Map<Integer, Font> made = new HashMap<>();

    Fonts(Device device, Font widgetFont) {
        this.device = device;
        this.base = widgetFont.getFontData()[0];
    }

    /** Names. */
    Font name(double zoom) {
        return get(base.getHeight() * zoom * 0.95, SWT.BOLD);
    }

    /** Everything else. */
    Font detail(double zoom) {
        return get(base.getHeight() * zoom * 0.82, SWT.NORMAL);
    }

    private Font get(double height, int style) {
        int whole = Math.clamp(Math.round(height), LEAST, MOST);
        return made.computeIfAbsent(
                whole << 2 | style, k -> new Font(device, new FontData(base.getName(), whole, style)));
    }

    void dispose() {
        made.values().forEach(Font::dispose);
        made.clear();
    }
}
