package org.wirelathe.ui.editor;

import org.eclipse.swt.SWT;
import org.eclipse.swt.accessibility.ACC;
import org.eclipse.swt.accessibility.AccessibleAdapter;
import org.eclipse.swt.accessibility.AccessibleControlAdapter;
import org.eclipse.swt.accessibility.AccessibleControlEvent;
import org.eclipse.swt.accessibility.AccessibleEvent;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import org.wirelathe.ui.Theme;

/** A button of the palette: an icon over a word. It can be clicked, reached by Tab, and dragged from. */
final class PaletteEntry extends Canvas {
    private static final int WIDTH = 68;
    private static final int HEIGHT = 56;

    /** What the entry is for. */
    interface Action {
        void chosen();

        /** The pointer has left the entry with the button down; coordinates are the entry's own. */
        default void dragged(PaletteEntry from, Point at, boolean released) {
        }
    }

    private final String title;
    private final Image icon;
    private final Action action;
    private boolean selected;
    private boolean hot;
    private boolean dragging;

    PaletteEntry(Composite parent, String id, String title, String tip, Image icon, Action action) {
        super(parent, SWT.DOUBLE_BUFFERED);
        this.title = title;
        this.icon = icon;
        this.action = action;
        setData("id", id);
        setToolTipText(tip);
        addListener(SWT.Paint, this::paint);
        addListener(SWT.MouseEnter, e -> setHot(true));
        addListener(SWT.MouseExit, e -> setHot(false));
        addListener(SWT.MouseDown, this::down);
        addListener(SWT.MouseMove, this::move);
        addListener(SWT.MouseUp, this::up);
        addListener(SWT.KeyDown, this::key);
        addListener(SWT.Traverse, e -> e.doit = true);
        addListener(SWT.FocusIn, e -> redraw());
        addListener(SWT.FocusOut, e -> redraw());
        tellNames(tip);
    }

    /** Shows whether this is the tool in hand. */
    void setSelected(boolean now) {
        if (selected != now) {
            selected = now;
            redraw();
        }
    }

    boolean isSelected() {
        return selected;
    }

    @Override
    public Point computeSize(int widthHint, int heightHint, boolean changed) {
        return new Point(WIDTH, HEIGHT);
    }

    private void setHot(boolean now) {
        hot = now;
        redraw();
    }

    private void down(Event event) {
        if (event.button == 1) {
            dragging = false;
            action.chosen();
        }
    }

    private void move(Event event) {
        boolean held = (event.stateMask & SWT.BUTTON1) != 0;
        if (held && (dragging || !getClientArea().contains(event.x, event.y))) {
            dragging = true;
            action.dragged(this, new Point(event.x, event.y), false);
        }
    }

    private void up(Event event) {
        boolean outside = !getClientArea().contains(event.x, event.y);
        if (event.button == 1 && (dragging || outside)) {
            dragging = false;
            action.dragged(this, new Point(event.x, event.y), true);
        }
    }

    private void key(Event event) {
        if (event.keyCode == SWT.CR || event.keyCode == SWT.SPACE || event.keyCode == SWT.KEYPAD_CR) {
            action.chosen();
        }
    }

    private void paint(Event event) {
        GC gc = event.gc;
        Rectangle area = getClientArea();
        Color background = getBackground();
        Color foreground = getForeground();
        gc.setAntialias(SWT.ON);
        if (selected || hot) {
            gc.setBackground(Theme.mix(foreground, background, selected ? 0.16 : 0.07));
            gc.fillRoundRectangle(4, 2, area.width - 8, area.height - 4, 8, 8);
        }
        if (isFocusControl()) {
            gc.setForeground(Theme.mix(foreground, background, 0.5));
            gc.drawRoundRectangle(4, 2, area.width - 9, area.height - 5, 8, 8);
        }
        Rectangle size = icon.getBounds();
        gc.drawImage(icon, (area.width - size.width) / 2, 8);
        gc.setForeground(foreground);
        Point text = gc.textExtent(title);
        gc.drawText(title, (area.width - text.x) / 2, area.height - text.y - 5, SWT.DRAW_TRANSPARENT);
    }

    private void tellNames(String tip) {
        getAccessible().addAccessibleListener(new AccessibleAdapter() {
            @Override
            public void getName(AccessibleEvent event) {
                event.result = title;
            }

            @Override
            public void getDescription(AccessibleEvent event) {
                event.result = tip;
            }
        });
        getAccessible().addAccessibleControlListener(new AccessibleControlAdapter() {
            @Override
            public void getRole(AccessibleControlEvent event) {
                event.detail = ACC.ROLE_RADIOBUTTON;
            }

            @Override
            public void getState(AccessibleControlEvent event) {
                event.detail = ACC.STATE_FOCUSABLE | (selected ? ACC.STATE_CHECKED : 0);
            }
        });
    }
}
