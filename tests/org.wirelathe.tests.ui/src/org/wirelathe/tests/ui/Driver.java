package org.wirelathe.tests.ui;

import static org.junit.jupiter.api.Assertions.fail;

import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.swt.widgets.TreeItem;

/**
 * Finds widgets by the id that they carry as data, and gives them the events that a user would cause. Events go to the
 * widgets' own listeners: that needs neither a window manager nor focus, and never misses.
 */
final class Driver {
    /** A step that takes longer has failed. */
    private static final long LIMIT = 20_000_000_000L;

    private final Display display = Display.getCurrent();
    private final Shell shell;

    Driver(Shell shell) {
        this.shell = shell;
    }

    /** Lets the workbench work until something is so. */
    void until(String what, BooleanSupplier done) {
        until(() -> what, done);
    }

    void until(Supplier<String> what, BooleanSupplier done) {
        long end = System.nanoTime() + LIMIT;
        while (!done.getAsBoolean()) {
            if (System.nanoTime() > end) {
                fail("waited in vain: " + what.get());
            }
            if (!display.readAndDispatch()) {
                // Wakes the display up again, so that the condition is looked at even when nothing happens.
                display.timerExec(10, () -> { });
                display.sleep();
            }
        }
    }

    /** Lets the workbench do what it has to do at once. */
    void settle() {
        while (display.readAndDispatch()) {
            continue;
        }
    }

    /** The widget with that id that is to be seen; fails when there is none. */
    <T extends Control> T find(Class<T> type, String id) {
        T found = search(shell, type, c -> id.equals(c.getData("id")) && c.isVisible());
        return found != null ? found : fail("no visible " + type.getSimpleName() + " with the id " + id);
    }

    /** True when a widget with that id is to be seen. */
    boolean shows(String id) {
        return search(shell, Control.class, c -> id.equals(c.getData("id")) && c.isVisible()) != null;
    }

    private static <T extends Control> T search(Control in, Class<T> type, Predicate<Control> wanted) {
        if (type.isInstance(in) && wanted.test(in)) {
            return type.cast(in);
        }
        if (in instanceof Composite composite) {
            for (Control child : composite.getChildren()) {
                T found = search(child, type, wanted);
                if (found != null) {
                    return found;
                }
            }
        }
        return null;
    }

    void down(Control control, Point at, int mask) {
        mouse(control, SWT.MouseDown, 1, at, mask);
    }

    void move(Control control, Point at, int mask) {
        mouse(control, SWT.MouseMove, 0, at, mask);
    }

    void up(Control control, Point at, int mask) {
        mouse(control, SWT.MouseUp, 1, at, mask | SWT.BUTTON1);
    }

    void click(Control control, Point at, int mask) {
        down(control, at, mask);
        up(control, at, mask);
    }

    void click(Control control, Point at) {
        click(control, at, 0);
    }

    void drag(Control control, Point from, Point to) {
        move(control, from, 0);
        down(control, from, 0);
        move(control, new Point((from.x + to.x) / 2, (from.y + to.y) / 2), SWT.BUTTON1);
        move(control, to, SWT.BUTTON1);
        up(control, to, 0);
    }

    void doubleClick(Control control, Point at) {
        click(control, at);
        mouse(control, SWT.MouseDoubleClick, 1, at, 0);
    }

    private void mouse(Control control, int type, int button, Point at, int mask) {
        Event event = new Event();
        event.button = button;
        event.x = at.x;
        event.y = at.y;
        event.stateMask = mask;
        event.count = 1;
        send(control, type, event);
    }

    /** Presses a key that has a code instead of a letter, and lets it go. */
    void key(Control control, int code) {
        keyDown(control, code);
        Event up = new Event();
        up.keyCode = code;
        send(control, SWT.KeyUp, up);
    }

    void keyDown(Control control, int code) {
        Event down = new Event();
        down.keyCode = code;
        send(control, SWT.KeyDown, down);
    }

    void traverse(Control control, int detail) {
        Event event = new Event();
        event.detail = detail;
        event.doit = true;
        send(control, SWT.Traverse, event);
    }

    void push(Button button) {
        if (!button.isEnabled()) {
            fail("the button " + button.getData("id") + " is disabled");
        }
        send(button, SWT.Selection, new Event());
    }

    void choose(Combo combo, String text) {
        int index = combo.indexOf(text);
        if (index < 0) {
            fail(text + " is not among " + String.join(", ", combo.getItems()));
        }
        combo.select(index);
        send(combo, SWT.Selection, new Event());
    }

    private void send(Control control, int type, Event event) {
        event.type = type;
        event.widget = control;
        event.display = display;
        control.notifyListeners(type, event);
        settle();
    }

    /** Types into a text, as a replacement of what lies between two places. */
    void type(StyledText text, int start, int end, String typed) {
        text.setSelection(start, end);
        if (start != end) {
            text.insert("");
        }
        for (char letter : typed.toCharArray()) {
            text.insert(String.valueOf(letter));
            text.setCaretOffset(text.getCaretOffset() + (text.getCaretOffset() == start ? 1 : 0));
            start = text.getCaretOffset();
        }
        settle();
    }

    /** Opens a cell of a tree for editing, and gives it another text. */
    void edit(Tree tree, String label, String value) {
        TreeItem item = item(tree, label);
        Rectangle bounds = item.getBounds(1);
        tree.setSelection(item);
        Point middle = new Point(bounds.x + 5, bounds.y + bounds.height / 2);
        mouse(tree, SWT.MouseDown, 1, middle, 0);
        mouse(tree, SWT.MouseUp, 1, middle, SWT.BUTTON1);
        Text text = search(tree, Text.class, Control::isVisible);
        if (text == null) {
            fail("no field opened for " + label);
        }
        text.setText(value);
        settle();
        send(text, SWT.DefaultSelection, new Event());
    }

    private static TreeItem item(Tree tree, String label) {
        for (TreeItem group : tree.getItems()) {
            for (TreeItem item : group.getItems()) {
                if (item.getText(0).equals(label)) {
                    return item;
                }
            }
        }
        return fail("no property " + label);
    }

    /** What a tree shows beside that label. */
    static String value(Tree tree, String label) {
        return item(tree, label).getText(1);
    }
}
