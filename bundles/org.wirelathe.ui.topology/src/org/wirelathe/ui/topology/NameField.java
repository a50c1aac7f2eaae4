package org.wirelathe.ui.topology;

import java.util.function.Consumer;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Text;
import org.wirelathe.ui.topology.scene.NodeShape;
import org.wirelathe.ui.topology.scene.Viewport;

/** A field over a node's name to type another one: return takes it, escape does not. */
final class NameField {
    private static final int LEAST_WIDTH = 96;

    private final Canvas canvas;
    private Text text;
    private String before;
    private Consumer<String> rename;

    NameField(Canvas canvas) {
        this.canvas = canvas;
    }

    void open(NodeShape node, Viewport view, Consumer<String> taken) {
        close(false);
        before = node.node().name();
        rename = taken;
        text = new Text(canvas, SWT.SINGLE | SWT.BORDER | SWT.CENTER);
        text.setData("id", "topology.name");
        text.setText(before);
        text.selectAll();
        Point size = text.computeSize(SWT.DEFAULT, SWT.DEFAULT);
        int width = Math.max(LEAST_WIDTH, size.x);
        int x = (int) Math.round(view.toViewX(node.x())) - width / 2;
        int y = (int) Math.round(view.toViewY(node.y() + NodeShape.RADIUS)) - 4;
        text.setBounds(x, y, width, size.y);
        text.addListener(SWT.Traverse, this::traverse);
        text.addListener(SWT.FocusOut, e -> close(true));
        text.setFocus();
    }

    private void traverse(Event event) {
        if (event.detail == SWT.TRAVERSE_RETURN || event.detail == SWT.TRAVERSE_ESCAPE) {
            event.doit = false;
            close(event.detail == SWT.TRAVERSE_RETURN);
            canvas.setFocus();
        }
    }

    private void close(boolean take) {
        if (text == null) {
            return;
        }
        Text closing = text;
        text = null;
        String name = closing.getText().strip();
        closing.dispose();
        if (take && !name.equals(before)) {
            rename.accept(name);
        }
    }
}
