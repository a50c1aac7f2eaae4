package org.wirelathe.api.nic;

/**
 * A descriptor ring between two events. The four indices run free; the slot of an index is its remainder by the size.
 *
 * @param size descriptors in the ring
 * @param posted descriptors that the driver has handed to the card so far
 * @param fetched of these, how many the card has taken
 * @param done of these, how many the card is done with, whether or not it has written that back
 * @param completed of these, how many it has written back
 * @param reclaimed of these, how many the driver has taken back
 */
public record RingState(int size, int posted, int fetched, int done, int completed, int reclaimed) {
    /** Descriptors that wait for the card. */
    public int waiting() {
        return posted - fetched;
    }

    /** Descriptors in work at the card. */
    public int inWork() {
        return fetched - done;
    }

    /** Descriptors that the card is done with and the driver has not taken back. */
    public int finished() {
        return done - reclaimed;
    }

    /** Descriptors with the driver: it may post them. */
    public int free() {
        return size - (posted - reclaimed);
    }
}
