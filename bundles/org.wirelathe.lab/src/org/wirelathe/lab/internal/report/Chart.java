package org.wirelathe.lab.internal.report;

import java.util.List;
import org.wirelathe.lab.Series.Points;
import org.wirelathe.lab.internal.record.Seconds;

/**
 * Curves over the time of the run: a drawing, and a legend that shows the values under the pointer.
 *
 * @param id of the drawing's parts, unique on the page
 * @param title what is drawn
 * @param hint how to read it; may be empty
 * @param quantity what the values are
 * @param entries what the legend lists
 */
record Chart(String id, String title, String hint, Quantity quantity, List<Entry> entries) {
    static final int LEFT = 76;
    static final int WIDTH = 860;
    static final int WIDE = LEFT + WIDTH + 24;
    private static final int TOP = 20;
    private static final int HEIGHT = 150;
    private static final int TALL = TOP + HEIGHT + 24;
    private static final int MOST_ROWS = 5;
    private static final int MOST_COLUMNS = 12;

    /**
     * One subject.
     *
     * @param colour 0 to 7
     * @param lines its curves
     */
    record Entry(String name, int colour, List<Line> lines) {
    }

    /** One curve; a dashed one accompanies a solid one and does not stretch the axis much. */
    record Line(boolean dashed, Points points) {
        long greatest() {
            return points.size() == 0 ? 0 : points.values()[peak()];
        }

        int peak() {
            int peak = 0;
            for (int i = 1; i < points.size(); i++) {
                peak = points.values()[i] > points.values()[peak] ? i : peak;
            }
            return peak;
        }
    }

    /** The axis of time for a run of that length. */
    static Axis time(long end) {
        return Axis.within(end, MOST_COLUMNS, Quantity.TIME);
    }

    void append(Markup page, Axis time, Marks marks) {
        Axis values = Axis.over(greatest(), MOST_ROWS, quantity);
        page.tags("<figure class=\"chart\" data-end=\"").number(time.end()).tags("\" data-top=\"").number(values.end())
                .tags("\" data-height=\"").number(HEIGHT).tags("\" data-quantity=\"").tags(quantity.name())
                .tags("\">\n<figcaption><h3>").text(title).tags("</h3> <span>").text(hint)
                .tags("</span></figcaption>\n<div class=\"plot\"><svg viewBox=\"0 0 ").number(WIDE).tags(" ")
                .number(TALL).tags("\" role=\"img\" aria-labelledby=\"")
                .tags(id).tags("-t ").tags(id).tags("-d\">\n<title id=\"")
                .tags(id).tags("-t\">").text(title).tags("</title>\n<desc id=\"").tags(id).tags("-d\">");
        describe(page);
        page.tags("</desc>\n<clipPath id=\"").tags(id).tags("-c\"><rect y=\"-2\" width=\"").number(WIDTH)
                .tags("\" height=\"").number(HEIGHT + 4).tags("\"/></clipPath>\n<g transform=\"translate(").number(LEFT)
                .tags(",").number(TOP).tags(")\">\n");
        grid(page, time, values);
        marks.append(page, HEIGHT);
        page.tags("<g clip-path=\"url(#").tags(id).tags("-c)\">\n");
        lines(page, time, values);
        page.tags("</g></g></svg></div>\n");
        legend(page);
        page.tags("</figure>\n");
    }

    private long greatest() {
        long solid = 0;
        long dashed = 0;
        for (Entry entry : entries) {
            for (Line line : entry.lines()) {
                solid = Math.max(solid, line.dashed() ? 0 : line.greatest());
                dashed = Math.max(dashed, line.dashed() ? line.greatest() : 0);
            }
        }
        // What a plug-in calls its threshold may be endless; the window is what one wants to see.
        return Math.max(solid, dashed / 2 > solid ? solid + solid / 4 : dashed);
    }

    private void describe(Markup page) {
        for (Entry entry : entries) {
            Line line = entry.lines().getFirst();
            if (line.points().size() > 0) {
                page.text(entry.name()).tags(": at most ").text(quantity.text(line.greatest())).tags(", at ")
                        .text(Seconds.text(line.points().times()[line.peak()])).tags(" s. ");
            }
        }
    }

    private void grid(Markup page, Axis time, Axis values) {
        page.tags("<path class=\"grid\" d=\"");
        for (int i = 0; i <= values.steps(); i++) {
            page.tags("M0,").tenths(y(values, i)).tags("H").number(WIDTH);
        }
        for (int i = 0; i <= time.steps(); i++) {
            page.tags("M").tenths(time.tenths(i * time.step(), WIDTH)).tags(",0V").number(HEIGHT);
        }
        page.tags("\"/>\n<path class=\"axis\" d=\"M0,0V").number(HEIGHT).tags("H").number(WIDTH)
                .tags("\"/>\n<g class=\"rows\">");
        for (int i = 0; i <= values.steps(); i++) {
            page.tags("<text x=\"-8\" y=\"").tenths(y(values, i) + 40).tags("\">").tags(values.label(i))
                    .tags("</text>");
        }
        page.tags("</g>\n<g class=\"columns\">");
        for (int i = 0; i <= time.steps(); i++) {
            page.tags("<text x=\"").tenths(time.tenths(i * time.step(), WIDTH)).tags("\" y=\"").number(HEIGHT + 17)
                    .tags("\">").tags(time.label(i)).tags("</text>");
        }
        page.tags("</g>\n");
    }

    private static long y(Axis values, int step) {
        return 10L * HEIGHT - values.tenths(step * values.step(), HEIGHT);
    }

    private void lines(Markup page, Axis time, Axis values) {
        for (int i = entries.size() - 1; i >= 0; i--) { // the first on top
            for (Line line : entries.get(i).lines().reversed()) {
                page.tags("<path class=\"line c").number(entries.get(i).colour()).tags(line.dashed() ? " dashed" : "")
                        .tags("\" data-entry=\"").number(i).tags("\" d=\"");
                CurvePath.append(page, line.points(), time, values, WIDTH, HEIGHT);
                page.tags("\"/>\n");
            }
        }
    }

    private void legend(Markup page) {
        page.tags("<ul class=\"legend\">");
        for (Entry entry : entries) {
            page.tags("<li>");
            swatch(page, entry.colour());
            page.text(entry.name()).tags(" <output></output></li>");
        }
        page.tags("</ul>\n");
    }

    /** A piece of a line in that colour. */
    static void swatch(Markup page, int colour) {
        page.tags("<span class=\"swatch c").number(colour).tags("\"></span>");
    }
}
