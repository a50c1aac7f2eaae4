package org.wirelathe.ui.editor;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.wirelathe.ui.Icons;
import org.wirelathe.ui.topology.CanvasTool;
import org.wirelathe.ui.topology.TopologyCanvas;

/** The tools beside the canvas. */
final class Palette extends Composite {
    private final TopologyCanvas canvas;
    private final Map<CanvasTool, PaletteEntry> entries = new EnumMap<>(CanvasTool.class);

    Palette(Composite parent, TopologyCanvas canvas) {
        super(parent, SWT.NONE);
        this.canvas = canvas;
        setData("id", "palette");
        GridLayout layout = new GridLayout();
        layout.marginWidth = 2;
        layout.marginHeight = 4;
        layout.verticalSpacing = 2;
        setLayout(layout);
        tool(CanvasTool.SELECT, Icons.SELECT);
        tool(CanvasTool.CABLE, Icons.CABLE);
        separator();
        tool(CanvasTool.HOST, Icons.HOST);
        tool(CanvasTool.ROUTER, Icons.ROUTER);
        tool(CanvasTool.SWITCH, Icons.SWITCH);
        separator();
        PaletteEntry fit = new PaletteEntry(
                this, "palette.fit", "Fit", "Show the whole lab (Ctrl+0)", Icons.image(Icons.FIT), canvas::fit);
        fit.setLayoutData(new GridData(SWT.CENTER, SWT.TOP, true, false));
        show(canvas.tool());
    }

    private void tool(CanvasTool tool, String icon) {
        Image image = Icons.image(icon);
        String id = "palette." + tool.name().toLowerCase(Locale.ROOT);
        PaletteEntry.Action action = new PaletteEntry.Action() {
            @Override
            public void chosen() {
                canvas.use(tool);
            }

            @Override
            public void dragged(PaletteEntry from, Point at, boolean released) {
                drag(tool, from, at, released);
            }
        };
        PaletteEntry entry = new PaletteEntry(this, id, tool.title(), tool.description(), image, action);
        entry.setLayoutData(new GridData(SWT.CENTER, SWT.TOP, true, false));
        entries.put(tool, entry);
    }

    private void drag(CanvasTool tool, PaletteEntry from, Point at, boolean released) {
        if (tool.places()) {
            Point point = canvas.toControl(from.toDisplay(at));
            canvas.dragged(point.x, point.y, released);
            if (released) {
                canvas.use(CanvasTool.SELECT);
            }
        }
    }

    private void separator() {
        Label line = new Label(this, SWT.SEPARATOR | SWT.HORIZONTAL);
        line.setLayoutData(new GridData(SWT.FILL, SWT.TOP, true, false));
    }

    /** Marks the tool in hand. */
    void show(CanvasTool tool) {
        entries.forEach((t, entry) -> entry.setSelected(t == tool));
    }
}
