package org.wirelathe.ui.topology.paint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class RasterTest {
    private static final int WIDTH = 40;
    private static final int HEIGHT = 30;
    private static final int WHITE = 0xFFFFFF;

    private final int[] pixels = new int[WIDTH * HEIGHT];
    private final Raster raster = new Raster(pixels, WIDTH, HEIGHT);

    private int at(int x, int y) {
        return pixels[y * WIDTH + x];
    }

    /** How many whole pixels are covered, in all. */
    private double covered() {
        return Arrays.stream(pixels).map(p -> p & 0xFF).sum() / 255.0;
    }

    @Test
    void blendIsExactAtBothEnds() {
        assertEquals(0x123456, Raster.blend(0x123456, 0xABCDEF, 0));
        assertEquals(0xABCDEF, Raster.blend(0x123456, 0xABCDEF, 256));
        assertEquals(0x7F7F7F, Raster.blend(0x000000, 0xFFFFFF, 128));
        assertEquals(0x7F007F, Raster.blend(0x0000FF, 0xFF0000, 128), "channels do not spill");
    }

    @Test
    void dotCoversItsArea() {
        raster.dot(new Raster.Dot(3), 20.5, 15.5, WHITE);
        assertEquals(Math.PI * 9, covered(), 0.6);
        assertEquals(WHITE, at(20, 15));
        assertEquals(0, at(25, 15));
    }

    @Test
    void dotGlidesByQuartersOfAPixel() {
        raster.dot(new Raster.Dot(3), 20.1, 15.1, WHITE);
        int[] before = pixels.clone();
        Arrays.fill(pixels, 0);
        raster.dot(new Raster.Dot(3), 20.4, 15.1, WHITE);
        assertTrue(!Arrays.equals(before, pixels));
        assertEquals(Math.PI * 9, covered(), 0.6);
    }

    @Test
    void dotsAreClippedOnEverySide() {
        Raster.Dot dot = new Raster.Dot(3);
        for (double[] p : new double[][] {{-1, 15}, {40.5, 15}, {20, -1.5}, {20, 30.5}, {-50, -50}, {400, 400}}) {
            raster.dot(dot, p[0], p[1], WHITE);
        }
        assertTrue(covered() > 0);
        assertEquals(0, at(20, 15));
    }

    @Test
    void barReachesFromEndToEnd() {
        raster.bar(10, 15, 30, 15, 2, WHITE, 256);
        assertEquals(WHITE, at(20, 15));
        assertEquals(0, at(20, 19));
        assertEquals(20 * 4 + Math.PI * 4, covered(), 1.5);
    }

    @Test
    void ringIsHollow() {
        raster.ring(20, 15, 8, 2, WHITE, 256);
        assertEquals(0, at(20, 15));
        assertEquals(WHITE, at(27, 15) & WHITE);
        assertEquals(2 * Math.PI * 8 * 2, covered(), 4);
    }

    @Test
    void barsAndRingsAreClipped() {
        raster.bar(-30, -30, 90, 90, 3, WHITE, 256);
        raster.ring(0, 0, 60, 3, WHITE, 256);
        assertTrue(covered() > 0);
    }
}
