package org.wirelathe.sim;

import java.util.Arrays;

import org.wirelathe.api.packet.Packet;

/**
 * Frames that arrive in another order than they were sent, by {@link Packet#time} and then {@link Packet#order}: a
 * binary heap, for the few lines that need one.
 */
final class HeldFrames {
    private Packet[] heap = new Packet[16];
    private int size;

    void add(Packet frame) {
        if (size == heap.length) {
            heap = Arrays.copyOf(heap, 2 * size);
        }
        int at = size++;
        for (int parent = at - 1 >> 1; at > 0 && before(frame, heap[parent]); parent = at - 1 >> 1) {
            heap[at] = heap[parent];
            at = parent;
        }
        heap[at] = frame;
    }

    /** The frame that arrives next; {@code null} when there is none. */
    Packet peek() {
        return heap[0];
    }

    /** Takes out the frame that arrives next; {@code null} when there is none. */
    Packet poll() {
        Packet first = heap[0];
        if (first == null) {
            return null;
        }
        Packet last = heap[--size];
        heap[size] = null;
        if (size > 0) {
            sink(last);
        }
        return first;
    }

    private void sink(Packet frame) {
        int at = 0;
        for (int child = 1; child < size; child = 2 * at + 1) {
            if (child + 1 < size && before(heap[child + 1], heap[child])) {
                child++;
            }
            if (!before(heap[child], frame)) {
                break;
            }
            heap[at] = heap[child];
            at = child;
        }
        heap[at] = frame;
    }

    boolean isEmpty() {
        return size == 0;
    }

    int size() {
        return size;
    }

    /** All of them, the next first; for those who only look. */
    Packet[] inOrder() {
        Packet[] frames = Arrays.copyOf(heap, size);
        Arrays.sort(frames, (a, b) -> before(a, b) ? -1 : 1);
        return frames;
    }

    private static boolean before(Packet a, Packet b) {
        return a.time < b.time || a.time == b.time && a.order < b.order;
    }
}
