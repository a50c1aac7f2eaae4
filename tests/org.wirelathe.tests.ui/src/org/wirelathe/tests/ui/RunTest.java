package org.wirelathe.tests.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Link;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swtchart.Chart;
import org.eclipse.swtchart.ISeries;
import org.junit.jupiter.api.Test;
import org.wirelathe.lab.LabRun;
import org.wirelathe.lab.RunState;
import org.wirelathe.lab.Watch;
import org.wirelathe.ui.Commands;
import org.wirelathe.ui.Services;
import org.wirelathe.ui.view.ChartView;
import org.wirelathe.ui.view.ConsoleView;
import org.wirelathe.ui.view.RunView;

/** Runs labs from the workbench, by the same service as the command line. */
class RunTest extends LabBench {
    /** How often a test looks whether a dialog is there, ms. */
    private static final int DIALOG_POLL = 50;

    private void openRunViews() throws Exception {
        page.showView(RunView.ID);
        page.showView(ChartView.ID);
        driver.until("the lab service is there", () -> Services.labs().isPresent());
        driver.settle();
    }

    private Button button(String id) {
        return driver.find(Button.class, id);
    }

    private String state() {
        return driver.find(Link.class, "run.state").getText();
    }

    private void awaitEnd() {
        driver.until(
                () -> "the run ends; " + state() + "\n" + log(),
                () -> editor.runs().run().map(r -> r.result().isPresent()).orElse(false) && log().contains("digest"));
    }

    private String log() {
        StringBuilder all = new StringBuilder();
        editor.runs().log().lines().forEach(line -> all.append(line.text()).append('\n'));
        return all.toString();
    }

    @Test
    void aLabRunsToItsEndWithCurvesConsoleAndResults() throws Exception {
        Path file = open(ROW);
        openRunViews();
        driver.until(() -> "a run can begin: " + state(), () -> button("run.run").isEnabled());
        driver.push(button("run.run"));
        awaitEnd();
        assertTrue(editor.runs().run().orElseThrow().result().orElseThrow().ok(), log());
        driver.until(this::state, () -> state().startsWith("Done at "));
        for (String id : new String[] {"chart.cwnd", "chart.rtt"}) {
            Chart chart = driver.find(Chart.class, id);
            driver.until("the curve is drawn in " + id, () -> chart.getSeriesSet().getSeries().length == 1);
            ISeries<?> curve = chart.getSeriesSet().getSeries()[0];
            assertTrue(curve.getYSeries().length > 10, "points: " + curve.getYSeries().length);
        }
        Table legend = driver.find(Table.class, "chart.legend");
        assertEquals("alice \u2192 bob:5001", legend.getItem(0).getText());
        page.showView(ConsoleView.ID);
        driver.until("the console is shown", () -> driver.shows("console"));
        String console = driver.find(StyledText.class, "console").getText();
        Path results = file.resolveSibling("runs").resolve("test-1");
        assertTrue(console.contains("results in " + results), console);
        assertTrue(Files.exists(results.resolve("result.json")));
        assertEquals(ROW, text(), "a run leaves the lab alone");
    }

    @Test
    void pauseStepAndStop() throws Exception {
        open(ROW.replace("2 MB", "2 GB").replace("20 s", "600 s"));
        openRunViews();
        driver.push(button("run.step"));
        driver.until(() -> "one event is handled: " + state(),
                () -> editor.runs().latest().map(s -> s.events() >= 1).orElse(false));
        long events = editor.runs().latest().orElseThrow().events();
        driver.push(button("run.step"));
        driver.until("one event more", () -> editor.runs().latest().orElseThrow().events() == events + 1);
        driver.push(button("run.run"));
        driver.until("it runs", () -> editor.runs().isRunning());
        driver.until("packets are on the canvas", () -> editor.runs().latest().orElseThrow().cables().stream()
                .anyMatch(cable -> !cable.frames().isEmpty()));
        int paints = canvas.paints();
        driver.until("the canvas moves", () -> canvas.paints() > paints + 3);
        driver.push(button("run.pause"));
        driver.until("it stands still", () -> editor.runs().run().orElseThrow().state() == RunState.PAUSED);
        long time = editor.runs().run().orElseThrow().time();
        driver.until(this::state, () -> state().startsWith("Standing still"));
        assertEquals(time, editor.runs().run().orElseThrow().time());
        command(Commands.STEP_TIME);
        driver.until("a millisecond has passed", () -> editor.runs().run().orElseThrow().time() == time + 1_000_000);
        driver.until("it stands still again", () -> !editor.runs().isRunning());
        command(Commands.STEP_FRAME);
        driver.until("a frame has crossed", () -> editor.runs().run().orElseThrow().time() > time + 1_000_000);
        driver.push(button("run.stop"));
        awaitEnd();
        driver.until(this::state, () -> state().startsWith("Stopped at "));
        assertFalse(button("run.stop").isEnabled());
    }

    @Test
    void itPausesWhenWhatItWaitsForComes() throws Exception {
        open(ROW);
        openRunViews();
        inDialog(Commands.PAUSE_WHEN, dialog -> {
            Combo text = dialog.find(Combo.class, "pause.text");
            text.setText("alice cwnd > 20 kB");
            assertTrue(dialog.find(Label.class, "pause.advice").getText().startsWith("'>' behind cwnd is not"));
            assertFalse(dialog.find(Button.class, "pause.add").isEnabled());
            text.setText("alise cwnd >= 20 kB");
            assertEquals("There is no node 'alise' among alice, r1, bob; did you mean alice?",
                    dialog.find(Label.class, "pause.advice").getText());
            text.setText("alice cwnd >= 20 kB");
            dialog.push(dialog.find(Button.class, "pause.add"));
        });
        editor.runs().pauses().add(Watch.parse("drop at bob"));
        assertEquals("<a>Pauses when</a>  alice cwnd >= 20000  \u00b7  drop at bob",
                driver.find(Link.class, "run.pauses").getText());
        driver.push(button("run.run"));
        driver.until(this::state, () -> state().contains("\nalice cwnd >= 20000: cwnd is 2"));
        assertEquals(RunState.PAUSED, editor.runs().run().orElseThrow().state());
        assertTrue(log().contains("pause     alice cwnd >= 20000: cwnd is 2"), log());
        inDialog(Commands.PAUSE_WHEN, dialog -> {
            assertEquals("alice cwnd >= 20000", dialog.find(Combo.class, "pause.text").getItem(0));
            Table list = dialog.find(Table.class, "pause.list");
            list.selectAll();
            dialog.key(list, SWT.DEL);
            assertEquals(0, list.getItemCount());
        });
        assertFalse(driver.shows("run.pauses"));
        driver.push(button("run.run"));
        awaitEnd();
        LabRun paused = editor.runs().run().orElseThrow();
        String digest = paused.result().orElseThrow().digest();
        editor.runs().log().clear();
        driver.push(button("run.run"));
        driver.until("another run", () -> editor.runs().run().filter(run -> run != paused).isPresent());
        awaitEnd();
        assertEquals(digest, editor.runs().run().orElseThrow().result().orElseThrow().digest());
    }

    /** Opens a dialog by its command, does something in it, and closes it however that went. */
    private void inDialog(String command, Consumer<Driver> work) throws Exception {
        AtomicReference<Throwable> trouble = new AtomicReference<>();
        AtomicBoolean done = new AtomicBoolean();
        Display display = Display.getCurrent();
        Set<Shell> before = Set.of(display.getShells());
        display.timerExec(DIALOG_POLL, new Runnable() {
            @Override
            public void run() {
                Shell dialog = Stream.of(display.getShells()).filter(s -> !before.contains(s) && s.isVisible())
                        .findFirst().orElse(null);
                if (dialog == null) { // the command's call does not return before the dialog is closed
                    display.timerExec(DIALOG_POLL, this);
                    return;
                }
                try {
                    work.accept(new Driver(dialog));
                } catch (Throwable e) {
                    trouble.set(e);
                } finally {
                    if (!dialog.isDisposed()) {
                        dialog.close();
                    }
                }
                done.set(true);
            }
        });
        command(command);
        driver.until("the dialog opens", done::get);
        if (trouble.get() != null) {
            throw new AssertionError(trouble.get());
        }
    }

    @Test
    void congestionControlIsSwappedWhileItRuns() throws Exception {
        open(ROW.replace("2 MB", "2 GB").replace("20 s", "600 s"));
        openRunViews();
        driver.choose(driver.find(Combo.class, "run.speed"), "1\u00d7, real time");
        driver.push(button("run.run"));
        driver.until(() -> "a connection sends\n" + log(), () -> editor.runs().latest()
                .map(s -> s.flows().stream().anyMatch(f -> f.report().bytesAcked() > 0)).orElse(false));
        driver.choose(driver.find(Combo.class, "swap.algorithm"), "vegas");
        driver.push(button("swap"));
        driver.until(() -> "the connections have swapped\n" + log(), () -> editor.runs().latest().orElseThrow()
                .flows().stream().allMatch(f -> f.report().congestion().equals("vegas")));
        driver.until(() -> "the swap is on record\n" + log(), () -> log().contains("vegas"));
        driver.push(button("run.stop"));
        awaitEnd();
    }

    @Test
    void aLabWithErrorsDoesNotRunAndSaysWhy() throws Exception {
        open(ROW.replace("1 Gbit/s", "fast"));
        openRunViews();
        driver.until(this::state, () -> state().equals("The lab has an error: see Problems."));
        assertFalse(button("run.run").isEnabled());
    }

    @Test
    void aRunThatIsClosedWithItsEditorEnds() throws Exception {
        open(ROW.replace("2 MB", "2 GB").replace("20 s", "600 s"));
        openRunViews();
        driver.push(button("run.run"));
        driver.until("it runs", () -> editor.runs().isRunning());
        var run = editor.runs().run().orElseThrow();
        page.closeEditor(editor, false);
        driver.until("it is over", () -> run.state().isOver());
    }
}
