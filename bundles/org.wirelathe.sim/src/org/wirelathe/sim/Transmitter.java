package org.wirelathe.sim;

/** When the bits of frames leave a transmitter. Frames follow each other without a gap of time where they can. */
sealed interface Transmitter permits LineClock, TraceClock {
    /** Takes the line as soon as it is free, at {@code now} at the earliest; returns when the first bit leaves, ns. */
    long start(long now);

    /** Sends a frame of so many bytes, preamble and FCS not counted; returns when the last bit has left, ns. */
    long frame(int bytes);

    /** Sends the inter-frame gap; returns when the line is free, ns. */
    long gap();

    /** As if the last frame had not been given: of so many bytes, its gap sent, its first bit not yet. */
    void takeBack(int bytes);

    /** When the line is free, ns. */
    long free();

    /** Mean rate. */
    long bitsPerSecond();
}
