package org.wirelathe.ui.device;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Rectangle;
import org.wirelathe.api.nic.Coalescing;
import org.wirelathe.api.nic.RingState;
import org.wirelathe.model.Queue;
import org.wirelathe.ui.run.Figures;
import org.wirelathe.wire.Mac;

/**
 * The way of frames through one interface, from left to right: queue, TX ring, card; card, RX ring, interrupts. What is
 * drawn is also what can be asked: {@link #parts}.
 */
final class DevicePicture {
    private static final double[] SHARES = {0.13, 0.27, 0.20, 0.27, 0.13};
    /** Share of the first column in a legend of two. */
    private static final double WIDER = 0.56;
    private static final int MARGIN = 8;
    private static final int GAP = 18;
    private static final int CELLS = 16;
    private static final int FULL_FRAME = 1514;
    private static final int MOST_RADIUS = 120;
    /** The lines below the picture. */
    static final int FOOT = 3;

    private final GC gc;
    private final DeviceInk ink;
    private final Scribe scribe;
    private final Device device;
    private final boolean interrupted;
    private final int[] left = new int[SHARES.length];
    private final int[] wide = new int[SHARES.length];
    private final int top;
    private final int bottom;
    private final List<Part> parts = new ArrayList<>();

    /** @param interrupted whether there was an interrupt since the picture before */
    DevicePicture(GC gc, DeviceInk ink, Scribe scribe, Device device, Rectangle area, boolean interrupted) {
        this.gc = gc;
        this.ink = ink;
        this.scribe = scribe;
        this.device = device;
        this.interrupted = interrupted;
        double x = area.x + MARGIN;
        double room = area.width - 2 * MARGIN - GAP * (SHARES.length - 1);
        for (int i = 0; i < SHARES.length; i++) {
            left[i] = (int) x;
            wide[i] = (int) (room * SHARES[i]);
            x += room * SHARES[i] + GAP;
        }
        top = area.y + MARGIN;
        bottom = area.y + area.height - MARGIN - FOOT * scribe.line();
    }

    /** Draws everything; returns what it consists of, from left to right. */
    List<Part> draw() {
        int legend = 2 * scribe.line() + 4;
        int head = scribe.line() + 4;
        int radius = Math.clamp(Math.min(bottom - top - head - legend, Math.min(wide[1], wide[3])) / 2, 24, MOST_RADIUS);
        int middle = top + head + (bottom - top - head - legend) / 2;
        queue(middle, radius);
        tx(middle, radius);
        card(middle, radius);
        rx(middle, radius);
        interrupts(middle, radius);
        for (int i = 0; i < SHARES.length - 1; i++) {
            int from = left[i] + wide[i];
            scribe.arrow(from + 3, middle, GAP - 6, ink.muted());
        }
        return parts;
    }

    private static String number(long value) {
        return String.format(Locale.ROOT, "%,d", value);
    }

    private void queue(int middle, int radius) {
        Queue queue = device.queue();
        int x = left[0];
        int width = wide[0];
        scribe.title("Queue", x, top, width, ink.ink());
        int height = 2 * radius - 8;
        int first = middle - height / 2;
        int bar = Math.min(width, 44);
        int at = x + (width - bar) / 2;
        long limit = queue.unit() == Queue.Unit.PACKETS ? queue.limit() : Math.max(1, queue.limit() / FULL_FRAME);
        int held = device.nic().queued();
        int lit = held == 0 ? 0 : (int) Math.clamp(Math.ceil((double) held * CELLS / limit), 1, CELLS);
        double cell = (double) height / CELLS;
        for (int i = 0; i < CELLS; i++) {
            boolean filled = i >= CELLS - lit;
            gc.setBackground(!filled ? ink.track() : lit > CELLS * 9 / 10 ? ink.trouble() : ink.work());
            int y = (int) Math.round(first + i * cell);
            gc.fillRectangle(at, y, bar, (int) Math.round(first + (i + 1) * cell) - y - 2);
        }
        int below = middle + radius + 4;
        scribe.centred(queue.type(), x, below, width, ink.muted());
        scribe.centred(number(held) + " of " + DeviceTips.limit(queue), x, below + scribe.line(), width, ink.ink());
        parts.add(new Part("Queue", DeviceTips.queue(device), box(0, radius, middle)));
    }

    private Rectangle box(int column, int radius, int middle) {
        return new Rectangle(left[column], top, wide[column], middle + radius + 2 * scribe.line() + 6 - top);
    }

    private void tx(int middle, int radius) {
        RingState ring = device.nic().tx();
        scribe.title("TX ring", left[1], top, wide[1], ink.ink());
        RingGlyph glyph = new RingGlyph(gc, ink, left[1] + wide[1] / 2, middle, radius);
        glyph.draw(ring, ink.ready(), ink.done());
        glyph.label("send", number(ring.size()));
        legend(1, middle + radius + 4, new String[] {number(ring.waiting()) + " posted", number(ring.inWork()) + " busy",
            number(ring.finished()) + " sent", number(ring.free()) + " free"},
                new Color[] {ink.ready(), ink.work(), ink.done(), ink.track()});
        parts.add(new Part("TX ring", DeviceTips.tx(device), box(1, radius, middle)));
    }

    private void rx(int middle, int radius) {
        RingState ring = device.nic().rx();
        scribe.title("RX ring", left[3], top, wide[3], ink.ink());
        RingGlyph glyph = new RingGlyph(gc, ink, left[3] + wide[3] / 2, middle, radius);
        glyph.draw(ring, ink.ready(), ink.trouble());
        glyph.label("receive", number(ring.size()));
        legend(3, middle + radius + 4, new String[] {number(ring.waiting()) + " posted", number(ring.inWork()) + " busy",
            number(ring.finished()) + " filled", number(ring.free()) + " free"},
                new Color[] {ink.ready(), ink.work(), ink.trouble(), ink.track()});
        parts.add(new Part("RX ring", DeviceTips.rx(device), box(3, radius, middle)));
    }

    private void legend(int column, int y, String[] words, Color[] colours) {
        int from = left[column] - GAP / 2;
        int room = wide[column] + GAP;
        int first = (int) (room * WIDER);
        for (int i = 0; i < words.length; i++) {
            scribe.entry(words[i], colours[i], ink.ink(), from + i % 2 * first + 4,
                    y + i / 2 * scribe.line(), (i % 2 == 0 ? first : room - first) - 4);
        }
    }

    private void card(int middle, int radius) {
        int x = left[2];
        int width = wide[2];
        scribe.title("Card", x, top, width, ink.ink());
        Rectangle box = new Rectangle(x, middle - radius + 4, width, 2 * radius - 8);
        gc.setForeground(device.nic().carrier() && !device.heldByPause() ? ink.muted() : ink.trouble());
        gc.setBackground(ink.track());
        gc.setAlpha(90);
        gc.fillRoundRectangle(box.x, box.y, box.width, box.height, 10, 10);
        gc.setAlpha(255);
        gc.drawRoundRectangle(box.x, box.y, box.width, box.height, 10, 10);
        parts.add(new Part("Card", DeviceTips.card(device), box));
        List<Line> lines = lines();
        int fits = Math.min(lines.size(), box.height / scribe.line());
        int y = box.y + (box.height - fits * scribe.line()) / 2;
        for (int i = 0; i < fits; i++) {
            Line line = lines.get(i);
            scribe.centred(line.text(), x + 3, y, width - 6, line.colour());
            parts.add(new Part(line.text(), line.tip(), new Rectangle(x, y, width, scribe.line())));
            y += scribe.line();
        }
        int below = middle + radius + 4;
        long drops = device.drops();
        scribe.centred(device.driver() + " driver", x, below, width, ink.muted());
        scribe.centred(drops == 0 ? "no drops" : number(drops) + " dropped", x, below + scribe.line(), width,
                drops == 0 ? ink.muted() : ink.trouble());
    }

    private record Line(String text, String tip, Color colour) {
    }

    private List<Line> lines() {
        List<Line> lines = new ArrayList<>();
        boolean carrier = device.nic().carrier();
        lines.add(new Line(device.port().iface(), DeviceTips.card(device), ink.ink()));
        lines.add(new Line(carrier ? "\u25cf carrier" : "\u25cb no carrier", DeviceTips.carrier(device),
                carrier ? ink.ink() : ink.trouble()));
        boolean paused = device.heldByPause() || device.nic().pausing();
        lines.add(new Line(DeviceTips.pauseWord(device), DeviceTips.pause(device),
                paused ? ink.trouble() : device.nic().spec().pause() ? ink.ink() : ink.muted()));
        String offloads = DeviceTips.offloadsWord(device.nic().spec().offloads());
        lines.add(new Line(offloads, DeviceTips.offloads(device), ink.muted()));
        if (device.nic().spec().cardBuffer() > 0) {
            lines.add(new Line(Figures.bytes(device.nic().cardBuffered()) + " held", DeviceTips.memory(device),
                    device.nic().cardBuffered() > 0 ? ink.trouble() : ink.muted()));
        }
        if (device.rate() > 0) {
            lines.add(new Line(Figures.rate(device.rate()), DeviceTips.card(device), ink.muted()));
        }
        lines.add(new Line("MTU " + device.nic().spec().mtu(), "MTU: the most bytes of payload in a frame.", ink.muted()));
        lines.add(new Line(Mac.format(device.nic().spec().mac()), DeviceTips.mac(device), ink.muted()));
        return lines;
    }

    private void interrupts(int middle, int radius) {
        int x = left[4];
        int width = wide[4];
        scribe.title("Interrupts", x, top, width, ink.ink());
        int lamp = Math.min(radius, Math.min(width, 40)) / 2;
        gc.setAntialias(SWT.ON);
        gc.setBackground(interrupted ? ink.done() : ink.track());
        gc.fillOval(x + width / 2 - lamp, middle - radius + 8, 2 * lamp, 2 * lamp);
        int y = Math.max(middle - radius + 2 * lamp + 16, middle - 2 * scribe.line());
        y = count("hard", device.hardInterrupts(), x, y, width);
        count("soft", device.softInterrupts(), x, y + 4, width);
        int below = middle + radius + 4;
        Coalescing coalescing = device.nic().spec().coalescing();
        boolean each = coalescing.frames() == 1;
        scribe.centred(each ? "for each" : coalescing.frames() + " frames", x, below, width, ink.ink());
        scribe.centred(each ? "frame" : "or " + Figures.time(coalescing.time()), x, below + scribe.line(), width,
                ink.ink());
        parts.add(new Part("Interrupts", DeviceTips.interrupts(device), box(4, radius, middle)));
    }

    private int count(String word, Optional<Long> count, int x, int y, int width) {
        scribe.centred(word, x, y, width, ink.muted());
        scribe.centred(count.map(DevicePicture::number).orElse("\u2013"), x, y + scribe.line(), width, ink.ink());
        return y + 2 * scribe.line();
    }
}
