package org.wirelathe.model.internal.yaml;

import java.util.Arrays;

/** Where the lines of a text start; a line ends with LF, CR LF or CR. */
public final class LineMap {
    private final int length;
    private final int[] starts;
    private final int lines;

    public LineMap(String text) {
        length = text.length();
        int[] found = new int[64];
        int count = 1;
        for (int i = 0; i < length; i++) {
            char c = text.charAt(i);
            boolean ends =
                    c == '\n' || c == '\r' && (i + 1 == length || text.charAt(i + 1) != '\n');
            if (ends) {
                if (count == found.length) {
                    found = Arrays.copyOf(found, 2 * count);
                }
                found[count++] = i + 1;
            }
        }
        starts = found;
        lines = count;
    }

    /** The number of lines; a text that ends with a line break has an empty last line. */
    public int lines() {
        return lines;
    }

    /** The line of an offset, from 0. */
    public int line(int offset) {
        int found = Arrays.binarySearch(starts, 0, lines, offset);
        return found >= 0 ? found : -found - 2;
    }

    /** The column of an offset, from 0. */
    public int column(int offset) {
        return offset - starts[line(offset)];
    }

    /** The offset of a line's first character; the text's length for lines behind the last one. */
    public int start(int line) {
        return line < lines ? starts[line] : length;
    }
}
