package org.wirelathe.cli.internal;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;

/** Rows of texts in columns as wide as they need to be; a row of a single text is a line between them. */
public final class Table {
    private final List<String[]> rows = new ArrayList<>();

    public void row(String... cells) {
        rows.add(cells);
    }

    /** @param indent in front of every line */
    public void print(PrintStream out, String indent) {
        for (String[] row : rows) {
            StringBuilder line = new StringBuilder(indent);
            for (int i = 0; i < row.length; i++) {
                line.append(row[i]);
                if (i + 1 < row.length) {
                    line.repeat(' ', 2 + width(i) - row[i].length());
                }
            }
            out.println(line.toString().stripTrailing());
        }
    }

    private int width(int column) {
        int width = 0;
        for (String[] row : rows) {
            width = Math.max(width, row.length > 1 && column < row.length ? row[column].length() : 0);
        }
        return width;
    }
}
