package org.wirelathe.ip.ndp;

import java.util.Arrays;

/**
 * Neighbours by address: open addressing with linear probing, so that a look-up boxes nothing, and a list for the clock
 * hand that picks whom to evict when the cache is full. The hash has a key, so that nobody can choose addresses that
 * collide.
 */
final class NeighbourCache {
    /** Most neighbours on one interface (Linux: gc_thresh3). */
    static final int LIMIT = 1024;

    private final long key;
    private final int limit;
    private Neighbour[] table = new Neighbour[16];
    private Neighbour[] list = new Neighbour[8];
    private int size;
    private int hand;

    NeighbourCache(long key, int limit) {
        this.key = key;
        this.limit = limit;
    }

    /** The neighbour with that address, or {@code null}. */
    Neighbour find(long high, long low) {
        int mask = table.length - 1;
        for (int i = slot(high, low, mask); table[i] != null; i = i + 1 & mask) {
            Neighbour neighbour = table[i];
            if (neighbour.low == low && neighbour.high == high) {
                return neighbour;
            }
        }
        return null;
    }

    boolean isFull() {
        return size == limit;
    }

    int size() {
        return size;
    }

    Neighbour get(int index) {
        return list[index];
    }

    /** Adds a neighbour whose address is not in the cache; the cache is not full. */
    void add(Neighbour neighbour) {
        if (size == list.length) {
            list = Arrays.copyOf(list, 2 * size);
            table = new Neighbour[4 * size];
            for (int i = 0; i < size; i++) {
                insert(list[i]);
            }
        }
        neighbour.index = size;
        list[size++] = neighbour;
        insert(neighbour);
    }

    private void insert(Neighbour neighbour) {
        int mask = table.length - 1;
        int i = slot(neighbour.high, neighbour.low, mask);
        while (table[i] != null) {
            i = i + 1 & mask;
        }
        table[i] = neighbour;
    }

    /** Removes a neighbour that is in the cache, and closes the gap that it leaves in its run of the table. */
    void remove(Neighbour neighbour) {
        list[neighbour.index] = list[--size];
        list[neighbour.index].index = neighbour.index;
        list[size] = null;

        int mask = table.length - 1;
        int gap = slot(neighbour.high, neighbour.low, mask);
        while (table[gap] != neighbour) {
            gap = gap + 1 & mask;
        }
        for (int i = gap + 1 & mask; table[i] != null; i = i + 1 & mask) {
            int home = slot(table[i].high, table[i].low, mask);
            if ((i - home & mask) >= (i - gap & mask)) {
                table[gap] = table[i];
                gap = i;
            }
        }
        table[gap] = null;
    }

    /**
     * Whom to evict: the first behind the clock hand that was not used since the hand last passed. A flood of made-up
     * neighbours, who are never used, evicts its own.
     */
    Neighbour victim() {
        while (true) {
            hand = hand + 1 < size ? hand + 1 : 0;
            Neighbour candidate = list[hand];
            if (!candidate.used) {
                return candidate;
            }
            candidate.used = false;
        }
    }

    private int slot(long high, long low, int mask) {
        long z = (high ^ key) * 0x9E3779B97F4A7C15L + low;
        z = (z ^ z >>> 32 ^ key) * 0xBF58476D1CE4E5B9L;
        return (int) ((z ^ z >>> 29) >>> 32) & mask;
    }
}
