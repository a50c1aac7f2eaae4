package org.wirelathe.api.nic;

/** A full-duplex cable with two ends; each direction has its own queue of bits in flight and its own impairments. */
public interface Cable {
    /** The end that the lab file names first. */
    LinePort a();

    /** The end that the lab file names second. */
    LinePort b();

    /**
     * Changes a direction while frames are on it: those whose first bit has not left are sent by the new rules, the
     * others arrive as they would have.
     *
     * @param direction 0 from end a to end b, 1 the other way
     */
    void change(int direction, LineSpec spec);

    /** Cuts the cable or mends it; a cut loses what is on the line, and both ends lose the carrier. */
    void down(boolean down);

    /** Frames on the line now, both directions together. */
    int inFlight();

    /**
     * Shows {@code viewer} every frame on the line, the earliest of each direction first; {@code start} may be a
     * nanosecond off. Nothing changes by it.
     */
    void view(LineTap viewer);

    /** Releases every frame on the line: the run is over. */
    void clear();
}
