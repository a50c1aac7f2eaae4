package org.wirelathe.ui.view;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;
import org.eclipse.swt.widgets.TableItem;
import org.wirelathe.model.PortRef;
import org.wirelathe.ui.Theme;
import org.wirelathe.ui.device.Device;
import org.wirelathe.ui.run.Figures;

/** What an interface has counted, drops by reason first, and how fast each number grows. */
final class CounterTable {
    private static final String[] TITLES = {"Counter", "Value", "per s"};
    private static final int[] WIDTHS = {106, 92, 84};

    private final Table table;
    private final Map<String, Long> before = new HashMap<>();
    private PortRef port;
    private long lastTime;

    CounterTable(Composite parent) {
        table = new Table(parent, SWT.FULL_SELECTION | SWT.SINGLE);
        table.setData("id", "device.counters");
        table.setHeaderVisible(true);
        table.setToolTipText("What this interface has counted; dropped packets by reason come first."
                + " Per second of virtual time.");
        table.getAccessible().addAccessibleListener(new AccessibleName("Counters of the interface"));
        for (int i = 0; i < TITLES.length; i++) {
            TableColumn column = new TableColumn(table, i == 0 ? SWT.LEFT : SWT.RIGHT);
            column.setText(TITLES[i]);
            column.setWidth(WIDTHS[i]);
        }
        table.addListener(SWT.Resize, e -> Columns.fit(table));
    }

    Table widget() {
        return table;
    }

    void clear() {
        table.removeAll();
        before.clear();
        port = null;
    }

    void show(Device device) {
        if (!device.port().equals(port) || device.time() < lastTime) {
            clear();
            port = device.port();
        }
        if (table.getItemCount() > device.counters().size()) {
            table.setItemCount(device.counters().size());
        }
        long passed = device.time() - lastTime;
        int row = 0;
        for (Map.Entry<String, Device.Count> counter : device.counters().entrySet()) {
            TableItem item = row < table.getItemCount() ? table.getItem(row) : new TableItem(table, SWT.NONE);
            Long then = before.put(counter.getKey(), counter.getValue().value());
            set(item, 0, counter.getKey());
            long value = counter.getValue().value();
            boolean time = counter.getKey().endsWith("Time");
            set(item, 1, time ? Figures.time(value) : String.format(Locale.ROOT, "%,d", value));
            if (passed > 0) {
                set(item, 2, then == null ? "" : time ? share(value - then, passed) : rate(value - then, passed));
            }
            item.setForeground(counter.getValue().drop() ? Theme.warning(table.getBackground()) : null);
            row++;
        }
        lastTime = device.time();
    }

    private static String rate(long more, long passed) {
        return more == 0 ? "0" : String.format(Locale.ROOT, "%,.0f", more * 1e9 / passed);
    }

    /** Of the processor's time. */
    private static String share(long more, long passed) {
        return String.format(Locale.ROOT, "%.1f %%", 100.0 * more / passed);
    }

    private static void set(TableItem item, int column, String text) {
        if (!text.equals(item.getText(column))) {
            item.setText(column, text);
        }
    }
}
