package org.wirelathe.ui.device;

import java.util.List;
import java.util.Optional;
import org.eclipse.jface.resource.FontDescriptor;
import org.eclipse.swt.SWT;
import org.eclipse.swt.accessibility.ACC;
import org.eclipse.swt.accessibility.AccessibleAdapter;
import org.eclipse.swt.accessibility.AccessibleEvent;
import org.eclipse.swt.graphics.Font;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;

/** Shows one interface at work. Each part says what it is: under the pointer, or, by the arrow keys, below. */
public final class DeviceCanvas extends Canvas {
    private final Font bold;
    private Device device;
    private String hint = "";
    private long interruptsSeen = -1;
    private boolean interrupted;
    private List<Part> parts = List.of();
    /** Which part the keyboard is at; -1 for none. */
    private int at = -1;

    public DeviceCanvas(Composite parent) {
        super(parent, SWT.DOUBLE_BUFFERED);
        setData("id", "device");
        setBackground(getDisplay().getSystemColor(SWT.COLOR_LIST_BACKGROUND));
        setForeground(getDisplay().getSystemColor(SWT.COLOR_LIST_FOREGROUND));
        setData("org.eclipse.e4.ui.css.id", "org-wirelathe-ui-canvas");
        bold = FontDescriptor.createFrom(getFont()).setStyle(SWT.BOLD).createFont(getDisplay());
        addListener(SWT.Paint, e -> paint(e.gc));
        addListener(SWT.MouseMove, this::point);
        addListener(SWT.MouseDown, e -> setFocus());
        addListener(SWT.KeyDown, this::key);
        addListener(SWT.Traverse, this::traverse);
        addListener(SWT.FocusIn, e -> redraw());
        addListener(SWT.FocusOut, e -> redraw());
        addListener(SWT.Dispose, e -> bold.dispose());
        getAccessible().addAccessibleListener(new AccessibleAdapter() {
            @Override
            public void getName(AccessibleEvent event) {
                event.result = described();
            }
        });
    }

    /** Shows that interface. */
    public void show(Device next) {
        long count = next.hardInterrupts().orElse(0L) + next.softInterrupts().orElse(0L);
        boolean same = device != null && device.port().equals(next.port());
        interrupted = same && interruptsSeen >= 0 && count > interruptsSeen;
        interruptsSeen = count;
        device = next;
        redraw();
    }

    /** Shows a sentence instead of an interface. */
    public void hint(String sentence) {
        device = null;
        interruptsSeen = -1;
        hint = sentence;
        parts = List.of();
        setToolTipText(null);
        redraw();
    }

    /** What a reader of the screen hears. */
    private String described() {
        if (device == null) {
            return hint;
        }
        return at >= 0 && at < parts.size() ? parts.get(at).name() + ". " + parts.get(at).tip()
                : device.port() + ": queue, rings, card and interrupts; the arrow keys go from part to part";
    }

    private void paint(GC gc) {
        Rectangle area = getClientArea();
        DeviceInk ink = DeviceInk.on(getBackground(), getForeground());
        gc.setBackground(ink.paper());
        gc.fillRectangle(area);
        gc.setFont(getFont());
        Scribe scribe = new Scribe(gc, getFont(), bold);
        if (device == null) {
            scribe.centred(hint, area.x + 8, area.y + area.height / 3, area.width - 16, ink.muted());
            return;
        }
        parts = new DevicePicture(gc, ink, scribe, device, area, interrupted).draw();
        int foot = area.y + area.height - DevicePicture.FOOT * scribe.line() - 4;
        Optional<Part> asked = isFocusControl() && at >= 0 && at < parts.size() ? Optional.of(parts.get(at))
                : Optional.empty();
        asked.ifPresent(part -> frame(gc, ink, part.bounds()));
        scribe.paragraph(asked.map(Part::tip).orElse("Triangles inside the rings: how far the driver has posted and"
                + " taken back; outside: how far the card has fetched and written back."), area.x + 8, foot,
                area.width - 16, DevicePicture.FOOT, ink.muted());
    }

    private static void frame(GC gc, DeviceInk ink, Rectangle bounds) {
        gc.setForeground(ink.ink());
        gc.setLineStyle(SWT.LINE_DOT);
        gc.drawRoundRectangle(bounds.x - 2, bounds.y - 2, bounds.width + 4, bounds.height + 4, 6, 6);
        gc.setLineStyle(SWT.LINE_SOLID);
    }

    private void point(Event event) {
        String tip = null;
        for (Part part : parts) {
            if (part.bounds().contains(event.x, event.y)) {
                tip = part.tip(); // a later one lies over an earlier one
            }
        }
        if (tip == null ? getToolTipText() != null : !tip.equals(getToolTipText())) {
            setToolTipText(tip);
        }
    }

    private void key(Event event) {
        int step = event.keyCode == SWT.ARROW_RIGHT || event.keyCode == SWT.ARROW_DOWN ? 1
                : event.keyCode == SWT.ARROW_LEFT || event.keyCode == SWT.ARROW_UP ? -1 : 0;
        if (event.keyCode == SWT.ESC) {
            at = -1;
        } else if (step != 0 && !parts.isEmpty()) {
            at = at < 0 ? step > 0 ? 0 : parts.size() - 1 : Math.floorMod(at + step, parts.size());
        } else {
            return;
        }
        getAccessible().sendEvent(ACC.EVENT_NAME_CHANGED, null);
        redraw();
    }

    /** Tab leaves; the arrows stay here. */
    private void traverse(Event event) {
        event.doit = event.detail == SWT.TRAVERSE_TAB_NEXT || event.detail == SWT.TRAVERSE_TAB_PREVIOUS;
    }
}
