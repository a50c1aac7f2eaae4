package org.wirelathe.ip.ndp;

/** The neighbours whose address is asked for, in the order of the first question. */
final class Incomplete {
    private Neighbour first;
    private Neighbour last;
    private int size;

    /** Who has been asked for longest, or {@code null}. */
    Neighbour first() {
        return first;
    }

    int size() {
        return size;
    }

    void add(Neighbour neighbour) {
        neighbour.before = last;
        neighbour.after = null;
        if (last == null) {
            first = neighbour;
        } else {
            last.after = neighbour;
        }
        last = neighbour;
        size++;
    }

    void remove(Neighbour neighbour) {
        if (neighbour.before == null) {
            first = neighbour.after;
        } else {
            neighbour.before.after = neighbour.after;
        }
        if (neighbour.after == null) {
            last = neighbour.before;
        } else {
            neighbour.after.before = neighbour.before;
        }
        neighbour.before = null;
        neighbour.after = null;
        size--;
    }
}
