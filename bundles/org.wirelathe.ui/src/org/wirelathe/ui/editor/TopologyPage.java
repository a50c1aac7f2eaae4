package org.wirelathe.ui.editor;

import java.util.List;
import java.util.function.Consumer;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Composite;
import org.wirelathe.model.edit.Edit;
import org.wirelathe.model.edit.EditTarget;
import org.wirelathe.ui.topology.CanvasHost;
import org.wirelathe.ui.topology.TopologyCanvas;

/** The page of the editor that has the palette and the canvas. */
final class TopologyPage extends Composite {
    private final LabSession session;
    private final TopologyCanvas canvas;
    private final Palette palette;
    private Consumer<String> pointed = node -> { };

    private final SessionListener follower = new SessionListener() {
        @Override
        public void documentChanged() {
            show();
        }

        @Override
        public void selectionChanged(List<EditTarget> targets) {
            if (!canvas.selected().equals(targets)) {
                canvas.select(targets);
            }
        }
    };

    /** @param opened runs when the user wants to see more of what is selected */
    TopologyPage(Composite parent, LabSession session, Runnable opened) {
        super(parent, SWT.NONE);
        this.session = session;
        GridLayout layout = new GridLayout(2, false);
        layout.marginWidth = 0;
        layout.marginHeight = 0;
        layout.horizontalSpacing = 0;
        setLayout(layout);
        Composite side = new Composite(this, SWT.NONE);
        side.setLayout(new FillLayout());
        side.setLayoutData(new GridData(SWT.LEFT, SWT.FILL, false, true));
        canvas = new TopologyCanvas(this, new Host(opened));
        canvas.setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true));
        palette = new Palette(side, canvas);
        CanvasMenu.install(session, canvas);
        dress();
        show();
        session.addListener(follower);
        addListener(SWT.Dispose, e -> session.removeListener(follower));
    }

    private void show() {
        if (session.document().current()) {
            canvas.setEmptyText(
                    "This lab is empty",
                    "Drag a host from the palette, then a second one, and draw a cable between them.");
        } else {
            canvas.setEmptyText("There is nothing to show yet", "The text has errors: mend them on the Text page.");
        }
        canvas.setLab(session.shown());
    }

    /** The canvas is paper, as lists and texts are. */
    private void dress() {
        canvas.setBackground(getDisplay().getSystemColor(SWT.COLOR_LIST_BACKGROUND));
        canvas.setForeground(getDisplay().getSystemColor(SWT.COLOR_LIST_FOREGROUND));
        canvas.setData("org.eclipse.e4.ui.css.id", "org-wirelathe-ui-canvas");
    }

    /** Who hears on which node the pointer rests; of null when it is on none. */
    void onHover(Consumer<String> listener) {
        pointed = listener;
    }

    TopologyCanvas canvas() {
        return canvas;
    }

    @Override
    public boolean setFocus() {
        return canvas.setFocus();
    }

    private final class Host implements CanvasHost {
        private final Runnable opened;

        Host(Runnable opened) {
            this.opened = opened;
        }

        @Override
        public void perform(Edit edit) {
            session.perform(edit);
        }

        @Override
        public void selected(List<EditTarget> targets) {
            session.select(targets);
        }

        @Override
        public void open(EditTarget target) {
            opened.run();
        }

        @Override
        public void hovered(String node) {
            pointed.accept(node);
        }

        @Override
        public void toolChanged() {
            palette.show(canvas.tool());
        }
    }
}
