package org.wirelathe.ui.view;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.ImageGcDrawer;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableItem;
import org.wirelathe.ui.Theme;
import org.wirelathe.ui.chart.RunCurves;

/** Which colour is which connection, and which of them are shown. */
final class FlowLegend {
    private static final int SIZE = 12;

    private final Table table;
    private final Set<String> hidden = new HashSet<>();
    private final Map<Color, Image> samples = new HashMap<>();
    private List<String> keys = List.of();

    /** @param changed runs when the user shows or hides a connection */
    FlowLegend(Composite parent, Runnable changed) {
        table = new Table(parent, SWT.CHECK | SWT.V_SCROLL | SWT.H_SCROLL);
        table.setData("id", "chart.legend");
        table.getAccessible().addAccessibleListener(new AccessibleName("Connections in the charts"));
        table.addListener(SWT.Selection, e -> {
            if (e.detail == SWT.CHECK) {
                String key = (String) e.item.getData();
                if (((TableItem) e.item).getChecked()) {
                    hidden.remove(key);
                } else {
                    hidden.add(key);
                }
                changed.run();
            }
        });
        table.addListener(SWT.Dispose, e -> samples.values().forEach(Image::dispose));
    }

    Table widget() {
        return table;
    }

    boolean isShown(String key) {
        return !hidden.contains(key);
    }

    void show(List<RunCurves.Flow> flows) {
        List<String> now = flows.stream().map(RunCurves.Flow::key).toList();
        if (now.equals(keys)) {
            return;
        }
        keys = now;
        table.removeAll();
        for (int i = 0; i < flows.size(); i++) {
            TableItem item = new TableItem(table, SWT.NONE);
            item.setText(flows.get(i).title());
            item.setData(flows.get(i).key());
            item.setChecked(isShown(flows.get(i).key()));
            item.setImage(samples.computeIfAbsent(Theme.curve(i, table.getBackground()), this::sample));
        }
    }

    /** Follows the theme. */
    void recolour() {
        keys = List.of();
        samples.values().forEach(Image::dispose);
        samples.clear();
    }

    private Image sample(Color colour) {
        ImageGcDrawer drawer = (gc, width, height) -> paint(gc, colour, width, height);
        return new Image(table.getDisplay(), drawer, SIZE, SIZE);
    }

    private void paint(GC gc, Color colour, int width, int height) {
        gc.setBackground(table.getBackground());
        gc.fillRectangle(0, 0, width, height);
        gc.setBackground(colour);
        gc.fillRectangle(0, height / 2 - 2, width, 4);
    }
}
