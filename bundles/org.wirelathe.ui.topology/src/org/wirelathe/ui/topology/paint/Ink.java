package org.wirelathe.ui.topology.paint;

import org.eclipse.swt.graphics.Color;

/**
 * The colours of the canvas. Paper and ink are the theme's; the accents are those of Okabe and Ito, which people who
 * see few colours can tell apart, in a lighter cut on dark paper.
 */
public record Ink(
        Color paper,
        Color ink,
        Color muted,
        Color grid,
        Color cable,
        Color host,
        Color hostFill,
        Color router,
        Color routerFill,
        Color select,
        Color data,
        Color ack,
        Color other,
        Color drop,
        Color capture) {
    /** Colours that go with the theme's background and foreground. */
    public static Ink on(Color background, Color foreground) {
        boolean dark = luminance(background) < 110;
        Color host = dark ? rgb(0x56B4E9) : rgb(0x0072B2);
        Color router = dark ? rgb(0x2FC79B) : rgb(0x00805D);
        return new Ink(
                background,
                foreground,
                mix(foreground, background, 0.62),
                mix(foreground, background, dark ? 0.13 : 0.10),
                mix(foreground, background, dark ? 0.55 : 0.50),
                host,
                mix(host, background, dark ? 0.20 : 0.10),
                router,
                mix(router, background, dark ? 0.20 : 0.10),
                dark ? rgb(0xF0C24B) : rgb(0xB35900),
                dark ? rgb(0x56B4E9) : rgb(0x0072B2),
                dark ? rgb(0xF0B429) : rgb(0xE08A00),
                dark ? rgb(0xE39BC4) : rgb(0xB6578F),
                dark ? rgb(0xFF8A4C) : rgb(0xD55E00),
                dark ? rgb(0xE39BC4) : rgb(0xB6578F));
    }

    /** {@code share} of the first colour, the rest of the second. */
    public static Color mix(Color first, Color second, double share) {
        return new Color(
                part(first.getRed(), second.getRed(), share),
                part(first.getGreen(), second.getGreen(), share),
                part(first.getBlue(), second.getBlue(), share));
    }

    /** {@code 0xRRGGBB}. */
    public static int pack(Color color) {
        return color.getRed() << 16 | color.getGreen() << 8 | color.getBlue();
    }

    /** How bright a colour looks, 0 to 255. */
    public static double luminance(Color color) {
        return 0.299 * color.getRed() + 0.587 * color.getGreen() + 0.114 * color.getBlue();
    }

    private static int part(int first, int second, double share) {
        return (int) Math.round(first * share + second * (1 - share));
    }

    private static Color rgb(int packed) {
        return new Color(packed >> 16, packed >> 8 & 0xFF, packed & 0xFF);
    }
}
