package org.wirelathe.ui.view;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.eclipse.swt.SWT;
import org.eclipse.swt.program.Program;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Link;
import org.eclipse.swt.widgets.ProgressBar;
import org.wirelathe.lab.LabRun;
import org.wirelathe.lab.RunResult;
import org.wirelathe.lab.Snapshot;
import org.wirelathe.lab.Step;
import org.wirelathe.lab.Watch;
import org.wirelathe.ui.Icons;
import org.wirelathe.ui.Services;
import org.wirelathe.ui.editor.LabEditor;
import org.wirelathe.ui.run.Figures;
import org.wirelathe.ui.run.RunController;
import org.wirelathe.ui.run.RunWatcher;

/** Starts, paces and stops the run, shows its connections, and swaps their congestion control. */
public class RunView extends LabView {
    public static final String ID = "org.wirelathe.ui.run";

    private static final int STEPS = 1000;

    /** Least time between two updates of text and table, ns: eyes do not read faster. */
    private static final long PAUSE = 100_000_000;

    private Button run;
    private Button pause;
    private Button step;
    private Button pauseWhen;
    private Button stop;
    private Combo speed;
    private Link pauses;
    private Link state;
    private ProgressBar progress;
    private FlowTable flows;
    private SwapBar swap;
    private long updated;
    private final Runnable plugInsChanged = () -> swap.algorithms(Services.algorithms());

    private final RunWatcher watcher = new RunWatcher() {
        @Override
        public void stateChanged() {
            update();
        }

        @Override
        public void moved(Snapshot snapshot) {
            long now = System.nanoTime();
            if (now - updated >= PAUSE || !editor().runs().isRunning()) {
                updated = now;
                update();
            }
        }
    };

    @Override
    protected void createContents(Composite parent) {
        GridLayout layout = new GridLayout();
        layout.marginWidth = 8;
        layout.marginHeight = 8;
        parent.setLayout(layout);
        buttons(parent);
        pauses = new Link(parent, SWT.NONE);
        pauses.setData("id", "run.pauses");
        pauses.setToolTipText("See and change what the run stands still for");
        pauses.addListener(SWT.Selection, e -> PauseDialog.open(editor()));
        pauses.setLayoutData(new GridData(SWT.FILL, SWT.TOP, true, false));
        state = new Link(parent, SWT.NONE);
        state.setData("id", "run.state");
        state.addListener(SWT.Selection, e -> Program.launch(e.text));
        state.setLayoutData(new GridData(SWT.FILL, SWT.TOP, true, false));
        progress = new ProgressBar(parent, SWT.SMOOTH);
        progress.setMaximum(STEPS);
        progress.setLayoutData(new GridData(SWT.FILL, SWT.TOP, true, false));
        flows = new FlowTable(parent);
        swap = new SwapBar(parent, flows, (scope, algorithm) -> editor().runs().swap(scope, algorithm));
        swap.algorithms(Services.algorithms());
        Services.addLabsListener(plugInsChanged);
    }

    private void buttons(Composite parent) {
        Composite row = new Composite(parent, SWT.NONE);
        GridLayout layout = new GridLayout(7, false);
        layout.marginWidth = 0;
        layout.marginHeight = 0;
        row.setLayout(layout);
        row.setLayoutData(new GridData(SWT.FILL, SWT.TOP, true, false));
        run = button(row, "run", Icons.RUN, "Run the lab, or go on (F8)", () -> runs().start());
        pause = button(row, "pause", Icons.PAUSE, "Stand still (F9)", () -> runs().pause());
        step = button(row, "step", Icons.STEP, "Handle one event (F6); until a frame has crossed a cable: Shift+F6; 1 ms: Ctrl+F6",
                () -> runs().step(new Step.Event()));
        pauseWhen = button(row, "pauseWhen", Icons.PAUSE_WHEN, "Stand still when something comes (Shift+F9)",
                () -> PauseDialog.open(editor()));
        stop = button(row, "stop", Icons.STOP, "End the run (Ctrl+F2)", () -> runs().stop());
        Label label = new Label(row, SWT.NONE);
        label.setText("Speed");
        GridData labelData = new GridData(SWT.RIGHT, SWT.CENTER, true, false);
        labelData.horizontalIndent = 8;
        label.setLayoutData(labelData);
        speed = new Combo(row, SWT.READ_ONLY);
        speed.setData("id", "run.speed");
        SpeedChoice.ALL.forEach(choice -> speed.add(choice.title()));
        speed.select(0);
        speed.addListener(SWT.Selection, e -> {
            if (editor() != null) {
                runs().setSpeed(SpeedChoice.ALL.get(speed.getSelectionIndex()).speed());
            }
        });
    }

    private Button button(Composite row, String id, String icon, String tip, Runnable action) {
        Button button = new Button(row, SWT.PUSH);
        button.setData("id", "run." + id);
        button.setImage(Icons.image(icon));
        button.setToolTipText(tip);
        button.getAccessible().addAccessibleListener(new AccessibleName(tip));
        button.addListener(SWT.Selection, e -> action.run());
        return button;
    }

    private RunController runs() {
        return editor().runs();
    }

    private void update() {
        if (state.isDisposed()) {
            return;
        }
        boolean open = editor() != null;
        boolean alive = open && runs().isAlive();
        boolean running = open && runs().isRunning();
        boolean ready = open && !runs().isPreparing() && (alive || runs().obstacle().isEmpty());
        run.setEnabled(ready && !running);
        pause.setEnabled(running);
        step.setEnabled(ready && !running);
        pauseWhen.setEnabled(open);
        stop.setEnabled(alive);
        speed.setEnabled(open);
        String text = open ? describe() : "Open a lab to run it.";
        String waiting = open ? waiting() : "";
        if (!text.equals(state.getText()) || !waiting.equals(pauses.getText())) {
            state.setText(text);
            pauses.setText(waiting);
            pauses.setVisible(!waiting.isEmpty());
            ((GridData) pauses.getLayoutData()).exclude = waiting.isEmpty();
            state.getParent().layout();
        }
        progress.setSelection(open ? runs().run().map(RunView::share).orElse(0) : 0);
        flows.show(open ? runs().latest().orElse(null) : null, open ? runs().run().orElse(null) : null);
        swap.enable(alive);
    }

    private String waiting() {
        List<Watch> all = runs().pauses().all();
        return all.isEmpty() ? ""
                : "<a>Pauses when</a>  " + all.stream().map(Watch::toString).collect(Collectors.joining("  \u00b7  "));
    }

    private static int share(LabRun run) {
        if (run.result().map(r -> r.ending() == RunResult.Ending.DONE).orElse(false)) {
            return STEPS;
        }
        return (int) Math.clamp((double) run.time() / run.lab().run().until() * STEPS, 0, STEPS);
    }

    private String describe() {
        RunController runs = runs();
        LabRun current = runs.run().orElse(null);
        if (runs.isPreparing()) {
            return "Getting ready\u2026";
        }
        if (!runs.failure().isEmpty()) {
            return "Not started: " + runs.failure();
        }
        if (current == null || !runs.isAlive() && !runs.obstacle().isEmpty()) {
            return runs.obstacle().isEmpty() ? "Ready to run." : runs.obstacle();
        }
        String time = Figures.time(current.time()) + " of " + Figures.time(current.lab().run().until());
        return switch (current.state()) {
            case PREPARED -> "Ready at " + time;
            case RUNNING -> "Running, " + time + events(runs);
            case PAUSED -> "Standing still at " + time + events(runs)
                    + (runs.pauses().reason().isEmpty() ? "" : "\n" + runs.pauses().reason());
            case ENDED, FAILED -> current.result().map(RunView::ended).orElse("Writing the results\u2026");
        };
    }

    private static String events(RunController runs) {
        return runs.latest().map(s -> String.format(Locale.ROOT, ", %,d events", s.events())).orElse("");
    }

    private static String ended(RunResult result) {
        String how = switch (result.ending()) {
            case DONE -> "Done at ";
            case UNTIL -> "Time limit reached at ";
            case STOPPED -> "Stopped at ";
            case FAILED -> "Broke off at ";
        };
        String verdict = result.ok() ? "" : result.failure().map(f -> ": " + f)
                .orElse("; not everything worked out: see Console");
        String links = result.folder().map(RunView::links).orElse("");
        return how + Figures.time(result.virtualTime()) + verdict + links;
    }

    private static String links(Path folder) {
        Path report = folder.resolve("report.html");
        String first = Files.exists(report) ? "   <a href=\"" + report + "\">Report</a>" : "";
        return first + "   <a href=\"" + folder + "\">Results</a>";
    }

    @Override
    protected void attached(LabEditor newEditor) {
        newEditor.runs().addWatcher(watcher);
        speed.select(SpeedChoice.indexOf(newEditor.runs().speed()));
        update();
    }

    @Override
    protected void detaching(LabEditor oldEditor) {
        oldEditor.runs().removeWatcher(watcher);
    }

    @Override
    protected void detached() {
        update();
    }

    @Override
    public void setFocus() {
        run.setFocus();
    }

    @Override
    public void dispose() {
        Services.removeLabsListener(plugInsChanged);
        super.dispose();
    }
}
