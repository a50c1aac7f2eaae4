package org.wirelathe.ui.view;

import java.util.stream.IntStream;
import org.eclipse.swt.widgets.Table;

/** Columns that fill their table. */
final class Columns {
    /** Points that the first column keeps, however narrow the table is. */
    private static final int LEAST = 70;

    private Columns() {
    }

    /** Gives the first column what the others leave. */
    static void fit(Table table) {
        int others = IntStream.range(1, table.getColumnCount()).map(i -> table.getColumn(i).getWidth()).sum();
        int width = Math.max(LEAST, table.getClientArea().width - others);
        if (table.getColumn(0).getWidth() != width) {
            table.getColumn(0).setWidth(width);
        }
    }
}
