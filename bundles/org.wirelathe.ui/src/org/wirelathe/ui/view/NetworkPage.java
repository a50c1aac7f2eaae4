package org.wirelathe.ui.view;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.CTabFolder;
import org.eclipse.swt.custom.CTabItem;
import org.wirelathe.ui.network.Line;
import org.wirelathe.ui.network.Marks;

/** One of the tables of the network view, behind its tab. */
final class NetworkPage {
    private final CTabItem tab;
    private final LineTable table;
    private final Map<String, Marks> marks = new HashMap<>();
    private String hint = "";

    NetworkPage(CTabFolder folder, String id, String name, Runnable chosen) {
        table = new LineTable(folder, id);
        table.widget().addListener(SWT.Selection, e -> chosen.run());
        table.widget().getAccessible().addAccessibleListener(new AccessibleName(name));
        tab = new CTabItem(folder, SWT.NONE);
        tab.setControl(table.widget());
    }

    LineTable table() {
        return table;
    }

    boolean isShown() {
        return tab.getParent().getSelection() == tab;
    }

    /** What its columns are, and what is said of them as long as no line is selected. */
    void columns(String newHint, List<LineTable.Column> columns) {
        if (!hint.equals(newHint)) {
            hint = newHint;
            table.columns(columns);
        }
    }

    /** One sentence about what is shown, or about the line that is selected. */
    String about() {
        String line = table.about();
        return line.isEmpty() ? hint : line;
    }

    /**
     * Shows the lines of a node.
     *
     * @param title what the tab is called
     * @param count how many there are in truth
     * @param nothing what is written when there are none
     */
    void show(String node, String title, int count, List<Line> lines, String nothing) {
        Marks known = marks.computeIfAbsent(node, name -> new Marks());
        boolean news;
        if (isShown()) {
            table.show(known.look(lines, System.nanoTime()), nothing);
            news = known.isMarked();
        } else {
            news = known.differs(lines);
        }
        String text = title + (count == 0 ? "" : " " + count) + (news ? " \u2022" : "");
        if (!text.equals(tab.getText())) {
            tab.setText(text);
            tab.setToolTipText(news ? title + ": something has changed since you looked last" : null);
        }
    }

    /** Whether something on it is marked, for a while only. */
    boolean isMarked(String node) {
        return isShown() && marks.containsKey(node) && marks.get(node).isMarked();
    }

    /** Another run: nothing is known of what was. */
    void forget() {
        marks.clear();
    }
}
