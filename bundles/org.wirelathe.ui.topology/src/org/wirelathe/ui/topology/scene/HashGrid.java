package org.wirelathe.ui.topology.scene;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.function.IntConsumer;

/**
 * Finds things by place: numbers in square cells. A line is kept in the cells along it and not in those of its
 * bounding box, which for a long slanting cable are a hundred times as many.
 */
final class HashGrid {
    private static final double CELL = 96;

    private final Map<Long, Bag> cells = new HashMap<>();

    private static final class Bag {
        int[] items = new int[4];
        int size;

        void add(int item) {
            if (size > 0 && items[size - 1] == item) {
                return;
            }
            if (size == items.length) {
                items = Arrays.copyOf(items, 2 * size);
            }
            items[size++] = item;
        }
    }

    void addBox(int item, Box box) {
        int right = cell(box.right());
        int bottom = cell(box.bottom());
        for (int row = cell(box.top()); row <= bottom; row++) {
            for (int column = cell(box.left()); column <= right; column++) {
                put(column, row, item);
            }
        }
    }

    /** Walks the line from cell to cell: always over the side that it meets first. */
    void addLine(int item, double ax, double ay, double bx, double by) {
        int column = cell(ax);
        int row = cell(ay);
        int stepX = bx > ax ? 1 : -1;
        int stepY = by > ay ? 1 : -1;
        double perColumn = CELL / Math.abs(bx - ax);
        double perRow = CELL / Math.abs(by - ay);
        double nextColumn = (stepX > 0 ? (column + 1) * CELL - ax : ax - column * CELL) / Math.abs(bx - ax);
        double nextRow = (stepY > 0 ? (row + 1) * CELL - ay : ay - row * CELL) / Math.abs(by - ay);
        int steps = Math.abs(cell(bx) - column) + Math.abs(cell(by) - row);
        put(column, row, item);
        for (int i = 0; i < steps; i++) {
            // A line that runs along a side has an infinite or undefined distance to the cells beside it.
            if (nextColumn < nextRow || Double.isNaN(nextRow)) {
                nextColumn += perColumn;
                column += stepX;
            } else {
                nextRow += perRow;
                row += stepY;
            }
            put(column, row, item);
        }
    }

    /** Visits what is in the cells that {@code box} touches; an item may come more than once. */
    void visit(Box box, IntConsumer visitor) {
        int right = cell(box.right());
        int bottom = cell(box.bottom());
        for (int row = cell(box.top()); row <= bottom; row++) {
            for (int column = cell(box.left()); column <= right; column++) {
                Bag bag = cells.get(key(column, row));
                for (int i = 0; bag != null && i < bag.size; i++) {
                    visitor.accept(bag.items[i]);
                }
            }
        }
    }

    private void put(int column, int row, int item) {
        cells.computeIfAbsent(key(column, row), k -> new Bag()).add(item);
    }

    private static int cell(double coordinate) {
        return (int) Math.floor(coordinate / CELL);
    }

    private static long key(int column, int row) {
        return (long) column << 32 | row & 0xFFFF_FFFFL;
    }
}
