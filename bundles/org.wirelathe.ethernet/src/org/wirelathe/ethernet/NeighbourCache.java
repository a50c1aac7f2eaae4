package org.wirelathe.ethernet;

import java.util.Arrays;

/**
 * Neighbours by IPv4 address: open addressing with linear probing, so that a look-up boxes nothing, and a list for the
 * clock hand that picks whom to evict when the cache is full.
 */
final class NeighbourCache {
    /** Most neighbours on one interface (Linux: gc_thresh3). */
    static final int LIMIT = 1024;

    private Neighbour[] table = new Neighbour[16];
    private Neighbour[] list = new Neighbour[8];
    private int size;
    private int hand;

    /** The neighbour with that address, or {@code null}. */
    Neighbour find(int address) {
        int mask = table.length - 1;
        for (int i = slot(address, mask); table[i] != null; i = i + 1 & mask) {
            if (table[i].address == address) {
                return table[i];
            }
        }
        return null;
    }

    boolean isFull() {
        return size == LIMIT;
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
        int i = slot(neighbour.address, mask);
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
        int gap = slot(neighbour.address, mask);
        while (table[gap] != neighbour) {
            gap = gap + 1 & mask;
        }
        for (int i = gap + 1 & mask; table[i] != null; i = i + 1 & mask) {
            int home = slot(table[i].address, mask);
            if ((i - home & mask) >= (i - gap & mask)) {
                table[gap] = table[i];
                gap = i;
            }
        }
        table[gap] = null;
    }

    /** Whom to evict: the first behind the clock hand that was not used since the hand last passed. */
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

    /** Multiplication by 2^32 divided by the golden ratio spreads addresses of one subnet (Knuth, TAOCP 6.4). */
    private static int slot(int address, int mask) {
        return (address * 0x9E3779B9 >>> 16) & mask;
    }
}
