package org.wirelathe.ui.topology.paint;

/**
 * Draws into pixels, {@code 0xRRGGBB} row by row. Everything is clipped. Dots are blended by masks that were made
 * once for sixteen positions within a pixel, so that they glide and do not hop.
 */
final class Raster {
    private static final int STEPS = 4;
    private static final int SAMPLES = 8;

    private final int[] pixels;
    private final int width;
    private final int height;

    Raster(int[] pixels, int width, int height) {
        this.pixels = pixels;
        this.width = width;
        this.height = height;
    }

    /** How much of each pixel a dot covers, 0 to 256, for every position within a pixel. */
    static final class Dot {
        private final int size;
        private final int[][] masks = new int[STEPS * STEPS][];

        /** @param radius in pixels */
        Dot(double radius) {
            size = (int) Math.ceil(2 * radius) + 2;
            for (int step = 0; step < masks.length; step++) {
                masks[step] = mask(radius, (step % STEPS + 0.5) / STEPS, (step / STEPS + 0.5) / STEPS);
            }
        }

        private int[] mask(double radius, double offsetX, double offsetY) {
            int[] mask = new int[size * size];
            double centreX = size / 2 + offsetX;
            double centreY = size / 2 + offsetY;
            for (int y = 0; y < size; y++) {
                for (int x = 0; x < size; x++) {
                    mask[y * size + x] = covered(x - centreX, y - centreY, radius * radius);
                }
            }
            return mask;
        }

        private static int covered(double left, double top, double square) {
            int inside = 0;
            for (int i = 0; i < SAMPLES * SAMPLES; i++) {
                double x = left + (i % SAMPLES + 0.5) / SAMPLES;
                double y = top + (i / SAMPLES + 0.5) / SAMPLES;
                inside += x * x + y * y <= square ? 1 : 0;
            }
            return inside * 256 / (SAMPLES * SAMPLES);
        }
    }

    /** A dot round that point. */
    void dot(Dot dot, double x, double y, int rgb) {
        int wholeX = (int) Math.floor(x);
        int wholeY = (int) Math.floor(y);
        int step = (int) ((x - wholeX) * STEPS) + STEPS * (int) ((y - wholeY) * STEPS);
        int[] mask = dot.masks[step];
        int left = wholeX - dot.size / 2;
        int top = wholeY - dot.size / 2;
        int firstX = Math.max(0, -left);
        int lastX = Math.min(dot.size, width - left);
        int lastY = Math.min(dot.size, height - top);
        for (int row = Math.max(0, -top); row < lastY; row++) {
            int to = (top + row) * width + left;
            for (int column = firstX; column < lastX; column++) {
                int share = mask[row * dot.size + column];
                if (share != 0) {
                    pixels[to + column] = share == 256 ? rgb : blend(pixels[to + column], rgb, share);
                }
            }
        }
    }

    /** Every pixel whose centre is within {@code reach} of the line from a to b. */
    void bar(double ax, double ay, double bx, double by, double reach, int rgb, int share) {
        double dx = bx - ax;
        double dy = by - ay;
        double square = dx * dx + dy * dy;
        int top = Math.max(0, (int) Math.floor(Math.min(ay, by) - reach));
        int bottom = Math.min(height - 1, (int) Math.ceil(Math.max(ay, by) + reach));
        int left = Math.max(0, (int) Math.floor(Math.min(ax, bx) - reach));
        int right = Math.min(width - 1, (int) Math.ceil(Math.max(ax, bx) + reach));
        for (int y = top; y <= bottom; y++) {
            for (int x = left; x <= right; x++) {
                double px = x + 0.5 - ax;
                double py = y + 0.5 - ay;
                double along = square == 0 ? 0 : Math.clamp((px * dx + py * dy) / square, 0, 1);
                double away = Math.hypot(px - along * dx, py - along * dy);
                int covered = (int) (Math.clamp(reach - away + 0.5, 0, 1) * share);
                if (covered > 0) {
                    pixels[y * width + x] = blend(pixels[y * width + x], rgb, covered);
                }
            }
        }
    }

    /** A circle's line. */
    void ring(double x, double y, double radius, double thickness, int rgb, int share) {
        int top = Math.max(0, (int) Math.floor(y - radius - thickness));
        int bottom = Math.min(height - 1, (int) Math.ceil(y + radius + thickness));
        int left = Math.max(0, (int) Math.floor(x - radius - thickness));
        int right = Math.min(width - 1, (int) Math.ceil(x + radius + thickness));
        for (int row = top; row <= bottom; row++) {
            for (int column = left; column <= right; column++) {
                double away = Math.abs(Math.hypot(column + 0.5 - x, row + 0.5 - y) - radius);
                int covered = (int) (Math.clamp(thickness / 2 - away + 0.5, 0, 1) * share);
                if (covered > 0) {
                    int at = row * width + column;
                    pixels[at] = blend(pixels[at], rgb, covered);
                }
            }
        }
    }

    /** {@code share} of 256 of {@code over}, the rest of {@code under}. */
    static int blend(int under, int over, int share) {
        int rest = 256 - share;
        int redBlue = (over & 0xFF00FF) * share + (under & 0xFF00FF) * rest >>> 8 & 0xFF00FF;
        int green = (over & 0x00FF00) * share + (under & 0x00FF00) * rest >>> 8 & 0x00FF00;
        return redBlue | green;
    }
}
