package org.wirelathe.sim;

import java.util.Arrays;

/**
 * A heap of four children per node over one array of interleaved (time, key): half the depth of a binary heap, the four
 * children side by side, no object per event.
 */
class QuaternaryHeap implements EventQueue {
    /** Of so many entries, what stands behind them fits into a cache. */
    static final int MOST_SHOWN = 1024;

    private long[] entries = new long[2 * 64];
    private int size;

    @Override
    public void add(long time, long key) {
        insert(time, key);
    }

    /** Whether one more would not fit without more memory. */
    final boolean isFull() {
        return 2 * size == entries.length;
    }

    /** What {@link #add} does to a heap. */
    final void insert(long time, long key) {
        if (isFull()) {
            entries = Arrays.copyOf(entries, 2 * entries.length);
        }
        long[] heap = entries;
        int at = size++;
        while (at > 0) {
            int parent = at - 1 >> 2;
            if (!less(time, key, heap[2 * parent], heap[2 * parent + 1])) {
                break;
            }
            heap[2 * at] = heap[2 * parent];
            heap[2 * at + 1] = heap[2 * parent + 1];
            at = parent;
        }
        heap[2 * at] = time;
        heap[2 * at + 1] = key;
    }

    @Override
    public final boolean isEmpty() {
        return size == 0;
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    public final long firstTime() {
        return entries[0];
    }

    @Override
    public final long firstKey() {
        return entries[1];
    }

    @Override
    public void removeFirst() {
        int last = --size;
        if (last > 0) {
            sink(entries[2 * last], entries[2 * last + 1]);
        }
    }

    @Override
    public void replaceFirst(long time, long key) {
        sink(time, key);
    }

    /** Moves every entry with a later time to a wheel. */
    void moveLaterThan(long last, TimingWheel wheel) {
        int count = size;
        size = 0;
        for (int i = 0; i < count; i++) { // what stays is added again, in places that have been read already
            long time = entries[2 * i];
            long key = entries[2 * i + 1];
            if (time > last) {
                wheel.add(time, key);
            } else {
                insert(time, key);
            }
        }
    }

    /** Shows what is in here; of very much, only what is near the top. */
    final void show(Preview preview) {
        preview.soon(entries, Math.min(size, MOST_SHOWN));
    }

    /** Puts an entry where the first one was, and moves it down to its place. */
    private void sink(long time, long key) {
        long[] heap = entries;
        int count = size;
        int at = 0;
        for (int child = 1; child < count; child = 4 * at + 1) {
            int least = child;
            long leastTime = heap[2 * child];
            long leastKey = heap[2 * child + 1];
            for (int other = child + 1, end = Math.min(child + 4, count); other < end; other++) {
                if (less(heap[2 * other], heap[2 * other + 1], leastTime, leastKey)) {
                    least = other;
                    leastTime = heap[2 * other];
                    leastKey = heap[2 * other + 1];
                }
            }
            if (!less(leastTime, leastKey, time, key)) {
                break;
            }
            heap[2 * at] = leastTime;
            heap[2 * at + 1] = leastKey;
            at = least;
        }
        heap[2 * at] = time;
        heap[2 * at + 1] = key;
    }

    private static boolean less(long time, long key, long otherTime, long otherKey) {
        return time < otherTime || time == otherTime && key < otherKey;
    }
}
