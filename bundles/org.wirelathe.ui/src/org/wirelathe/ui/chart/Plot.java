package org.wirelathe.ui.chart;

import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.text.FieldPosition;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swtchart.Chart;
import org.eclipse.swtchart.IAxis;
import org.eclipse.swtchart.ICustomPaintListener;
import org.eclipse.swtchart.ILineSeries;
import org.eclipse.swtchart.ISeries;
import org.eclipse.swtchart.LineStyle;
import org.eclipse.swtchart.Range;
import org.eclipse.swt.events.PaintEvent;
import org.wirelathe.ui.Theme;

/** One chart: curves over virtual time. The wheel zooms time, a drag moves it, a double click shows all. */
public final class Plot {
    private static final double WHEEL = 0.85;
    /** Pixels up and down for each pixel to the right, from which on a curve is drawn thin. */
    private static final double BUSY = 2;

    private static final double HEADROOM = 1.12;

    /**
     * Something that happened at one moment.
     *
     * @param seconds of virtual time
     * @param text a word
     */
    public record Mark(double seconds, String text) {
    }

    private final Chart chart;
    private final TimeWindow window;
    private final Runnable moved;
    private List<Mark> marks = List.of();
    private int dragX = -1;

    /** @param moved runs after the user has moved or zoomed {@code window} */
    public Plot(Composite parent, String title, TimeWindow window, Runnable moved) {
        this.window = window;
        this.moved = moved;
        chart = new Chart(parent, SWT.NONE);
        chart.getTitle().setVisible(false);
        chart.getLegend().setVisible(false);
        IAxis x = chart.getAxisSet().getXAxis(0);
        x.getTitle().setVisible(false);
        x.getTick().setFormat(format("0.######' s'"));
        x.getTick().setTickMarkStepHint(80);
        IAxis y = chart.getAxisSet().getYAxis(0);
        y.getTitle().setText(title);
        y.getTitle().setFont(chart.getFont());
        y.getTick().setFormat(new Aligned());
        y.getTick().setTickMarkStepHint(36);
        y.getGrid().setStyle(LineStyle.SOLID);
        x.getGrid().setStyle(LineStyle.NONE);
        chart.getPlotArea().addCustomPaintListener(new Marks());
        listen();
    }

    private static DecimalFormat format(String pattern) {
        return new DecimalFormat(pattern, DecimalFormatSymbols.getInstance(Locale.ROOT));
    }

    /** Numbers that are all as wide, so that charts below each other begin at the same place. */
    private static final class Aligned extends DecimalFormat {
        private static final int WIDTH = 6;

        /** A blank as wide as a digit. */
        private static final String BLANK = "\u2007";

        Aligned() {
            super("#,##0.##", DecimalFormatSymbols.getInstance(Locale.ROOT));
        }

        @Override
        public StringBuffer format(double number, StringBuffer to, FieldPosition position) {
            StringBuffer digits = super.format(number, new StringBuffer(), position);
            return to.append(BLANK.repeat(Math.max(0, WIDTH - digits.length()))).append(digits);
        }
    }

    /** The widget. */
    public Chart widget() {
        return chart;
    }

    /** Pixels from edge to edge. */
    public int columns() {
        return Math.max(16, chart.getPlotArea().getSize().x);
    }

    /** Takes the colours of its surroundings. */
    public void colour(Color background, Color foreground) {
        Color muted = Theme.mix(foreground, background, 0.65);
        chart.setBackground(background);
        chart.getPlotArea().setBackground(background);
        for (IAxis axis : chart.getAxisSet().getAxes()) {
            axis.getTick().setForeground(muted);
            axis.getTitle().setForeground(muted);
            axis.getGrid().setForeground(Theme.mix(foreground, background, 0.12));
        }
    }

    /** Shows these curves, by an id that stays, each in its colour; and nothing else. */
    public void show(Map<String, Curve> curves, Map<String, Color> colours, List<Mark> newMarks) {
        marks = newMarks;
        chart.suspendUpdate(true);
        for (ISeries<?> series : chart.getSeriesSet().getSeries()) {
            if (!curves.containsKey(series.getId())) {
                chart.getSeriesSet().deleteSeries(series.getId());
            }
        }
        double most = 0;
        for (Map.Entry<String, Curve> entry : curves.entrySet()) {
            Curve curve = entry.getValue();
            if (curve.xs().length == 0) {
                continue;
            }
            ILineSeries<?> line = line(entry.getKey());
            // Where a curve goes up and down within a few pixels, a thick line is a blot.
            double pixels = curve.travel(curve.most()) * chart.getPlotArea().getSize().y;
            line.setLineWidth(pixels > BUSY * columns() ? 1 : 2);
            line.setLineColor(colours.get(entry.getKey()));
            line.setXSeries(curve.xs());
            line.setYSeries(curve.ys());
            most = Math.max(most, curve.most());
        }
        chart.getAxisSet().getXAxis(0).setRange(new Range(window.from() / 1e9, window.to() / 1e9));
        chart.getAxisSet().getYAxis(0).setRange(new Range(0, most > 0 ? most * HEADROOM : HEADROOM));
        chart.suspendUpdate(false);
        chart.redraw();
    }

    private ILineSeries<?> line(String id) {
        ISeries<?> known = chart.getSeriesSet().getSeries(id);
        if (known != null) {
            return (ILineSeries<?>) known;
        }
        ILineSeries<?> line = (ILineSeries<?>) chart.getSeriesSet().createSeries(ISeries.SeriesType.LINE, id);
        line.setSymbolType(ILineSeries.PlotSymbolType.NONE);
        line.setAntialias(SWT.ON);
        return line;
    }

    private void listen() {
        var area = chart.getPlotArea().getControl();
        area.addListener(SWT.MouseVerticalWheel, this::wheel);
        area.addListener(SWT.MouseDoubleClick, e -> {
            window.showAll();
            moved.run();
        });
        area.addListener(SWT.MouseDown, e -> dragX = e.button == 1 ? e.x : -1);
        area.addListener(SWT.MouseUp, e -> dragX = -1);
        area.addListener(SWT.MouseMove, e -> {
            if (dragX >= 0) {
                window.pan((dragX - e.x) * (double) (window.to() - window.from()) / columns());
                dragX = e.x;
                moved.run();
            }
        });
    }

    private void wheel(Event event) {
        double around = window.from() + (double) event.x / columns() * (window.to() - window.from());
        window.zoom(Math.pow(WHEEL, Math.clamp(event.count, -3, 3)), around);
        event.doit = false;
        moved.run();
    }

    /** Dashed lines where something happened. */
    private final class Marks implements ICustomPaintListener {
        @Override
        public boolean drawBehindSeries() {
            return true;
        }

        @Override
        public void paintControl(PaintEvent event) {
            Color foreground = chart.getAxisSet().getXAxis(0).getTick().getForeground();
            int height = chart.getPlotArea().getSize().y;
            event.gc.setForeground(foreground);
            event.gc.setLineStyle(SWT.LINE_DASH);
            for (Mark mark : marks) {
                int x = chart.getAxisSet().getXAxis(0).getPixelCoordinate(mark.seconds());
                if (x >= 0 && x <= columns()) {
                    event.gc.drawLine(x, 0, x, height);
                    event.gc.drawText(mark.text(), x + 4, 2, SWT.DRAW_TRANSPARENT);
                }
            }
            event.gc.setLineStyle(SWT.LINE_SOLID);
        }
    }
}
