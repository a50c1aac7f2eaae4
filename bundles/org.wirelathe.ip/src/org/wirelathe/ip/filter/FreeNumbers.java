package org.wirelathe.ip.filter;

/** Which numbers from 0 to below a capacity are free; the one that was given back last is taken first. */
final class FreeNumbers {
    private final int[] free;
    private int count;

    FreeNumbers(int capacity) {
        free = new int[capacity];
        for (int number = capacity - 1; number >= 0; number--) {
            free[count++] = number;
        }
    }

    boolean isEmpty() {
        return count == 0;
    }

    int take() {
        return free[--count];
    }

    void give(int number) {
        free[count++] = number;
    }

    int taken() {
        return free.length - count;
    }
}
