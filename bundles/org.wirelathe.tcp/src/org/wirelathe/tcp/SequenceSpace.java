package org.wirelathe.tcp;

import org.wirelathe.wire.Seq;

/**
 * One direction's sequence numbers: the only place where the 32 bits on the wire and stream positions meet.
 *
 * <p>Inside, everything is a stream position: a {@code long} that counts from 0 at the first byte of data and never
 * wraps. The SYN sits at position -1, the FIN at the position behind the last byte. So positions may be compared with
 * {@code <}, and a buffer, a timer and a sequence variable all speak of the same byte by the same number.
 */
final class SequenceSpace {
    /** Position of the SYN. */
    static final long SYN = -1;

    private int first;

    /** Begins with an initial sequence number (ISS or IRS): the number of the SYN. */
    void begin(int initial) {
        first = initial + 1;
    }

    /** The number on the wire of a position. */
    int wire(long position) {
        return first + (int) position;
    }

    /** The position of a number on the wire that lies less than 2^31 from {@code near}. */
    long position(int number, long near) {
        return near + Seq.distance(wire(near), number);
    }
}
