package org.wirelathe.ui.view;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.RowData;
import org.eclipse.swt.layout.RowLayout;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.wirelathe.api.nic.Coalescing;
import org.wirelathe.api.nic.NicSpec;
import org.wirelathe.ui.run.Figures;

/** Refits a card while it runs: what is chosen is done at once. */
final class RefitBar {
    private static final int LEAST_RING = 2;
    private static final int MOST_RING = 4096;
    private static final int[] FRAMES = {1, 2, 4, 8, 16, 32, 64, 128};
    private static final long[] TIMES = {0, 5_000, 20_000, 50_000, 100_000, 250_000, 1_000_000};
    /** What is waited when frames are collected and no time was chosen: the last ones must not wait for ever. */
    private static final long USUAL_TIME = 50_000;

    private final Composite bar;
    private final Combo tx;
    private final Combo rx;
    private final Combo frames;
    private final Combo time;
    private final Button pause;
    private final List<Control> controls = new ArrayList<>();
    private List<Integer> sizes = List.of();
    private List<Long> times = List.of();
    private NicSpec shown;
    private boolean enabled = true;

    /** @param refit does it */
    RefitBar(Composite parent, Consumer<UnaryOperator<NicSpec>> refit) {
        bar = new Composite(parent, SWT.NONE);
        RowLayout layout = new RowLayout(SWT.HORIZONTAL);
        layout.center = true;
        layout.marginTop = 2;
        layout.marginBottom = 2;
        layout.marginLeft = 8;
        layout.spacing = 6;
        bar.setLayout(layout);
        label("TX ring");
        tx = combo("device.tx", "Descriptors of frames to send. A small ring sends what waits back into the queue.");
        label("RX ring");
        rx = combo("device.rx", "Descriptors of empty buffers. A small ring drops bursts that a large one takes.");
        label("Interrupt after");
        frames = combo("device.frames", "Frames that are collected before the card interrupts: fewer interrupts,"
                + " later frames.");
        label("frames or");
        time = combo("device.time", "The longest that a frame waits for others before the card interrupts.");
        pause = new Button(bar, SWT.CHECK);
        pause.setData("id", "device.pause");
        pause.setText("PAUSE");
        // The workbench's theme would paint the box white, below a tick that the toolkit draws in white.
        pause.setData("org.eclipse.e4.ui.css.disabled", Boolean.TRUE);
        pause.setToolTipText("Send and obey IEEE 802.3x PAUSE: hold the other side instead of dropping.");
        controls.add(pause);
        tx.addListener(SWT.Selection, e -> rings(refit));
        rx.addListener(SWT.Selection, e -> rings(refit));
        frames.addListener(SWT.Selection, e -> coalesce(refit));
        time.addListener(SWT.Selection, e -> coalesce(refit));
        pause.addListener(SWT.Selection, e -> {
            boolean on = pause.getSelection();
            refit.accept(was -> with(was, was.txRing(), was.rxRing(), was.coalescing(), on));
        });
        show(null, false);
    }

    Composite widget() {
        return bar;
    }

    private void label(String text) {
        new Label(bar, SWT.NONE).setText(text);
    }

    private Combo combo(String id, String tip) {
        Combo combo = new Combo(bar, SWT.READ_ONLY);
        combo.setData("id", id);
        combo.setToolTipText(tip);
        combo.getAccessible().addAccessibleListener(new AccessibleName(tip));
        combo.setLayoutData(new RowData(84, SWT.DEFAULT));
        controls.add(combo);
        return combo;
    }

    /** @param spec how the card is fitted now; null when there is none */
    void show(NicSpec spec, boolean nowAlive) {
        boolean enable = spec != null && nowAlive;
        if (enabled != enable) {
            enabled = enable;
            controls.forEach(control -> control.setEnabled(enable));
        }
        if (spec == null || spec.equals(shown)) {
            shown = spec;
            return;
        }
        shown = spec;
        sizes = sizes(spec.txRing(), spec.rxRing());
        List<String> words = sizes.stream().map(String::valueOf).toList();
        fill(tx, words, sizes.indexOf(spec.txRing()));
        fill(rx, words, sizes.indexOf(spec.rxRing()));
        List<Integer> counts = frames(spec.coalescing().frames());
        fill(frames, counts.stream().map(String::valueOf).toList(), counts.indexOf(spec.coalescing().frames()));
        times = times(spec.coalescing().time());
        fill(time, times.stream().map(t -> t == 0 ? "at once" : Figures.time(t)).toList(),
                times.indexOf(spec.coalescing().time()));
        pause.setSelection(spec.pause());
    }

    private static void fill(Combo combo, List<String> words, int selected) {
        if (!List.of(combo.getItems()).equals(words)) {
            combo.setItems(words.toArray(String[]::new));
        }
        combo.select(selected);
    }

    private static List<Integer> sizes(int... also) {
        List<Integer> all = new ArrayList<>();
        for (int size = LEAST_RING; size <= MOST_RING; size *= 2) {
            all.add(size);
        }
        for (int size : also) {
            if (!all.contains(size)) {
                all.add(size);
            }
        }
        return all.stream().sorted().toList();
    }

    private static List<Integer> frames(int also) {
        List<Integer> all = new ArrayList<>();
        for (int count : FRAMES) {
            all.add(count);
        }
        if (!all.contains(also)) {
            all.add(also);
        }
        return all.stream().sorted().toList();
    }

    private static List<Long> times(long also) {
        List<Long> all = new ArrayList<>();
        for (long t : TIMES) {
            all.add(t);
        }
        if (!all.contains(also)) {
            all.add(also);
        }
        return all.stream().sorted().toList();
    }

    private void rings(Consumer<UnaryOperator<NicSpec>> refit) {
        int txSize = sizes.get(tx.getSelectionIndex());
        int rxSize = sizes.get(rx.getSelectionIndex());
        refit.accept(was -> with(was, txSize, rxSize, was.coalescing(), was.pause()));
    }

    private void coalesce(Consumer<UnaryOperator<NicSpec>> refit) {
        int count = Integer.parseInt(frames.getText());
        long chosen = times.get(time.getSelectionIndex());
        long wait = count > 1 && chosen == 0 ? USUAL_TIME : count == 1 ? 0 : chosen;
        refit.accept(was -> with(was, was.txRing(), was.rxRing(), new Coalescing(count, wait), was.pause()));
    }

    private static NicSpec with(NicSpec was, int txRing, int rxRing, Coalescing coalescing, boolean pause) {
        return new NicSpec(was.name(), was.mac(), was.mtu(), txRing, rxRing, coalescing, was.offloads(), pause,
                was.cardBuffer());
    }
}
