package org.wirelathe.ui.view;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.SashForm;
import org.eclipse.swt.custom.StackLayout;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.wirelathe.api.transport.ConnectionReport;
import org.wirelathe.lab.JournalEntry;
import org.wirelathe.lab.LabRun;
import org.wirelathe.lab.Snapshot;
import org.wirelathe.ui.Theme;
import org.wirelathe.ui.chart.Curve;
import org.wirelathe.ui.chart.Plot;
import org.wirelathe.ui.chart.RunCurves;
import org.wirelathe.ui.chart.TimeWindow;
import org.wirelathe.ui.editor.LabEditor;
import org.wirelathe.ui.run.RunWatcher;

/** Congestion window and round-trip time of the run's connections, as they come. */
public class ChartView extends LabView {
    public static final String ID = "org.wirelathe.ui.chart";

    /** Least time between two drawings of a run that goes on, ns. */
    private static final long PAUSE = 150_000_000;

    private static final double KIB = 1024;
    private static final double MS = 1e6;

    private final TimeWindow window = new TimeWindow();
    private StackLayout stack;
    private Label hint;
    private SashForm sash;
    private Plot cwnd;
    private Plot rtt;
    private FlowLegend legend;
    private RunCurves curves;
    private final List<Plot.Mark> marks = new ArrayList<>();
    private final Set<String> senders = new HashSet<>();
    private long drawn;

    private final RunWatcher watcher = new RunWatcher() {
        @Override
        public void moved(Snapshot snapshot) {
            note(snapshot);
            long now = System.nanoTime();
            if (now - drawn >= PAUSE || !editor().runs().isRunning()) {
                drawn = now;
                draw();
            }
        }

        @Override
        public void journalled(List<JournalEntry> entries) {
            renew();
            marks.addAll(RunCurves.marks(entries));
        }

        @Override
        public void stateChanged() {
            draw();
        }
    };

    @Override
    protected void createContents(Composite parent) {
        stack = new StackLayout();
        parent.setLayout(stack);
        hint = new Label(parent, SWT.CENTER | SWT.WRAP);
        hint.setText("\n\nRun the lab, and the congestion window and round-trip time of each connection appear here.");
        sash = new SashForm(parent, SWT.HORIZONTAL);
        sash.setData("id", "chart");
        stack.topControl = hint;
        Composite plots = new Composite(sash, SWT.NONE);
        plots.setLayout(new FillLayout(SWT.VERTICAL));
        cwnd = new Plot(plots, "cwnd, KiB", window, this::draw);
        rtt = new Plot(plots, "RTT, ms", window, this::draw);
        cwnd.widget().setData("id", "chart.cwnd");
        rtt.widget().setData("id", "chart.rtt");
        legend = new FlowLegend(sash, this::draw);
        sash.setWeights(80, 20);
        plots.addListener(SWT.Resize, e -> plots.getDisplay().asyncExec(this::draw));
        colour();
        Theme.follow(legend.widget(), this::colour);
    }

    private void colour() {
        Color background = legend.widget().getBackground();
        Color foreground = legend.widget().getForeground();
        cwnd.colour(background, foreground);
        rtt.colour(background, foreground);
        legend.recolour();
        draw();
    }

    private void note(Snapshot snapshot) {
        renew();
        snapshot.flows().forEach(flow -> note(flow.node(), flow.report()));
    }

    private void note(String node, ConnectionReport report) {
        if (report.dataSegments() > 0) {
            senders.add(node + " " + report.local() + ">" + report.remote());
        }
    }

    /** Another run has begun: what the last one left behind goes. */
    private void renew() {
        LabRun run = editor() == null ? null : editor().runs().run().orElse(null);
        if (run == null) {
            curves = null;
        } else if (curves == null || curves.run() != run) {
            curves = new RunCurves(run);
            marks.clear();
            marks.addAll(RunCurves.marks(run.journal(0)));
            senders.clear();
            window.showAll();
        }
    }

    private void draw() {
        if (legend == null || legend.widget().isDisposed()) {
            return;
        }
        renew();
        Control top = curves == null ? hint : sash;
        if (stack.topControl != top) {
            stack.topControl = top;
            sash.getParent().layout();
        }
        if (curves == null) {
            return;
        }
        window.runIsAt(curves.run().time());
        curves.run().result().ifPresent(
                result -> result.flows().forEach(flow -> note(flow.node(), flow.report())));
        List<RunCurves.Flow> flows = curves.flows().stream().filter(this::sends).toList();
        legend.show(flows);
        Map<String, Color> colours = new HashMap<>();
        Map<String, Curve> windows = new LinkedHashMap<>();
        Map<String, Curve> times = new LinkedHashMap<>();
        for (int i = 0; i < flows.size(); i++) {
            RunCurves.Flow flow = flows.get(i);
            if (legend.isShown(flow.key())) {
                colours.put(flow.key(), Theme.curve(i, legend.widget().getBackground()));
                windows.put(flow.key(), curves.curve(flow, "cwnd", KIB, window, cwnd.columns()));
                times.put(flow.key(), curves.curve(flow, "srtt", MS, window, rtt.columns()));
            }
        }
        cwnd.show(windows, colours, marks);
        rtt.show(times, colours, marks);
    }

    /** An end that only receives has a congestion window that never moves: nothing to look at. */
    private boolean sends(RunCurves.Flow flow) {
        return senders.contains(flow.key());
    }

    @Override
    protected void attached(LabEditor newEditor) {
        newEditor.runs().addWatcher(watcher);
        newEditor.runs().latest().ifPresent(this::note);
        draw();
    }

    @Override
    protected void detaching(LabEditor oldEditor) {
        oldEditor.runs().removeWatcher(watcher);
    }

    @Override
    protected void detached() {
        draw();
    }

    @Override
    public void setFocus() {
        legend.widget().setFocus();
    }
}
