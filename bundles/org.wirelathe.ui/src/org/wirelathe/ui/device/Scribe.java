package org.wirelathe.ui.device;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.Font;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Point;

/** Text and small shapes in the picture. */
final class Scribe {
    private static final String ELLIPSIS = "\u2026";

    private final GC gc;
    private final Font plain;
    private final Font bold;

    Scribe(GC gc, Font plain, Font bold) {
        this.gc = gc;
        this.plain = plain;
        this.bold = bold;
    }

    int line() {
        return gc.getFontMetrics().getHeight();
    }

    /** Text in the middle of {@code width} from {@code x}; too much of it is cut off. */
    void centred(String text, int x, int y, int width, Color colour) {
        gc.setForeground(colour);
        String fit = fit(text, width);
        gc.drawText(fit, x + (width - gc.textExtent(fit).x) / 2, y, SWT.DRAW_TRANSPARENT);
    }

    void title(String text, int x, int y, int width, Color colour) {
        gc.setFont(bold);
        centred(text, x, y, width, colour);
        gc.setFont(plain);
    }

    void left(String text, int x, int y, int width, Color colour) {
        gc.setForeground(colour);
        gc.drawText(fit(text, width), x, y, SWT.DRAW_TRANSPARENT);
    }

    private String fit(String text, int width) {
        if (gc.textExtent(text).x <= width) {
            return text;
        }
        int length = text.length() - 1;
        while (length > 1 && gc.textExtent(text.substring(0, length) + ELLIPSIS).x > width) {
            length--;
        }
        return text.substring(0, Math.max(0, length)) + ELLIPSIS;
    }

    /** A square of that colour and a word behind it. */
    void entry(String text, Color colour, Color ink, int x, int y, int width) {
        int size = 8;
        gc.setBackground(colour);
        gc.fillRoundRectangle(x, y + (line() - size) / 2, size, size, 2, 2);
        left(text, x + size + 4, y, width - size - 4, ink);
    }

    /** An arrow to the right. */
    void arrow(int x, int y, int length, Color colour) {
        gc.setForeground(colour);
        gc.setBackground(colour);
        gc.setLineWidth(2);
        gc.drawLine(x, y, x + length - 5, y);
        gc.setLineWidth(1);
        gc.fillPolygon(new int[] {x + length, y, x + length - 7, y - 4, x + length - 7, y + 4});
    }

    /** Several lines of words, broken to fit the width. */
    void paragraph(String text, int x, int y, int width, int lines, Color colour) {
        gc.setForeground(colour);
        int at = y;
        int left = lines;
        StringBuilder row = new StringBuilder();
        for (String word : text.replace('\n', ' ').split(" ")) {
            Point size = gc.textExtent(row + word);
            if (size.x > width && !row.isEmpty() && left > 1) {
                gc.drawText(row.toString().strip(), x, at, SWT.DRAW_TRANSPARENT);
                row.setLength(0);
                at += line();
                left--;
            }
            row.append(word).append(' ');
        }
        gc.drawText(fit(row.toString().strip(), width), x, at, SWT.DRAW_TRANSPARENT);
    }
}
