package org.wirelathe.lab.internal.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.wirelathe.lab.Series.Points;

class CurvePathTest {
    private static final int WIDTH = 100;
    private static final int HEIGHT = 50;

    /** 1 px is 10 ns, and 2 of the value. */
    private static final Axis TIME = new Axis(Quantity.TIME, 1000, 100, 0);
    private static final Axis VALUE = new Axis(Quantity.COUNT, 100, 10, 0);

    @Test
    void pointsFarApartAreDrawnAsTheyAre() {
        assertEquals("M0,50 10,25 100,0", path(new long[] {0, 100, 1000}, new long[] {0, 50, 100}));
        assertEquals("M0,50", path(new long[] {0}, new long[] {0}));
        assertEquals("", path(new long[0], new long[0]));
    }

    @Test
    void ofOneColumnFirstLeastGreatestAndLastAreDrawn() {
        // Column 2 is 20 to 29 ns: 40 first, then 100 the greatest, 20 the least, 60 last; 30 and 50 are left out.
        assertEquals("M2,30 2.2,0 2.5,40 2.8,20", path(new long[] {20, 21, 22, 23, 25, 28},
                new long[] {40, 50, 100, 30, 20, 60}));
    }

    @Test
    void aLevelStretchHasTwoEnds() {
        assertEquals("M0,40 30,40 40,30 50,30", path(new long[] {0, 100, 200, 300, 400, 500},
                new long[] {20, 20, 20, 20, 40, 40}));
    }

    @Test
    void manyPointsBecomeFewAndStayInOrderOfTime() {
        long[] times = new long[4096];
        long[] values = new long[4096];
        for (int i = 0; i < times.length; i++) {
            times[i] = i * 1000L / times.length;
            values[i] = i * 7919L % 101;
        }
        String[] points = path(times, values).substring(1).split(" ");
        assertTrue(points.length > WIDTH && points.length <= 4 * WIDTH, points.length + " points");
        double last = -1;
        boolean top = false;
        boolean bottom = false;
        for (String point : points) {
            double x = Double.parseDouble(point.substring(0, point.indexOf(',')));
            assertTrue(x >= last, point);
            last = x;
            top |= point.endsWith(",0");
            bottom |= point.endsWith(",50");
        }
        assertTrue(top && bottom, "no extreme is lost");
    }

    private static String path(long[] times, long[] values) {
        Markup out = new Markup();
        CurvePath.append(out, new Points(times, values), TIME, VALUE, WIDTH, HEIGHT);
        return out.toString();
    }
}
