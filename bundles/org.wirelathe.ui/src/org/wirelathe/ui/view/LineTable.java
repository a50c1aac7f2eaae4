package org.wirelathe.ui.view;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;
import org.eclipse.swt.widgets.TableItem;
import org.wirelathe.ui.Theme;
import org.wirelathe.ui.network.Line;
import org.wirelathe.ui.network.Marks;

/** Shows lines, sorted as the user likes, with what has changed marked in words and in colour. */
final class LineTable {
    /** A column: its title, its width in points, and what it means. */
    record Column(String title, int width, String about) {
    }

    private static final Column CHANGE = new Column("Change", 66,
            "What has changed since you looked last; the mark fades after a few seconds");

    private final Table table;
    private List<Marks.Marked> lines = List.of();
    private List<Marks.Marked> sorted = List.of();
    /** Of the columns, points, when there is no room left. */
    private int[] widths = {};

    LineTable(Composite parent, String id) {
        table = new Table(parent, SWT.FULL_SELECTION | SWT.MULTI);
        table.setData("id", id);
        table.setHeaderVisible(true);
        table.addListener(SWT.Resize, e -> fit());
        table.addListener(SWT.MouseMove, e -> explain(table.getItem(new Point(e.x, e.y))));
        table.addListener(SWT.MouseExit, e -> explain(null));
    }

    Table widget() {
        return table;
    }

    /** Has these columns from now on, and one for what has changed. */
    void columns(List<Column> columns) {
        List<Column> all = Stream.concat(columns.stream(), Stream.of(CHANGE)).toList();
        List<String> titles = all.stream().map(Column::title).toList();
        if (titles.equals(Stream.of(table.getColumns()).map(TableColumn::getText).toList())) {
            return;
        }
        table.removeAll();
        table.setSortColumn(null);
        for (TableColumn column : table.getColumns()) {
            column.dispose();
        }
        for (int i = 0; i < all.size(); i++) {
            TableColumn column = new TableColumn(table, SWT.LEFT);
            column.setText(all.get(i).title());
            column.setWidth(all.get(i).width());
            column.setToolTipText(all.get(i).about());
            if (i < columns.size()) {
                column.addListener(SWT.Selection, e -> sortBy(column));
            }
        }
        widths = all.stream().mapToInt(Column::width).toArray();
        fit();
    }

    /** Gives the first two columns, which have the longest texts, what the others leave. */
    private void fit() {
        if (widths.length < 2 || table.getColumnCount() != widths.length) {
            return;
        }
        int left = Math.max(0, table.getClientArea().width - IntStream.of(widths).sum());
        table.getColumn(0).setWidth(widths[0] + left / 2);
        table.getColumn(1).setWidth(widths[1] + left - left / 2);
    }

    /** Shows these; {@code nothing} is what is written when there are none. */
    void show(List<Marks.Marked> newLines, String nothing) {
        lines = newLines;
        refill(nothing);
    }

    private void refill(String nothing) {
        Set<String> chosen = new HashSet<>(chosen().map(Line::key).toList());
        sorted = sort();
        int count = Math.max(1, sorted.stream().mapToInt(marked -> marked.line().rows().size()).sum());
        if (table.getItemCount() != count) {
            table.setItemCount(count);
        }
        if (sorted.isEmpty()) {
            fill(table.getItem(0), List.of(nothing), null, null);
        }
        List<Integer> selected = new ArrayList<>();
        int row = 0;
        for (Marks.Marked marked : sorted) {
            boolean first = true;
            for (List<String> cells : marked.line().rows()) {
                List<String> all = new ArrayList<>(cells);
                all.add(first ? marked.mark().word() : "");
                if (first && chosen.contains(marked.line().key())) {
                    selected.add(row);
                }
                fill(table.getItem(row++), all, marked.line(), marked.mark());
                first = false;
            }
        }
        int[] now = selected.stream().mapToInt(Integer::intValue).toArray();
        if (!chosen.isEmpty() && !Arrays.equals(now, table.getSelectionIndices())) {
            table.deselectAll();
            table.select(now);
        }
    }

    private void fill(TableItem item, List<String> cells, Line line, Marks.Mark mark) {
        item.setData(line);
        for (int i = 0; i < table.getColumnCount(); i++) {
            String text = i < cells.size() ? cells.get(i) : "";
            if (!text.equals(item.getText(i))) {
                item.setText(i, text);
            }
        }
        Color paper = table.getBackground();
        item.setForeground(mark == Marks.Mark.GONE ? Theme.mix(table.getForeground(), paper, 0.55)
                : line != null && line.trouble() ? Theme.warning(paper) : null);
        item.setBackground(mark == Marks.Mark.NEW ? Theme.mix(Theme.curve(2, paper), paper, 0.22)
                : mark == Marks.Mark.CHANGED ? Theme.mix(Theme.curve(0, paper), paper, 0.22)
                : mark == Marks.Mark.GONE ? Theme.mix(Theme.curve(1, paper), paper, 0.18) : null);
    }

    /** Forgets everything. */
    void clear() {
        lines = List.of();
        sorted = List.of();
        table.removeAll();
    }

    private List<Marks.Marked> sort() {
        int column = table.getSortColumn() == null ? -1 : table.indexOf(table.getSortColumn());
        if (column < 0) {
            return lines;
        }
        Comparator<Marks.Marked> by = Comparator.comparing(marked -> marked.line().order().get(column));
        return lines.stream().sorted(table.getSortDirection() == SWT.DOWN ? by.reversed() : by).toList();
    }

    /** Up, down, then as it was. */
    private void sortBy(TableColumn column) {
        boolean same = column == table.getSortColumn();
        if (same && table.getSortDirection() == SWT.DOWN) {
            table.setSortColumn(null);
            table.setSortDirection(SWT.NONE);
        } else {
            table.setSortColumn(column);
            table.setSortDirection(same ? SWT.DOWN : SWT.UP);
        }
        if (!lines.isEmpty()) {
            refill("");
        }
    }

    private void explain(TableItem item) {
        String about = item != null && item.getData() instanceof Line line ? line.about() : null;
        if (about == null ? table.getToolTipText() != null : !about.equals(table.getToolTipText())) {
            table.setToolTipText(about);
        }
    }

    private Stream<Line> chosen() {
        return Stream.of(table.getSelection()).filter(item -> !item.isDisposed()).map(TableItem::getData)
                .filter(Line.class::isInstance).map(Line.class::cast).distinct();
    }

    /** What the first selected line means; empty when none is selected. */
    String about() {
        return chosen().findFirst().map(Line::about).orElse("");
    }

    /** The selected lines as the tools of iproute2 write them, or all of them when none is selected. */
    String text() {
        List<Line> wanted = chosen().toList();
        return (wanted.isEmpty() ? sorted.stream().filter(marked -> marked.mark() != Marks.Mark.GONE)
                .map(Marks.Marked::line) : wanted.stream()).map(Line::text).collect(Collectors.joining("\n"));
    }
}
