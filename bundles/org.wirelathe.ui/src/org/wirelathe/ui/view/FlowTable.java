package org.wirelathe.ui.view;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;
import org.eclipse.swt.widgets.TableItem;
import org.wirelathe.api.transport.ConnectionReport;
import org.wirelathe.api.transport.Endpoint;
import org.wirelathe.lab.LabRun;
import org.wirelathe.lab.Snapshot;
import org.wirelathe.model.Topology;
import org.wirelathe.ui.run.Figures;
import org.wirelathe.wire.IpAddress;

/** The connections of a run, one end to a line. */
final class FlowTable {
    private static final String[] TITLES = {"Connection", "Algorithm", "cwnd", "RTT", "Acked", "Resent", "State"};
    private static final int[] WIDTHS = {136, 82, 68, 66, 66, 60, 92};

    private final Table table;
    private List<Snapshot.FlowRow> rows = List.of();
    private final Map<IpAddress, String> names = new HashMap<>();
    private LabRun named;

    FlowTable(Composite parent) {
        table = new Table(parent, SWT.BORDER | SWT.FULL_SELECTION | SWT.SINGLE);
        table.setData("id", "run.flows");
        table.setHeaderVisible(true);
        GridData data = new GridData(SWT.FILL, SWT.FILL, true, true);
        data.heightHint = 90;
        data.widthHint = 200;
        table.setLayoutData(data);
        for (int i = 0; i < TITLES.length; i++) {
            TableColumn column = new TableColumn(table, i >= 2 && i <= 5 ? SWT.RIGHT : SWT.LEFT);
            column.setText(TITLES[i]);
            column.setWidth(WIDTHS[i]);
        }
    }

    Table widget() {
        return table;
    }

    /** The connection that is selected; null when none is. */
    Snapshot.FlowRow selected() {
        int index = table.getSelectionIndex();
        return index >= 0 && index < rows.size() ? rows.get(index) : null;
    }

    void show(Snapshot snapshot, LabRun run) {
        name(run);
        rows = snapshot == null ? List.of() : new ArrayList<>(snapshot.flows());
        if (table.getItemCount() > rows.size()) {
            table.setItemCount(rows.size());
        }
        for (int i = 0; i < rows.size(); i++) {
            TableItem item = i < table.getItemCount() ? table.getItem(i) : new TableItem(table, SWT.NONE);
            String[] cells = cells(rows.get(i));
            for (int c = 0; c < cells.length; c++) {
                if (!cells[c].equals(item.getText(c))) {
                    item.setText(c, cells[c]);
                }
            }
        }
    }

    private String[] cells(Snapshot.FlowRow row) {
        ConnectionReport report = row.report();
        Long window = row.gauges().get("cwnd");
        return new String[] {
            row.node() + " \u2192 " + name(report.remote()),
            report.congestion(),
            window == null ? "\u2013" : Figures.bytes(window),
            Figures.time(report.smoothedRtt()),
            Figures.bytes(report.bytesAcked()),
            Long.toString(report.retransmits()),
            report.state().toString().toLowerCase(Locale.ROOT).replace('_', '-')
        };
    }

    private String name(Endpoint remote) {
        String node = names.get(remote.address());
        return node == null ? remote.toString() : node + ":" + remote.port();
    }

    private void name(LabRun run) {
        if (run != null && run != named) {
            named = run;
            names.clear();
            Topology topology = Topology.of(run.lab());
            run.lab().nodes().forEach(node -> node.interfaces().forEach(iface ->
                    iface.addresses().forEach(own -> topology.owner(own.address())
                            .ifPresent(port -> names.put(own.address(), port.node())))));
        }
    }
}
