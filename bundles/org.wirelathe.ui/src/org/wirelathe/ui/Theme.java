package org.wirelathe.ui;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.widgets.Control;

/** What colours mean, on light paper and on dark. Told apart also by people who see few colours. */
public final class Theme {
    private static final int[] LIGHT = {0x0072B2, 0xD55E00, 0x007A5A, 0xB6578F, 0xB07C00, 0x3C8FC0, 0x555555};
    private static final int[] DARK = {0x56B4E9, 0xFF9A57, 0x3CCB9F, 0xE39BC4, 0xF0C24B, 0x8FD0F5, 0xBBBBBB};

    private Theme() {
    }

    public static boolean isDark(Color background) {
        return 0.299 * background.getRed() + 0.587 * background.getGreen() + 0.114 * background.getBlue() < 110;
    }

    /** The colour of the n-th curve on that background. */
    public static Color curve(int n, Color background) {
        int[] colours = isDark(background) ? DARK : LIGHT;
        return rgb(colours[Math.floorMod(n, colours.length)]);
    }

    public static Color error(Color background) {
        return rgb(isDark(background) ? 0xFF8A70 : 0xB3261E);
    }

    public static Color warning(Color background) {
        return rgb(isDark(background) ? 0xF0C24B : 0x8A6100);
    }

    /** Runs {@code dress} soon, and again whenever a theme gives the control another background. */
    public static void follow(Control control, Runnable dress) {
        Color[] known = new Color[1];
        control.addListener(SWT.Paint, e -> {
            if (!control.getBackground().equals(known[0])) {
                known[0] = control.getBackground();
                control.getDisplay().asyncExec(() -> {
                    if (!control.isDisposed()) {
                        dress.run();
                    }
                });
            }
        });
    }

    /** {@code share} of the first colour, the rest of the second. */
    public static Color mix(Color first, Color second, double share) {
        return new Color(
                part(first.getRed(), second.getRed(), share),
                part(first.getGreen(), second.getGreen(), share),
                part(first.getBlue(), second.getBlue(), share));
    }

    private static int part(int first, int second, double share) {
        return (int) Math.round(first * share + second * (1 - share));
    }

    private static Color rgb(int packed) {
        return new Color(packed >> 16, packed >> 8 & 0xFF, packed & 0xFF);
    }
}
