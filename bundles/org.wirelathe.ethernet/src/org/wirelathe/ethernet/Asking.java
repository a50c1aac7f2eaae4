package org.wirelathe.ethernet;

/**
 * The neighbours that have been asked and have not answered, in the order of their next try. All wait equally long, so
 * the order is the order of asking, and one timer serves them all.
 */
final class Asking {
    private Neighbour first;
    private Neighbour last;

    /** Who is due first, or {@code null}. */
    Neighbour first() {
        return first;
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
    }
}
