package org.wirelathe.ip.ndp;

import java.util.Arrays;
import java.util.function.Consumer;

import org.wirelathe.api.time.Scheduler;
import org.wirelathe.api.time.Timer;

/** Neighbours for whom something is due at a time: a heap, so that one timer serves them all. Ties as they were set. */
final class Deadlines {
    /** From 1, so that a place of 0 is none. */
    private Neighbour[] heap = new Neighbour[16];
    private int size;
    private long orders;
    private final Scheduler scheduler;
    private final Consumer<Neighbour> due;
    private final Timer timer;

    /** @param due hears of each neighbour when its time has come; it is cleared then */
    Deadlines(Scheduler scheduler, Consumer<Neighbour> due) {
        this.scheduler = scheduler;
        this.due = due;
        timer = scheduler.timer(this::run);
    }

    private void run() {
        for (Neighbour first = heap[1]; first != null && first.deadline <= scheduler.now(); first = heap[1]) {
            takeOut(first);
            due.accept(first);
        }
        arm();
    }

    private void arm() {
        Neighbour first = heap[1];
        if (first == null) {
            timer.cancel();
        } else if (!timer.isArmed() || timer.deadline() != first.deadline) {
            timer.armAt(first.deadline);
        }
    }

    /** Sets or moves the time at which something is due for a neighbour. */
    void set(Neighbour neighbour, long deadline) {
        takeOut(neighbour);
        neighbour.deadline = deadline;
        neighbour.order = orders++;
        if (++size == heap.length) {
            heap = Arrays.copyOf(heap, 2 * size);
        }
        up(neighbour, size);
        arm();
    }

    /** Nothing is due for a neighbour any more. */
    void clear(Neighbour neighbour) {
        if (neighbour.place != 0) {
            takeOut(neighbour);
            arm();
        }
    }

    private void takeOut(Neighbour neighbour) {
        int place = neighbour.place;
        if (place == 0) {
            return;
        }
        neighbour.place = 0;
        Neighbour last = heap[size];
        heap[size--] = null;
        if (last != neighbour) {
            up(last, place);
            down(last, last.place);
        }
    }

    private void up(Neighbour neighbour, int place) {
        while (place > 1 && isBefore(neighbour, heap[place / 2])) {
            put(heap[place / 2], place);
            place /= 2;
        }
        put(neighbour, place);
    }

    private void down(Neighbour neighbour, int place) {
        while (2 * place <= size) {
            int child = 2 * place;
            if (child < size && isBefore(heap[child + 1], heap[child])) {
                child++;
            }
            if (!isBefore(heap[child], neighbour)) {
                break;
            }
            put(heap[child], place);
            place = child;
        }
        put(neighbour, place);
    }

    private void put(Neighbour neighbour, int place) {
        heap[place] = neighbour;
        neighbour.place = place;
    }

    void close() {
        timer.cancel();
    }

    private static boolean isBefore(Neighbour a, Neighbour b) {
        return a.deadline != b.deadline ? a.deadline < b.deadline : a.order < b.order;
    }
}
