package org.wirelathe.ui.view;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;
import org.eclipse.swt.widgets.TableItem;
import org.wirelathe.api.link.Bridge;
import org.wirelathe.api.link.NeighbourRow;
import org.wirelathe.api.link.NeighbourState;
import org.wirelathe.lab.LinkTables;
import org.wirelathe.ui.Theme;
import org.wirelathe.ui.run.Figures;
import org.wirelathe.wire.Mac;

/** Whom a node knows: the neighbour cache of a host or router, the stations and shut ports of a switch. */
final class NeighbourTable {
    private static final String[] HOST = {"Neighbour", "MAC address", "State", "Age"};
    private static final String[] SWITCH = {"Station", "Port", "VLAN", "Age"};
    private static final int[] HOST_WIDTHS = {78, 126, 84, 56};
    private static final int[] SWITCH_WIDTHS = {126, 50, 92, 56};

    private final Table table;

    private record Row(String[] cells, boolean trouble) {
        static Row nobody(String sentence) {
            return new Row(new String[] {sentence, "", "", ""}, false);
        }
    }

    NeighbourTable(Composite parent) {
        table = new Table(parent, SWT.FULL_SELECTION | SWT.SINGLE);
        table.setData("id", "device.neighbours");
        table.setHeaderVisible(true);
        table.setToolTipText("Whom the node knows on its links: a host or router by ARP, with the state of each entry;"
                + " a switch by the frames it has seen. A port that closes a loop is shut, and stands first.");
        table.getAccessible().addAccessibleListener(new AccessibleName("Neighbours of the node"));
        for (int i = 0; i < HOST.length; i++) {
            TableColumn column = new TableColumn(table, i == HOST.length - 1 ? SWT.RIGHT : SWT.LEFT);
            column.setText(HOST[i]);
            column.setWidth(HOST_WIDTHS[i]);
        }
        table.addListener(SWT.Resize, e -> Columns.fit(table));
    }

    boolean isVisible() {
        return !table.isDisposed() && table.isVisible();
    }

    Table widget() {
        return table;
    }

    /** Nothing is known, not even that there is nobody. */
    void clear() {
        table.removeAll();
    }

    void show(LinkTables tables) {
        boolean bridge = !tables.ports().isEmpty();
        String[] titles = bridge ? SWITCH : HOST;
        if (!table.getColumn(0).getText().equals(titles[0])) {
            for (int i = 0; i < titles.length; i++) {
                table.getColumn(i).setText(titles[i]);
                table.getColumn(i).setWidth(bridge ? SWITCH_WIDTHS[i] : HOST_WIDTHS[i]);
            }
            Columns.fit(table);
        }
        List<Row> rows = bridge ? stations(tables) : neighbours(tables);
        if (rows.isEmpty()) {
            rows.add(Row.nobody(bridge ? "no station yet" : "nobody yet"));
        }
        if (table.getItemCount() > rows.size()) {
            table.setItemCount(rows.size());
        }
        for (int i = 0; i < rows.size(); i++) {
            TableItem item = i < table.getItemCount() ? table.getItem(i) : new TableItem(table, SWT.NONE);
            for (int column = 0; column < titles.length; column++) {
                String text = rows.get(i).cells()[column];
                if (!text.equals(item.getText(column))) {
                    item.setText(column, text);
                }
            }
            item.setForeground(rows.get(i).trouble() ? Theme.warning(table.getBackground()) : null);
        }
    }

    private static List<Row> neighbours(LinkTables tables) {
        List<Row> rows = new ArrayList<>();
        tables.neighbours().forEach((link, known) -> {
            for (NeighbourRow row : known) {
                String state = row.state().name().toLowerCase(Locale.ROOT)
                        + (row.waiting() == 0 ? "" : ", " + row.waiting() + " wait");
                rows.add(new Row(new String[] {row.address().toString(), row.mac() < 0 ? "\u2013" : Mac.format(row.mac()),
                    state, Figures.time(row.age())}, row.state() == NeighbourState.FAILED));
            }
        });
        return rows;
    }

    private static List<Row> stations(LinkTables tables) {
        List<Row> rows = new ArrayList<>();
        for (Bridge.PortRow port : tables.ports()) {
            if (port.blocked()) {
                rows.add(new Row(new String[] {"shut: a loop", port.name(), port.detail(), ""}, true));
            }
        }
        for (Bridge.StationRow row : tables.stations()) {
            rows.add(new Row(new String[] {Mac.format(row.mac()), row.port(), row.vlan() == 0 ? "" : "" + row.vlan(),
                Figures.time(row.age())}, false));
        }
        return rows;
    }
}
