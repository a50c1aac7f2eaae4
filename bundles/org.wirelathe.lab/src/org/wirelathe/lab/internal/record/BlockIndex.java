package org.wirelathe.lab.internal.record;

import java.util.Arrays;

/** Where the packets of a capture stand, and their times: 20 bytes for each, and their order by time. */
final class BlockIndex {
    private long[] times = new long[1024];
    /** Twice the place, plus the number of the part. */
    private long[] places = new long[1024];
    private int[] lengths = new int[1024];
    private int count;

    void add(long time, int part, long at, int length) {
        if (count == times.length) {
            times = Arrays.copyOf(times, 2 * count);
            places = Arrays.copyOf(places, 2 * count);
            lengths = Arrays.copyOf(lengths, 2 * count);
        }
        times[count] = time;
        places[count] = at << 1 | part;
        lengths[count++] = length;
    }

    int part(int entry) {
        return (int) places[entry] & 1;
    }

    long at(int entry) {
        return places[entry] >>> 1;
    }

    int length(int entry) {
        return lengths[entry];
    }

    /** The first of the newest entries that make up no more than {@code bytes}; the last one is always among them. */
    int newest(long bytes) {
        long left = bytes;
        int from = count;
        while (from > 0 && (from == count || lengths[from - 1] <= left)) {
            left -= lengths[--from];
        }
        return from;
    }

    /** The entries from {@code from} on by time; equal times in the order in which they were added. */
    int[] inOrder(int from) {
        int size = count - from;
        int[] order = new int[size];
        boolean sorted = true;
        for (int i = 0; i < size; i++) {
            order[i] = from + i;
            sorted &= i == 0 || times[from + i] >= times[from + i - 1];
        }
        int[] spare = sorted ? order : new int[size];
        for (long run = 1; !sorted && run < size; run *= 2) {
            for (long at = 0; at < size; at += 2 * run) {
                merge(order, spare, (int) at, (int) Math.min(at + run, size), (int) Math.min(at + 2 * run, size));
            }
            int[] merged = spare;
            spare = order;
            order = merged;
        }
        return order;
    }

    private void merge(int[] from, int[] to, int start, int middle, int end) {
        int left = start;
        int right = middle;
        for (int i = start; i < end; i++) {
            boolean takeLeft = left < middle && (right == end || times[from[left]] <= times[from[right]]);
            to[i] = takeLeft ? from[left++] : from[right++];
        }
    }
}
