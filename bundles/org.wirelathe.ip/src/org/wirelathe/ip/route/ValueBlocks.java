package org.wirelathe.ip.route;

import java.util.Arrays;

/** What the prefixes of each node stand for, side by side. */
final class ValueBlocks extends Blocks {
    /** Where there is no value: always {@code null}. */
    static final int NONE = 0;

    Object[] values;

    ValueBlocks(int capacity) {
        values = new Object[capacity];
        take(1);
    }

    @Override
    int capacity() {
        return values.length;
    }

    @Override
    void lengthen(int capacity) {
        values = Arrays.copyOf(values, capacity);
    }

    @Override
    void copy(int from, int to, int count) {
        System.arraycopy(values, from, values, to, count);
    }

    @Override
    void clear(int at, int count) {
        Arrays.fill(values, at, at + count, null);
    }
}
